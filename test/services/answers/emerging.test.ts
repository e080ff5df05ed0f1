import { describe, expect, it } from 'vitest';
import { answerEmerging, type EmergingDeps } from '../../../services/answers/answer-emerging.ts';
import { countTerms, withoutParts, type TermPlace } from '../../../services/answers/emerging-terms.ts';
import { EmergingReply } from '../../../services/domain/emerging.ts';
import type { ReadPosting } from '../../../services/store/store.ts';
import { buildCounts } from '../../builders.ts';
import { answerDeps, OPTIONS, type Market } from './answer-fixture.ts';

type Sentences = (string | ReadPosting['sentences'][number])[];

function posting(id: string, sentences: Sentences, rest: Partial<ReadPosting> = {}): ReadPosting {
  return {
    postingId: id,
    title: 'Nurse',
    employer: `Employer ${id}`,
    employerKey: id,
    place: null,
    sentences: sentences.map((one) => (typeof one === 'string' ? { text: one, links: [] } : one)),
    ...rest,
  };
}

/** Words in capitals, alone and two together. */
function termsOf(sentence: string): TermPlace[] {
  return [...sentence.matchAll(/[A-Z]{3,}(?: [A-Z]{3,})?/g)].flatMap(({ index, 0: text }) => {
    const whole = { key: text, start: index, end: index + text.length };
    const [first, second] = text.split(' ');
    return first === undefined || second === undefined
      ? [whole]
      : [whole, { key: first, start: index, end: index + first.length }];
  });
}
const FLOORS = { postings: 2, employers: 2 };
const counted = (inside: ReadPosting[], outside: ReadPosting[] = [], floors = FLOORS) =>
  countTerms(inside, outside, termsOf, floors).map(({ text, postingIds, employerCount }) => [
    text,
    postingIds.size,
    employerCount,
  ]);

describe('terms of postings', () => {
  it('are counted once a posting, with their employers', () => {
    const inside = [
      posting('a', ['use SBAR', 'know SBAR']),
      posting('b', ['like SBAR']),
      posting('c', ['an SBAR'], { employerKey: 'b' }),
    ];
    expect(counted(inside)).toEqual([['SBAR', 3, 2]]);
  });

  it('below a floor of postings or employers are left out', () => {
    const inside = [posting('a', ['use SBAR']), posting('b', ['know SBAR'])];
    expect(counted(inside, [], { postings: 3, employers: 1 })).toEqual([]);
    expect(counted([inside[0]!, { ...inside[1]!, employerKey: 'a' }])).toEqual([]);
    expect(counted(inside)).toHaveLength(1);
  });

  it('do not count where a skill was read surely', () => {
    const read = (confidence: number) => ({ text: 'use SBAR', links: [{ start: 0, end: 5, confidence }] });
    const other = posting('c', ['an SBAR']);
    expect(counted([posting('a', [read(0.5)]), posting('b', ['the SBAR']), other])).toEqual([['SBAR', 2, 2]]);
    expect(counted([posting('a', [read(0.49)]), posting('b', ['the SBAR']), other])).toEqual([['SBAR', 3, 3]]);
    const beside = { text: 'use SBAR', links: [{ start: 0, end: 4, confidence: 0.9 }] };
    expect(counted([posting('a', [beside]), other])).toEqual([['SBAR', 2, 2]]);
  });

  it('that a skill explains in most postings are left out', () => {
    const read = { text: 'use SBAR', links: [{ start: 4, end: 8, confidence: 0.9 }] };
    const unread = [posting('x', ['the SBAR']), posting('y', ['an SBAR'])];
    expect(counted([...unread, posting('a', [read])])).toHaveLength(1);
    expect(counted([...unread, posting('a', [read]), posting('b', [read])])).toEqual([]);
  });

  it('are neither names of their employer or place nor their title', () => {
    const rest = { employer: 'SBAR Trust', place: 'ELY', title: 'Head of BETA' };
    expect(
      counted(
        ['a', 'b'].map((id) => posting(id, [`with SBAR ${id}`, `at ELY ${id}`, `BETA ${id}`, `GAMMA ${id}`], rest)),
      ),
    ).toEqual([['GAMMA', 2, 2]]);
  });

  it('of one sentence that many adverts share are boilerplate', () => {
    const shared = ['a', 'b', 'c', 'd'].map((id) => posting(id, ['We use SBAR.']));
    expect(counted(shared)).toEqual([]);
    expect(counted(shared.slice(0, 2))).toEqual([]);
    expect(counted([...shared, posting('e', ['know SBAR'])])).toHaveLength(1);
    expect(counted([...shared, posting('e', ['we use  SBAR'])])).toEqual([]);
  });

  it('said as often elsewhere are left out; the more telling come first', () => {
    const inside = [posting('a', ['SBAR and GAMMA', 'DELTA']), posting('b', ['GAMMA or SBAR', 'a DELTA'])];
    const saying = (text: string, count: number) =>
      Array.from({ length: count }, (_, at) => posting(`${text}${at}`, [text]));
    const order = (outside: ReadPosting[]) => counted(inside, outside).map(([text]) => text);
    expect(order(saying('other', 4))).toEqual(['DELTA', 'GAMMA', 'SBAR']);
    expect(order([...saying('GAMMA', 1), ...saying('DELTA', 2)])).toEqual(['SBAR', 'GAMMA', 'DELTA']);
    const rest = [posting('c', ['nothing']), posting('d', ['nothing'])];
    expect(counted([...inside, ...rest], saying('DELTA', 9)).map(([text]) => text)).toEqual(['GAMMA', 'SBAR']);
  });

  it('are quoted in whole sentences where there are some, one of each employer', () => {
    const long = `SBAR is ${'x '.repeat(40)}`;
    const inside = [
      posting('a', ['SBAR', 'We hand over by SBAR on every ward of ours.', long]),
      posting('b', ['SBAR only']),
      posting('c', ['an SBAR now', long]),
    ];
    const [term] = countTerms(inside, [], termsOf, FLOORS);
    expect(term?.quotes.map(({ postingId, quote }) => [postingId, quote])).toEqual([
      ['a', 'We hand over by SBAR on every ward of ours.'],
      ['c', long],
      ['b', 'SBAR only'],
    ]);
  });

  it('within longer terms of mostly the same postings give way to them', () => {
    const [whole, part] = [
      { key: 'ALPHA BETA', postingIds: new Set(['a', 'b', 'c']) },
      { key: 'BETA', postingIds: new Set(['a', 'b', 'c', 'd', 'e']) },
    ].map((one) => ({ ...one, text: one.key, employerCount: 3, informativeness: 1, specificity: 1, quotes: [] }));
    expect(withoutParts([part!, whole!])).toEqual([whole]);
    const rarer = { ...whole!, postingIds: new Set(['a', 'b']) };
    expect(withoutParts([part!, rarer])).toEqual([part, rarer]);
    const other = { ...part!, key: 'ALPHABET' };
    expect(withoutParts([other, whole!])).toEqual([other, whole]);
  });
});

