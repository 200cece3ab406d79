import { memo, type PointerEvent } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import type { Span } from '../hours.ts';
import type { Column } from './columns.ts';
import { lookOf, type SessionRow } from '../looks.ts';
import { placeText, seatsText, whenText } from '../words.ts';

export interface AvoidSpan {
  label: string;
  span: Span;
}
interface Box {
  top: number;
  height: number;
}

/** A market day or a harvest: hatched, behind the sessions. */
export function AvoidBlock({ label, box }: { label: string; box: Box }) {
  return (
    <span className="cal-avoid" style={box}>
      {label}
    </span>
  );
}

interface BlockProps {
  session: SessionRow;
  box: Box;
  column: Column;
  minutes: number;
  now: number;
  withCommune: boolean;
  faint: boolean;
  onOpen: () => void;
  onFocus: () => void;
  onGrab: ((event: PointerEvent) => void) | undefined;
}

/** Below this the three lines do not fit under each other. */
const shortMinutes = 90;

export const SessionBlock = memo(function SessionBlock(props: BlockProps) {
  const { session, box, column, minutes, now, withCommune, faint, onOpen, onFocus, onGrab } = props;
  const { t, lang } = useI18n();
  const look = lookOf(session, now);
  const place = placeText(t, session, withCommune);
  const share = 100 / column.of;
  const when = whenText(t, lang, session);
  const state = t(look.word);
  /** A proposal's seats are still empty: what became of it says more. */
  const told = (look.dashed || look.struck) && session.state !== 'proposed';
  return (
    <button
      type="button"
      className={`cal-block chip-${look.tone}`}
      data-dashed={look.dashed}
      data-struck={look.struck}
      data-short={minutes < shortMinutes || undefined}
      data-movable={Boolean(onGrab) || undefined}
      data-faint={faint || undefined}
      title={[when, session.title, place, state].join(', ')}
      style={{ ...box, left: `calc(${share * column.index}% + 2px)`, width: `calc(${share}% - 5px)` }}
      onClick={onOpen}
      onFocus={onFocus}
      onPointerDown={onGrab}
    >
      <span className="visually-hidden">{when}, </span>
      <b>{session.title}</b>
      <span>{place}</span>
      {told ? (
        <span className="cal-state">
          <Icon name={look.icon} size={13} /> {state}
        </span>
      ) : (
        <span className="num">
          {seatsText(t, session)}
          <span className="visually-hidden">, {state}</span>
        </span>
      )}
    </button>
  );
});
