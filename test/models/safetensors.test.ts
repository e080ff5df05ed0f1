import { describe, expect, it } from 'vitest';
import { openSafetensors } from '../../models/safetensors.ts';

function file(header: object, data: string): Buffer {
  const json = Buffer.from(JSON.stringify(header));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(json.length));
  return Buffer.concat([length, json, Buffer.from(data)]);
}
const header = {
  first: { dtype: 'F16', shape: [2], data_offsets: [0, 4] },
  second: { dtype: 'F32', shape: [1, 1], data_offsets: [4, 8] },
};

describe('openSafetensors', () => {
  it('finds each tensor by name', () => {
    const tensor = openSafetensors(file(header, 'aaaabbbb'));
    expect(tensor('second')).toEqual({ elementType: 'F32', shape: [1, 1], bytes: Buffer.from('bbbb') });
  });

  it('says which tensor is missing', () => {
    expect(() => openSafetensors(file(header, 'aaaabbbb'))('third')).toThrow(/no tensor "third"/u);
  });

  it.each([0, 7, 8, 40])('refuses a file cut off after %i bytes', (length) => {
    expect(() => openSafetensors(file(header, 'aaaabbbb').subarray(0, length))).toThrow(/damaged/u);
  });

  it('refuses a tensor whose last byte is missing', () => {
    const whole = file(header, 'aaaabbbb');
    const tensor = openSafetensors(whole.subarray(0, whole.length - 1));
    expect(tensor('first').bytes.toString()).toBe('aaaa');
    expect(() => tensor('second')).toThrow(/"second" is incomplete/u);
  });
});
