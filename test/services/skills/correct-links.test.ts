import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Requirement, SkillLink } from '../../../services/domain/posting.ts';
import { SkillId } from '../../../services/domain/skill.ts';
import { toShare } from '../../../services/domain/units.ts';
import {
  ALIAS_CONFIDENCE,
  correctPosting,
  correctSentence,
  meets,
  type LinkRule,
} from '../../../services/skills/correct-links.ts';
import { findWording } from '../../../services/skills/find-wording.ts';
import type { MentionLink } from '../../../services/skills/link-mentions.ts';

const SENTENCE = 'Write care plans and nursing care plans';
const linkTo = (skillId: string, words: string, confidence = 0.6, sentence = SENTENCE): MentionLink => {
  const start = sentence.indexOf(words);
  return { skillId, confidence, start, end: start + words.length, method: 'dense' };
};
const rule = (kind: LinkRule['kind'], skillId: string, words: string, place: LinkRule['place'] = null): LinkRule => ({
  kind,
  skillId: SkillId.parse(skillId),
  words,
  place,
});

describe('words that never mean a skill', () => {
  it('take away its links read there, and no other', () => {
    const links = [linkTo('planning', 'care plans'), linkTo('care', 'care plans and'), linkTo('planning2', 'Write')];
    const corrected = correctSentence(SENTENCE, links, [rule('reject', 'planning', 'plan')]);
    expect(corrected).toEqual(links.slice(1).toSorted((a, b) => (a.skillId < b.skillId ? -1 : 1)));
  });

  it('leave a link to the skill that was read elsewhere in the sentence', () => {
    const links = [linkTo('planning', 'Write')];
    expect(correctSentence(SENTENCE, links, [rule('reject', 'planning', 'plans')])).toEqual(links);
  });
});

describe('words that mean a skill', () => {
  it('link it, and take the words from other skills', () => {
    const links = [linkTo('gardening', 'plans'), linkTo('writing', 'Write')];
    const corrected = correctSentence(
      'Write plans',
      [linkTo('gardening', 'plans', 0.9, 'Write plans'), linkTo('writing', 'Write')],
      [rule('alias', 'planning', 'plan')],
    );
    expect(links).toHaveLength(2);
    expect(corrected).toEqual([
      { skillId: 'planning', confidence: ALIAS_CONFIDENCE, start: 6, end: 11, method: 'alias' },
      linkTo('writing', 'Write'),
    ]);
  });

  it('make a link surer that is there, never less sure', () => {
    const sure = (confidence: number) =>
      correctSentence(
        SENTENCE,
        [linkTo('planning', 'care plans', confidence)],
        [rule('alias', 'planning', 'care plan')],
      )[0];
    expect(sure(0.3)).toEqual(linkTo('planning', 'care plans', ALIAS_CONFIDENCE));
    expect(sure(0.95)?.confidence).toBe(0.95);
  });

  it('say nothing within longer words that mean a skill', () => {
    const rules = [rule('alias', 'a', 'care plan'), rule('alias', 'b', 'nursing care plan')];
    const corrected = correctSentence('nursing care plans', [], rules);
    expect(corrected.map(({ skillId }) => skillId)).toEqual(['b']);
  });
});

const requirements: Requirement[] = [
  { position: 0, text: 'Care plans', start: 2, end: 12, section: null, necessity: 'must' },
  { position: 1, text: 'Plans of care', start: 20, end: 33, section: null, necessity: 'must' },
];
const stored = (position: number, skillId: string, start: number, end: number): SkillLink => ({
  requirementPosition: position,
  skillId: SkillId.parse(skillId),
  confidence: toShare(0.4),
  start,
  end,
  method: 'dense',
});
const at = (quote: string, start: number, end: number, postingId = 'p') => ({ postingId, quote, start, end });

describe('what is said of one posting', () => {
  const links = [stored(0, 'planning', 7, 12), stored(1, 'planning', 20, 25)];

  it('takes away just the link of that place', () => {
    const rules = [rule('reject', 'planning', 'plans', at('Care plans', 5, 10))];
    expect(correctPosting('p', requirements, links, rules)).toEqual([links[1]]);
    expect(correctPosting('q', requirements, links, rules)).toEqual(links);
  });

  it('makes an accepted link sure, and brings it back when the linker no longer finds it', () => {
    const rules = [rule('accept', 'planning', 'plans', at('Care plans', 5, 10))];
    expect(correctPosting('p', requirements, links, rules)[0]).toEqual({ ...links[0], confidence: 1 });
    expect(correctPosting('p', requirements, [], rules)).toEqual([{ ...links[0], confidence: 1, method: 'person' }]);
  });

  it('beats what is said of the words everywhere', () => {
    const accepted = [
      rule('reject', 'planning', 'plans'),
      rule('accept', 'planning', 'plans', at('Care plans', 5, 10)),
    ];
    expect(
      correctPosting('p', requirements, links, accepted).map(({ requirementPosition }) => requirementPosition),
    ).toEqual([0]);
    const rejected = [rule('alias', 'planning', 'plans'), rule('reject', 'planning', 'plans', at('Care plans', 5, 10))];
    expect(
      correctPosting('p', requirements, [], rejected).map(({ requirementPosition }) => requirementPosition),
    ).toEqual([1]);
  });

  it('holds for the words when the posting was split into other sentences since', () => {
    const rules = [rule('reject', 'planning', 'care plans', at('Care plans and more', 0, 10))];
    expect(correctPosting('p', requirements, links, rules)).toEqual([links[1]]);
  });
});

