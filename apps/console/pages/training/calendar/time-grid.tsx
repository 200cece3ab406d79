/**
 * Days side by side, hours from top to bottom. The cursor of the keyboard is a slot of its own, so that an empty time can
 * be chosen without a mouse; what stands under it is read out.
 */
import { type KeyboardEvent, type MouseEvent, useRef, useState } from 'react';
import { dateInVietnam, dayOf, type PlainDate, weekdayOf } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { type Acts, useActs } from '../acts.ts';
import { AvoidBlock, type AvoidSpan, SessionBlock } from './blocks.tsx';
import { minutesOf, type Span, spanOf, writeHour } from '../hours.ts';
import { placeInColumns } from './columns.ts';
import { lookOf, type SessionRow } from '../looks.ts';
import { type Cursor, type Hours, moveCursor, shownHours, slotMinutes, withinHours } from './slots.ts';
import { useDrag } from './use-drag.ts';
import { placeText, shortWeekday } from '../words.ts';

const hourPx = 34;
const perMinute = hourPx / 60;

interface GridProps {
  days: readonly PlainDate[];
  sessions: readonly SessionRow[];
  avoid: readonly AvoidSpan[];
  now: number;
  withCommune: boolean;
  label: string;
  onDay: (day: PlainDate) => void;
}

const under = (cursor: Cursor, placed: readonly { session: SessionRow; span: Span }[]) =>
  placed.find(({ span }) => span.day === cursor.day && span.from < cursor.from + cursor.length && span.to > cursor.from)
    ?.session;

function useCursor(props: GridProps, hours: Hours, placed: readonly { session: SessionRow; span: Span }[], acts: Acts) {
  const { days, onDay, now } = props;
  const today = dateInVietnam(now);
  const [cursor, setCursor] = useState<Cursor>({
    day: days.includes(today) ? today : days[0]!,
    from: 8 * 60,
    length: slotMinutes,
  });
  const shown = days.includes(cursor.day) ? cursor : { ...cursor, day: days[0]! };
  const session = under(shown, placed);
  const act = () => {
    if (session) acts.open(session.id);
    else acts.propose?.({ day: shown.day, from: shown.from, to: shown.from + Math.max(shown.length, 2 * slotMinutes) });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const onBlock = event.target !== event.currentTarget;
    const next = moveCursor(shown, event.key, event.shiftKey, hours);
    if (next) {
      setCursor(next);
      if (!days.includes(next.day)) onDay(next.day);
    } else if (event.key === 'Enter' && !onBlock) act();
    else if (event.key.toLowerCase() === 'm' && session && acts.move) acts.move(session);
    else return;
    event.preventDefault();
  };
  return { cursor: shown, session, onKeyDown, setCursor };
}

function Hour({ minutes, from }: { minutes: number; from: number }) {
  return (
    <span className="cal-hour num" style={{ top: (minutes - from) * perMinute }}>
      {writeHour(minutes).replace(/^0/, '')}
    </span>
  );
}

function Head({ days, today }: { days: readonly PlainDate[]; today: PlainDate }) {
  const { t } = useI18n();
  return (
    <div className="cal-head" aria-hidden="true">
      <span />
      {days.map((day) => (
        <span key={day} data-today={day === today || undefined}>
          {shortWeekday(t, day)} <b className="num">{dayOf(day)}</b>
        </span>
      ))}
    </div>
  );
}

function NowLine({ now, hours }: { now: number; hours: Hours }) {
  const { t } = useI18n();
  const at = minutesOf(now);
  if (at < hours.from || at > hours.to) return null;
  return (
    <i
      className="cal-now"
      role="img"
      aria-label={t('train.now', { time: writeHour(at) })}
      style={{ top: (at - hours.from) * perMinute }}
    />
  );
}

function useSpoken(cursor: Cursor, session: SessionRow | undefined, now: number): string {
  const { t } = useI18n();
  const at = {
    weekday: shortWeekday(t, cursor.day),
    day: String(dayOf(cursor.day)),
    from: writeHour(cursor.from),
    to: writeHour(cursor.from + cursor.length),
  };
  if (!session) return t('train.atFree', at);
  const span = spanOf(session);
  return t('train.atSession', {
    ...at,
    from: writeHour(span.from),
    to: writeHour(span.to),
    title: session.title,
    place: placeText(t, session, true),
    state: t(lookOf(session, now).word),
  });
}

const boxOf = ({ from, to }: { from: number; to: number }, hours: Hours) => ({
  top: (Math.max(from, hours.from) - hours.from) * perMinute,
  height: (Math.min(to, hours.to) - Math.max(from, hours.from)) * perMinute,
});

function usePlaced(sessions: readonly SessionRow[]) {
  const spans = sessions.map(spanOf);
  const columns = placeInColumns(spans);
  return sessions.map((session, index) => ({ session, span: spans[index]!, column: columns[index]! }));
}

