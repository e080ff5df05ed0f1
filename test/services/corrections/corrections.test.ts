import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { exportCorrections, importCorrections } from '../../../services/corrections/correction-file.ts';
import { findSkill } from '../../../services/corrections/find-skill.ts';
import { correctLink, correctWords } from '../../../services/corrections/make-correction.ts';
import { undoCorrection } from '../../../services/corrections/undo-correction.ts';
import type { Requirement, SkillLink } from '../../../services/domain/posting.ts';
import { SkillId } from '../../../services/domain/skill.ts';
import { toShare } from '../../../services/domain/units.ts';
import { correctPosting } from '../../../services/skills/correct-links.ts';
import { rollUpSkills } from '../../../services/skills/roll-up-skills.ts';
import { openPglite } from '../../../services/store/pglite-driver.ts';
import { openPostgresStore } from '../../../services/store/postgres-store.ts';
import type { SqlDriver } from '../../../services/store/sql-driver.ts';
import type { Store } from '../../../services/store/store.ts';
import { buildCredential } from '../../builders.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';
import {
  buildLinked,
  buildRelease,
  buildSkill,
  hashOf,
  LINKER,
  NOW,
  savePostings,
  WHOLE_SCOPE,
} from '../store/store-fixture.ts';

const { folder, write } = temporaryFolder();
const SAID = { by: 'Ann', at: '2026-11-01T00:00:00.000Z', why: null };
const PLANNING = SkillId.parse('planning');
const GARDENING = SkillId.parse('gardening');
const TEXTS: Record<string, string[]> = {
  a: ['Write care plans', 'Plan rotas'],
  b: ['Read care plans'],
  c: ['Drive a van'],
};

let driver: SqlDriver;
let store: Store;

beforeAll(async () => {
  driver = await openPglite(path.join(folder, 'store'));
  store = await openPostgresStore(driver);
});
afterAll(() => store.close());
beforeEach(async () => {
  await driver.execute('truncate correction, skill, credential, raw_posting, linker, taxonomy_release cascade');
  const skills = ['planning', 'gardening', 'driving'].map((id) => buildSkill(id, { preferredLabel: `${id} (work)` }));
  await store.taxonomies.saveRelease(buildRelease({ skills }), 'hash', NOW);
  await savePostings(
    store,
    Object.keys(TEXTS).map((id) => ({ id, employerKey: id })),
  );
  await relink(Object.keys(TEXTS));
});

/** A linker that reads planning (.5) in every plan, and gardening (.4) beside it. */
async function relink(ids: readonly string[]): Promise<void> {
  const rules = await store.corrections.active();
  await store.postings.saveLinked(
    ids.map((id) => {
      let at = 0;
      const requirements = (TEXTS[id] ?? []).map((text, position): Requirement => {
        const start = at;
        at += text.length + 1;
        return { position, text, start, end: start + text.length, section: null, necessity: 'unstated' };
      });
      const links = correctPosting(id, requirements, requirements.flatMap(rawLinks), rules);
      return { ...buildLinked(id, {}), requirements, links, skills: rollUpSkills(requirements, links) };
    }),
  );
}

function rawLinks({ position, text, start }: Requirement): SkillLink[] {
  const plan = /\bplans?\b/i.exec(text);
  if (plan === null) return [];
  const link = (skillId: SkillId, confidence: number, from: number, to: number): SkillLink => ({
    requirementPosition: position,
    skillId,
    confidence: toShare(confidence),
    start: start + from,
    end: start + to,
    method: 'dense',
  });
  const end = plan.index + plan[0].length;
  return [link(PLANNING, 0.5, plan.index, end), link(GARDENING, 0.4, 0, plan.index - 1 > 0 ? plan.index - 1 : end)];
}

const demand = async () =>
  Object.fromEntries(
    (await store.demand.counts(WHOLE_SCOPE)).skills.map(({ skillId, expectedCount }) => [skillId, expectedCount]),
  );
