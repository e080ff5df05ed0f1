import { describe, expect, it } from 'vitest';
import { ElementType, OnnxWriter } from '../../models/onnx-writer.ts';
import { bytesField, floatField, integerField, messageField } from '../../models/protobuf-writer.ts';

const hex = (bytes: Buffer) => bytes.toString('hex');

// Expected bytes are those of https://protobuf.dev/programming-guides/encoding/
describe('protobuf fields', () => {
  it('writes integers seven bits at a time, lowest first', () => {
    expect(hex(integerField(1, 150))).toBe('089601');
    expect(hex(integerField(1, 0))).toBe('0800');
    expect(hex(integerField(1, 127))).toBe('087f');
    expect(hex(integerField(1, 128))).toBe('088001');
  });

  it('writes negative integers in ten bytes', () => {
    expect(hex(integerField(1, -2))).toBe('08feffffffffffffffff01');
  });

  it('writes field numbers above 15 in two bytes', () => {
    expect(hex(integerField(20, 1))).toBe('a00101');
  });

  it('puts the length in bytes before a string', () => {
    expect(hex(bytesField(2, 'testing'))).toBe('120774657374696e67');
    expect(hex(bytesField(2, 'é'))).toBe('1202c3a9');
  });

  it('writes floats in four bytes and nests messages', () => {
    expect(hex(floatField(2, 1))).toBe('150000803f');
    expect(hex(messageField(3, [integerField(1, 150)]))).toBe('1a03089601');
  });
});

describe('OnnxWriter', () => {
  const write = () => {
    const graph = new OnnxWriter();
    const one = graph.addFloats('one', [1]);
    graph.addOutput(graph.addNode('Add', ['x', one]), 'y');
    const shape = ['batch'];
    const value = (name: string) => ({ name, type: ElementType.float32, shape });
    return graph.toBytes('plus-one', [value('x')], [value('y')]);
  };

  it('gives the same bytes for the same calls', () => {
    expect(write().equals(write())).toBe(true);
  });

  it('names each node by its place, so that no two outputs collide', () => {
    const graph = new OnnxWriter();
    expect([graph.addNode('Neg', ['x']), graph.addNode('Neg', ['t0'])]).toEqual(['t0', 't1']);
  });
});