describe('two corrections meet', () => {
  const alias = rule('alias', 'a', 'care plans');
  it.each([
    ['an alias and what is said of the same skill', alias, rule('reject', 'a', 'van'), true],
    ['aliases of two skills, one within the other', alias, rule('alias', 'b', 'nursing care plan'), true],
    ['aliases of two skills that share no whole wording', alias, rule('alias', 'b', 'plan care'), false],
    ['an alias and what is rejected of another skill', alias, rule('reject', 'b', 'care plans'), false],
    ['two rejections of one skill', rule('reject', 'a', 'care'), rule('reject', 'a', 'care plan'), false],
  ])('or do not: %s', (_name, one, other, expected) => {
    expect([meets(one, other), meets(other, one)]).toEqual([expected, expected]);
  });

  it('when the links that the first one took are needed for the second', () => {
    const text = 'nursing care plans';
    const raw = [linkTo('b', 'care plans', 0.95, text)];
    const both = [alias, rule('alias', 'b', 'nursing care plan')];
    const inPlace = correctSentence(text, correctSentence(text, raw, [alias]), both);
    expect(correctSentence(text, raw, both)).not.toEqual(inPlace);
  });
});

describe('any corrections of any links', () => {
  // Few words and skills, so that corrections meet.
  const words = fc.array(fc.constantFrom('care', 'plan', 'plans', 'nurse', 'of'), { minLength: 1, maxLength: 4 });
  const skill = fc.constantFrom('a', 'b', 'c');
  const sentence = words.map((some) => some.join(' '));
  const ruleOf = fc.record({
    kind: fc.constantFrom('alias' as const, 'reject' as const),
    skillId: skill.map((id) => SkillId.parse(id)),
    words: words.map((some) => some.slice(0, 2).join(' ')),
    place: fc.constant(null),
  });
  const linksIn = (text: string) =>
    fc
      .uniqueArray(
        fc.record({
          skillId: skill,
          start: fc.nat(text.length - 1),
          length: fc.integer({ min: 1, max: 6 }),
          confidence: fc.constantFrom(0.2, 0.5, 0.86, 0.95),
        }),
        { selector: ({ skillId }) => skillId },
      )
      .map((some) =>
        some.map(({ skillId, start, length, confidence }): MentionLink => ({
          skillId,
          confidence,
          start,
          end: Math.min(text.length, start + length),
          method: 'dense',
        })),
      );
  const problem = sentence.chain((text) =>
    fc.tuple(fc.constant(text), linksIn(text), fc.array(ruleOf, { maxLength: 4 })),
  );
  const contradicts = (rules: readonly LinkRule[], skillId: string) =>
    rules.some((one) => one.kind === 'alias' && one.skillId === skillId);

  it('never leave a rejected link, unless the words mean the skill by another correction', () => {
    fc.assert(
      fc.property(problem, ([text, links, rules]) => {
        const corrected = correctSentence(text, links, rules);
        for (const { skillId, words: wording } of rules.filter(({ kind }) => kind === 'reject')) {
          if (contradicts(rules, skillId)) continue;
          for (const span of findWording(text, wording)) {
            expect(
              corrected.filter((link) => link.skillId === skillId && link.start < span.end && span.start < link.end),
            ).toEqual([]);
          }
        }
      }),
    );
  });

  it('always link the words of an alias, unless longer ones that mean a skill hold them', () => {
    fc.assert(
      fc.property(problem, ([text, links, rules]) => {
        const aliases = rules.filter(({ kind }) => kind === 'alias');
        const spans = aliases.flatMap(({ words: wording }) => findWording(text, wording));
        const corrected = correctSentence(text, links, rules);
        for (const { skillId, words: wording } of aliases) {
          const free = findWording(text, wording).filter(
            (span) =>
              !spans.some(
                (other) =>
                  other.start <= span.start && other.end >= span.end && other.end - other.start > span.end - span.start,
              ),
          );
          if (free.length === 0) continue;
          const link = corrected.find((one) => one.skillId === skillId);
          expect(link?.confidence).toBeGreaterThanOrEqual(ALIAS_CONFIDENCE);
        }
      }),
    );
  });

  it('come out the same of raw links and of links corrected before, unless corrections meet', () => {
    fc.assert(
      fc.property(problem, ruleOf, ([text, links, held], added) => {
        const rules = [...held, added];
        const once = correctSentence(text, links, rules);
        expect(correctSentence(text, once, rules)).toEqual(once);
        fc.pre(!held.some((one) => meets(one, added)));
        expect(correctSentence(text, correctSentence(text, links, held), rules)).toEqual(once);
      }),
    );
  });
});
