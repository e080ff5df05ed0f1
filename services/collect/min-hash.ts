/**
 * Shingles and MinHash signatures: how alike two texts are without comparing them word by word (Broder 1997).
 *
 * The part of equal rows in two signatures estimates the Jaccard similarity of their shingle sets; it only proposes,
 * `jaccard` on the sets decides. All constants are fixed, so the same text has the same signature on every machine.
 */
export const BANDS = 12;
export const ROWS_PER_BAND = 5;
const SIGNATURE_LENGTH = BANDS * ROWS_PER_BAND;
const SHINGLE_WORDS = 5;

/** Odd multipliers and offsets of the hash family, from a fixed linear congruential sequence. */
const MULTIPLIERS = new Uint32Array(SIGNATURE_LENGTH);
const OFFSETS = new Uint32Array(SIGNATURE_LENGTH);
let state = 0x9e3779b9;
for (let row = 0; row < SIGNATURE_LENGTH; row++) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  MULTIPLIERS[row] = state | 1;
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  OFFSETS[row] = state;
}

/** Lower-case words of a text, digits included: what remains of it when layout and punctuation are taken away. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{Nd}]+/gu) ?? [];
}

/** Distinct hashes of all runs of five words, ascending; of the whole text when it is shorter. */
export function shinglesOf(words: readonly string[]): Uint32Array {
  const wordHashes = words.map(hashWord);
  const last = Math.max(0, words.length - SHINGLE_WORDS);
  const shingles = new Set<number>();
  for (let start = 0; start <= last; start++) {
    let hash = 0x811c9dc5;
    for (let at = start; at < Math.min(start + SHINGLE_WORDS, words.length); at++) {
      hash = mix(Math.imul(hash, 0x01000193) ^ (wordHashes[at] ?? 0));
    }
    shingles.add(hash >>> 0);
  }
  return Uint32Array.from(shingles).sort();
}

export function signatureOf(shingles: Uint32Array): Uint32Array {
  const signature = new Uint32Array(SIGNATURE_LENGTH).fill(0xffffffff);
  for (const shingle of shingles) {
    for (let row = 0; row < SIGNATURE_LENGTH; row++) {
      const hash = mix(Math.imul(shingle, MULTIPLIERS[row] ?? 1) + (OFFSETS[row] ?? 0)) >>> 0;
      if (hash < (signature[row] ?? 0)) signature[row] = hash;
    }
  }
  return signature;
}

/** One key a band: two texts that share any of them are worth comparing. */
export function bandKeys(signature: Uint32Array): string[] {
  return Array.from({ length: BANDS }, (_, band) => {
    const rows = signature.subarray(band * ROWS_PER_BAND, (band + 1) * ROWS_PER_BAND);
    return `${band}:${rows.join(',')}`;
  });
}

/** Shared part of two ascending sets, 0 to 1; two empty sets are alike. */
export function jaccard(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 && b.length === 0) return 1;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [left = 0, right = 0] = [a[i], b[j]];
    if (left === right) shared++;
    if (left <= right) i++;
    if (right <= left) j++;
  }
  return shared / (a.length + b.length - shared);
}

/** Two 32-bit halves of FNV-1a with another offset: 52 bits are enough to call two texts the same. */
export function fingerprint(words: readonly string[]): string {
  let low = 0x811c9dc5;
  let high = 0x2f1b3ac7;
  for (const word of words) {
    const hash = hashWord(word);
    low = mix(Math.imul(low, 0x01000193) ^ hash);
    high = mix(Math.imul(high, 0x5bd1e995) + hash);
  }
  return `${words.length}:${(low >>> 0).toString(36)}:${(high >>> 0).toString(36)}`;
}

function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** Finaliser of MurmurHash3: every bit of the input reaches every bit of the output. */
function mix(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}
