/**
 * Trains which words of adverts ask for something: what stands under a heading that names requirements or duties against
 * what stands under one that names benefits, the employer or how to apply, or that a table of such sentences knows.
 *
 * Nobody labels a sentence: headings do. They are right about a section and sometimes wrong about a sentence in it.
 */
import { askingScore, WORD_PLACES, wordPlaces, type AskingWords } from '../../models/asking-words.ts';
import { solveSparseRidge } from '../../models/sparse-ridge.ts';
import { areaUnderCurve } from '../evaluate/area-under-curve.ts';
import { readSentences } from '../skills/read-sentences.ts';
import { round } from './train-requirement-classifier.ts';

const ASKING_SECTIONS = new Set(['requirements', 'duties', 'nice-to-have']);
/** Not among them: announcements and questions, which name the work, and what is dropped for its shape. */
const SILENT_REASONS = new Set([
  'about the employer',
  'company section',
  'benefit',
  'benefits section',
  'offer',
  'pay',
  'terms section',
  'equal opportunity',
  'equal opportunity section',
  'how to apply',
  'application section',
  'contact',
  'privacy',
  'checks',
  'right to work',
  'hours and contract',
]);

/** Of 3 and 10 as penalty, 20 and 40 steps these told unseen sentences apart as well as any. */
const RIDGE = { penalty: 3, steps: 20 };
/** Every fifth advert is kept for the card. */
const HELD_OUT_EVERY = 5;

interface LabelledWords {
  text: string;
  asks: boolean;
}

/** @param adverts plain texts of one language, each once, in an order that is the same every time */
export function trainAskingWords(
  adverts: readonly string[],
  language: string,
): Pick<AskingWords, 'language' | 'weights' | 'card'> {
  const isHeldOut = (at: number) => at % HELD_OUT_EVERY === HELD_OUT_EVERY - 1;
  const train = labelledBySections(
    adverts.filter((_, at) => !isHeldOut(at)),
    language,
  );
  const known = new Set(train.map(({ text }) => text));
  const unseen = labelledBySections(
    adverts.filter((_, at) => isHeldOut(at)),
    language,
  ).filter(({ text }) => !known.has(text));
  const weights = fit(train);
  const scores = unseen.map(({ text }) => askingScore(text, { weights }));
  const asks = unseen.map((one) => one.asks);
  return {
    language,
    weights,
    card: {
      trainedOn: 'sentences of real adverts, by the heading they stand under or the table that turns them down',
      adverts: adverts.length,
      sentences: train.length,
      share: round(train.filter((one) => one.asks).length / train.length),
      unseen: { sentences: unseen.length, auc: round(areaUnderCurve(scores, asks)) },
    },
  };
}

/** Each wording once: adverts of one employer share theirs. */
function labelledBySections(adverts: readonly string[], language: string): LabelledWords[] {
  const labelled = new Map<string, LabelledWords>();
  for (const description of adverts) {
    for (const { text, reason, block } of readSentences(description, language)) {
      const asks = reason === undefined && ASKING_SECTIONS.has(block.kind);
      if (!asks && !SILENT_REASONS.has(reason ?? '')) continue;
      if (!labelled.has(text)) labelled.set(text, { text, asks });
    }
  }
  return [...labelled.values()];
}

/** Ridge regression to 1 and -1; both kinds weigh the same in all, however many there are of each. */
function fit(sentences: readonly LabelledWords[]): Float32Array {
  const share = sentences.filter(({ asks }) => asks).length / sentences.length;
  const weightOf = ({ asks }: LabelledWords) => Math.sqrt(0.5 / (asks ? share : 1 - share));
  return solveSparseRidge({
    inputs: sentences.map((sentence) => {
      const { places, values } = wordPlaces(sentence.text);
      const weight = weightOf(sentence);
      return { places, values: values.map((value) => value * weight) };
    }),
    targets: Float32Array.from(sentences, (sentence) => (sentence.asks ? 1 : -1) * weightOf(sentence)),
    outputs: 1,
    places: WORD_PLACES + 1,
    ...RIDGE,
  });
}
