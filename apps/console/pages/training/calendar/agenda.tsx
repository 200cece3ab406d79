/** A week or a month on a narrow screen: a list by day, with what is to be avoided. */
import { formatDate, type PlainDate } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Chip } from '../../../ui/layout.tsx';
import { useActs } from '../acts.ts';
import { spanOf, writeHour } from '../hours.ts';
import { lookOf, type SessionRow } from '../looks.ts';
import { placeText, seatsText, shortWeekday } from '../words.ts';

interface AgendaProps {
  days: readonly PlainDate[];
  sessions: readonly SessionRow[];
  avoid: ReadonlyMap<PlainDate, string>;
  now: number;
  withCommune: boolean;
}

/** One session in a list, opened by a press; also on the page of check-in. */
export function SessionLine({ session, now, withCommune }: { session: SessionRow; now: number; withCommune: boolean }) {
  const { t } = useI18n();
  const acts = useActs();
  const look = lookOf(session, now);
  const { from, to } = spanOf(session);
  return (
    <button type="button" className="session-line" data-struck={look.struck} onClick={() => acts.open(session.id)}>
      <span className="num session-line-hour">
        {writeHour(from)}
        <span>{writeHour(to)}</span>
      </span>
      <span className="session-line-text">
        <b>{session.title}</b>
        <span className="caption">{placeText(t, session, withCommune)}</span>
        <span className="session-line-state">
          <Chip tone={look.tone} icon={look.icon}>
            {t(look.word)}
          </Chip>
          <span className="num caption">{seatsText(t, session).split(' · ')[1]}</span>
        </span>
      </span>
    </button>
  );
}

export function Agenda({ days, sessions, avoid, now, withCommune }: AgendaProps) {
  const { t, lang } = useI18n();
  const shown = days.filter((day) => avoid.has(day) || sessions.some((session) => spanOf(session).day === day));
  return (
    <ol className="agenda">
      {shown.map((day) => (
        <li key={day}>
          <h2>
            {shortWeekday(t, day)} <span className="num">{formatDate(day, lang)}</span>
            {avoid.has(day) && <span className="month-avoid">{avoid.get(day)}</span>}
          </h2>
          {sessions
            .filter((session) => spanOf(session).day === day)
            .map((session) => (
              <SessionLine key={session.id} session={session} now={now} withCommune={withCommune} />
            ))}
        </li>
      ))}
    </ol>
  );
}
