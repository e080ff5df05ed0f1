/**
 * The four kinds of protobuf field that an ONNX file needs, as bytes.
 *
 * A message is the concatenation of its fields; a nested message is a bytes field whose content is such a
 * concatenation. Negative integers are written as 64-bit two's complement (ten bytes), as `int64` asks.
 */

const VARINT = 0;
const LENGTH_DELIMITED = 2;
const FIXED_32 = 5;

/** An `int64` or enum field. */
export function integerField(field: number, value: number): Buffer {
  return Buffer.concat([tag(field, VARINT), varint(BigInt(value))]);
}

/** A `float` field (32 bits, little-endian). */
export function floatField(field: number, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([tag(field, FIXED_32), bytes]);
}

/** A `string` or `bytes` field; a string is written as UTF-8. */
export function bytesField(field: number, value: Buffer | string): Buffer {
  const bytes = typeof value === 'string' ? Buffer.from(value, 'utf8') : value;
  return Buffer.concat([tag(field, LENGTH_DELIMITED), varint(BigInt(bytes.length)), bytes]);
}

/** A nested message made of the given fields. */
export function messageField(field: number, fields: readonly Buffer[]): Buffer {
  return bytesField(field, Buffer.concat(fields));
}

function tag(field: number, wireType: number): Buffer {
  return varint(BigInt((field << 3) | wireType));
}

/** Seven bits a byte, lowest first; the high bit says that more follow. */
function varint(value: bigint): Buffer {
  let rest = BigInt.asUintN(64, value);
  const bytes: number[] = [];
  do {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    bytes.push(rest === 0n ? low : low | 0x80);
  } while (rest !== 0n);
  return Buffer.from(bytes);
}
