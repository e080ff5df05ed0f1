import { describe, expect, it } from 'vitest';
import { chooseTaxonomy } from '../../../services/compose/open-linking.ts';
import { ownListsBeside, taxonomyReply } from '../../../services/compose/own-lists.ts';
import type { TaxonomySummary } from '../../../services/store/store.ts';

const release = (framework: string, language = 'en'): TaxonomySummary => ({
  framework,
  version: '1',
  language,
  counts: {},
});
const beside = (frameworks: TaxonomySummary[], wanted?: string) =>
  ownListsBeside(chooseTaxonomy(frameworks, wanted), frameworks, wanted);

describe('own lists beside the taxonomy', () => {
  it('are all of them where ESCO is there, each once, in the order of their names', () => {
    const releases = [
      release('tea'),
      release('esco'),
      release('ai', 'de'),
      release('onet'),
      release('ai'),
      release('ai', 'fr'),
    ];
    expect(beside(releases)).toEqual([release('ai'), release('tea')]);
  });

  it('are none where a taxonomy was asked for, or ESCO is not there', () => {
    expect(beside([release('esco'), release('tea')], 'esco')).toEqual([]);
    expect(beside([release('esco'), release('tea')], 'tea')).toEqual([]);
    expect(beside([release('onet'), release('tea'), release('ai')])).toEqual([]);
  });

  it('are named in replies, and only where there are some', () => {
    expect(taxonomyReply(release('esco'), [])).toEqual({ name: 'esco', version: '1' });
    expect(taxonomyReply(release('esco'), [release('tea')])).toEqual({
      name: 'esco',
      version: '1',
      lists: [{ name: 'tea', version: '1' }],
    });
  });
});
