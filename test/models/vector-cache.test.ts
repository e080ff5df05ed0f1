import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { VectorCache } from '../../models/vector-cache.ts';

const options = { modelId: 'toy@1/fp32', dimensions: 3 };
let folder: string;
let opened: VectorCache[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'vector-cache-'));
  opened = [];
});
afterEach(() => {
  for (const cache of opened) cache.close();
  rmSync(folder, { recursive: true, force: true });
});

function open(extra: { modelId?: string; dimensions?: number; mostSmallSegments?: number } = {}): VectorCache {
  const cache = new VectorCache(folder, { ...options, ...extra });
  opened.push(cache);
  return cache;
}
/** A vector that only this text has. */
const vectorOf = (text: string) => Float32Array.of(text.length, text.codePointAt(0) ?? 0, text.codePointAt(1) ?? 0);
const put = (cache: VectorCache, texts: readonly string[]) => {
  cache.putMany(texts, texts.map(vectorOf));
};
const files = (extension: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(extension))
    .map((name) => path.join(folder, name));

// Few distinct texts, so that the same one is put twice, and two that differ only in a broken surrogate.
const text = fc.constantFrom('', ' ', 'weld', 'weld ', 'Weld', 'ä', '\ud800', '\udbff', 'python', 'x'.repeat(5000));

describe('VectorCache', () => {
  it('gives back after reopening what was put, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(fc.array(text), { maxLength: 4 }), fc.array(text), (puts, asked) => {
        rmSync(folder, { recursive: true, force: true });
        const cache = new VectorCache(folder, options);
        for (const texts of puts) put(cache, texts);
        cache.close();
        const again = new VectorCache(folder, options);
        const known = new Set(puts.flat());
        expect(again.size).toBe(known.size);
        expect(again.getMany(asked)).toEqual(asked.map((one) => (known.has(one) ? vectorOf(one) : undefined)));
        again.close();
      }),
      { numRuns: 60 },
    );
  });

  it('knows what was put before it is flushed', () => {
    const cache = open();
    put(cache, ['weld', 'python']);
    expect(cache.getMany(['python', 'sql', 'weld'])).toEqual([vectorOf('python'), undefined, vectorOf('weld')]);
  });

  it('keeps the first vector of a text', () => {
    const cache = open();
    put(cache, ['weld']);
    cache.putMany(['weld', 'weld'], [Float32Array.of(9, 9, 9), Float32Array.of(8, 8, 8)]);
    expect(cache.getMany(['weld'])).toEqual([vectorOf('weld')]);
    expect(statSync(files('.vectors')[0]!).size).toBe(12);
  });

  it('writes no file before there is something to keep', () => {
    put(open(), []);
    expect(files('.keys')).toEqual([]);
  });

  it('keeps models apart, also those whose names differ in characters a file name cannot have', () => {
    put(open({ modelId: 'a/b' }), ['weld']);
    expect(open({ modelId: 'a:b' }).getMany(['weld'])).toEqual([undefined]);
    expect(open({ modelId: 'a/b' }).getMany(['weld'])).toEqual([vectorOf('weld')]);
  });

  it('ignores segments of other dimensions', () => {
    put(open(), ['weld']);
    expect(open({ dimensions: 2 }).getMany(['weld'])).toEqual([undefined]);
  });

  it('refuses vectors of other dimensions', () => {
    expect(() => {
      open().putMany(['weld'], [Float32Array.of(1)]);
    }).toThrow(/3 numbers/u);
    expect(() => {
      open().putMany(['weld', 'sql'], [vectorOf('weld')]);
    }).toThrow(/3 numbers/u);
  });

  it('lets two caches write at once and finds the vectors of both later', () => {
    const [first, second] = [open(), open()];
    put(first, ['weld', 'sql']);
    put(second, ['python', 'sql']);
    put(first, ['triage']);
    const later = open();
    expect(later.size).toBe(4);
    expect(later.getMany(['weld', 'python', 'triage', 'sql'])).not.toContain(undefined);
  });

  it('cannot be used once it is closed', () => {
    const cache = open();
    put(cache, ['weld']);
    cache.close();
    cache.close();
    expect(() => cache.getMany(['weld'])).toThrow(/closed/u);
    expect(() => {
      put(cache, ['sql']);
    }).toThrow(/closed/u);
  });
});

