/**
 * The maps from letters to meaning that are shipped: models/parameters/letter-map-LANGUAGE.json with the card, and
 * .bin with the numbers: rarities, scales and offset as 32-bit floats, then the rows as bytes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { LetterMap } from './letter-encoder.ts';
import { ModelUnavailableError } from './model-errors.ts';

const Header = z.looseObject({
  language: z.string(),
  modelId: z.string(),
  dimensions: z.int().min(1),
  buckets: z.int().min(1),
  card: z.record(z.string(), z.unknown()),
  sha256: z.string(),
});
type Header = z.infer<typeof Header>;

export interface StoredLetterMap extends LetterMap {
  card: Record<string, unknown>;
  /** SHA-256 of the numbers. */
  checksum: string;
}

const folder = new URL('./parameters/', import.meta.url);
const fileOf = (language: string, ending: string, where: URL) => new URL(`letter-map-${language}.${ending}`, where);

/**
 * Undefined when none was trained for the language.
 * @throws ModelUnavailableError when a file is damaged
 */
export function readLetterMap(language: string, from: URL = folder): StoredLetterMap | undefined {
  if (!/^[a-z]{2}$/.test(language) || !existsSync(fileOf(language, 'json', from))) return undefined;
  try {
    const header = Header.parse(JSON.parse(readFileSync(fileOf(language, 'json', from), 'utf8')));
    const bytes = readFileSync(fileOf(language, 'bin', from));
    if (sha256(bytes) !== header.sha256) throw new Error('its checksum differs');
    return { ...header, ...unpack(bytes, header), checksum: header.sha256 };
  } catch (cause) {
    throw new ModelUnavailableError(
      `models/parameters/letter-map-${language} cannot be read: restore it from the repository, or run npm run train.`,
      { cause },
    );
  }
}

export function writeLetterMap(map: LetterMap, card: Record<string, unknown>, to: URL = folder): void {
  const { language, modelId, dimensions, buckets, rarities, scales, offset, rows } = map;
  const bytes = Buffer.concat([rarities, scales, offset, rows].map(bytesOf));
  const header: Header = { language, modelId, dimensions, buckets, card, sha256: sha256(bytes) };
  writeFileSync(fileOf(language, 'bin', to), bytes);
  writeFileSync(fileOf(language, 'json', to), `${JSON.stringify(header)}\n`);
}

function unpack(bytes: Buffer, { buckets, dimensions }: Header) {
  const floats = 2 * buckets + dimensions;
  const copy = new Uint8Array(bytes).buffer;
  return {
    rarities: new Float32Array(copy, 0, buckets),
    scales: new Float32Array(copy, 4 * buckets, buckets),
    offset: new Float32Array(copy, 8 * buckets, dimensions),
    rows: new Int8Array(copy, 4 * floats, buckets * dimensions),
  };
}

function bytesOf({ buffer, byteOffset, byteLength }: Float32Array | Int8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
