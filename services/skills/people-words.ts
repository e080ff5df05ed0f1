/**
 * Words for people and groups of them. A stretch of words that ends in one names whom somebody works with ("the management
 * team", "our staff nurses"), which is near to what is done with them ("manage a team", "work with nursing staff").
 */
import { foldWord, wordsOf } from './words.ts';

const PEOPLE = new Set(
  (
    'team staff personnel workforce leadership management nurse midwife doctor physician clinician practitioner therapist pharmacist consultant specialist professional manager engineer ' +
    'scientist analyst developer designer architect administrator assistant technician officer executive director supervisor leader lead head owner partner colleague customer client ' +
    'patient user carer family stakeholder employee member person people individual candidate solver trainee student teacher worker veteran group department company business ' +
    'community committee board agency supplier contractor vendor expert researcher programmer operator coordinator representative player'
  ).split(' '),
);

/** Whether the last word is one for people, in the singular or plural. */
export function endsInPeople(words: string): boolean {
  const last = foldWord(wordsOf(words).at(-1)?.text ?? '').replace(/['’]s?$/u, '');
  return [last, last.replace(/s$/u, ''), last.replace(/ies$/u, 'y')].some((word) => PEOPLE.has(word));
}
