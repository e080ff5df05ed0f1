/**
 * Where regions stand on a map of equal squares: column and row by region code, roughly as they lie. Drawn up for this
 * page; the layout of the American states follows the one newsrooms commonly use.
 */
export interface TileLayout {
  name: string;
  columns: number;
  /** Code of the region to its column and row, from 0. */
  places: Readonly<Record<string, readonly [column: number, row: number]>>;
  /** What the tile says. */
  shortName: (code: string) => string;
}

// prettier-ignore
const EUROPE: TileLayout = {
  name: 'Europe',
  columns: 8,
  places: {
    IS: [0, 0], NO: [4, 0], SE: [5, 0], FI: [6, 0],
    DK: [4, 1], EE: [6, 1],
    IE: [0, 2], GB: [1, 2], NL: [3, 2], DE: [4, 2], PL: [5, 2], LV: [6, 2],
    BE: [2, 3], LU: [3, 3], CZ: [4, 3], SK: [5, 3], LT: [6, 3], UA: [7, 3],
    FR: [2, 4], CH: [3, 4], AT: [4, 4], HU: [5, 4], RO: [6, 4], MD: [7, 4],
    PT: [0, 5], ES: [1, 5], IT: [3, 5], SI: [4, 5], HR: [5, 5], RS: [6, 5], BG: [7, 5],
    MT: [3, 6], AL: [5, 6], GR: [6, 6], TR: [7, 6], CY: [7, 7],
  },
  shortName: (code) => code,
};

// prettier-ignore
const UNITED_KINGDOM: TileLayout = {
  name: 'United Kingdom',
  columns: 4,
  places: {
    UKM: [1, 0],
    UKN: [0, 1], UKC: [2, 1],
    UKD: [1, 2], UKE: [2, 2],
    UKL: [0, 3], UKG: [1, 3], UKF: [2, 3], UKH: [3, 3],
    UKK: [1, 4], UKJ: [2, 4], UKI: [3, 4],
  },
  shortName: (code) =>
    ({ UKM: 'Sco', UKN: 'NI', UKC: 'NE', UKD: 'NW', UKE: 'Yor', UKL: 'Wal', UKG: 'WM', UKF: 'EM', UKH: 'East', UKK: 'SW', UKJ: 'SE', UKI: 'Lon' })[code] ?? code,
};

const STATE_ROWS = [
  'AK .. .. .. .. .. .. .. .. .. .. ME',
  '.. .. .. .. .. .. .. .. .. .. VT NH',
  '.. WA ID MT ND MN IL WI MI NY RI MA',
  '.. OR NV WY SD IA IN OH PA NJ CT ..',
  '.. CA UT CO NE MO KY WV VA MD DE ..',
  '.. .. AZ NM KS AR TN NC SC DC .. ..',
  '.. .. .. .. OK LA MS AL GA .. .. ..',
  'HI .. .. .. TX .. .. .. .. FL .. ..',
];

const UNITED_STATES: TileLayout = {
  name: 'United States',
  columns: 12,
  places: Object.fromEntries(
    STATE_ROWS.flatMap((line, row) =>
      line
        .split(' ')
        .flatMap((state, column) => (state === '..' ? [] : [[`US-${state}`, [column, row] as const] as const])),
    ),
  ),
  shortName: (code) => code.slice(3),
};

export const TILE_LAYOUTS: readonly TileLayout[] = [UNITED_KINGDOM, UNITED_STATES, EUROPE];
