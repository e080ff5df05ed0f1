import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { composeSystem, type System } from '../../../services/compose.ts';
import { readConfig } from '../../../services/config.ts';
import { correctWords } from '../../../services/corrections/make-correction.ts';
import { importTaxonomy } from '../../../services/imports/import-taxonomy.ts';
import { linkCorrected } from '../../../services/skills/link-corrected.ts';
import { answerGaps } from '../../../services/answers/answer-gaps.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const { folder, write } = temporaryFolder();
const HEADER = 'id,label,altLabels,description,type,broader,sameAs\n';
/** Stands for ESCO: a list under its name. Its aliases are as wide as those of ESCO. */
const ESCO = `${HEADER}python,Python (computer programming),snakes,,knowledge,,
care,plan nursing care,bedside,,skill,,
`;
const OWN = `${HEADER}py,Python,Py scripting|CPython,,knowledge,,
careplan,house care papers,care dossier,,skill,,esco:care
tea,Brew oolong tea,oolong,,skill,,
`;
const NOW = '2026-11-01T00:00:00.000Z';

let system: System;
const open = async (taxonomy?: string) => composeSystem(readConfig({ home: folder, model: 'hashing' }), { taxonomy });

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  system = await open();
  const deps = { store: system.store, now: NOW };
  await importTaxonomy({ format: 'csv', paths: [await write('esco.csv', ESCO)], name: 'esco' }, deps);
});
afterAll(() => system.close());

/** Ids of the skills of a sentence, the name of the linker with them. */
async function linked(sentence: string, taxonomy?: string): Promise<{ ids: string[]; linkerId: string }> {
  const one = taxonomy === undefined ? system : await reopened(taxonomy);
  const { linker, mentionsFor, mode, options } = await one.linking();
  const [links] = await linkCorrected([sentence], 'en', mentionsFor(mode, false), { ...options, minConfidence: 0.45 });
  return { ids: (links?.links ?? []).map(({ skillId }) => skillId), linkerId: linker.id };
}

async function reopened(taxonomy?: string): Promise<System> {
  await system.close();
  system = await open(taxonomy);
  return system;
}

describe('an own list beside ESCO', () => {
  it('makes other links by another linker, and leaves ESCO alone as it was when asked for by name', async () => {
    const alone = await linked('You know CPython and oolong');
    expect(alone.ids).toEqual([]);
    await importTaxonomy({ format: 'csv', paths: [await write('house.csv', OWN)] }, { store: system.store, now: NOW });
    await reopened();
    const merged = await linked('You know CPython, care dossiers and oolong');
    expect(merged.ids.toSorted()).toEqual(['esco:care', 'esco:python', 'house:tea']);
    expect(merged.linkerId).not.toBe(alone.linkerId);
    expect(await linked('You know CPython and oolong', 'esco')).toEqual(alone);
    expect((await linked('You know oolong', 'house')).ids).toEqual(['house:tea']);
  });

  it('leaves the aliases of ESCO as doubtful as they were', async () => {
    await reopened();
    expect((await linked('You know snakes and bedside')).ids).toEqual([]);
  });

  it('is obeyed with corrections at once, by what is open already', async () => {
    await reopened();
    expect((await linked('You know infusions')).ids).toEqual([]);
    const tea = await system.findSkill('brew oolong tea');
    await correctWords('alias', 'infusions', tea.id, { by: null, at: NOW, why: null }, system.store);
    expect((await linked('You know infusions')).ids).toEqual(['house:tea']);
    await correctWords('reject', 'oolong', tea.id, { by: null, at: NOW, why: null }, system.store);
    expect((await linked('You know oolong')).ids).toEqual([]);
  });

  it('is named in replies', async () => {
    await reopened();
    const { taxonomy } = await answerGaps({ region: 'IE' }, await system.answers(), {
      top: 1,
      seed: 1,
      evidencePerSkill: 1,
    });
    expect(taxonomy).toMatchObject({ name: 'esco', lists: [{ name: 'house' }] });
  });
});
