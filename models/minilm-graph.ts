/**
 * The network of all-MiniLM-L6-v2 (a BERT encoder) as an ONNX graph: token ids in, one vector per token out.
 *
 * Weights are stored as 16-bit floats and written to a file beside the graph in the order in which they are multiplied: those of
 * linear layers in whole numbers of 8 bits or as the same numbers in 32 bits, all others in 32 bits. Opening the model then takes
 * 130 MB less: nothing is cast or transposed at load, and the rows of words that no text holds are never read from the disk.
 */
import { ModelUnavailableError } from './model-errors.ts';
import { ElementType, OnnxWriter, type ValueDescription, type ValueName } from './onnx-writer.ts';
import type { Precision } from './precision.ts';
import type { StoredTensor } from './safetensors.ts';
import { WholeNumberProducts, type KeepWeight } from './whole-number-product.ts';
import { toFloat32, transpose, WeightsFile } from './weights-file.ts';

/** The fields of a BERT `config.json` that shape the network. */
export interface BertConfig {
  hidden_size: number;
  num_attention_heads: number;
  num_hidden_layers: number;
  layer_norm_eps: number;
}

/** Added to the attention logits of padding: small enough that its softmax is exactly 0. */
const MASKED = -1e9;

export interface BertGraph {
  graph: Buffer;
  /** Of the file `weightsName` in the same folder, one part after the other. */
  weights: readonly Uint8Array[];
}

export function writeBertGraph(
  config: BertConfig,
  tensor: (name: string) => StoredTensor,
  weightsName: string,
  precision: Precision,
): BertGraph {
  const graph = new OnnxWriter();
  const weights = new WeightsFile(weightsName);
  const layers = layerBuilders(graph, config, tensor, weights, precision);

  const embedded = embedTokens(graph, layers);
  const mask = maskPadding(graph);
  const constants = encoderConstants(graph, config);
  let tokens = embedded;
  for (let layer = 0; layer < config.num_hidden_layers; layer++) {
    const prefix = `encoder.layer.${layer}.`;
    tokens = attend(graph, layers, constants, tokens, mask, prefix);
    tokens = feedForward(graph, layers, constants, tokens, prefix);
  }
  graph.addOutput(tokens, 'last_hidden_state');

  const tokenShape = ['batch', 'seq'];
  const inputs = ['input_ids', 'attention_mask', 'token_type_ids'].map((name): ValueDescription => ({
    name,
    type: ElementType.int64,
    shape: tokenShape,
  }));
  const output = { name: 'last_hidden_state', type: ElementType.float32, shape: [...tokenShape, config.hidden_size] };
  return { graph: graph.toBytes('minilm', inputs, [output]), weights: weights.parts };
}

type LayerBuilders = ReturnType<typeof layerBuilders>;

function layerBuilders(
  graph: OnnxWriter,
  config: BertConfig,
  tensor: (name: string) => StoredTensor,
  file: WeightsFile,
  precision: Precision,
) {
  const keepBeside: KeepWeight = (name, type, shape, values) =>
    graph.addWeightBeside(name, type, shape, file.append(values));
  const wholeNumbers = precision === 'int8' ? new WholeNumberProducts(graph, keepBeside) : undefined;
  const read = (name: string): { values: Float32Array; shape: readonly number[] } => {
    const { elementType, shape, bytes } = tensor(name);
    if (elementType !== 'F16') {
      throw new ModelUnavailableError(`Tensor "${name}" is stored as ${elementType}, F16 was expected.`);
    }
    return { values: toFloat32(bytes), shape };
  };
  const weight = (name: string): ValueName => {
    const { values, shape } = read(name);
    return keepBeside(name, ElementType.float32, shape, values);
  };
  const linear = (input: ValueName, name: string): ValueName => {
    const {
      values,
      shape: [rows = 0, columns = 0],
    } = read(`${name}.weight`);
    if (wholeNumbers !== undefined) {
      return graph.addNode('Add', [wholeNumbers.add(input, values, [rows, columns], name), weight(`${name}.bias`)]);
    }
    const turned = transpose(values, rows, columns);
    const weights = keepBeside(`${name}.weight`, ElementType.float32, [columns, rows], turned);
    return graph.addNode('Add', [graph.addNode('MatMul', [input, weights]), weight(`${name}.bias`)]);
  };
  const normalise = (input: ValueName, name: string): ValueName =>
    graph.addNode('LayerNormalization', [input, weight(`${name}.weight`), weight(`${name}.bias`)], {
      axis: { int: -1 },
      epsilon: { float: config.layer_norm_eps },
    });
  return { weight, linear, normalise };
}

