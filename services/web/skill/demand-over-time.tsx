/** Demand for a skill by steps of four weeks, as a line and as a table. */
import { lineThrough } from '../parts/sparkline.tsx';
import { monthlyShares, STEP_WEEKS } from '../parts/monthly-shares.ts';
import { day, ofHundred } from '../texts/numbers.ts';
import { texts } from '../texts/texts.ts';
import './skill.css';

const words = texts.pages.skill;
const WIDTH = 720;
const HEIGHT = 160;
const LEFT = 36;
const BOTTOM = 22;

interface DemandOverTimeProps {
  label: string;
  weeks: readonly { week: string; n: number; expectedCount: number }[];
  direction: 'emerging' | 'declining' | 'stable' | 'unknown';
}

export function DemandOverTime({ label, weeks, direction }: DemandOverTimeProps) {
  const shares = monthlyShares(
    weeks.map(({ expectedCount }) => expectedCount),
    weeks,
  );
  if (shares.length < 3) return null;
  const top = Math.max(0.05, ...shares.map((share) => share ?? 0)) * 1.1;
  const x = (position: number) => LEFT + (position / (shares.length - 1)) * (WIDTH - LEFT - 8);
  const y = (share: number) => (1 - share / top) * (HEIGHT - BOTTOM - 8) + 8;
  const starts = shares.map((_, position) => weeks[position * STEP_WEEKS]?.week ?? '');
  const every = Math.max(1, Math.ceil(shares.length / 5));
  return (
    <section class="stack tight">
      <h2>
        {words.over}: {texts.region.trend[direction]}
      </h2>
      <p class="quiet small">{words.overIntro}</p>
      <svg class="over-time" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words.overLabel(label)}>
        {[0, 0.5, 1].map((part) => (
          <g key={part}>
            <line x1={LEFT} x2={WIDTH} y1={y((top / 1.1) * part)} y2={y((top / 1.1) * part)} />
            <text x={LEFT - 6} y={y((top / 1.1) * part) + 4} text-anchor="end">
              {ofHundred((top / 1.1) * part)}
            </text>
          </g>
        ))}
        {starts.map((week, position) =>
          position % every === 0 ? (
            <text key={week} x={x(position)} y={HEIGHT - 4} text-anchor={position === 0 ? 'start' : 'middle'}>
              {day(week)}
            </text>
          ) : null,
        )}
        <path d={lineThrough(shares, x, y)} />
      </svg>
    </section>
  );
}
