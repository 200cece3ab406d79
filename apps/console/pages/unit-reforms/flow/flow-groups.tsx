import type { CSSProperties } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { type Drawing, drawingOf, heirsByUnit, type Place, placeNameOf } from './flow-places.ts';
import { lineName, type Target } from './flow-targets.ts';
import type { Line } from '../reform-looks.ts';

const ROW = 26;
const WIDTH = 220;
/** A name and a line below it. */
const BOX = 64;

const lookOf = ({ kind, unit }: Line, gives: boolean) => {
  if (!unit) return 'open';
  return kind === 'merge' || (kind === 'keep' && !gives) ? 'whole' : 'part';
};
const curve = (from: number, to: number): string => `M0 ${from}C${WIDTH / 2} ${from} ${WIDTH / 2} ${to} ${WIDTH} ${to}`;

/** Where others go that are drawn elsewhere lies below the unit itself. */
const heightOf = ({ rows, others }: Drawing): number =>
  others.length > 0 ? Math.max(rows.length * ROW, BOX + others.length * ROW) : rows.length * ROW;

function Curves({ drawing }: { drawing: Drawing }) {
  const { rows, gives, forks, others } = drawing;
  const height = heightOf(drawing);
  const top = (height - rows.length * ROW) / 2;
  const from = (row: number) => top + row * ROW + ROW / 2;
  const below = height - others.length * ROW;
  return (
    <svg
      className="ur-curves"
      viewBox={`0 0 ${WIDTH} ${height}`}
      height={height}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {rows.map((line, row) => {
        const to = below / 2 + (row - (rows.length - 1) / 2) * 8;
        return <path key={line.position} data-look={lookOf(line, gives)} d={curve(from(row), to)} />;
      })}
      {forks.map(({ row, to }) => (
        <path
          key={`${row} ${to.line.position}`}
          data-look="part"
          d={curve(from(row), below + others.indexOf(to) * ROW + ROW / 2)}
        />
      ))}
    </svg>
  );
}

function Group({ target, drawing, places }: { target: Target; drawing: Drawing; places: readonly Place[] }) {
  const { t } = useI18n();
  const { line, parts } = target;
  const { rows, gives, others } = drawing;
  const stays = t(parts.length > 0 ? 'ur.stays' : gives ? 'ur.gives' : 'ur.staysAlone');
  const from = [line.code, t('ur.parts', { n: parts.length })].filter(Boolean).join(' · ');
  return (
    <li className="ur-group">
      <ul>
        {rows.map((part) => (
          <li key={part.position} data-open={part.unit ? undefined : true}>
            {part.code && part !== line && <span className="num">{part.code}</span>}{' '}
            <span>{part === line ? (part.unit?.fullName ?? lineName(part)) : lineName(part)}</span>
            {(part === line ? gives : part.kind !== 'merge') && <em>{t('ur.part')}</em>}
          </li>
        ))}
      </ul>
      <Curves drawing={drawing} />
      <div className="ur-heirs" style={{ '--fork': others.length > 0 ? `${heightOf(drawing)}px` : 0 } as CSSProperties}>
        <div className="ur-target" data-open={line.settled ? undefined : true}>
          <b>{lineName(line)}</b>
          <span>{line.kind === 'keep' ? [line.code, stays].filter(Boolean).join(' · ') : from}</span>
        </div>
        {others.map((other) => {
          const words = [lineName(other.line), placeNameOf(other, places)].filter(Boolean).join(', ');
          return (
            <p key={other.line.position} className="ur-other" title={words}>
              {words}
            </p>
          );
        })}
      </div>
    </li>
  );
}

/** Each unit of the day with what goes into it; a divided one also shows where else it goes. */
export function FlowGroups({
  all,
  targets,
  within,
  places,
}: {
  all: readonly Target[];
  targets: readonly Target[];
  /** What is drawn here, now or further down. */
  within: readonly Target[];
  /** Where what is drawn elsewhere is looked for. */
  places: readonly Place[];
}) {
  const heirs = heirsByUnit(all);
  const shown = new Set(within.map(({ line }) => line.position));
  return (
    <ul>
      {targets.map((target) => (
        <Group key={target.line.position} target={target} drawing={drawingOf(target, heirs, shown)} places={places} />
      ))}
    </ul>
  );
}

export function Legend() {
  const { t } = useI18n();
  return (
    <p className="ur-legend">
      {(['whole', 'part', 'open'] as const).map((look) => (
        <span key={look}>
          <svg className="ur-curves" width="28" height="8" aria-hidden="true">
            <path data-look={look} d="M0 4H28" />
          </svg>{' '}
          {t(`ur.legend.${look}`)}
        </span>
      ))}
    </p>
  );
}
