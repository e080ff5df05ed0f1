import { iso31662 } from 'iso-3166';
import { describe, expect, it } from 'vitest';
import { TILE_LAYOUTS } from '../../../services/web/region/tile-layouts.ts';

const byName = new Map(TILE_LAYOUTS.map((layout) => [layout.name, layout]));
const codesOf = (name: string) => Object.keys(byName.get(name)?.places ?? {});

describe.each(TILE_LAYOUTS.map((layout) => [layout.name, layout] as const))('the squares of %s', (_name, layout) => {
  it('are one for each region, within the columns', () => {
    const squares = Object.values(layout.places).map(([column, row]) => `${column} ${row}`);
    expect(new Set(squares).size).toBe(squares.length);
    for (const [column, row] of Object.values(layout.places)) {
      expect(column).toBeLessThan(layout.columns);
      expect(Math.min(column, row)).toBeGreaterThanOrEqual(0);
    }
  });

  it('say which region they are, each another', () => {
    const names = Object.keys(layout.places).map((code) => layout.shortName(code));
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(name).toMatch(/^\p{L}{1,4}$/u);
  });
});

describe('the regions with a square', () => {
  it.each([
    ['Ireland', 26],
    ['France', 13],
    ['Poland', 16],
    ['United States', 51],
  ])('are all of a country and exist: %s', (name, count) => {
    const known = new Set(iso31662.map(({ code }) => code));
    expect(codesOf(name)).toHaveLength(count);
    expect(codesOf(name).filter((code) => !known.has(code))).toEqual([]);
  });
});
