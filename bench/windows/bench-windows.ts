/**
 * Sentences of postings in, docs/evaluation-windows.md out: how many a second are read with every window encoded alone, and how
 * many in one pass with the windows read off it. The same sentences, turn by turn in one run: machines drift.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { createEmbedder } from '../../models/create-embedder.ts';
import { logisticProbability } from '../../models/logistic-regression.ts';
import { openNativeProducts } from '../../models/native-products.ts';
import { createOnePassReader } from '../../models/one-pass-reader.ts';
import { slices } from '../../models/plan-batches.ts';
import { readParameters } from '../../models/read-parameters.ts';
import { createRecentEmbedder } from '../../models/recent-embedder.ts';
import { createReencodingReader, type SentenceReader, type Span } from '../../models/sentence-reader.ts';
import { projectionMatrix, readWindowProjection } from '../../models/window-projection.ts';
import { normalisePosting } from '../../services/collect/normalise-posting.ts';
import { readPostingFile } from '../../services/collect/read-posting-file.ts';
import { readConfig } from '../../services/config.ts';
import { spreadSample } from '../../services/evaluate/spread-sample.ts';
import { extractWindows } from '../../services/skills/extract-windows.ts';
import { DEFAULT_LINK_OPTIONS, MODEL_LANGUAGE } from '../../services/skills/link-mentions.ts';
import { splitRequirements } from '../../services/skills/split-requirements.ts';

const USAGE = 'windows COUNT POSTINGS...';
const REPORT = 'docs/evaluation-windows.md';
const TURNS = 4;
const WORDS_REMEMBERED = 30_000;

interface Way {
  name: string;
  reader: SentenceReader;
  windowsOf: (sentence: string, vector: Float32Array) => readonly Span[];
}

/** Over all turns. */
interface Measured {
  windows: number;
  seconds: number;
  /** Of all cores: what other programs of the machine take is no part of it. */
  cpuSeconds: number;
}

export async function benchWindows([count, ...files]: readonly string[]): Promise<void> {
  if (!(Number(count) > 0) || files.length === 0) throw new Error(`Use: npm run bench -- ${USAGE}`);
  const { ways, close } = await openWays();
  try {
    const rows: string[] = [];
    for (const file of files) {
      const sentences = spreadSample(await readSentences(file), Number(count));
      const measured = await measureInTurns(ways, sentences);
      rows.push(...rowsOf(path.basename(path.dirname(file)), sentences.length, ways, measured));
    }
    const text = reportOf(rows);
    writeFileSync(REPORT, text);
    process.stdout.write(text);
  } finally {
    await close();
  }
}

/** Without the memory that linking has of sentences. */
async function openWays(): Promise<{ ways: Way[]; close: () => Promise<void> }> {
  const { modelFolder } = readConfig();
  const folders = { buildFolder: path.join(modelFolder, 'minilm-l6-v2'), cacheFolder: modelFolder };
  const floats = await createEmbedder('minilm-l6-v2-fp32', folders);
  const model = await createEmbedder('minilm-l6-v2', folders);
  if (model.tokens === undefined) throw new Error('This model shows no tokens.');
  const { matrix, columns } = projectionMatrix(readWindowProjection());
  const products = openNativeProducts();
  const map = await products.createProduct(matrix, columns, 'fp32');
  const classifier = readParameters('requirement-classifier');
  const asks = (vector: Float32Array) =>
    logisticProbability(classifier, vector) >= DEFAULT_LINK_OPTIONS.minRequirementProbability;
  const onePass = () =>
    createOnePassReader({
      tokens: model.tokens ?? missing(),
      wordEmbedder: createRecentEmbedder(model, WORDS_REMEMBERED),
      map,
      onSentences: undefined,
    });
  const ways: Way[] = [
    {
      name: 'every window encoded alone (clauses; 3, 5, 8 words), in 32-bit floats',
      reader: createReencodingReader(floats, floats),
      windowsOf: (sentence) => extractWindows(sentence, 'accurate'),
    },
    {
      name: 'the same in whole numbers of 8 bits',
      reader: createReencodingReader(model, model),
      windowsOf: (sentence) => extractWindows(sentence, 'accurate'),
    },
    {
      name: 'accurate mode: that, where a sentence asks for something',
      reader: createReencodingReader(model, model),
      windowsOf: (sentence, vector) => (asks(vector) ? extractWindows(sentence, 'accurate') : []),
    },
    {
      name: 'one pass, the same windows',
      reader: onePass(),
      windowsOf: (sentence) => extractWindows(sentence, 'accurate'),
    },
    {
      name: 'one pass, windows of the fast mode',
      reader: onePass(),
      windowsOf: (sentence) => extractWindows(sentence, 'fast'),
    },
    {
      name: '**fast mode**: one pass, its windows where a sentence asks for something',
      reader: onePass(),
      windowsOf: (sentence, vector) => (asks(vector) ? extractWindows(sentence, 'fast') : []),
    },
  ];
  return {
    ways,
    close: async () => {
      await products.close();
      await model.close();
      await floats.close();
    },
  };
}

