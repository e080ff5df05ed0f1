import { describe, expect, it } from 'vitest';
import { coverSkills, outcomeTexts, type CoverSkillsDeps } from '../../../services/credentials/cover-skills.ts';
import type { Credential } from '../../../services/domain/credential.ts';
import { buildCredential } from '../../builders.ts';

const deps: CoverSkillsDeps = {
  // Every text that says "SQL" teaches it, surer the earlier it says so.
  linkTexts: (texts) =>
    Promise.resolve(
      texts.map((text) => {
        const start = text.indexOf('SQL');
        return start < 0 ? [] : [{ skillId: 'sql', confidence: 1 / (start + 2), start, end: start + 3 }];
      }),
    ),
  splitSentences: (text) => text.split(/(?<=\.)\s/),
  declaredSkillIds: (name) => (name === 'Python' ? ['python'] : name === 'sql' ? ['sql'] : []),
};
const coverOne = async (credential: Credential) => (await coverSkills([credential], deps))[0];
const outcome = (text: string, relatedSkillIds: string[] = []) => ({ text, relatedSkillIds });

describe('the skills a credential teaches', () => {
  it('come from its surest text, with the place where it says so', async () => {
    const credential = buildCredential('c', { title: 'Course on SQL', learningOutcomes: [outcome('SQL joins')] });
    expect(await coverOne(credential)).toEqual([
      {
        credentialId: 'c',
        skillId: 'sql',
        coverage: 0.5,
        state: 'inferred',
        outcome: { text: 'SQL joins', source: 'learning outcome', start: 0, end: 3 },
      },
    ]);
  });

  it('are certain where the provider declares them in an outcome or a tag', async () => {
    const credential = buildCredential('c', {
      title: 'SQL',
      learningOutcomes: [outcome('Query data', ['sql', 'unknown'])],
      raw: { nativeSkills: ['Python', '', 7] },
    });
    const covered = await coverOne(credential);
    expect(covered?.map(({ skillId, coverage, state }) => [skillId, coverage, state])).toEqual([
      ['python', 1, 'declared'],
      ['sql', 1, 'declared'],
    ]);
  });

  it('are read from the description only where there are no outcomes, forty sentences at most', () => {
    const description = Array.from({ length: 50 }, (_, at) => `Sentence ${at}.`).join(' ');
    const without = outcomeTexts(buildCredential('c', { description }), deps);
    expect(without).toHaveLength(41);
    expect(without[0]?.source).toBe('title');
    expect(without[1]).toEqual({ text: 'Sentence 0.', source: 'description' });
    const credential = buildCredential('c', { description, learningOutcomes: [outcome('SQL')] });
    expect(outcomeTexts(credential, deps).map(({ source }) => source)).toEqual(['title', 'learning outcome']);
  });

  it('are the same whether credentials are read alone or together, with one call of the linker per language', async () => {
    const credentials = [
      buildCredential('a', { title: 'Course on SQL', language: 'en', learningOutcomes: [outcome('Use SQL')] }),
      buildCredential('b', { title: 'SQL', language: 'fr' }),
      buildCredential('c', { title: 'Nothing', language: 'en' }),
      buildCredential('d', { title: 'My SQL', language: 'en', learningOutcomes: [outcome('Query', ['sql'])] }),
      buildCredential('e', { title: 'SQL', language: null }),
    ];
    const calls: [number, string | null][] = [];
    const counting: CoverSkillsDeps = {
      ...deps,
      linkTexts: (texts, language) => {
        calls.push([texts.length, language]);
        return deps.linkTexts(texts, language);
      },
    };
    const together = await coverSkills(credentials, counting);
    expect(together).toEqual(await Promise.all(credentials.map(coverOne)));
    expect(together.map((covered) => covered.length)).toEqual([1, 1, 0, 1, 1]);
    expect(calls).toEqual([
      [5, 'en'],
      [1, 'fr'],
      [1, null],
    ]);
  });

  it('are none when nothing says so', async () => {
    expect(await coverOne(buildCredential('c'))).toEqual([]);
  });
});
