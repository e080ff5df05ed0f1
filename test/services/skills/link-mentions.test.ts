import { describe, expect, it } from 'vitest';
import { UNCALIBRATED } from '../../../models/blended-classifier.ts';
import { createReencodingReader } from '../../../models/sentence-reader.ts';
import type { TextEmbedder } from '../../../models/text-embedder.ts';
import { LINK_FEATURES } from '../../../services/skills/link-features.ts';
import {
  linkMentions,
  rankCandidates,
  type LinkMentionsDeps,
  type SentenceLinks,
} from '../../../services/skills/link-mentions.ts';
import { createSentenceMemory } from '../../../services/skills/sentence-memory.ts';
import { buildSkillLexicon } from '../../../services/skills/skill-lexicon.ts';
import { buildSkill } from '../store/store-fixture.ts';
import { createAxesEmbedder } from './axes-embedder.ts';
import { buildSkillSpace } from './build-skill-space.ts';

/** Three directions of meaning: programming, baking, and asking for nothing. */
const embedder = createAxesEmbedder([/python|coding|scripts/i, /bread|baking|loaves/i, /benefits|parking/i]);

const skills = [
  buildSkill('coding', { preferredLabel: 'coding', altLabels: ['programming'] }),
  buildSkill('baking', { preferredLabel: 'bake bread' }),
];
const ENGLISH = buildSkillLexicon(
  skills.flatMap(({ id, preferredLabel, altLabels }) => [
    { skillId: id, label: preferredLabel, isPreferred: true },
    ...altLabels.map((label) => ({ skillId: id, label, isPreferred: false })),
  ]),
);
const GERMAN = buildSkillLexicon([
  { skillId: 'baking', label: 'Brot backen', isPreferred: true, language: 'de' },
  { skillId: 'baking', label: 'Brot', isPreferred: false, language: 'de' },
]);
const space = buildSkillSpace(skills, embedder.vectorOf, ENGLISH);

/** Sure when a window or a label says so, unsure otherwise: 4 x (window-label ^ 4) - 2. */
const weights: number[] = LINK_FEATURES.map((name) => (name === 'window-label-4th-power' ? 4 : 0));
const deps: LinkMentionsDeps = {
  space,
  mode: 'fast',
  reader: createReencodingReader(embedder, embedder),
  requirementClassifier: { features: [], weights: [0, 0, -8], bias: 4 },
  linkConfidence: {
    features: [...LINK_FEATURES],
    logistic: { weights: weights.map((weight) => 2 * weight), bias: -4 },
    boosted: { bias: 0, trees: [] },
    calibration: UNCALIBRATED,
  },
  aliases: 'curated',
  lexiconOf: (language) => (language === 'de' ? GERMAN : ENGLISH),
};
const options = { minConfidence: 0.5, minRequirementProbability: 0.5 };
const linksOf = async (sentence: string, language: string | null = 'en', settings = options) =>
  (await linkMentions([sentence], language, deps, settings))[0]?.links ?? [];

describe('sentences that come again', () => {
  const sentence = 'Write Python scripts; programming; coding.';
  const countingDeps = () => {
    const read: string[] = [];
    const reader: LinkMentionsDeps['reader'] = {
      read: (sentences, ...rest) => {
        read.push(...sentences);
        return deps.reader.read(sentences, ...rest);
      },
    };
    return { read, deps: { ...deps, reader } };
  };

  it('are read once in a call, and once in all where there is a memory', async () => {
    const { read, deps: counting } = countingDeps();
    const [first, second] = await linkMentions([sentence, sentence], 'en', counting, options);
    expect(second).toEqual(first);
    expect(read).toEqual([sentence]);
    const remembering = { ...counting, memory: createSentenceMemory<SentenceLinks>(10) };
    expect(await linkMentions([sentence], 'en', remembering, options)).toEqual([first]);
    expect(await linkMentions(['Bake bread.', sentence], 'en', remembering, options)).toContainEqual(first);
    expect(read).toEqual([sentence, sentence, 'Bake bread.']);
  });

  it('are linked anew with other options, and when they are forgotten', async () => {
    const { read, deps: counting } = countingDeps();
    const remembering = { ...counting, memory: createSentenceMemory<SentenceLinks>(1) };
    await linkMentions([sentence], 'en', remembering, options);
    const [strict] = await linkMentions([sentence], 'en', remembering, { ...options, minConfidence: 0.99 });
    expect(strict?.links).toEqual([]);
    const [again] = await linkMentions([sentence], 'en', remembering, options);
    expect(again?.links).not.toEqual([]);
    expect(read).toEqual([sentence, sentence, sentence]);
  });
});

