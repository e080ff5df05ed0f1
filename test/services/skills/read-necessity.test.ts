import { describe, expect, it } from 'vitest';
import { readNecessity } from '../../../services/skills/read-necessity.ts';

describe('readNecessity', () => {
  it.each([
    'you must have a driving licence',
    'tig welding is essential',
    'a degree is required',
    'at least 3 years with sql',
    'la maîtrise du tig est indispensable',
    'wig zwingend erforderlich',
    'wymagana znajomość tig',
  ])('hears a need in %j', (sentence) => {
    expect(readNecessity(sentence, 'unstated')).toBe('must');
  });

  it.each([
    'tig welding would be an advantage',
    'a forklift licence is a plus',
    'experience with sap preferred',
    'python is desirable but not essential',
    'un permis caces serait un plus',
    'staplerschein von vorteil',
    'mile widziane uprawnienia udt',
  ])('hears a wish in %j', (sentence) => {
    expect(readNecessity(sentence, 'must')).toBe('nice');
  });

  it.each([
    'other duties as required',
    'the essential duties of the post',
    'maintain necessary records',
    'weld frames',
  ])('hears neither in %j', (sentence) => {
    expect(readNecessity(sentence, 'unstated')).toBe('unstated');
  });

  it('goes by the heading when the sentence says nothing', () => {
    expect(readNecessity('tig welding', 'must')).toBe('must');
    expect(readNecessity('tig welding', 'nice')).toBe('nice');
  });

  it('takes a sentence with both for a need', () => {
    expect(readNecessity("bachelor's degree required, master's preferred", 'unstated')).toBe('must');
  });

  it('does not let a wish about a detail decide', () => {
    expect(readNecessity('a degree in physics (phd preferred)', 'must')).toBe('must');
    expect(readNecessity('three years of nursing, ideally in a hospital', 'unstated')).toBe('unstated');
    expect(readNecessity('ideally you speak polish', 'unstated')).toBe('nice');
  });
});
