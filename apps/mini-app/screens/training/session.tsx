/** One session: subject, when, where, our seats, trainer, what to bring, calendar; then the answer. */
import { useEffect } from 'preact/hooks';
import { now, today } from '../../model/clock.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { showToast } from '../../model/device/speak.ts';
import { type ShownSession, hasNews, phaseOf, thereAt } from '../../model/training/answers.ts';
import { acknowledge } from '../../model/training/commands.ts';
import { saveFile } from '../../model/training/files.ts';
import { loadSession, sessionById, trainingFailed } from '../../model/training/sessions.ts';
import { dayOfSession, howLong, movedTexts, whenText } from '../../model/training/times.ts';
import { momentText, t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Button, DateBlock } from '../../ui/parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx';
import { ReadText } from '../read-aloud.tsx';
import { drawn } from '../../ui/training-style.ts';
import { SeatActions } from './seat-actions.tsx';
import { SessionFacts } from './session-facts.tsx';
import { SessionChip } from './session-chip.tsx';

export function SessionScreen({ id }: { id: string }) {
  useEffect(() => void loadSession(id), [id]);
  const session = sessionById(id);
  const bar = <AppBar title={t('tr.session')} back={['tap-huan']} />;
  if (!session) return <Screen bar={bar}>{<NotHere id={id} />}</Screen>;
  const ends = session.state === 'cancelled' || phaseOf(session, now()) === 'over';
  return (
    <Screen bar={bar} foot={<SeatActions session={session} />}>
      {hasNews(session) && <News session={session} />}
      <section class="head">
        <p class="chips">
          <SessionChip session={session} />
        </p>
        <h2 class="screen-title">{tidy(session.title)}</h2>
        <div class="when">
          <DateBlock on={dayOfSession(session)} tone="tint" />
          <p>
            <b class="title">{whenText(session)}</b>
            <span class="muted">{session.state === 'cancelled' ? t('tr.chip.cancelled') : howLong(session)}</span>
          </p>
        </div>
        <ReadText text={[session.title, whenText(session), session.place ?? t('tr.place.online')].join('. ')} />
      </section>
      <SessionFacts session={session} />
      {!ends && (
        <Button wide kind="outline" icon={drawn.calendarPlus} onClick={() => void addToCalendar(session)}>
          {t('tr.addCalendar')}
        </Button>
      )}
      <Afterwards session={session} />
    </Screen>
  );
}

function NotHere({ id }: { id: string }) {
  const failed = trainingFailed.value;
  if (failed === 'gone')
    return (
      <EmptyState hall title={t('tr.gone')} text={t('tr.gone.text')}>
        <Button wide href={href('tap-huan')}>
          {t('tr.seeAll')}
        </Button>
      </EmptyState>
    );
  if (!failed) return <SkeletonRows />;
  return <ErrorState title={t('tr.unloaded')} code={failed} onRetry={() => void loadSession(id)} />;
}

/** What moved or fell away; stands until I say that I know. */
function News({ session }: { session: ShownSession }) {
  const off = session.state === 'cancelled';
  const lines = off ? [t('tr.cancelled')] : movedTexts(session, session.mine.before ?? session);
  return (
    <section class={off ? 'moved off' : 'moved'} role="status">
      <p>
        <Icon name={off ? 'cross' : 'clock'} />
        <span>
          {lines.map((line) => (
            <b key={line}>{line}</b>
          ))}
        </span>
      </p>
      <Button wide kind="outline" onClick={() => void enqueue(acknowledge(session))}>
        {t('tr.iKnow')}
      </Button>
    </section>
  );
}

async function addToCalendar({ id }: ShownSession): Promise<void> {
  await saveFile(`/me/training/${id}/calendar`, `tap-huan-${today()}.ics`).catch(() =>
    showToast(t('tr.calendar.failed')),
  );
}

function Afterwards({ session }: { session: ShownSession }) {
  const { certificate } = session.mine;
  const there = thereAt(session);
  const scanned = session.scan && !there;
  if (!certificate && !scanned) return null;
  return (
    <div class="space-above">
      {scanned && session.scan && (
        <p class="state-card wait">
          <Icon name="clock" />
          <span>
            {t(session.scan.state === 'saved' ? 'tr.self.saved' : 'tr.self.doubtful', {
              time: momentText(session.scan.at),
            })}
          </span>
        </p>
      )}
      {certificate && (
        <a class="card row" href={href('khoa-da-hoc')}>
          <Icon name={drawn.certificate} />
          <span class="grow">
            <b>{t('tr.certificate.mine')}</b>
            <span class="muted certificate-code">{t('tr.credits.code', { code: certificate.code })}</span>
            {certificate.revoked && <span class="late">{t('tr.credits.revoked')}</span>}
          </span>
          <Icon name="next" />
        </a>
      )}
    </div>
  );
}
