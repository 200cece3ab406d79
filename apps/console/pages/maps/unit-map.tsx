/** A map of units: each a shape in the colour of its figure, with its number. Loaded when it is looked at. */
import { Tooltip } from '@mantine/core';
import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { drawShapes, type DrawnShape, hasRoom, neighbour, type ShapeMap } from './map-shapes.ts';
import './maps.css';

export interface Area {
  id: string;
  /** Its figure, as short as in a cell; empty where nothing is counted. */
  short: string;
  /** Its name, and its figure in full. */
  said: string;
  level: string;
}

interface Props {
  map: ShapeMap;
  areas: readonly Area[];
  label: string;
  chosenId?: string | undefined;
  onChoose: (id: string) => void;
  /** Enter on what is chosen already, or a second click. */
  onOpen?: (id: string) => void;
}

const WIDTH_UNMEASURED = 640;
const MAX_HEIGHT = 640;

interface ShapeProps {
  shape: DrawnShape;
  area: Area;
  isChosen: boolean;
  isStop: boolean;
  onChoose: (id: string) => void;
  onOpen: ((id: string) => void) | undefined;
}

function Shape({ shape, area, isChosen, isStop, onChoose, onOpen }: ShapeProps) {
  const press = () => (isChosen && onOpen ? onOpen(shape.id) : onChoose(shape.id));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    press();
  };
  return (
    <Tooltip.Floating label={area.said}>
      <path
        className="map-shape"
        d={shape.path}
        data-level={area.level}
        data-id={shape.id}
        role="button"
        tabIndex={isStop ? 0 : -1}
        aria-label={area.said}
        aria-pressed={isChosen}
        onClick={() => onChoose(shape.id)}
        onDoubleClick={() => onOpen?.(shape.id)}
        onKeyDown={onKeyDown}
      />
    </Tooltip.Floating>
  );
}

interface FiguresProps {
  shapes: readonly DrawnShape[];
  byId: ReadonlyMap<string, Area>;
}

/** Where there is room; what has none says its figure when it is pointed at. */
function Figures({ shapes, byId }: FiguresProps) {
  return (
    <g className="map-figures num" aria-hidden="true">
      {shapes.map((shape) => {
        const { short = '', level = 'none' } = byId.get(shape.id) ?? {};
        return (
          short &&
          hasRoom(shape, short) && (
            <text key={shape.id} x={shape.x} y={shape.y} data-level={level}>
              {short}
            </text>
          )
        );
      })}
    </g>
  );
}

/** Outlines above the neighbours, which would cover half of them. */
function Marks({
  shapes,
  chosenId,
  focused,
}: {
  shapes: readonly DrawnShape[];
  chosenId?: string;
  focused: string | null;
}) {
  return shapes.map(
    ({ id, path }) =>
      (id === chosenId || id === focused) && (
        <path key={id} className="map-mark" d={path} data-focused={id === focused} aria-hidden="true" />
      ),
  );
}

/** One stop of the tab key; arrows move, Enter chooses, and opens what is chosen. */
export function UnitMap({ map, areas, label, chosenId, onChoose, onOpen }: Props) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const svg = useRef<SVGSVGElement>(null);
  const [focused, setFocused] = useState<string | null>(null);
  const drawn = useMemo(() => drawShapes(map, width || WIDTH_UNMEASURED, MAX_HEIGHT), [map, width]);
  const byId = new Map(areas.map((area) => [area.id, area]));
  const shapes = drawn.shapes.filter(({ id }) => byId.has(id));
  const stop = shapes.some(({ id }) => id === chosenId) ? chosenId : shapes[0]?.id;
  const onKeyDown = (event: KeyboardEvent) => {
    const here = (document.activeElement as Element | null)?.getAttribute('data-id');
    const at = shapes.findIndex(({ id }) => id === here);
    const next = neighbour(shapes, at, event.key);
    if (!next) return;
    event.preventDefault();
    svg.current?.querySelector<SVGPathElement>(`path[data-id="${next.id}"]`)?.focus();
  };
  return (
    <div ref={ref} className="map">
      <svg
        ref={svg}
        role="group"
        aria-label={label}
        viewBox={`0 0 ${drawn.width} ${drawn.height}`}
        onKeyDown={onKeyDown}
        onFocus={({ target }) => setFocused(target.matches(':focus-visible') ? target.getAttribute('data-id') : null)}
        onBlur={() => setFocused(null)}
      >
        {shapes.map((shape) => {
          const area = byId.get(shape.id);
          return (
            area && (
              <Shape
                key={shape.id}
                shape={shape}
                area={area}
                isChosen={shape.id === chosenId}
                isStop={shape.id === stop}
                onChoose={onChoose}
                onOpen={onOpen}
              />
            )
          );
        })}
        <Marks shapes={shapes} focused={focused} {...(chosenId && { chosenId })} />
        <Figures shapes={shapes} byId={byId} />
      </svg>
    </div>
  );
}
