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
  places: placesOf('US', STATE_ROWS),
  shortName: (code) => code.slice(3),
};

const COUNTY_ROWS = [
  '.. DL .. .. ..',
  'MO SO LM CN MN',
  '.. RN LD MH LH',
  'G  .. WH KE D ',
  'CE .. OY LS WW',
  'LK TA KK CW WX',
  'KY CO WD .. ..',
];

const IRELAND: TileLayout = {
  name: 'Ireland',
  columns: 5,
  places: placesOf('IE', COUNTY_ROWS),
  shortName: (code) => code.slice(3),
};

const FRENCH_ROWS = [
  '..  ..  HDF ..',
  'BRE NOR IDF GES',
  '..  PDL CVL BFC',
  '..  NAQ ..  ARA',
  '..  OCC ..  PAC',
  '..  ..  ..  20R',
];

const FRANCE: TileLayout = {
  name: 'France',
  columns: 4,
  places: placesOf('FR', FRENCH_ROWS),
  shortName: (code) => ({ 'FR-20R': 'COR' })[code] ?? code.slice(3),
};

const VOIVODESHIP_ROWS = ['32 22 28 20 ..', '08 04 14 06 ..', '.. 30 10 26 ..', '02 16 24 12 18'];

const POLAND: TileLayout = {
  name: 'Poland',
  columns: 5,
  places: placesOf('PL', VOIVODESHIP_ROWS),
  // ISO 3166-2 has numbers; people know the letters it had before.
  // prettier-ignore
  shortName: (code) =>
    ({ '02': 'DS', '04': 'KP', '06': 'LU', '08': 'LB', '10': 'LD', '12': 'MA', '14': 'MZ', '16': 'OP', '18': 'PK', '20': 'PD', '22': 'PM', '24': 'SL', '26': 'SK', '28': 'WN', '30': 'WP', '32': 'ZP' })[code.slice(3)] ?? code,
};

export const TILE_LAYOUTS: readonly TileLayout[] = [IRELAND, UNITED_KINGDOM, UNITED_STATES, FRANCE, POLAND, EUROPE];

/** A country drawn row by row, its regions by the part of their code behind the country; `..` is no region. */
function placesOf(country: string, rows: readonly string[]): TileLayout['places'] {
  return Object.fromEntries(
    rows.flatMap((line, row) =>
      line
        .trim()
        .split(/ +/)
        .flatMap((region, column) =>
          region === '..' ? [] : [[`${country}-${region}`, [column, row] as const] as const],
        ),
    ),
  );
}
