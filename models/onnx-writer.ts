/**
 * Operators and weights in, the bytes of an ONNX file out.
 *
 * Nodes are written in the order they are added, which has to be an order in which they can run. Names are
 * counted up, so the same calls give the same bytes on every machine.
 */
import { bytesField, floatField, integerField, messageField } from './protobuf-writer.ts';

/** The name of a value that flows between nodes: a graph input, a weight or the output of a node. */
export type ValueName = string;
export type Attribute = { int: number } | { ints: readonly number[] } | { float: number };

/** TensorProto.DataType, https://github.com/onnx/onnx/blob/main/onnx/onnx.proto */
export const ElementType = { float32: 1, uint8: 2, int8: 3, int64: 7 } as const;
export type ElementType = (typeof ElementType)[keyof typeof ElementType];

/** A graph input or output; a string in `shape` is a free dimension with that name. */
export interface ValueDescription {
  name: ValueName;
  type: ElementType;
  shape: readonly (number | string)[];
}

/** Where the elements of a weight are: name of a file in the graph's folder, and bytes into it. */
export interface PlaceInFile {
  location: string;
  offset: number;
  length: number;
}

const IR_VERSION = 8;
/** The first operator set that has LayerNormalization. */
const OPERATOR_SET = 17;
// AttributeProto.AttributeType
const FLOAT_ATTRIBUTE = 1;
const INT_ATTRIBUTE = 2;
const INTS_ATTRIBUTE = 7;
// TensorProto.DataLocation
const EXTERNAL_LOCATION = 1;

export class OnnxWriter {
  readonly #nodes: Buffer[] = [];
  readonly #weights: Buffer[] = [];

  /** Adds an operator and returns the name of its one output. */
  addNode(operator: string, inputs: readonly ValueName[], attributes: Record<string, Attribute> = {}): ValueName {
    const output = `t${this.#nodes.length}`;
    this.#add(operator, inputs, [output], attributes);
    return output;
  }

  /** Adds an operator with two outputs. */
  addNodeOfTwo(operator: string, inputs: readonly ValueName[]): [ValueName, ValueName] {
    const outputs: [ValueName, ValueName] = [`t${this.#nodes.length}`, `u${this.#nodes.length}`];
    this.#add(operator, inputs, outputs, {});
    return outputs;
  }

  #add(
    operator: string,
    inputs: readonly ValueName[],
    outputs: readonly ValueName[],
    attributes: Record<string, Attribute>,
  ): void {
    this.#nodes.push(
      messageField(1, [
        ...inputs.map((input) => bytesField(1, input)),
        ...outputs.map((output) => bytesField(2, output)),
        bytesField(3, `n${this.#nodes.length + 1}`),
        bytesField(4, operator),
        ...Object.entries(attributes).map(([name, attribute]) => attributeField(name, attribute)),
      ]),
    );
  }

  /** Gives a value the name of a graph output. */
  addOutput(value: ValueName, name: ValueName): void {
    this.#nodes.push(messageField(1, [bytesField(1, value), bytesField(2, name), bytesField(4, 'Identity')]));
  }

  /** Adds a weight; `bytes` are its elements, little-endian, last dimension fastest. */
  addWeight(name: ValueName, type: ElementType, shape: readonly number[], bytes: Buffer): ValueName {
    const dimensions = shape.map((size) => integerField(1, size));
    this.#weights.push(
      messageField(5, [...dimensions, integerField(2, type), bytesField(8, name), bytesField(9, bytes)]),
    );
    return name;
  }

  /**
   * Adds a weight whose elements stand in a file beside the graph. The runtime maps that file into memory instead of copying it:
   * what is never read takes no memory.
   */
  addWeightBeside(name: ValueName, type: ElementType, shape: readonly number[], place: PlaceInFile): ValueName {
    const dimensions = shape.map((size) => integerField(1, size));
    const entries = Object.entries(place).map(([key, value]) =>
      messageField(13, [bytesField(1, key), bytesField(2, String(value))]),
    );
    const location = integerField(14, EXTERNAL_LOCATION);
    this.#weights.push(
      messageField(5, [...dimensions, integerField(2, type), bytesField(8, name), ...entries, location]),
    );
    return name;
  }

  /** @param shape a list by default; one number without a dimension where it is empty */
  addFloats(name: ValueName, values: readonly number[], shape: readonly number[] = [values.length]): ValueName {
    const bytes = Buffer.alloc(values.length * 4);
    values.forEach((value, position) => bytes.writeFloatLE(value, position * 4));
    return this.addWeight(name, ElementType.float32, shape, bytes);
  }

  addIntegers(name: ValueName, values: readonly number[]): ValueName {
    const bytes = Buffer.alloc(values.length * 8);
    values.forEach((value, position) => bytes.writeBigInt64LE(BigInt(value), position * 8));
    return this.addWeight(name, ElementType.int64, [values.length], bytes);
  }

  /** The whole file (a ModelProto). */
  toBytes(name: string, inputs: readonly ValueDescription[], outputs: readonly ValueDescription[]): Buffer {
    const graph = messageField(7, [
      ...this.#nodes,
      bytesField(2, name),
      ...this.#weights,
      ...inputs.map((input) => valueField(11, input)),
      ...outputs.map((output) => valueField(12, output)),
    ]);
    const operatorSet = messageField(8, [bytesField(1, ''), integerField(2, OPERATOR_SET)]);
    return Buffer.concat([integerField(1, IR_VERSION), bytesField(2, 'build'), operatorSet, graph]);
  }
}

function attributeField(name: string, attribute: Attribute): Buffer {
  const start = bytesField(1, name);
  if ('float' in attribute) {
    return messageField(5, [start, floatField(2, attribute.float), integerField(20, FLOAT_ATTRIBUTE)]);
  }
  if ('int' in attribute) {
    return messageField(5, [start, integerField(3, attribute.int), integerField(20, INT_ATTRIBUTE)]);
  }
  const values = attribute.ints.map((value) => integerField(8, value));
  return messageField(5, [start, ...values, integerField(20, INTS_ATTRIBUTE)]);
}

function valueField(field: number, { name, type, shape }: ValueDescription): Buffer {
  const dimensions = shape.map((size) =>
    messageField(1, [typeof size === 'string' ? bytesField(2, size) : integerField(1, size)]),
  );
  const tensorType = messageField(1, [integerField(1, type), messageField(2, dimensions)]);
  return messageField(field, [bytesField(1, name), messageField(2, [tensorType])]);
}