describe('VectorCache after damage', () => {
  const texts = ['weld', 'python', 'sql', 'triage', 'sales'];
  const write = () => {
    const cache = open();
    put(cache, texts.slice(0, 2));
    put(cache, texts.slice(2));
    cache.close();
  };
  /** Records that are whole when a file of this kind ends after `length` bytes. */
  const wholeRecords = (extension: string, length: number) =>
    extension === '.keys' ? Math.max(0, Math.floor((length - 16) / 20)) : Math.floor(length / 12);

  it.each(['.keys', '.vectors'])('loses only what stands past a cut of the %s file, at any byte', (extension) => {
    write();
    const [file] = files(extension);
    const content = readFileSync(file!);
    for (let length = 0; length <= content.length; length++) {
      writeFileSync(file!, content.subarray(0, length));
      const cache = new VectorCache(folder, options);
      const kept = wholeRecords(extension, length);
      expect(cache.size).toBe(kept);
      expect(cache.getMany(texts)).toEqual(texts.map((one, record) => (record < kept ? vectorOf(one) : undefined)));
      cache.close();
    }
  });

  it.each(['.keys', '.vectors'])('never gives a wrong vector when a byte of the %s file is wrong', (extension) => {
    write();
    const [file] = files(extension);
    const content = readFileSync(file!);
    for (let position = 0; position < content.length; position++) {
      const damaged = Buffer.from(content);
      damaged.writeUInt8(damaged.readUInt8(position) ^ 0x10, position);
      writeFileSync(file!, damaged);
      const cache = new VectorCache(folder, options);
      const found = cache.getMany(texts);
      cache.close();
      found.forEach((vector, record) => {
        if (vector) expect(vector).toEqual(vectorOf(texts[record]!));
      });
      // At most one record is hit, unless it is the header, which stands for all of them.
      const isHeader = extension === '.keys' && position < 16;
      expect(found.filter((vector) => !vector).length).toBe(isHeader ? 5 : 1);
    }
  });

  it('writes a damaged record anew when it is put again', () => {
    write();
    truncateSync(files('.vectors')[0]!, 59);
    const content = readFileSync(files('.vectors')[0]!);
    content.writeUInt8(content.readUInt8(0) ^ 1, 0);
    writeFileSync(files('.vectors')[0]!, content);
    const cache = open();
    expect(cache.getMany(['weld', 'sales'])).toEqual([undefined, undefined]);
    put(cache, ['weld', 'sales']);
    expect(open().getMany(texts)).toEqual(texts.map(vectorOf));
  });
});

describe('merging of small segments', () => {
  /** As many caches as segments, opened before any of them writes: each keeps its own vector of `in each`. */
  const fill = (count: number) => {
    const caches = Array.from({ length: count }, () => open());
    caches.forEach((cache, run) => {
      cache.putMany([`text ${run}`, 'in each'], [Float32Array.of(run, 1, 1), Float32Array.of(7, 7, 7)]);
      cache.close();
    });
  };

  it('leaves one segment with each text once', () => {
    fill(5);
    expect(files('.keys')).toHaveLength(5);
    const cache = open({ mostSmallSegments: 4 });
    expect(files('.keys')).toHaveLength(1);
    expect(files('.vectors').map((file) => statSync(file).size)).toEqual([6 * 12]);
    expect(cache.size).toBe(6);
    expect(cache.getMany(['text 0', 'text 4', 'in each'])).toEqual([
      Float32Array.of(0, 1, 1),
      Float32Array.of(4, 1, 1),
      Float32Array.of(7, 7, 7),
    ]);
  });

  it('does nothing up to the limit', () => {
    fill(4);
    open({ mostSmallSegments: 4 });
    expect(files('.keys')).toHaveLength(4);
  });

  it('leaves damaged records out', () => {
    fill(3);
    truncateSync(files('.vectors')[0]!, 0);
    const found = open({ mostSmallSegments: 1 }).getMany(['text 0', 'text 1', 'text 2', 'in each']);
    expect(found.filter((vector) => vector === undefined)).toHaveLength(1);
    expect(found[3]).toEqual(Float32Array.of(7, 7, 7));
  });

  it('leaves a cache that is open on the old segments able to read', () => {
    const early = open();
    put(early, ['weld']);
    fill(3);
    open({ mostSmallSegments: 1 });
    expect(early.getMany(['weld'])).toEqual([vectorOf('weld')]);
    expect(open().getMany(['weld'])).toEqual([vectorOf('weld')]);
  });
});
