/** Signed out: how to come in; with work on the phone what waits, why, and the way by which it leaves. */
import { useEffect, useState } from 'preact/hooks';
import type { Command } from '#client';
import { dateInVietnam, formatTime } from '#i18n/dates';
import { today } from '../../model/clock.ts';
import { helper } from '../../model/device/phone.ts';
import { toast } from '../../model/device/speak.ts';
import { read } from '../../model/local.ts';
import { isQuiet, type LeftBehind, leftUnsent } from '../../model/queue/kept-commands.ts';
import { openQueue } from '../../model/queue/queue.ts';
import { leftText } from '../../model/queue/left-text.ts';
import { saveUnsent } from '../../model/queue/save-unsent.ts';
import { askWhyOut, knownWhy, type WhyOut } from '../../model/sign-in/why-out.ts';
import { dayText, momentText, t } from '../../model/words/words.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button, Disc } from '../../ui/parts.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { CallHelper, EnterCode } from './enter-code.tsx';

// Of this screen only: rules in the common style sheet would be loaded before the first screen.
const STEP = { display: 'flex', gap: '16px', padding: '6px 0', border: 0 };
const NUMBER = {
  display: 'grid',
  flex: 'none',
  width: '28px',
  height: '28px',
  placeItems: 'center',
  borderRadius: '50%',
  background: 'var(--tint)',
  color: 'var(--on-tint)',
};
const CODE = 'M4.5 4.5h6v6h-6ZM13.5 4.5h6v6h-6ZM4.5 13.5h6v6h-6ZM13.5 13.5h2.5v2.5M19.5 13.5v6h-6';

export const SignedOutScreen = () =>
  leftUnsent() ? (
    <LeftBehindScreen />
  ) : (
    <Screen bar={<AppBar title={t('app.name')} />}>
      <EmptyState hall title={t('signedOut.title')} text={t('signedOut.text')}>
        <EnterCode />
        <p class="muted">{t('signedOut.elsewhere')}</p>
        <CallHelper kind="outline" />
      </EmptyState>
    </Screen>
  );

function LeftBehindScreen() {
  const kept = read<Partial<LeftBehind>>('unsent');
  const n = kept?.n ?? 1;
  const [entering, setEntering] = useState(false);
  const why = useWhy();
  const { left, loose } = useLeft(kept?.personId);
  return (
    <Screen
      bar={<AppBar title={t('out.title')} />}
      foot={
        <ActionBar>
          <CallHelper />
          <Button wide kind={helper() ? 'outline' : 'primary'} icon={CODE} onClick={() => setEntering(true)}>
            {t('out.enter')}
          </Button>
        </ActionBar>
      }
    >
      <div class="card receipt">
        <div class="receipt-top" role="status">
          <Disc icon={loose > 0 ? 'warn' : 'device'} tone="wait" />
          <p>
            <b class="title">{loose > 0 ? t('store.none') : t('out.kept', { n })}</b>
            {loose > 0 && <span>{t('store.none.text', { n: loose })}</span>}
            {kept?.name && kept.since && (
              <span class="muted">{t('out.whose', { name: kept.name, day: dayText(dateInVietnam(kept.since)) })}</span>
            )}
          </p>
        </div>
        {left.length > 0 && <p class="muted">{leftText(left)}</p>}
      </div>
      <div class="card out-why" role="status">
        <b>{t('out.why')}</b>
        <p>{whyText(why, kept?.name ?? '')}</p>
      </div>
      <Steps n={n} />
      {entering && <EnterCode />}
      <p class="muted space-above">{t('out.others')}</p>
      {left.length > 0 && isInRightHands(why) && <SaveFile left={left} />}
    </Screen>
  );
}

function useWhy(): WhyOut | undefined {
  const [why, setWhy] = useState(knownWhy);
  useEffect(() => {
    const ask = () => void askWhyOut().then((found) => found && setWhy(found));
    ask();
    toast.value = undefined;
    addEventListener('online', ask);
    // A network that has just come back still drops a request; nobody else would ask again.
    const again = setInterval(() => !knownWhy() && ask(), 5_000);
    return () => {
      removeEventListener('online', ask);
      clearInterval(again);
    };
  }, []);
  return why;
}

const SaveFile = ({ left }: { left: readonly Command[] }) => (
  <p class="centre">
    <Button kind="text" icon="download" onClick={() => void saveUnsent(left)}>
      {t('queue.export')}
    </Button>
  </p>
);

const Steps = ({ n }: { n: number }) => (
  <>
    <h2 class="question">{t('out.how', { n })}</h2>
    <ol class="card plain-list">
      {[t('out.step.call'), t('out.step.open'), t('out.step.sent', { n })].map((step, i) => (
        <li key={step} style={STEP}>
          <b style={NUMBER} aria-hidden="true">
            {i + 1}
          </b>
          <span class="grow">
            {step.split('*').map((part, j) => (j % 2 ? <strong key={part}>{part}</strong> : part))}
          </span>
        </li>
      ))}
    </ol>
  </>
);

interface Left {
  left: readonly Command[];
  /** How many of them this page alone has. */
  loose: number;
}

/** Read once more: nobody is signed in whose list it would be. */
function useLeft(personId: string | undefined): Left {
  const [found, setFound] = useState<Left>({ left: [], loose: 0 });
  useEffect(() => {
    if (!personId) return;
    let stop: (() => void) | undefined;
    let gone = false;
    void Promise.all([import('../../model/queue/queue-engine.ts'), openQueue()])
      .then(([{ leftBy }, queue]) => {
        if (!gone)
          stop = queue.subscribe(() => {
            void leftBy(personId)
              .catch(() => [])
              .then((stored) => {
                const here = queue.asideOf(personId).filter(({ kind }) => !isQuiet(kind));
                setFound({ left: [...stored.filter(({ kind }) => !isQuiet(kind)), ...here], loose: here.length });
              });
          });
      })
      .catch(() => {});
    return () => {
      gone = true;
      stop?.();
    };
  }, [personId]);
  return found;
}

/** A phone that was reported lost gives nothing out; why it was signed out may not be known yet. */
const isInRightHands = (why: WhyOut | undefined): boolean =>
  why ? why.why !== 'lost' : typeof read('over') !== 'string';

/** In the words of who has lost the way in; without the server's word both usual causes are named. */
function whyText(why: WhyOut | undefined, name: string): string {
  if (!why) return t('out.why.text');
  if (why.why === 'left') return t('out.why.left', { day: dayText(why.at) });
  const time = timeText(why.at);
  if (why.why === 'expired') return t('out.why.expired');
  const by = why.by ? [roleWord(why.role), why.by].filter(Boolean).join(' ') : t('out.somebody');
  if (why.why === 'signed_out') return why.by ? t('out.why.cut', { time, by }) : t('out.why.signedOut', { time });
  return why.why === 'lost' ? t('out.why.lost', { time, by, name }) : t('out.why.changed', { time });
}

/** "Sáng nay 6:50"; of another day its date. */
function timeText(at: string): string {
  if (dateInVietnam(at) !== today()) return momentText(at);
  const time = formatTime(at);
  const hour = Number(time.split(':')[0]);
  return t(hour < 12 ? 'out.morning' : hour < 18 ? 'out.afternoon' : 'out.evening', { time });
}

const roleWord = (role: string | undefined): string =>
  role === 'leader' || role === 'deputy' ? t(`role.${role}`) : role ? t('out.commune') : '';
