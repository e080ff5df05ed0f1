/** Draws a placed map: links, circles with the ring of what is taught, then the labels that find room. */
import type { MapReply } from '../../domain/map-reply.ts';
import { clusterColour, type MapColours } from './map-colours.ts';
import type { PlacedSkill } from './map-geometry.ts';

interface Drawing {
  map: MapReply;
  placed: readonly PlacedSkill[];
  colours: MapColours;
  width: number;
  height: number;
  chosen: ReadonlySet<number>;
  hovered: number | null;
  isDensity: boolean;
  lasso: readonly (readonly [number, number])[];
}

/** Strongest links only: more become a grey cloud. */
const MAX_LINKS = 600;
const FONT = '13px system-ui, sans-serif';

export function drawMap(pen: CanvasRenderingContext2D, drawing: Drawing): void {
  const { colours, width, height, placed, isDensity } = drawing;
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, width, height);
  if (isDensity) drawDensity(pen, placed, colours);
  else drawLinks(pen, drawing);
  for (const one of placed) drawSkill(pen, one, drawing);
  drawLabels(pen, drawing);
  drawLasso(pen, drawing);
}

function drawLinks(pen: CanvasRenderingContext2D, { map, placed, colours }: Drawing): void {
  const byId = new Map(placed.map((one) => [one.skill.skill.id, one]));
  const strongest = map.links.toSorted((a, b) => b.postingCount - a.postingCount).slice(0, MAX_LINKS);
  pen.strokeStyle = colours.line;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const { from, to } of strongest) {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (a === undefined || b === undefined) continue;
    pen.moveTo(a.x, a.y);
    pen.lineTo(b.x, b.y);
  }
  pen.stroke();
}

/** Demand as warmth: every skill spreads over its surroundings in the measure of its postings. */
function drawDensity(pen: CanvasRenderingContext2D, placed: readonly PlacedSkill[], { accent }: MapColours): void {
  for (const { x, y, radius } of placed) {
    const reach = radius * 4.5;
    const warmth = pen.createRadialGradient(x, y, 0, x, y, reach);
    warmth.addColorStop(0, accent);
    warmth.addColorStop(1, 'transparent');
    pen.globalAlpha = 0.16;
    pen.fillStyle = warmth;
    pen.fillRect(x - reach, y - reach, reach * 2, reach * 2);
  }
  pen.globalAlpha = 1;
}

function drawSkill(pen: CanvasRenderingContext2D, one: PlacedSkill, drawing: Drawing): void {
  const { colours, chosen, hovered, isDensity } = drawing;
  const { x, y, skill, position } = one;
  const radius = isDensity ? Math.max(2.5, one.radius / 4) : one.radius;
  pen.fillStyle = clusterColour(colours, skill.cluster);
  pen.globalAlpha = isDensity ? 1 : 0.85;
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
  pen.globalAlpha = 1;
  if (skill.taught > 0 && !isDensity) {
    pen.strokeStyle = colours.ink;
    pen.lineWidth = 2.5;
    pen.beginPath();
    pen.arc(x, y, radius + 2, -Math.PI / 2, -Math.PI / 2 + 2 * Math.PI * skill.taught);
    pen.stroke();
  }
  if (chosen.has(position) || hovered === position) {
    pen.strokeStyle = colours.accent;
    pen.lineWidth = 3;
    pen.setLineDash(chosen.has(position) ? [] : [4, 3]);
    pen.beginPath();
    pen.arc(x, y, radius + 6, 0, 2 * Math.PI);
    pen.stroke();
    pen.setLineDash([]);
  }
}

/** Most wanted first; a label that would cover another is left out until one comes closer. */
function drawLabels(pen: CanvasRenderingContext2D, { placed, colours, hovered, width, height }: Drawing): void {
  pen.font = FONT;
  pen.textAlign = 'center';
  pen.lineJoin = 'round';
  const taken: [number, number, number, number][] = [];
  const first = (one: PlacedSkill) => (one.position === hovered ? 0 : 1);
  for (const one of placed.toSorted((a, b) => first(a) - first(b) || b.radius - a.radius)) {
    const text = one.skill.skill.label;
    const half = pen.measureText(text).width / 2 + 3;
    const y = one.y + one.radius + 15;
    const box: [number, number, number, number] = [one.x - half, y - 14, one.x + half, y + 4];
    if (box[0] < 0 || box[2] > width || box[1] < 0 || box[3] > height) continue;
    if (taken.some(([l, t, r, b]) => box[0] < r && box[2] > l && box[1] < b && box[3] > t)) continue;
    taken.push(box);
    pen.strokeStyle = colours.paper;
    pen.lineWidth = 4;
    pen.strokeText(text, one.x, y);
    pen.fillStyle = colours.ink;
    pen.fillText(text, one.x, y);
  }
}

function drawLasso(pen: CanvasRenderingContext2D, { lasso, colours }: Drawing): void {
  if (lasso.length < 2) return;
  pen.strokeStyle = colours.accent;
  pen.lineWidth = 2;
  pen.setLineDash([6, 4]);
  pen.beginPath();
  lasso.forEach(([x, y], position) => {
    if (position === 0) pen.moveTo(x, y);
    else pen.lineTo(x, y);
  });
  pen.closePath();
  pen.stroke();
  pen.setLineDash([]);
}
