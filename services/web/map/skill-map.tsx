/** The map on a canvas: drag to move, wheel or buttons to come closer, press a circle to choose it, lasso for many. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { MapReply } from '../../domain/map-reply.ts';
import { texts } from '../texts/texts.ts';
import { drawMap } from './draw-map.ts';
import { readColours } from './map-colours.ts';
import { isWithin, placeSkills, skillAt, type Sight } from './map-geometry.ts';

const words = texts.map;
const WHOLE: Sight = { scale: 1, x: 0, y: 0 };
const STEP = 1.4;
const MAX_SCALE = 12;
/** A press that moved further is a drag. */
const STILL = 4;

interface SkillMapProps {
  map: MapReply;
  chosen: ReadonlySet<number>;
  onChoose: (chosen: ReadonlySet<number>) => void;
  canvasRef: { current: HTMLCanvasElement | null };
}

export function SkillMap({ map, chosen, onChoose, canvasRef }: SkillMapProps) {
  const [size, setSize] = useState({ width: 0, height: 0 });
  const [sight, setSight] = useState(WHOLE);
  const [hovered, setHovered] = useState<number | null>(null);
  const [isDensity, setDensity] = useState(false);
  const [isLasso, setLasso] = useState(false);
  const [line, setLine] = useState<[number, number][]>([]);
  const [theme, setTheme] = useState(0);
  const press = useRef<{ x: number; y: number; from: Sight; hasMoved: boolean } | null>(null);
  const placed = useMemo(
    () => (size.width === 0 ? [] : placeSkills(map, size.width, size.height, sight)),
    [map, size, sight],
  );

  useEffect(() => watchSize(canvasRef.current, setSize), []);
  useEffect(
    () =>
      watchTheme(() => {
        setTheme((count) => count + 1);
      }),
    [],
  );
  useEffect(() => {
    const canvas = canvasRef.current;
    const pen = canvas?.getContext('2d');
    if (!canvas || !pen || size.width === 0) return;
    const dots = window.devicePixelRatio || 1;
    canvas.width = Math.round(size.width * dots);
    canvas.height = Math.round(size.height * dots);
    pen.setTransform(dots, 0, 0, dots, 0, 0);
    const colours = readColours(canvas.parentElement ?? document.body);
    drawMap(pen, { map, placed, colours, ...size, chosen, hovered, isDensity, lasso: line });
  }, [placed, chosen, hovered, isDensity, line, theme]);

  const zoom = (factor: number, x = size.width / 2, y = size.height / 2) => {
    setSight((last) => {
      const scale = Math.min(MAX_SCALE, Math.max(1, last.scale * factor));
      if (scale === 1) return WHOLE;
      const grown = scale / last.scale;
      const [cx, cy] = [x - size.width / 2, y - size.height / 2];
      return { scale, x: cx - (cx - last.x) * grown, y: cy - (cy - last.y) * grown };
    });
  };

  const onPointerDown = (event: PointerEvent) => {
    canvasRef.current?.setPointerCapture(event.pointerId);
    press.current = { x: event.offsetX, y: event.offsetY, from: sight, hasMoved: false };
    if (isLasso) setLine([[event.offsetX, event.offsetY]]);
  };
  const onPointerMove = (event: PointerEvent) => {
    const { offsetX: x, offsetY: y } = event;
    const start = press.current;
    if (start === null) {
      setHovered(skillAt(placed, x, y)?.position ?? null);
      return;
    }
    if (Math.hypot(x - start.x, y - start.y) > STILL) start.hasMoved = true;
    if (isLasso) setLine((last) => [...last, [x, y]]);
    else if (start.hasMoved)
      setSight({ scale: start.from.scale, x: start.from.x + x - start.x, y: start.from.y + y - start.y });
  };
  const onPointerUp = (event: PointerEvent) => {
    const start = press.current;
    press.current = null;
    if (start === null) return;
    if (isLasso && line.length > 2) {
      const within = placed.filter(({ x, y }) => isWithin(line, x, y)).map(({ position }) => position);
      onChoose(new Set([...chosen, ...within]));
    } else if (!start.hasMoved) {
      const under = skillAt(placed, event.offsetX, event.offsetY);
      if (under !== undefined) onChoose(toggled(chosen, under.position));
    }
    setLine([]);
  };

  return (
    <div class="map-area">
      <div class="line no-print" role="group" aria-label={words.most}>
        <button
          type="button"
          class="button small-one"
          aria-pressed={isDensity}
          onClick={() => {
            setDensity(!isDensity);
          }}
        >
          {words.density}
        </button>
        <button
          type="button"
          class="button small-one"
          aria-pressed={isLasso}
          onClick={() => {
            setLasso(!isLasso);
          }}
        >
          {words.lasso}
        </button>
        <button
          type="button"
          class="button small-one"
          onClick={() => {
            zoom(STEP);
          }}
        >
          {words.zoomIn}
        </button>
        <button
          type="button"
          class="button small-one"
          onClick={() => {
            zoom(1 / STEP);
          }}
        >
          {words.zoomOut}
        </button>
        <button
          type="button"
          class="button small-one"
          onClick={() => {
            setSight(WHOLE);
          }}
        >
          {words.reset}
        </button>
      </div>
      <canvas
        ref={canvasRef}
        class={isLasso ? 'map-canvas is-lasso' : 'map-canvas'}
        role="img"
        aria-label={words.label(map.skills.length, map.clusters.filter(({ skillCount }) => skillCount > 1).length)}
        onPointerDown={onPointerDown}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        onPointerCancel={() => {
          press.current = null;
          setLine([]);
        }}
        onPointerLeave={() => {
          setHovered(null);
        }}
        onWheel={(event) => {
          // Without a key held the wheel scrolls the page, as everywhere else.
          if (!event.ctrlKey && !event.metaKey && !event.shiftKey) return;
          event.preventDefault();
          zoom((event.deltaY || event.deltaX) < 0 ? STEP : 1 / STEP, event.offsetX, event.offsetY);
        }}
      />
    </div>
  );
}

export function toggled(chosen: ReadonlySet<number>, position: number): ReadonlySet<number> {
  const next = new Set(chosen);
  if (!next.delete(position)) next.add(position);
  return next;
}

function watchSize(element: HTMLElement | null, tell: (size: { width: number; height: number }) => void) {
  if (element === null) return undefined;
  const watcher = new ResizeObserver(() => {
    tell({ width: element.clientWidth, height: element.clientHeight });
  });
  watcher.observe(element);
  return () => {
    watcher.disconnect();
  };
}

/** The canvas does not repaint itself when colours change: by the reader's choice or by the system. */
function watchTheme(tell: () => void) {
  const system = window.matchMedia('(prefers-color-scheme: dark)');
  const choice = new MutationObserver(tell);
  system.addEventListener('change', tell);
  choice.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => {
    system.removeEventListener('change', tell);
    choice.disconnect();
  };
}
