import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { addDays, formatDate, weekdayName } from '#i18n';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/header/page-header.tsx';
import { EmptyState, Loaded } from '../../../ui/states.tsx';
import { type Acts, ActsProvider, useActs } from '../acts.ts';
import { SessionLine } from '../calendar/agenda.tsx';
import { useNow } from '../calendar/calendar-card.tsx';
import { TrainingDialogs } from '../training-dialogs.tsx';
import { spanOf } from '../hours.ts';
import type { SessionRow } from '../looks.ts';
import '../training.css';
import { useSessions } from '../use-sessions.ts';

const route = getRouteApi('/training/door');
const backDays = 30;
const aheadDays = 7;

/** Published ones whose list is open, the nearest first; those done stand in the calendar. */
export function openForCheckIn(sessions: readonly SessionRow[]): SessionRow[] {
  return sessions.filter(({ state }) => state === 'published');
}

function Days({ sessions }: { sessions: readonly SessionRow[] }) {
  const { lang } = useI18n();
  const now = useNow();
  const acts = useActs();
  const toCheckIn: Acts = { ...acts, open: (session) => acts.open(session, 'door') };
  const days = [...new Set(sessions.map((session) => spanOf(session).day))];
  return (
    <ActsProvider value={toCheckIn}>
      <ol className="agenda">
        {days.map((day) => (
          <li key={day}>
            <h2>
              {weekdayName(day, lang)}, <span className="num">{formatDate(day, lang, { withYear: true })}</span>
            </h2>
            {sessions
              .filter((session) => spanOf(session).day === day)
              .map((session) => (
                <SessionLine key={session.id} session={session} now={now} withCommune />
              ))}
          </li>
        ))}
      </ol>
    </ActsProvider>
  );
}

function Sessions() {
  const { t } = useI18n();
  const { me } = useIdentity();
  const query = useSessions({ from: addDays(me.today, -backDays), to: addDays(me.today, aheadDays) });
  return (
    <Card label={t('nav.trainingCheckIn')}>
      <Loaded query={query} rows={6}>
        {(calendar) => {
          const sessions = openForCheckIn(calendar.sessions);
          return sessions.length === 0 ? (
            <EmptyState icon="qrcode" title={t('train.checkIn.none')}>
              {t('train.checkIn.noneText')}
            </EmptyState>
          ) : (
            <Days sessions={sessions} />
          );
        }}
      </Loaded>
    </Card>
  );
}

/** Today's sessions, those of the next days, and those whose list is still to be closed. */
export function CheckInPage() {
  const { t } = useI18n();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const onSession = useCallback(
    (part: { session?: string; tab?: string }) => void navigate({ search: part }),
    [navigate],
  );
  return (
    <TrainingDialogs search={search} onSearch={onSession}>
      <div className="page">
        <PageHeader title={t('train.checkIn.title')} hint={t('train.checkIn.sub')} />
        <Sessions />
      </div>
    </TrainingDialogs>
  );
}
