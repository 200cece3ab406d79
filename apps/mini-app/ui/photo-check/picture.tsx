/** The picture as it would be sent: covers on it, frames over them, and a finger that paints. */
import { useEffect, useRef } from 'preact/hooks';
import { drawCovered, drawStroke } from '../../model/photo-check/cover.ts';
import type { Box, Point } from '../../model/photo-check/faces.ts';
import { t } from '../../model/words/words.ts';
import { Icon } from '../icon.tsx';
import type { Look } from './use-look.ts';

export function Picture({ look }: { look: Look }) {
  const { seen, covers, faces, step } = look;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current && seen) drawCovered(canvas.current, seen.picture, seen.milk, covers);
  });
  if (!seen) return <div class="check-photo" />;
  const { width, height } = seen.picture;
  return (
    <div class="check-photo" style={{ width: `calc(55vh * ${width / height})` }}>
      <canvas
        ref={canvas}
        width={width}
        height={height}
        role="img"
        aria-label={t('check.picture')}
        onPointerDown={(event) => step !== 'paper' && paintFrom(event, look)}
      />
      {step === 'faces' &&
        faces.map((face, n) => (
          <button
            type="button"
            key={n}
            class="check-frame"
            style={placeOf(face)}
            aria-label={t('check.face', { n: n + 1 })}
            aria-pressed={covers.faces.includes(face)}
            onClick={() => look.toggle(face)}
          >
            <b aria-hidden="true">{n + 1}</b>
          </button>
        ))}
      {step === 'paper' && seen.paper && <Outline corners={seen.paper} />}
      {covers.strokes.length > 0 && (
        <button type="button" class="check-undo" onClick={look.undo}>
          <Icon name="returned" size={20} />
          {t('check.undo')}
        </button>
      )}
    </div>
  );
}

const percent = (part: number) => `${part * 100}%`;
const placeOf = ({ x, y, width, height }: Box) => ({
  left: percent(x),
  top: percent(y),
  width: percent(width),
  height: percent(height),
});

/** A little outside of what was found. */
function Outline({ corners }: { corners: readonly Point[] }) {
  const middle = { x: 0, y: 0 };
  for (const { x, y } of corners) {
    middle.x += x / corners.length;
    middle.y += y / corners.length;
  }
  const out = (from: number, to: number) => (to + (from - to) * 1.08) * 100;
  return (
    <svg class="check-paper" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      <polygon points={corners.map(({ x, y }) => `${out(x, middle.x)},${out(y, middle.y)}`).join(' ')} />
    </svg>
  );
}

/** Follows the finger until it is lifted; drawn at once, kept as one stroke. */
function paintFrom(event: PointerEvent, { seen, paint }: Look): void {
  const canvas = event.currentTarget as HTMLCanvasElement;
  if (!seen || event.button !== 0) return;
  const box = canvas.getBoundingClientRect();
  const pointOf = ({ clientX, clientY }: PointerEvent): Point => ({
    x: (clientX - box.left) / box.width,
    y: (clientY - box.top) / box.height,
  });
  const points = [pointOf(event)];
  drawStroke(canvas, seen.milk, points);
  canvas.setPointerCapture(event.pointerId);
  const move = (next: PointerEvent) => {
    points.push(pointOf(next));
    drawStroke(canvas, seen.milk, points.slice(-2));
  };
  const end = () => {
    canvas.removeEventListener('pointermove', move);
    canvas.removeEventListener('pointerup', end);
    canvas.removeEventListener('pointercancel', end);
    paint(points);
  };
  canvas.addEventListener('pointermove', move);
  canvas.addEventListener('pointerup', end);
  canvas.addEventListener('pointercancel', end);
}
