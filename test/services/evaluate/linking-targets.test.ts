import { describe, expect, it } from 'vitest';
import { collectTargets, readLabels, restrictTargets } from '../../../services/evaluate/linking-targets.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

const skills = [
  { id: 'u:law', label: 'health, safety and hygiene legislation ' },
  { id: 'u:java', label: 'Java (computer programming)' },
  { id: 'u:b-weld', label: 'welding' },
  { id: 'u:a-weld', label: 'welding' },
  { id: 'u:c', label: 'C' },
];
const { write } = temporaryFolder();

describe('a label is found', () => {
  const { findTarget } = collectTargets(skills);

  it('with stray blanks, in another case, or without its commas', () => {
    expect(findTarget('  health,  safety and hygiene\u00a0legislation')).toBe('u:law');
    expect(findTarget('health safety and hygiene legislation ')).toBe('u:law');
    expect(findTarget('JAVA (Computer Programming)')).toBe('u:java');
  });

  it('when the comma that was lost stood in a number', () => {
    const { findTarget: find } = collectTargets([{ id: 'u:1', label: 'fly aircraft above 5,700 kg' }]);
    expect(find('fly aircraft above 5700 kg')).toBe('u:1');
  });

  it('by the id of its skill', () => {
    expect(findTarget('u:java')).toBe('u:java');
  });

  it('not when no spelling is the same', () => {
    expect(findTarget('Java')).toBeUndefined();
    expect(findTarget('')).toBeUndefined();
  });

  it('as written before it is found in another case', () => {
    const { findTarget: find } = collectTargets([
      { id: 'u:1', label: 'it' },
      { id: 'u:2', label: 'IT' },
    ]);
    expect(find('IT')).toBe('u:2');
    expect(find('it')).toBe('u:1');
    expect(find('It')).toBe('u:1');
  });
});

it('skills that share a label are one target, under the first id', () => {
  const { targets, targetIdOf, findTarget } = collectTargets(skills);
  expect(targets.map(({ id }) => id)).toEqual(['u:a-weld', 'u:c', 'u:java', 'u:law']);
  expect(targetIdOf('u:b-weld')).toBe('u:a-weld');
  expect(findTarget('welding')).toBe('u:a-weld');
  expect(findTarget('u:b-weld')).toBe('u:a-weld');
});

describe('a file of labels', () => {
  it('leaves over what it names, and says what the taxonomy lacks', async () => {
    const file = await write('labels.txt', 'welding \n\nhealth safety and hygiene legislation\nflying\nflying\n');
    const { targets, missingLabels } = restrictTargets(skills, await readLabels(file));
    expect(targets.targets.map(({ id }) => id)).toEqual(['u:a-weld', 'u:law']);
    expect(targets.targetIdOf('u:b-weld')).toBe('u:a-weld');
    expect(targets.targetIdOf('u:java')).toBeUndefined();
    expect(targets.findTarget('C')).toBeUndefined();
    expect(missingLabels).toEqual(['flying']);
  });

  it('is refused when it names no skill at all', async () => {
    const file = await write('foreign.txt', 'flying\n');
    const labels = await readLabels(file);
    expect(() => restrictTargets(skills, labels)).toThrow(/foreign\.txt names no skill/);
  });
});