function missing(): never {
  throw new Error('This model shows no tokens.');
}

/** Each once: linking reads a sentence that comes again from its memory. */
async function readSentences(file: string): Promise<string[]> {
  const sentences = new Set<string>();
  for await (const { rawPosting } of readPostingFile({ file, format: 'auto' })) {
    if (rawPosting === undefined) continue;
    const { description, language } = normalisePosting({ ...rawPosting, receivedAt: '2026-01-01T00:00:00Z' });
    if (language !== MODEL_LANGUAGE) continue;
    for (const { text } of splitRequirements(description, language)) sentences.add(text);
  }
  return [...sentences];
}

async function measureInTurns(ways: readonly Way[], sentences: readonly string[]): Promise<Measured[]> {
  const measured = ways.map((): Measured => ({ windows: 0, seconds: 0, cpuSeconds: 0 }));
  // The first run of a model is slower than the rest.
  for (const { reader, windowsOf } of ways) await reader.read(sentences.slice(0, 8), windowsOf);
  for (const turn of slices(sentences, Math.ceil(sentences.length / TURNS))) {
    for (const [at, { reader, windowsOf }] of ways.entries()) {
      const start = performance.now();
      const cpuStart = process.cpuUsage();
      const read = await reader.read(turn, windowsOf);
      const { user, system } = process.cpuUsage(cpuStart);
      const sum = measured[at];
      if (sum === undefined) continue;
      sum.seconds += (performance.now() - start) / 1000;
      sum.cpuSeconds += (user + system) / 1e6;
      for (const { windows } of read) sum.windows += windows.length;
    }
  }
  return measured;
}

function rowsOf(source: string, count: number, ways: readonly Way[], measured: readonly Measured[]): string[] {
  const [alone] = measured;
  return ways.map(({ name }, at) => {
    const { windows, seconds, cpuSeconds } = measured[at] ?? { windows: 0, seconds: 0, cpuSeconds: 0 };
    const times = [(alone?.seconds ?? 0) / seconds, (alone?.cpuSeconds ?? 0) / cpuSeconds];
    const cells = [
      source,
      name,
      (windows / count).toFixed(1),
      (count / seconds).toFixed(0),
      (count / cpuSeconds).toFixed(0),
      times.map((time) => time.toFixed(1)).join(' / '),
    ];
    return `| ${cells.join(' | ')} |`;
  });
}

function reportOf(rows: readonly string[]): string {
  return [
    '# Reading windows off one pass',
    '',
    'Written by `npm run bench -- windows COUNT POSTINGS...`; do not edit by hand. Sentences of real adverts, spread over a source, each once;',
    'all ways read the same ones, turn by turn in one run, with one model (all-MiniLM-L6-v2), the first in 32-bit floats, the others in whole numbers of',
    '8 bits (ADR 0039). Only reading is measured: sentences in, vectors of the sentence and its windows out. A second of CPU is one core busy for a second: other programs of the machine are no part of it.',
    '',
    '| source | way | windows a sentence | sentences a second | sentences a second of CPU | times the first way (clock / CPU) |',
    '| --- | --- | --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
