/** FNV-1a, 32 bit, over code points: small, fast, and the same on every machine. */
export function fnv1a(characters: readonly string[], start = 0, end = characters.length): number {
  let hash = 0x811c9dc5;
  for (let position = start; position < end; position++) {
    hash = Math.imul(hash ^ (characters[position]?.codePointAt(0) ?? 0), 0x01000193);
  }
  return hash >>> 0;
}
