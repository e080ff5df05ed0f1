import { describe, expect, it } from 'vitest';
import { createHashingEmbedder } from '../../models/hashing-embedder.ts';

const embedder = createHashingEmbedder();
async function similarity(a: string, b: string): Promise<number> {
  const [first, second] = await embedder.embed([a, b]);
  return first!.reduce((sum, value, axis) => sum + value * second![axis]!, 0);
}

describe('hashing embedder', () => {
  it('takes texts for equal that differ in case, width and blanks only', async () => {
    expect(await similarity('Weld  Steel', ' weld steel\n')).toBeCloseTo(1);
    expect(await similarity('ＳＱＬ', 'sql')).toBeCloseTo(1);
  });

  it('finds texts alike that share letters', async () => {
    expect(await similarity('welding steel', 'weld steel')).toBeGreaterThan(
      await similarity('welding steel', 'triage'),
    );
  });

  it('finds texts without a common trigram unlike', async () => {
    expect(await similarity('abc', 'xyz')).toBe(0);
  });

  it('keeps vectors of another number of dimensions under another id', () => {
    expect(createHashingEmbedder(64).modelId).not.toBe(embedder.modelId);
  });
});
