/** Where skills stand on the canvas, how large they are, and which lie within a drawn line. Pure numbers. */
import type { MapReply, MappedSkill } from '../../domain/map-reply.ts';

/** What part of the map is seen: `scale` times as large as when all of it fits, moved by so many pixels. */
export interface Sight {
  scale: number;
  x: number;
  y: number;
}

export interface PlacedSkill {
  /** Position in the reply. */
  position: number;
  skill: MappedSkill;
  x: number;
  y: number;
  radius: number;
}

const MARGIN = 48;
const MIN_RADIUS = 4;
const MAX_RADIUS = 22;

/** @param width, height of the canvas in CSS pixels */
export function placeSkills({ skills }: MapReply, width: number, height: number, sight: Sight): PlacedSkill[] {
  const xs = skills.map(({ x }) => x);
  const ys = skills.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  const fit = Math.min(
    (width - 2 * MARGIN) / Math.max(right - left, 1e-9),
    (height - 2 * MARGIN) / Math.max(bottom - top, 1e-9),
  );
  const most = Math.max(...skills.map(({ postingCount }) => postingCount), 1e-9);
  // With many skills the largest must not cover the rest.
  const largest = MAX_RADIUS * Math.min(1, Math.sqrt(150 / skills.length) + 0.25);
  return skills.map((skill, position) => ({
    position,
    skill,
    x: (width / 2 + (skill.x - (left + right) / 2) * fit - width / 2) * sight.scale + width / 2 + sight.x,
    y: (height / 2 + (skill.y - (top + bottom) / 2) * fit - height / 2) * sight.scale + height / 2 + sight.y,
    radius: (MIN_RADIUS + Math.sqrt(skill.postingCount / most) * largest) * Math.sqrt(sight.scale),
  }));
}

/** The skill under a point; the smallest where several are, or it could never be reached. */
export function skillAt(placed: readonly PlacedSkill[], x: number, y: number): PlacedSkill | undefined {
  const TOUCH = 4;
  return placed
    .filter((one) => Math.hypot(one.x - x, one.y - y) <= one.radius + TOUCH)
    .sort((a, b) => a.radius - b.radius)[0];
}

/** Whether a point lies within a closed line: it does if a ray from it crosses the line an odd number of times. */
export function isWithin(line: readonly (readonly [number, number])[], x: number, y: number): boolean {
  let isInside = false;
  line.forEach(([ax, ay], position) => {
    const [bx, by] = line[(position + line.length - 1) % line.length] ?? [ax, ay];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) isInside = !isInside;
  });
  return isInside;
}
