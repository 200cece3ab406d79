/** A month as weeks of days; a press on a day opens it, a press on a session its drawer. */
import { dateInVietnam, dayOf, formatDate, monthOf, type PlainDate, weekdayOf } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { useActs } from '../acts.ts';
import { minutesOf, monthWeeks, spanOf, weekOf, writeHour } from '../hours.ts';
import { lookOf, type SessionRow } from '../looks.ts';
import { placeText, seatsText, shortWeekday, whenText } from '../words.ts';

const shownPerDay = 3;

function Entry({ session, now, withCommune }: { session: SessionRow; now: number; withCommune: boolean }) {
  const { t, lang } = useI18n();
  const acts = useActs();
  const look = lookOf(session, now);
  const place = placeText(t, session, withCommune);
  const rest = [place, seatsText(t, session), t(look.word)].join(', ');
  return (
    <button
      type="button"
      className={`month-entry chip-${look.tone}`}
      data-dashed={look.dashed}
      data-struck={look.struck}
      title={[whenText(t, lang, session), session.title, rest].join(', ')}
      onClick={() => acts.open(session.id)}
    >
      <span className="num">{writeHour(minutesOf(session.startsAt))}</span> {session.title}
      <span className="visually-hidden">, {rest}</span>
    </button>
  );
}

interface MonthProps {
  day: PlainDate;
  sessions: readonly SessionRow[];
  /** Days on which something is to be avoided, with its words. */
  avoid: ReadonlyMap<PlainDate, string>;
  now: number;
  withCommune: boolean;
  label: string;
  onDay: (day: PlainDate) => void;
}

function Cell({ date, props, sessions }: { date: PlainDate; props: MonthProps; sessions: readonly SessionRow[] }) {
  const { t, lang } = useI18n();
  const { day, avoid, now, withCommune, onDay } = props;
  const today = date === dateInVietnam(now);
  const more = sessions.length - shownPerDay;
  return (
    <td data-other={monthOf(date) !== monthOf(day) || undefined} data-weekend={weekdayOf(date) > 4 || undefined}>
      <button
        type="button"
        className="month-day num"
        data-today={today || undefined}
        aria-label={formatDate(date, lang, { withYear: true, long: true })}
        aria-current={today ? 'date' : undefined}
        onClick={() => onDay(date)}
      >
        {dayOf(date)}
      </button>
      {avoid.has(date) && <span className="month-avoid">{avoid.get(date)}</span>}
      {sessions.slice(0, shownPerDay).map((session) => (
        <Entry key={session.id} session={session} now={now} withCommune={withCommune} />
      ))}
      {more > 0 && (
        <button type="button" className="quiet-link caption" onClick={() => onDay(date)}>
          {t('train.more', { n: more })}
        </button>
      )}
    </td>
  );
}

export function MonthGrid(props: MonthProps) {
  const { t } = useI18n();
  const { day, sessions, label } = props;
  const of = (date: PlainDate) => sessions.filter((session) => spanOf(session).day === date);
  return (
    <table className="month" aria-label={label}>
      <thead>
        <tr>
          {weekOf(day).map((date) => (
            <th key={date} scope="col">
              {shortWeekday(t, date)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {monthWeeks(day).map((week) => (
          <tr key={week[0]}>
            {week.map((date) => (
              <Cell key={date} date={date} props={props} sessions={of(date)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
