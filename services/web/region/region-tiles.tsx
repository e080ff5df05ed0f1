/** Regions as a map of squares where their codes have a place on one, and always as a list. */
import { Link } from 'wouter-preact';
import { addressWith, useAddress } from '../address/use-address.ts';
import { useAnswer } from '../ask/use-answer.ts';
import type { ScopeChoice } from '../../domain/directory-reply.ts';
import { texts } from '../texts/texts.ts';
import { TILE_LAYOUTS, type TileLayout } from './tile-layouts.ts';

const words = texts.region.places;
/** A map of one or two squares says less than the list. */
const MIN_TILES = 3;

export function RegionTiles() {
  const { reply } = useAnswer('get /v1/scopes', { kind: 'region', limit: 300 });
  if (reply === null || reply.scopes.length === 0) return null;
  const { scopes } = reply;
  const layouts = TILE_LAYOUTS.filter(
    ({ places }) => scopes.filter(({ value }) => value in places).length >= MIN_TILES,
  );
  return (
    <section class="stack no-print" aria-labelledby="places">
      <h2 id="places">{words.title}</h2>
      {layouts.length > 0 && (
        <>
          <p class="quiet">{words.intro}</p>
          <div class="tile-groups">
            {layouts.map((layout) => (
              <Tiles key={layout.name} layout={layout} scopes={scopes} />
            ))}
          </div>
        </>
      )}
      <details open={layouts.length === 0}>
        <summary>{words.list}</summary>
        <ul class="region-list">
          {scopes.map((scope) => (
            <li key={scope.value}>
              <RegionLink scope={scope}>{scope.label}</RegionLink>{' '}
              <span class="quiet small number">{texts.region.fields.postings(scope.postingCount)}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}

function Tiles({ layout, scopes }: { layout: TileLayout; scopes: readonly ScopeChoice[] }) {
  const { get } = useAddress();
  const shown = scopes.filter(({ value }) => value in layout.places);
  const isShown = new Set(shown.map(({ value }) => value));
  const most = Math.max(...shown.map(({ postingCount }) => postingCount));
  return (
    <figure class="stack tight">
      <figcaption class="small quiet">{layout.name}</figcaption>
      <div class="tiles" style={{ gridTemplateColumns: `repeat(${layout.columns}, minmax(24px, 44px))` }}>
        {/* Only the shape of the country: what has no postings has nothing to choose. */}
        {Object.entries(layout.places)
          .filter(([code]) => !isShown.has(code))
          .map(([code, [column, row]]) => (
            <span
              key={code}
              class="tile is-empty"
              style={{ gridColumn: column + 1, gridRow: row + 1 }}
              aria-hidden="true"
            />
          ))}
        {shown.map((scope) => {
          const [column, row] = layout.places[scope.value] ?? [0, 0];
          const short = layout.shortName(scope.value);
          // What is written on the square first: that is how people who speak to their computer call it.
          const name = `${short}: ${scope.label}, ${texts.region.fields.postings(scope.postingCount)}`;
          return (
            <RegionLink
              key={scope.value}
              scope={scope}
              class={`tile is-${shade(scope.postingCount, most)}`}
              style={{ gridColumn: column + 1, gridRow: row + 1 }}
              label={name}
              isCurrent={get('region') === scope.value}
            >
              {short}
            </RegionLink>
          );
        })}
      </div>
    </figure>
  );
}

/** 1 to 4, by the logarithm: regions differ by orders of magnitude. */
function shade(count: number, most: number): number {
  return Math.min(4, Math.max(1, Math.ceil((Math.log1p(count) / Math.log1p(most)) * 4)));
}

interface RegionLinkProps {
  scope: ScopeChoice;
  children: string;
  class?: string;
  style?: Record<string, number>;
  label?: string;
  isCurrent?: boolean;
}

function RegionLink({ scope, children, label, isCurrent = false, class: className, style }: RegionLinkProps) {
  const { params } = useAddress();
  const href = addressWith('/region', params, {
    region: scope.value,
    employer: null,
    why: null,
    with: null,
    top: null,
  });
  return (
    <Link
      href={href}
      aria-label={label}
      title={label}
      aria-current={isCurrent ? 'true' : undefined}
      {...(className === undefined ? {} : { class: className })}
      {...(style === undefined ? {} : { style })}
    >
      {children}
    </Link>
  );
}
