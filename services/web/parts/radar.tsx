/** Shares around a circle, with the range as a lighter ring. A picture of a list that stands beside it. */
import './radar.css';

interface RadarProps {
  title: string;
  axes: readonly { label: string; share: number; interval: readonly [number, number] }[];
  max: number;
}

const SIZE = 420;
const CENTRE_Y = 150;
const RADIUS = 104;
/** Rings of the grid, parts of the radius. */
const RINGS = [0.25, 0.5, 0.75, 1];

export function Radar({ title, axes, max }: RadarProps) {
  const at = (position: number, part: number): [number, number] => {
    const angle = (position / axes.length) * 2 * Math.PI - Math.PI / 2;
    return [SIZE / 2 + Math.cos(angle) * RADIUS * part, CENTRE_Y + Math.sin(angle) * RADIUS * part];
  };
  const outline = (partOf: (axis: RadarProps['axes'][number]) => number) =>
    `${axes.map((axis, position) => `${position === 0 ? 'M' : 'L'}${at(position, partOf(axis)).join(' ')}`).join('')}Z`;
  const low = outline(({ interval }) => interval[0] / max);
  const high = outline(({ interval }) => interval[1] / max);
  return (
    <svg class="radar" viewBox={`0 0 ${SIZE} ${CENTRE_Y * 2}`} role="img" aria-label={title}>
      {RINGS.map((part) => (
        <path key={part} class="radar-ring" d={outline(() => part)} />
      ))}
      <path class="radar-band" d={`${high}${low}`} fill-rule="evenodd" />
      <path class="radar-share" d={outline(({ share }) => share / max)} />
      {axes.map(({ label }, position) => {
        const [x, y] = at(position, 1.12);
        const anchor = Math.abs(x - SIZE / 2) < 12 ? 'middle' : x > SIZE / 2 ? 'start' : 'end';
        const lines = inTwoLines(label);
        const first = y + 4 - (lines.length - 1) * (y < CENTRE_Y - 60 ? 12 : 6);
        return (
          <text key={label} text-anchor={anchor}>
            {lines.map((line, row) => (
              <tspan key={line} x={x} y={first + row * 14}>
                {line}
              </tspan>
            ))}
          </text>
        );
      })}
    </svg>
  );
}

/** Long labels break at the blank nearest the middle and are cut where even that is not enough. */
function inTwoLines(label: string): string[] {
  const MAX_LINE = 18;
  if (label.length <= 14) return [label];
  const blanks = [...label.matchAll(/ /gu)].map(({ index }) => index);
  const middle = blanks.sort((a, b) => Math.abs(a - label.length / 2) - Math.abs(b - label.length / 2))[0];
  const lines = middle === undefined ? [label] : [label.slice(0, middle), label.slice(middle + 1)];
  return lines.map((line) => (line.length > MAX_LINE ? `${line.slice(0, MAX_LINE - 1)}…` : line));
}
