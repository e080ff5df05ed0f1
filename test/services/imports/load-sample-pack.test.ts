import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NORMALISER_VERSION, normalisePosting } from '../../../services/collect/normalise-posting.ts';
import { openStore } from '../../../services/compose/open-store.ts';
import { findMissingElements } from '../../../services/credentials/european-elements.ts';
import type { Credential } from '../../../services/domain/credential.ts';
import type { Posting } from '../../../services/domain/posting.ts';
import { loadSamplePack, SAMPLE_FRAMEWORK, samplePath } from '../../../services/imports/load-sample-pack.ts';
import { readLearnerFile } from '../../../services/standards/read-learner.ts';
import type { Store } from '../../../services/store/store.ts';

const home = mkdtempSync(path.join(tmpdir(), 'skillgap-sample-'));
const NOW = '2026-11-01T00:00:00.000Z';
const distinct = (values: readonly unknown[]): number => new Set(values).size;

describe('the sample pack', () => {
  let store: Store;
  let postings: Posting[];
  let credentials: readonly Credential[];

  beforeAll(async () => {
    store = await openStore({ homeFolder: home, databaseUrl: undefined });
    await loadSamplePack(store, NOW);
    const ids = await store.postings.pendingNormalisation(NORMALISER_VERSION);
    postings = (await store.postings.rawPostings(ids)).map((raw) => normalisePosting(raw));
    credentials = await store.credentials.all();
  });

  afterAll(async () => {
    await store.close();
    rmSync(home, { recursive: true, force: true });
  });

  it('has a taxonomy of at least 400 skills and 40 occupations, nearly all with skills of their own', async () => {
    const [release] = await store.taxonomies.activeReleases();
    expect(release?.framework).toBe(SAMPLE_FRAMEWORK);
    expect(release?.counts['skills']).toBeGreaterThanOrEqual(400);
    const occupations = await store.taxonomies.occupations(SAMPLE_FRAMEWORK);
    expect(occupations.length).toBeGreaterThanOrEqual(40);
    for (const { id, iscoCode } of occupations) {
      expect(iscoCode, id).toMatch(/^\d{4}$/);
      expect((await store.taxonomies.occupationSkillIds([id])).length, id).toBeGreaterThan(0);
    }
  });

  it('maps its skills to WEF core skills', async () => {
    expect((await store.taxonomies.coreSkillsBySkill(SAMPLE_FRAMEWORK)).size).toBeGreaterThan(100);
  });

  it('has at least 150 postings of 30 employers in 4 regions over 12 months', () => {
    expect(postings.length).toBeGreaterThanOrEqual(150);
    expect(distinct(postings.map(({ employerKey }) => employerKey))).toBe(30);
    expect(new Set(postings.map(({ regionCode }) => regionCode))).toEqual(new Set(['IE-D', 'IE-CO', 'IE-LK', 'IE-G']));
    expect(distinct(postings.map(({ postedOn }) => postedOn?.slice(0, 7)))).toBe(12);
    expect(
      postings.filter(({ postedOn, language, country }) => postedOn === null || language !== 'en' || country !== 'IE'),
    ).toEqual([]);
  });

  it('has at least 70 credentials of 15 providers of three kinds', () => {
    expect(credentials.length).toBeGreaterThanOrEqual(70);
    expect(distinct(credentials.map(({ provider }) => provider))).toBe(15);
    expect(new Set(credentials.map(({ providerKind }) => providerKind))).toEqual(
      new Set(['university', 'ngo', 'company']),
    );
  });

  it('states all elements of the European approach for most credentials, and leaves some out as catalogues do', () => {
    const complete = credentials.filter((credential) => findMissingElements(credential, true).length === 0);
    expect(complete.length).toBeGreaterThan(0.85 * credentials.length);
    expect(complete.length).toBeLessThan(credentials.length);
  });

  it('has free, dear, short and long credentials, some priced in another currency, some without a price', () => {
    const euros = credentials.flatMap(({ price }) => (price?.currency === 'EUR' ? [price.amount] : []));
    expect(euros.filter((amount) => amount === 0).length).toBeGreaterThanOrEqual(10);
    expect(Math.max(...euros)).toBeGreaterThanOrEqual(1000);
    expect(euros.length).toBeLessThan(credentials.length);
    expect(credentials.some(({ price }) => price === null)).toBe(true);
    const hours = credentials.map(({ workloadHours }) => workloadHours ?? 0);
    expect(hours.filter((each) => each > 100).length).toBeGreaterThanOrEqual(5);
    expect(Math.min(...hours)).toBeLessThanOrEqual(10);
  });

  it('names only credentials it holds as prerequisites and parts, the parts in both directions', () => {
    const byId = new Map(credentials.map((credential) => [credential.id, credential]));
    for (const { id, prerequisiteIds, hasPartIds, partOfIds } of credentials) {
      for (const other of [...prerequisiteIds, ...hasPartIds, ...partOfIds]) expect(byId.has(other), other).toBe(true);
      for (const part of hasPartIds) expect(byId.get(part)?.partOfIds).toContain(id);
      for (const whole of partOfIds) expect(byId.get(whole)?.hasPartIds).toContain(id);
    }
    expect(credentials.filter(({ prerequisiteIds }) => prerequisiteIds.length > 0).length).toBeGreaterThanOrEqual(10);
    expect(credentials.filter(({ hasPartIds }) => hasPartIds.length > 0).length).toBeGreaterThanOrEqual(7);
  });

  it('has no circle of prerequisites', () => {
    const needs = new Map(credentials.map(({ id, prerequisiteIds }) => [id, prerequisiteIds]));
    const reaches = (from: string, goal: string, seen = new Set<string>()): boolean =>
      (needs.get(from) ?? []).some((next) => {
        if (next === goal) return true;
        if (seen.has(next)) return false;
        return reaches(next, goal, seen.add(next));
      });
    expect(credentials.filter(({ id }) => reaches(id, id))).toEqual([]);
  });

  it('has larger awards that take more hours than their parts together', () => {
    const hoursById = new Map(credentials.map(({ id, workloadHours }) => [id, workloadHours ?? 0]));
    for (const { id, hasPartIds } of credentials) {
      const ofParts = hasPartIds.reduce((sum, part) => sum + (hoursById.get(part) ?? 0), 0);
      if (hasPartIds.length > 0) expect(hoursById.get(id), id).toBeGreaterThan(ofParts);
    }
  });

  it('has learners with a target and something to show', () => {
    const files = readdirSync(samplePath('learners'));
    expect(files).toHaveLength(4);
    for (const file of files) {
      const profile = readLearnerFile(samplePath(`learners/${file}`));
      expect(profile.target).not.toBeNull();
      expect(profile.statements.length).toBeGreaterThan(10);
    }
  });

  it('changes nothing when it is loaded again', async () => {
    const before = { postings: await store.postings.counts(), credentials: await store.credentials.counts() };
    await loadSamplePack(store, '2027-01-01T00:00:00.000Z');
    expect({ postings: await store.postings.counts(), credentials: await store.credentials.counts() }).toEqual(before);
    expect(await store.taxonomies.activeReleases()).toHaveLength(1);
  });
});