const linksOf = async (id: string) =>
  (await store.postings.storedLinks([id])).flatMap(({ links }) =>
    links.map(({ requirementPosition, skillId }) => [requirementPosition, skillId]),
  );
/** Every stored link and share, the same as if everything had been linked from nothing. */
const everything = async () => [
  await store.postings.storedLinks(Object.keys(TEXTS)),
  await store.demand.postingSkills(WHOLE_SCOPE, ['planning', 'gardening', 'driving']),
];

describe('a link that a person rejects', () => {
  it('goes from the links, the demand and the evidence at once, and from no other posting', async () => {
    expect(await demand()).toMatchObject({ planning: 1.25 });
    const [made] = await correctLink('reject', { postingId: 'b', skillId: PLANNING }, SAID, store);
    expect(made).toMatchObject({ isNew: true, postingCount: 1, changedCount: 1, toRelink: [] });
    expect(made?.correction.place).toEqual({ postingId: 'b', quote: 'Read care plans', start: 10, end: 15 });
    expect(await demand()).toMatchObject({ planning: 0.75 });
    expect((await store.demand.evidence(WHOLE_SCOPE, ['planning'], 9)).map(({ postingId }) => postingId)).toEqual([
      'a',
      'a',
    ]);
  });

  it('is the one at the words given, where a posting has several', async () => {
    const made = await correctLink('reject', { postingId: 'a', skillId: PLANNING, words: 'plan' }, SAID, store);
    expect(made).toHaveLength(2);
    await undoAll();
    await correctLink('reject', { postingId: 'a', skillId: PLANNING, words: 'care plans' }, SAID, store);
    expect(await linksOf('a')).not.toContainEqual([0, 'planning']);
    expect(await linksOf('a')).toContainEqual([1, 'planning']);
  });

  it('never comes back by linking again', async () => {
    await correctLink('reject', { postingId: 'b', skillId: PLANNING }, SAID, store);
    const before = await everything();
    await relink(['a', 'b', 'c']);
    expect(await everything()).toEqual(before);
    expect(await linksOf('b')).toEqual([[0, 'gardening']]);
  });

  it('has to be there', async () => {
    await expect(correctLink('reject', { postingId: 'c', skillId: PLANNING }, SAID, store)).rejects.toThrow(
      /The posting c has no link to planning; it is linked to 0 other skills/,
    );
    await expect(correctLink('accept', { postingId: 'z', skillId: PLANNING }, SAID, store)).rejects.toThrow(
      /The posting z is not linked or not known/,
    );
  });
});

describe('a link that a person accepts', () => {
  it('becomes sure', async () => {
    await correctLink('accept', { postingId: 'b', skillId: PLANNING }, SAID, store);
    expect(await demand()).toMatchObject({ planning: 1.75 });
  });
});

describe('words that a person says never mean a skill', () => {
  it('lose it in every posting, now and after linking again', async () => {
    const made = await correctWords('reject', '  Care  plan ', PLANNING, SAID, store);
    expect(made).toMatchObject({ postingCount: 2, changedCount: 2, toRelink: [] });
    expect(await demand()).toMatchObject({ planning: 0.5 });
    const before = await everything();
    await relink(['a', 'b', 'c']);
    expect(await everything()).toEqual(before);
  });

  it('have credentials with them read again by the next linking', async () => {
    const save = (id: string, description: string) => ({
      ...buildCredential(id, { description }),
      contentHash: hashOf('a'),
    });
    await store.credentials.save([save('x', 'Learn to write care plans.'), save('y', 'Learn to drive.')], NOW);
    for (const id of ['x', 'y']) await store.credentials.saveCoverage(id, LINKER.id, []);
    expect(await correctWords('reject', 'care plan', PLANNING, SAID, store)).toMatchObject({ credentialCount: 1 });
    expect(await store.credentials.pendingLinks(LINKER.id)).toEqual(['x']);
  });

  it('have to be words', async () => {
    await expect(correctWords('reject', ' - ', PLANNING, SAID, store)).rejects.toThrow(/holds no word/);
    await expect(correctWords('alias', 'word '.repeat(60), PLANNING, SAID, store)).rejects.toThrow(
      /299 characters long/,
    );
  });
});

