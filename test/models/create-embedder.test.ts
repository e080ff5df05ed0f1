import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { buildMiniLm } from '../../models/build-minilm.ts';
import { createEmbedder } from '../../models/create-embedder.ts';
import { ModelUnavailableError } from '../../models/model-errors.ts';
import { modelFolder } from './model-folder.ts';

// The vendor keeps the fetch it finds when it is imported, so ours has to be there first: a hub that serves the files of
// a folder, or none.
const hub = vi.hoisted(() => {
  const served = { files: undefined as string | undefined, requests: [] as string[] };
  globalThis.fetch = async (input) => {
    const url = input instanceof Request ? input.url : input.toString();
    served.requests.push(url);
    if (served.files === undefined) throw new Error('offline');
    const { readFile } = await import('node:fs/promises');
    const content = await readFile(`${served.files}/${url.split('/resolve/main/')[1] ?? ''}`).catch(() => undefined);
    if (!content) return new Response(null, { status: 404 });
    return new Response(new Uint8Array(content), { headers: { 'content-length': String(content.length) } });
  };
  return served;
});

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'create-embedder-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});
const folders = () => ({ buildFolder: modelFolder, cacheFolder: folder });

describe('createEmbedder', () => {
  it('knows the baseline', async () => {
    expect((await createEmbedder('hashing', folders())).modelId).toBe('hashing-trigrams-v1/256');
  });

  it.each(['minilm', '', 'a/b/c', './nowhere', '/nowhere/at-all'])(
    'says which names there are for "%s"',
    async (name) => {
      const attempt = createEmbedder(name, folders());
      await expect(attempt).rejects.toThrow(ModelUnavailableError);
      await expect(attempt).rejects.toThrow(
        /minilm-l6-v2, minilm-l6-v2-fp32, hashing, an existing folder, or a hub id/u,
      );
    },
  );

  it('lists the files that a local folder lacks', async () => {
    await writeFile(path.join(folder, 'config.json'), '{}');
    await expect(createEmbedder(folder, folders())).rejects.toThrow(
      /lacks onnx\/model.onnx, tokenizer.json, tokenizer_config.json\.$/u,
    );
  });

  it('says when the weights of a local folder cannot be read', async () => {
    await cp(await buildMiniLm(modelFolder, 'int8'), folder, { recursive: true });
    await writeFile(path.join(folder, 'onnx', 'model.onnx'), 'not a graph');
    await expect(createEmbedder(folder, folders())).rejects.toThrow(`Cannot load the model ${folder}`);
  });

  it('downloads a hub model into the cache folder once', async () => {
    hub.files = await buildMiniLm(modelFolder, 'int8');
    const first = await createEmbedder('owner/name', folders());
    hub.files = undefined;
    const second = await createEmbedder('owner/name', folders());
    expect(first.modelId).toMatch(/^owner\/name@[0-9a-f]{12}\/fp32-mean-256$/u);
    expect(second.modelId).toBe(first.modelId);
    expect(await second.embed(['weld steel'])).toEqual(await first.embed(['weld steel']));
    await Promise.all([first.close(), second.close()]);
  });

  it('says so when a hub model cannot be downloaded', async () => {
    hub.files = undefined;
    await expect(createEmbedder('owner/other', folders())).rejects.toThrow(/Cannot load the model owner\/other/u);
  });

  it('asks the hub for nothing when the model is on this machine', async () => {
    hub.requests.length = 0;
    const [local, built] = await Promise.all([
      createEmbedder(await buildMiniLm(modelFolder, 'int8'), folders()),
      createEmbedder('minilm-l6-v2', folders()),
    ]);
    await Promise.all([local.close(), built.close()]);
    expect(hub.requests).toEqual([]);
  });
});