/** Word, token-type and position embeddings, added and normalised. */
function embedTokens(graph: OnnxWriter, { weight, normalise }: LayerBuilders): ValueName {
  const shape = graph.addNode('Shape', ['input_ids']);
  const [one, two, zero] = [
    graph.addIntegers('c1', [1]),
    graph.addIntegers('c2', [2]),
    graph.addIntegers('c0', [0]),
  ] as const;
  const length = graph.addNode('Slice', [shape, one, two, zero]);
  const positions = graph.addNode('Slice', [weight('embeddings.position_embeddings.weight'), zero, length, zero]);
  const words = graph.addNode('Gather', [weight('embeddings.word_embeddings.weight'), 'input_ids']);
  const types = graph.addNode('Gather', [weight('embeddings.token_type_embeddings.weight'), 'token_type_ids']);
  const sum = graph.addNode('Add', [graph.addNode('Add', [words, types]), positions]);
  return normalise(sum, 'embeddings.LayerNorm');
}

/** 0 where there is a token, MASKED where there is padding; shape [batch, 1, 1, seq]. */
function maskPadding(graph: OnnxWriter): ValueName {
  const one = graph.addFloats('f1', [1]);
  const axes = graph.addIntegers('c12', [1, 2]);
  const present = graph.addNode('Cast', [graph.addNode('Unsqueeze', ['attention_mask', axes])], {
    to: { int: ElementType.float32 },
  });
  return graph.addNode('Mul', [graph.addNode('Sub', [one, present]), graph.addFloats('neg', [MASKED])]);
}

type EncoderConstants = ReturnType<typeof encoderConstants>;

function encoderConstants(graph: OnnxWriter, { hidden_size: size, num_attention_heads: heads }: BertConfig) {
  const headSize = size / heads;
  return {
    one: 'f1',
    splitHeads: graph.addIntegers('sh', [0, 0, heads, headSize]),
    joinHeads: graph.addIntegers('sh2', [0, 0, size]),
    rootOfHeadSize: graph.addFloats('sq', [Math.sqrt(headSize)]),
    half: graph.addFloats('half', [0.5]),
    rootOfTwo: graph.addFloats('r2', [Math.SQRT2]),
  };
}

/** Multi-head self-attention, then the residual connection and its normalisation. */
function attend(
  graph: OnnxWriter,
  { linear, normalise }: LayerBuilders,
  { splitHeads, joinHeads, rootOfHeadSize }: EncoderConstants,
  tokens: ValueName,
  mask: ValueName,
  layer: string,
): ValueName {
  const project = (name: string, order: readonly number[]): ValueName => {
    const heads = graph.addNode('Reshape', [linear(tokens, `${layer}attention.self.${name}`), splitHeads]);
    return graph.addNode('Transpose', [heads], { perm: { ints: order } });
  };
  const query = project('query', [0, 2, 1, 3]);
  const key = project('key', [0, 2, 3, 1]);
  const value = project('value', [0, 2, 1, 3]);
  const scaled = graph.addNode('Div', [graph.addNode('MatMul', [query, key]), rootOfHeadSize]);
  const shares = graph.addNode('Softmax', [graph.addNode('Add', [scaled, mask])], { axis: { int: -1 } });
  const mixed = graph.addNode('Transpose', [graph.addNode('MatMul', [shares, value])], {
    perm: { ints: [0, 2, 1, 3] },
  });
  const joined = graph.addNode('Reshape', [mixed, joinHeads]);
  const attended = graph.addNode('Add', [linear(joined, `${layer}attention.output.dense`), tokens]);
  return normalise(attended, `${layer}attention.output.LayerNorm`);
}

/** Two linear layers with an exact GELU, x / 2 * (1 + erf(x / sqrt 2)), between them; residual and normalisation. */
function feedForward(
  graph: OnnxWriter,
  { linear, normalise }: LayerBuilders,
  { one, half, rootOfTwo }: EncoderConstants,
  tokens: ValueName,
  layer: string,
): ValueName {
  const wide = linear(tokens, `${layer}intermediate.dense`);
  const erf = graph.addNode('Erf', [graph.addNode('Div', [wide, rootOfTwo])]);
  const doubled = graph.addNode('Mul', [wide, graph.addNode('Add', [erf, one])]);
  const activated = graph.addNode('Mul', [doubled, half]);
  const narrow = graph.addNode('Add', [linear(activated, `${layer}output.dense`), tokens]);
  return normalise(narrow, `${layer}output.LayerNorm`);
}