interface ColumnProps {
  day: PlainDate;
  grid: GridProps;
  hours: Hours;
  placed: ReturnType<typeof usePlaced>;
  cursor: Cursor;
  onCursor: (cursor: Cursor) => void;
  drag: ReturnType<typeof useDrag>;
}

/** The cursor follows the focus, so that M moves the session that is focused. */
function Sessions({ day, grid, hours, placed, drag, onCursor }: ColumnProps) {
  const acts = useActs();
  const { now, withCommune } = grid;
  return placed
    .filter(({ span }) => span.day === day)
    .map(({ session, span, column }) => (
      <SessionBlock
        key={session.id}
        session={session}
        box={boxOf(withinHours(span, hours), hours)}
        column={column}
        minutes={span.to - span.from}
        now={now}
        withCommune={withCommune}
        faint={drag.dragged?.id === session.id}
        onFocus={() => onCursor({ day, from: span.from, length: slotMinutes })}
        onOpen={() => !drag.wasDrag() && acts.open(session.id)}
        onGrab={acts.move && movable(session, now) ? (event) => drag.begin(event, session.id, span) : undefined}
      />
    ));
}

function Column(props: ColumnProps) {
  const { day, grid, hours, cursor, onCursor, drag } = props;
  const acts = useActs();
  const slotAt = (event: MouseEvent): Cursor => {
    const y = event.clientY - event.currentTarget.getBoundingClientRect().top;
    return { day, from: hours.from + Math.floor(y / perMinute / slotMinutes) * slotMinutes, length: slotMinutes };
  };
  const onFree = (act: (slot: Cursor) => void) => (event: MouseEvent) =>
    event.target === event.currentTarget && act(slotAt(event));
  const dragged = drag.dragged?.span;
  return (
    <div
      className="cal-day"
      data-weekend={weekdayOf(day) > 4 || undefined}
      onClick={onFree(onCursor)}
      onDoubleClick={onFree(({ from }) => acts.propose?.({ day, from, to: from + 2 * slotMinutes }))}
    >
      {grid.avoid
        .filter(({ span }) => span.day === day)
        .map(({ label, span }) => (
          <AvoidBlock key={`${label}${span.from}`} label={label} box={boxOf(span, hours)} />
        ))}
      {cursor.day === day && (
        <i className="cal-cursor" style={boxOf({ from: cursor.from, to: cursor.from + cursor.length }, hours)} />
      )}
      <Sessions {...props} />
      {dragged?.day === day && (
        <i className="cal-ghost num" style={boxOf(dragged, hours)}>
          {writeHour(dragged.from)}–{writeHour(dragged.to)}
        </i>
      )}
      {day === dateInVietnam(grid.now) && <NowLine now={grid.now} hours={hours} />}
    </div>
  );
}

export function TimeGrid(grid: GridProps) {
  const { days, sessions, now, label } = grid;
  const { t } = useI18n();
  const acts = useActs();
  const placed = usePlaced(sessions);
  const hours = shownHours(placed.map(({ span }) => span));
  const body = useRef<HTMLDivElement>(null);
  const { cursor, session, onKeyDown, setCursor } = useCursor(grid, hours, placed, acts);
  const drop = (id: string, to: Span) => {
    const found = sessions.find((each) => each.id === id);
    if (found) acts.move?.(found, to);
  };
  const drag = useDrag({ body, days, hours, perMinute, onDrop: drop });
  const spoken = useSpoken(cursor, session, now);
  return (
    <div
      className="cal"
      data-days={days.length}
      role="application"
      aria-label={label}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <span className="visually-hidden">{t('train.gridKeys')}</span>
      <span className="visually-hidden" aria-live="polite">
        {spoken}
      </span>
      <Head days={days} today={dateInVietnam(now)} />
      <div className="cal-body" style={{ height: (hours.to - hours.from) * perMinute }}>
        <HourMarks hours={hours} />
        <div className="cal-days" ref={body}>
          {days.map((day) => (
            <Column
              key={day}
              day={day}
              grid={grid}
              hours={hours}
              placed={placed}
              cursor={cursor}
              onCursor={setCursor}
              drag={drag}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

function HourMarks({ hours }: { hours: Hours }) {
  const count = (hours.to - hours.from) / 60 - 1;
  return (
    <div className="cal-hours" aria-hidden="true">
      {Array.from({ length: count }, (_, i) => (
        <Hour key={i} minutes={hours.from + 60 * (i + 1)} from={hours.from} />
      ))}
    </div>
  );
}

/** What is over or called off stays where it was. */
export function movable({ state, startsAt }: SessionRow, now: number): boolean {
  return ['proposed', 'changes_asked', 'refused', 'published'].includes(state) && Date.parse(startsAt) > now;
}
