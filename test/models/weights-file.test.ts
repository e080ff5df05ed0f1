import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toFloat32, transpose, WeightsFile } from '../../models/weights-file.ts';

const halves = (...bits: number[]) => toFloat32(Buffer.from(Uint16Array.from(bits).buffer));

describe('toFloat32', () => {
  // Examples of IEEE 754 binary16: https://en.wikipedia.org/wiki/Half-precision_floating-point_format
  it('gives the number that a 16-bit float stands for', () => {
    const numbers = halves(0x3c00, 0xc000, 0x3555, 0x0001, 0x03ff, 0x0400, 0x7bff, 0x8000);
    expect(Array.from(numbers)).toEqual([1, -2, 0.333251953125, 2 ** -24, 1023 / 2 ** 24, 2 ** -14, 65504, -0]);
  });

  it('keeps the order of positive numbers, which is the order of their bits', () => {
    const positive = fc.integer({ min: 0, max: 0x7bfe });
    fc.assert(
      fc.property(positive, (bits) => {
        const [smaller = 0, larger = 0] = halves(bits, bits + 1);
        expect(smaller).toBeLessThan(larger);
      }),
    );
  });
});

describe('transpose', () => {
  it('makes rows of columns', () => {
    expect(Array.from(transpose(Float32Array.of(1, 2, 3, 4, 5, 6), 2, 3))).toEqual([1, 4, 2, 5, 3, 6]);
  });
});

describe('WeightsFile', () => {
  it('says where each weight stands, and starts it on a page', () => {
    const file = new WeightsFile('weights.bin');
    const places = [
      file.append(Float32Array.of(1, 2)),
      file.append(new Float32Array(2048)),
      file.append(Float32Array.of(3)),
    ];
    expect(places.map(({ offset }) => offset)).toEqual([0, 4096, 12288]);
    const content = Buffer.concat(file.parts);
    expect(places.map(({ offset, length }) => content.subarray(offset, offset + length).length)).toEqual([8, 8192, 4]);
    expect(content.readFloatLE(12288)).toBe(3);
  });
});
