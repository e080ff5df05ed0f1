/** A share by week as a line the size of a word. Weeks without postings leave a gap in the line, not a zero. */
import './sparkline.css';

interface SparklineProps {
  /** 0 to 1; null for a week that says nothing. */
  shares: readonly (number | null)[];
  direction: 'emerging' | 'declining' | 'stable' | 'unknown';
}

const WIDTH = 72;
const HEIGHT = 20;

export function Sparkline({ shares, direction }: SparklineProps) {
  const known = shares.filter((share) => share !== null);
  if (known.length < 3) return null;
  const top = Math.max(...known, 0.01);
  const x = (position: number) => 1 + (position / (shares.length - 1)) * (WIDTH - 2);
  const y = (share: number) => HEIGHT - 2 - (share / top) * (HEIGHT - 4);
  const path = known.length === 0 ? '' : lineThrough(shares, x, y);
  return (
    <svg
      class={`sparkline is-${direction}`}
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      aria-hidden="true"
      focusable="false"
    >
      <path d={path} />
    </svg>
  );
}

export function lineThrough(
  values: readonly (number | null)[],
  x: (position: number) => number,
  y: (value: number) => number,
): string {
  let isDown = false;
  return values
    .map((value, position) => {
      if (value === null) {
        isDown = false;
        return '';
      }
      const command = isDown ? 'L' : 'M';
      isDown = true;
      return `${command}${x(position).toFixed(1)} ${y(value).toFixed(1)}`;
    })
    .join('');
}
