/**
 * Plans that no other beats, as points to choose from: closed gap over money or hours. Points lie close
 * together, so a press takes the nearest; the list below has a button for each.
 */
import { useState } from 'preact/hooks';
import type { PlanReply } from '../../domain/reply.ts';
import { Term } from '../parts/term.tsx';
import { hours, money, ofHundred } from '../texts/numbers.ts';
import { texts } from '../texts/texts.ts';
import { axisMarks } from './schedule.ts';
import './frontier.css';

const words = texts.learner.frontier;
type Point = PlanReply['frontier'][number];

/** Pixels around a point that still mean it. */
const REACH = 40;

interface FrontierChartProps {
  points: readonly Point[];
  /** The plan on screen. */
  shown: { gapClosed: number; price: number | null; hours: number | null } | null;
  onPick: (point: Point) => void;
}

export function FrontierChart({ points, shown, onPick }: FrontierChartProps) {
  const isAllFree = points.every(({ price }) => price.amount === 0);
  const [isByHours, setByHours] = useState(isAllFree);
  const amountOf = (point: Point) => (isByHours ? point.hours : point.price.amount);
  const end = Math.max(1, ...points.map(amountOf)) * 1.05;
  const top = Math.min(1, Math.max(...points.map(({ gapClosed }) => gapClosed)) * 1.1);
  const nameOf = (point: Point) => words.point(point.gapClosed, money(point.price), hours(point.hours));
  const isShown = (point: Point) =>
    shown !== null && shown.hours === point.hours && (shown.price ?? 0) === point.price.amount;
  return (
    <section class="panel stack tight" aria-labelledby="frontier">
      <div class="between">
        <h3 id="frontier">
          <Term name="frontier">{words.title}</Term>
        </h3>
        {!isAllFree && (
          <button
            type="button"
            class="button small-one"
            onClick={() => {
              setByHours(!isByHours);
            }}
          >
            {isByHours ? words.byPrice : words.byHours}
          </button>
        )}
      </div>
      <p class="small quiet">{words.intro}</p>
      <div class="frontier">
        <span class="frontier-name-y small quiet">{words.axisY}</span>
        <div class="frontier-y small quiet number" aria-hidden="true">
          {axisMarks(top * 100, 4).map((mark) => (
            <span key={mark} style={{ bottom: `${mark / top}%` }}>
              {mark}
            </span>
          ))}
        </div>
        <div
          class="frontier-area"
          aria-hidden="true"
          onClick={(event) => {
            const { width, height, left, bottom } = event.currentTarget.getBoundingClientRect();
            const distanceOf = (point: Point) =>
              Math.hypot(
                left + (amountOf(point) / end) * width - event.clientX,
                bottom - (point.gapClosed / top) * height - event.clientY,
              );
            const [nearest] = points.toSorted((a, b) => distanceOf(a) - distanceOf(b));
            if (nearest !== undefined && distanceOf(nearest) < REACH) onPick(nearest);
          }}
        >
          {points.map((point) => (
            <span
              key={`${point.price.amount}-${point.hours}-${point.gapClosed}`}
              class={isShown(point) ? 'frontier-point is-shown' : 'frontier-point'}
              title={nameOf(point)}
              style={{ left: `${(amountOf(point) / end) * 100}%`, bottom: `${(point.gapClosed / top) * 100}%` }}
            />
          ))}
        </div>
        <div class="frontier-x small quiet number" aria-hidden="true">
          {axisMarks(end, 5).map((mark) => (
            <span key={mark} style={{ left: `${(mark / end) * 100}%` }}>
              {mark}
            </span>
          ))}
        </div>
        <span class="frontier-name-x small quiet">
          {isByHours ? words.axisHours : words.axisPrice(points[0]?.price.currency ?? '')}
        </span>
      </div>
      <details>
        <summary>{words.list}</summary>
        <ul class="plain-list stack tight">
          {points.map((point) => (
            <li key={nameOf(point)}>
              <button
                type="button"
                class="link-button number"
                onClick={() => {
                  onPick(point);
                }}
              >
                {ofHundred(point.gapClosed)} · {money(point.price)} · {hours(point.hours)}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
