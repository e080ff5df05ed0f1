import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createHashingEmbedder } from '../../models/hashing-embedder.ts';
import { encodeLetters } from '../../models/letter-encoder.ts';
import { letterGrams } from '../../models/letter-grams.ts';
import { readLetterMap, writeLetterMap } from '../../models/letter-map-file.ts';
import { dot } from '../../models/unit-vector.ts';
import { trainLetterMap } from '../../services/train/train-letter-map.ts';

describe('the letters of a text', () => {
  it('are sequences of 3 and 4 with a blank on both sides, and the whole word once', () => {
    expect(letterGrams('ox', 'en')).toEqual([' ox', 'ox ', ' ox ']);
    expect(letterGrams('Ox ox', 'en')).toEqual(letterGrams('ox', 'en'));
    expect(letterGrams('a', 'en')).toEqual([' a ']);
  });

  it('are without the feminine ending in German only', () => {
    expect(letterGrams('Köchinnen', 'de')).toEqual(letterGrams('Köch', 'de'));
    expect(letterGrams('Admin', 'en')).not.toEqual(letterGrams('Adm', 'en'));
  });
});

const embedder = createHashingEmbedder();
const PAIRS = [
  ['Schweißer', 'welder'],
  ['Unterwasserschweißer', 'underwater welder'],
  ['Krankenpfleger', 'nurse'],
  ['Altenpfleger', 'nurse of old people'],
] as const;

async function train() {
  const meanings = await embedder.embed(PAIRS.map(([, english]) => english));
  const examples = PAIRS.map(([label], at) => ({ label, meaning: meanings[at] ?? new Float32Array() }));
  const options = { language: 'de', modelId: embedder.modelId, buckets: 512, penalty: 0.01, steps: 20 };
  return { meanings, map: trainLetterMap(examples, options) };
}

describe('a map from letters to meaning', () => {
  it('gives what it has learned back as unit vectors, and for a new compound what its parts mean', async () => {
    const { meanings, map } = await train();
    PAIRS.forEach(([label], at) => {
      expect(dot(encodeLetters(label, map), meanings[at] ?? new Float32Array())).toBeGreaterThan(0.97);
    });
    const [welder, , nurse] = meanings.map((meaning) => dot(encodeLetters('Schutzgasschweißerin', map), meaning));
    expect(welder).toBeGreaterThan(nurse ?? 1);
    const vector = encodeLetters('Schweißerin', map);
    expect(dot(vector, vector)).toBeCloseTo(1);
  });

  it('answers the mean of all it learned to letters it has never seen', async () => {
    const { map } = await train();
    const unknown = encodeLetters('', map);
    expect(unknown.length).toBe(embedder.dimensions);
    expect(dot(unknown, map.offset)).toBeCloseTo(Math.sqrt(dot(map.offset, map.offset)));
  });

  it('comes back from its files as it was, and a damaged file says what to do', async () => {
    const { map } = await train();
    const folder = pathToFileURL(`${mkdtempSync(path.join(tmpdir(), 'letter-map-'))}/`);
    expect(readLetterMap('de', folder)).toBeUndefined();
    writeLetterMap(map, { labels: 4 }, folder);
    expect(readLetterMap('de', folder)).toMatchObject({ ...map, card: { labels: 4 } });
    const file = new URL('letter-map-de.bin', folder);
    writeFileSync(file, readFileSync(file).fill(7, 0, 1));
    expect(() => readLetterMap('de', folder)).toThrow(/npm run train/);
  });

  it('was trained for German and the default model, from labels', () => {
    expect(readLetterMap('de')).toMatchObject({ language: 'de', dimensions: 384, buckets: 8192 });
    expect(readLetterMap('../x')).toBeUndefined();
  });
});