describe('words that a person says mean a skill', () => {
  it('are linked in every posting with them, now and after linking again', async () => {
    const driving = SkillId.parse('driving');
    const made = await correctWords('alias', 'care plans', driving, SAID, store);
    expect(made).toMatchObject({ postingCount: 2, changedCount: 2, toRelink: [] });
    expect(await demand()).toMatchObject({ driving: expect.closeTo(1.72, 6) as number, planning: 0.5 });
    const before = await everything();
    await relink(['a', 'b', 'c']);
    expect(await everything()).toEqual(before);
  });

  it('have postings linked again where another correction meets them', async () => {
    await correctWords('alias', 'care plans', GARDENING, SAID, store);
    const made = await correctWords('alias', 'plans', SkillId.parse('driving'), SAID, store);
    expect(made.toRelink).toEqual(['a', 'b']);
    expect(await store.postings.pendingLinks(LINKER.id)).toEqual(['a', 'b']);
  });
});

describe('corrections that meet', () => {
  it('are one when they say the same, in any inflection', async () => {
    const first = await correctWords('alias', 'care plans', GARDENING, SAID, store);
    const again = await correctWords('alias', 'Care  plan', GARDENING, SAID, store);
    expect(again).toMatchObject({ isNew: false, correction: { id: first.correction.id } });
    expect(await store.corrections.all()).toHaveLength(1);
  });

  it('are refused when they contradict, by the number of the one to undo', async () => {
    const { correction } = await correctWords('alias', 'care plans', GARDENING, SAID, store);
    const undoFirst = new RegExp(`skillgap correct undo ${correction.id}\\.`);
    await expect(correctWords('reject', 'care plan', GARDENING, SAID, store)).rejects.toThrow(undoFirst);
    await expect(correctWords('alias', 'care plan', PLANNING, SAID, store)).rejects.toThrow(undoFirst);
    await correctLink('accept', { postingId: 'a', skillId: PLANNING }, SAID, store).catch(() => undefined);
    const [accepted] = await correctLink('accept', { postingId: 'b', skillId: GARDENING }, SAID, store);
    await expect(correctLink('reject', { postingId: 'b', skillId: GARDENING }, SAID, store)).rejects.toThrow(
      `undo ${accepted?.correction.id ?? 0}.`,
    );
  });
});

describe('a correction that is undone', () => {
  it('gives back what it took by linking just its postings again', async () => {
    const before = await everything();
    const relinked: string[][] = [];
    const { correction } = await correctWords('reject', 'care plan', PLANNING, SAID, store);
    const undone = await undoCorrection(correction.id, SAID, store, async (ids) => {
      relinked.push([...ids]);
      await relink(ids);
    });
    expect(undone).toMatchObject({ postingCount: 2, correction: { undone: { by: 'Ann', at: SAID.at } } });
    expect(relinked).toEqual([['a', 'b']]);
    expect(await everything()).toEqual(before);
  });

  it('is undone even when linking fails, and its postings are pending then', async () => {
    const { correction } = await correctWords('reject', 'care plan', PLANNING, SAID, store);
    const failing = () => Promise.reject(new Error('no model'));
    await expect(undoCorrection(correction.id, SAID, store, failing)).rejects.toThrow('no model');
    expect(await store.corrections.active()).toEqual([]);
    expect(await store.postings.pendingLinks(LINKER.id)).toEqual(['a', 'b']);
  });

  it('has to be there, and not undone before', async () => {
    await expect(undoCorrection(99, SAID, store, relink)).rejects.toThrow(/There is no correction 99/);
    const { correction } = await correctWords('alias', 'van', SkillId.parse('driving'), SAID, store);
    await undoCorrection(correction.id, SAID, store, relink);
    await expect(undoCorrection(correction.id, SAID, store, relink)).rejects.toThrow(/was undone on 2026-11-01/);
  });
});

