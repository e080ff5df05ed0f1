/**
 * A JSON Resume (jsonresume.org/schema) in, the statements of a learner's profile out.
 *
 * What a person writes of themselves is claimed; certificates are named by an issuer but not verified here, so they are
 * endorsed at most. The name, address and contacts are never read.
 */
import { z } from 'zod';
import type { LearnerProfile, ProfileStatement } from '../domain/profile.ts';
import { paragraphSentences } from './paragraph-sentences.ts';

const text = z.string().trim();
const texts = z.array(text).catch([]);

const JsonResume = z.looseObject({
  basics: z.looseObject({ label: text.optional(), summary: text.optional() }).optional(),
  work: z
    .array(z.looseObject({ position: text.optional(), summary: text.optional(), highlights: texts.optional() }))
    .optional(),
  volunteer: z
    .array(z.looseObject({ position: text.optional(), summary: text.optional(), highlights: texts.optional() }))
    .optional(),
  education: z
    .array(z.looseObject({ area: text.optional(), studyType: text.optional(), courses: texts.optional() }))
    .optional(),
  skills: z
    .array(z.looseObject({ name: text.optional(), level: text.optional(), keywords: texts.optional() }))
    .optional(),
  projects: z
    .array(
      z.looseObject({
        name: text.optional(),
        description: text.optional(),
        highlights: texts.optional(),
        keywords: texts.optional(),
      }),
    )
    .optional(),
  certificates: z.array(z.looseObject({ name: text.optional(), issuer: text.optional() })).optional(),
  languages: z.array(z.looseObject({ language: text.optional(), fluency: text.optional() })).optional(),
  meta: z.looseObject({ target: text.optional() }).optional(),
});

const KNOWN_PARTS = ['basics', 'work', 'education', 'skills', 'certificates', 'projects'];

/** True for a JSON object with at least one part that only a résumé has. */
export function looksLikeJsonResume(value: unknown): boolean {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && KNOWN_PARTS.some((part) => part in value)
  );
}

/** @throws ZodError where a part has another shape than the schema's */
export function readJsonResume(value: unknown): LearnerProfile {
  const resume = JsonResume.parse(value);
  const claimed = [
    resume.basics?.summary,
    ...(resume.work ?? [])
      .concat(resume.volunteer ?? [])
      .flatMap((job) => [job.position, ...paragraphSentences(job.summary), ...(job.highlights ?? [])]),
    ...(resume.education ?? []).flatMap((study) => [study.area, ...(study.courses ?? [])]),
    ...(resume.skills ?? []).flatMap((skill) => [skill.name, ...(skill.keywords ?? [])]),
    ...(resume.projects ?? []).flatMap((project) => [
      ...paragraphSentences(project.description),
      ...(project.highlights ?? []),
      ...(project.keywords ?? []),
    ]),
    ...(resume.languages ?? []).map(({ language }) => (language === undefined ? undefined : `${language} language`)),
  ];
  const certificates = (resume.certificates ?? []).flatMap(({ name }) =>
    name === undefined || name === '' ? [] : [name],
  );
  return {
    statements: [
      ...claimed
        .filter((line): line is string => line !== undefined && line !== '')
        .map((line): ProfileStatement => ({ text: line, trust: 'claimed' })),
      ...certificates.map((line): ProfileStatement => ({ text: line, trust: 'endorsed' })),
    ],
    heldCredentials: certificates,
    languages: (resume.languages ?? []).flatMap(({ language }) => (language === undefined ? [] : [language])),
    target: resume.meta?.target ?? null,
  };
}
