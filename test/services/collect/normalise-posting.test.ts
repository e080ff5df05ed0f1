import { describe, expect, it } from 'vitest';
import { normalisePosting } from '../../../services/collect/normalise-posting.ts';
import { Posting } from '../../../services/domain/posting.ts';
import type { PostingPayload, RawPosting } from '../../../services/domain/posting.ts';
import { InvalidInputError } from '../../../services/errors.ts';

function raw(payload: Partial<PostingPayload> = {}): RawPosting {
  return {
    id: 'board:1',
    source: 'board',
    url: null,
    receivedAt: '2026-01-02T03:04:05Z',
    licence: null,
    contentHash: '0'.repeat(64),
    payload: {
      title: 'Welder',
      description: 'You will weld steel.',
      employer: null,
      place: null,
      region: null,
      country: null,
      language: null,
      postedOn: null,
      validUntil: null,
      employmentType: null,
      industry: null,
      salary: null,
      raw: {},
      ...payload,
    },
  };
}

describe('normalisePosting', () => {
  it('makes a posting of what was received', () => {
    const posting = normalisePosting(
      raw({
        title: ' Welder &amp; fitter\n(m/f) ',
        description: '<p>You will weld.</p><ul><li>TIG</li></ul>',
        employer: 'Orchard Steel Ltd\n4.2',
        place: 'Leeds',
        country: 'United Kingdom',
        language: 'en-GB',
        postedOn: '2024-03-01T08:00:00+0000',
        validUntil: '31/03/2024',
        employmentType: 'FULL_TIME',
        industry: 'Metal',
      }),
    );
    expect(posting).toEqual({
      id: 'board:1',
      source: 'board',
      title: 'Welder & fitter (m/f)',
      description: 'You will weld.\n\n• TIG',
      language: 'en',
      employer: 'Orchard Steel Ltd',
      employerKey: 'orchard steel',
      place: 'Leeds',
      country: 'GB',
      regionCode: 'UKE',
      postedOn: '2024-03-01',
      validUntil: '2024-03-31',
      employmentType: 'FULL_TIME',
      industry: 'Metal',
    });
    expect(Posting.parse(posting)).toEqual(posting);
  });

  it('keeps unknown as null, however the source writes it', () => {
    const posting = normalisePosting(
      raw({ employer: '-1', industry: 'unknown', place: ' ', employmentType: '', postedOn: '31/02/2024' }),
    );
    expect(posting).toMatchObject({
      employer: null,
      employerKey: null,
      industry: null,
      place: null,
      employmentType: null,
      postedOn: null,
    });
  });

  it('does not believe a closing date before the opening one', () => {
    expect(normalisePosting(raw({ postedOn: '2021-08-16', validUntil: '1951-09-14' })).validUntil).toBeNull();
    expect(normalisePosting(raw({ postedOn: '2021-08-16', validUntil: '2021-08-16' })).validUntil).toBe('2021-08-16');
  });

  it('refuses a payload with one sentence that names the posting', () => {
    const broken = { ...raw(), payload: { title: 3 } };
    expect(() => normalisePosting(broken)).toThrow(InvalidInputError);
    expect(() => normalisePosting(broken)).toThrow(/^Posting board:1: /);
    expect(() => normalisePosting(raw({ title: '<br>' }))).toThrow(/title holds no readable text/);
  });
});