describe('a file of corrections', () => {
  it('brings all that hold into another store, and the same again changes nothing', async () => {
    await correctLink('reject', { postingId: 'b', skillId: PLANNING }, { ...SAID, why: 'it is about care' }, store);
    await correctWords('alias', 'van', SkillId.parse('driving'), SAID, store);
    const undone = await correctWords('alias', 'rotas', GARDENING, SAID, store);
    await undoCorrection(undone.correction.id, SAID, store, relink);
    const lines = await exportCorrections(store);
    expect(JSON.parse(lines[0] ?? '')).toEqual({
      kind: 'reject',
      skill: { id: 'planning', label: 'planning (work)' },
      words: 'plans',
      place: { postingId: 'b', quote: 'Read care plans', start: 10, end: 15 },
      ...SAID,
      why: 'it is about care',
    });
    const corrected = await everything();
    await undoAll();
    const file = await write('corrections.jsonl', lines.join('\n'));
    expect(await importCorrections(file, store)).toMatchObject({ read: 2, added: 2, known: 0, changedCount: 2 });
    expect(await everything()).toEqual(corrected);
    expect(await exportCorrections(store)).toEqual(lines);
    expect(await importCorrections(file, store)).toMatchObject({ added: 0, known: 2, changedCount: 0 });
  });

  it.each([
    [
      'a skill nobody imported',
      { skill: { id: 'x', label: 'x' } },
      /line 2, field skill: x is in no imported taxonomy/,
    ],
    ['an accepted link without a place', { kind: 'accept' }, /line 2, field place: an accepted link needs its place/],
    ['a kind that is none', { kind: 'maybe' }, /line 2: "kind" is wrong/],
    [
      'the opposite of its first line',
      { kind: 'reject' },
      /line 2, field words: "van": correction \d+ \(alias\) says otherwise/,
    ],
  ])('with %s is refused, and nothing of it stored', async (_name, change, says) => {
    const good = { kind: 'alias', skill: { id: 'driving', label: '' }, words: 'van', place: null, ...SAID };
    const file = await write('bad.jsonl', [good, { ...good, ...change }].map((one) => JSON.stringify(one)).join('\n'));
    await expect(importCorrections(file, store)).rejects.toThrow(says);
    expect(await store.corrections.all()).toEqual([]);
  });
});

describe('a skill as a person names it', () => {
  const skills = [
    buildSkill('e:1', { preferredLabel: 'Python (computer programming)' }),
    buildSkill('e:2', { preferredLabel: 'law (a)' }),
    buildSkill('e:3', { preferredLabel: 'law (b)' }),
  ];
  const labels = [{ conceptId: 'e:1', language: 'en', kind: 'alternative' as const, label: 'snakes' }];
  const find = (wanted: string) => findSkill(wanted, { skills, labels, sameAs: new Map([['own:1', 'e:1']]) }).id;

  it('is found by id or label, but for a bracket', () => {
    expect(['e:2', 'own:1', 'python', 'LAW (b)'].map(find)).toEqual(['e:2', 'e:1', 'e:1', 'e:3']);
  });

  it('is asked back for when it could be several, or is an alias only, or nothing', () => {
    expect(() => find('law')).toThrow(/several are called so; give the id: e:2 \("law \(a\)"\), e:3/);
    expect(() => find('snakes')).toThrow(/Unknown skill "snakes": give the id: e:1/);
    expect(() => find('tea')).toThrow(/Unknown skill "tea": give its preferred label or its id\./);
  });
});

async function undoAll(): Promise<void> {
  for (const { id } of await store.corrections.active()) await undoCorrection(id, SAID, store, relink);
}
