/**
 * Products with a fixed matrix computed in whole numbers of 8 bits: twice as fast as in 32-bit floats and more, and the same
 * for a vector whatever is beside it.
 *
 * Common 8-bit models scale a whole batch by its largest number, so that a text changes with its neighbours. Here each vector
 * (of a token, of a window) has a scale of its own, and so has each output:
 *
 *   y[t, o] = s[t] w[o] sum_i q[t, i] v[i, o],   q = round(x / s),  s[t] = max_i |x[t, i]| / 127,
 *                                              v = round(W / w),  w[o] = max_i |W[i, o]| / 63
 *
 * (symmetric quantisation by token and by channel, Yao et al. 2022, https://arxiv.org/abs/2206.01861, section 4.) The sums are
 * of whole numbers, so they are exact. Weights have 7 bits: processors without a product of 8-bit numbers add two of these
 * in 16 bits, where 255 x 63 x 2 just fits and larger ones would be cut off.
 */
import { ElementType, type OnnxWriter, type ValueName } from './onnx-writer.ts';

const LARGEST_INPUT = 127;
const LARGEST_WEIGHT = 63;
/** Stands for 0 in the inputs, which the runtime multiplies fastest without a sign. */
const ZERO = 128;

/** Puts the numbers of a weight into the graph, or into a file beside it. */
export type KeepWeight = (
  name: ValueName,
  type: ElementType,
  shape: readonly number[],
  values: Float32Array | Int8Array,
) => ValueName;

/** Vectors in whole numbers, and the scale of each. */
interface WholeVectors {
  numbers: ValueName;
  scales: ValueName;
}

export class WholeNumberProducts {
  readonly #graph: OnnxWriter;
  readonly #keep: KeepWeight;
  readonly #rounded = new Map<ValueName, WholeVectors>();

  constructor(graph: OnnxWriter, keep: KeepWeight) {
    this.#graph = graph;
    this.#keep = keep;
    graph.addFloats('largest', [LARGEST_INPUT]);
    graph.addFloats('unit', [1], []);
    graph.addWeight('zero', ElementType.uint8, [], Buffer.of(ZERO));
  }

  /**
   * Adds the product of `input` (any shape that ends in `inputs`) with a matrix.
   * @param weights `outputs x inputs` numbers, last fastest
   * @param name of the product, different from all others of the graph
   */
  add(input: ValueName, weights: Float32Array, [outputs, inputs]: readonly [number, number], name: string): ValueName {
    const { columns, scales } = roundWeights(weights, outputs, inputs);
    const matrix = this.#keep(`${name}.whole`, ElementType.int8, [inputs, outputs], columns);
    const ofOutput = this.#keep(`${name}.scale`, ElementType.float32, [outputs], scales);
    const whole = this.#round(input);
    const sums = this.#graph.addNode('MatMulInteger', [whole.numbers, matrix, 'zero']);
    const product = this.#graph.addNode('Cast', [sums], { to: { int: ElementType.float32 } });
    return this.#graph.addNode('Mul', [this.#graph.addNode('Mul', [product, whole.scales]), ofOutput]);
  }

  /** Several products may read the same vectors (query, key and value do): they are rounded once. */
  #round(input: ValueName): WholeVectors {
    const known = this.#rounded.get(input);
    if (known !== undefined) return known;
    const graph = this.#graph;
    const most = graph.addNode('ReduceMax', [graph.addNode('Abs', [input])], { axes: { ints: [-1] } });
    // Of nothing but zeros it is 0, and so is every product.
    const scales = graph.addNode('Div', [most, 'largest']);
    const scaled = graph.addNode('Div', [input, scales]);
    const whole = { numbers: graph.addNode('QuantizeLinear', [scaled, 'unit', 'zero']), scales };
    this.#rounded.set(input, whole);
    return whole;
  }
}

/**
 * A matrix in whole numbers from -63 to 63, and what to multiply those of an output with to have its weights back.
 * @param weights `outputs x inputs` numbers, last fastest
 * @returns `columns`: `inputs x outputs` numbers; `scales`: one for each output, 0 where all its weights are
 */
export function roundWeights(
  weights: Float32Array,
  outputs: number,
  inputs: number,
): { columns: Int8Array; scales: Float32Array } {
  const columns = new Int8Array(weights.length);
  const scales = new Float32Array(outputs);
  for (let output = 0; output < outputs; output++) {
    const own = weights.subarray(output * inputs, (output + 1) * inputs);
    const scale = own.reduce((most, value) => Math.max(most, Math.abs(value)), 0) / LARGEST_WEIGHT;
    scales[output] = scale;
    if (scale === 0) continue;
    own.forEach((value, input) => {
      columns[input * outputs + output] = Math.round(value / scale);
    });
  }
  return { columns, scales };
}