const INSIDE = ['a', 'b', 'c', 'd'].map((id) =>
  posting(id, [`SBAR ${id}`, `PYTHON ${id}`, `NEARLY ${id}`, `PERKS ${id}`, `WELDER ${id}`]),
);

function deps(market: Market = {}): EmergingDeps {
  return {
    ...answerDeps({ read: { inside: INSIDE, outside: [posting('x', ['other'])] }, ...market }),
    termsOf,
    nearestSkills: (terms) =>
      Promise.resolve(
        terms.map((term) => ({
          skillId: 'python',
          similarity: term === 'NEARLY' ? 0.8 : 0.79,
          isLabel: term === 'PYTHON',
        })),
      ),
    requirementProbabilities: (sentences) =>
      Promise.resolve(sentences.map((one) => (one.startsWith('PERKS') ? 0.1 : 0.9))),
    isOccupation: (term) => term === 'WELDER',
  };
}

describe('what no skill is called', () => {
  it('comes with counts, quotes and the nearest skill; labels, near skills, occupations and benefits stay out', async () => {
    const reply = EmergingReply.parse(
      await answerEmerging({ region: 'IE' }, deps(), { ...OPTIONS, evidencePerSkill: 2 }),
    );
    expect(reply.read).toEqual({ postings: 4, elsewhere: 1 });
    expect(reply.terms.map(({ term }) => term)).toEqual(['SBAR']);
    expect(reply.terms[0]).toMatchObject({
      postingCount: 4,
      employerCount: 4,
      share: 1,
      specificity: 2,
      nearest: { skill: { id: 'python', label: 'python', framework: 'own' }, similarity: 0.79 },
      quotes: [
        { postingId: 'a', employer: 'Employer a', quote: 'SBAR a', start: 0, end: 4 },
        { postingId: 'b', quote: 'SBAR b' },
      ],
    });
  });

  it('needs three employers in a region, two among an occupation, one at an employer', async () => {
    const of = (employerCount: number) =>
      INSIDE.map((one, at) => ({ ...one, employerKey: String(Math.min(at, employerCount - 1)) }));
    const terms = async (
      request: { region?: string; employer?: string; occupation?: string },
      employerCount: number,
    ) => {
      const market = {
        read: { inside: of(employerCount), outside: [] },
        employers: [{ key: 'acme', name: 'Acme', postingCount: 4 }],
      };
      return (await answerEmerging(request, deps(market), OPTIONS)).terms.length;
    };
    expect([await terms({ region: 'IE' }, 2), await terms({ region: 'IE' }, 3)]).toEqual([0, 1]);
    expect([await terms({ occupation: '25' }, 1), await terms({ occupation: '25' }, 2)]).toEqual([0, 1]);
    expect(await terms({ employer: 'Acme' }, 1)).toBe(1);
  });

  it('shows nothing of a suppressed scope, not even how much was read', async () => {
    const reply = await answerEmerging({ region: 'IE' }, deps({ counts: () => buildCounts(5, []) }), OPTIONS);
    expect(reply).toMatchObject({ read: { postings: 0, elsewhere: 0 }, terms: [] });
    expect(reply.suppressed).toMatch(/Fewer than 10 postings/);
  });
});
