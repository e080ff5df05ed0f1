/** Texts in, small whole numbers out and back: ids that occur a million times are kept once. */

export interface Numbering<Key extends string | number = string> {
  readonly size: number;
  /** The key's number; a new key gets the next one. */
  numberOf: (key: Key) => number;
  /** The key's number, or undefined when it was never given one. */
  find: (key: Key) => number | undefined;
  /** @throws RangeError for a number that was never given */
  keyOf: (number: number) => Key;
}

export function createNumbering<Key extends string | number = string>(): Numbering<Key> {
  const numbers = new Map<Key, number>();
  const keys: Key[] = [];
  return {
    get size() {
      return keys.length;
    },
    numberOf(key) {
      const known = numbers.get(key);
      if (known !== undefined) return known;
      numbers.set(key, keys.length);
      return keys.push(key) - 1;
    },
    find: (key) => numbers.get(key),
    keyOf(number) {
      const key = keys[number];
      if (key === undefined) throw new RangeError(`Nothing has the number ${number}.`);
      return key;
    },
  };
}