describe('links of an English sentence', () => {
  it('say how each skill was found and where', async () => {
    const sentence = 'Write Python scripts; programming; coding.';
    const [label, ...rest] = await linksOf(sentence);
    expect(label).toMatchObject({ skillId: 'coding', method: 'label', confidence: 0.8808 });
    expect(sentence.slice(label?.start, label?.end)).toBe('coding');
    expect(rest).toEqual([]);
    expect((await linksOf('Basic programming'))[0]?.method).toBe('alias');
  });

  it('find a skill that no label names by the nearest window', async () => {
    const sentence = 'Shape loaves by hand, and write Python';
    const links = await linksOf(sentence);
    expect(links.map(({ skillId, method }) => [skillId, method])).toEqual([
      ['baking', 'dense'],
      ['coding', 'dense'],
    ]);
    for (const { skillId, start, end } of links) {
      expect(sentence.slice(start, end)).toMatch(skillId === 'baking' ? /loaves/ : /Python/);
    }
  });

  it('are of the skill that the words were written down for, whatever is nearer in meaning', async () => {
    const named = buildSkillLexicon([{ skillId: 'coding', label: 'loaves', isPreferred: false, isCurated: true }]);
    const only = await linkMentions(
      ['loaves'],
      'en',
      { ...deps, space: buildSkillSpace(skills, embedder.vectorOf, named) },
      { minConfidence: 0.4, minRequirementProbability: 0 },
    );
    expect(only[0]?.links.map(({ skillId, method }) => [skillId, method])).toEqual([['coding', 'alias']]);
  });

  it('are none below the confidence asked for', async () => {
    expect(await linksOf('coding', 'en', { ...options, minConfidence: 0.881 })).toEqual([]);
    expect(await linksOf('coding', 'en', { ...options, minConfidence: 0.88 })).toHaveLength(1);
  });

  it('are none when the sentence asks for nothing, unless every sentence is to be read', async () => {
    const sentence = 'Our benefits: parking';
    const [found] = await linkMentions([`${sentence}.`], 'en', deps, options);
    expect(found).toMatchObject({ links: [], lexicalOnly: false });
    expect(found?.requirementProbability).toBeLessThan(0.5);
    const ranked = await rankCandidates([`${sentence}, coding`], deps, {
      minConfidence: 0,
      minRequirementProbability: 0,
    });
    expect(ranked[0]?.candidates.map(({ skillId }) => skillId)).toContain('coding');
  });

  it('belong to their own sentence when many are read at once', async () => {
    const sentences = ['Our benefits: parking', 'bake bread', '', 'coding'];
    const together = await linkMentions(sentences, null, deps, options);
    const alone = await Promise.all(sentences.map((sentence) => linksOf(sentence)));
    expect(together.map(({ links }) => links)).toEqual(alone);
    expect(together.map(({ links }) => links.map(({ skillId }) => skillId))).toEqual([[], ['baking'], [], ['coding']]);
  });
});

describe('links of another language', () => {
  it('are read word for word, the longest label only, and say so', async () => {
    const [found] = await linkMentions(['Sie können Brot backen.'], 'de', deps, options);
    expect(found).toMatchObject({ lexicalOnly: true, requirementProbability: 1 });
    expect(found?.links).toEqual([{ skillId: 'baking', confidence: 0.86, start: 11, end: 22, method: 'label' }]);
  });

  it('keep one link per skill, and none below the confidence asked for', async () => {
    expect(await linksOf('Brot backen, Brot, Brot', 'de')).toHaveLength(1);
    expect(await linksOf('Brot', 'de', { ...options, minConfidence: 0.87 })).toEqual([]);
  });
});

describe('a sentence that asks for nothing', () => {
  it('still gives the names in it, each once', async () => {
    const lexicon = buildSkillLexicon([{ skillId: 'coding', label: 'Kotlin', isPreferred: true }]);
    const named = { ...deps, space: { ...space, lexicon } };
    const [found] = await linkMentions(['Our benefits: Kotlin, parking, Kotlin'], 'en', named, options);
    expect(found?.requirementProbability).toBeLessThan(0.5);
    expect(found?.links).toEqual([{ skillId: 'coding', confidence: 0.84, start: 14, end: 20, method: 'label' }]);
  });
});

describe('a skill whose label is an everyday word written as a name', () => {
  it('is read off the name alone, never off what is near it', async () => {
    const named = [buildSkill('spark', { preferredLabel: 'SPARK' })];
    const nearSpark = (text: string) => Float32Array.from(/spark/i.test(text) ? [1, 0, 0] : [0, 0, 0]);
    const own: TextEmbedder = { ...embedder, embed: (texts) => Promise.resolve(texts.map(nearSpark)) };
    const reader = createReencodingReader(own, own);
    const withNames = { ...deps, space: buildSkillSpace(named, nearSpark), reader };
    const idsOf = async (sentence: string) => {
      const [found] = await linkMentions([sentence], 'en', withNames, { ...options, minConfidence: 0 });
      return found?.links.map(({ skillId }) => skillId);
    };
    expect(await idsOf('Kafka and sparks')).toEqual([]);
    expect(await idsOf('Ada programming with SPARK')).toEqual(['spark']);
  });
});
