/** The session's code on the trainer's phone, scanned by me; kept at once, sent when the network allows. */
import { useRef, useState } from 'preact/hooks';
import type { CodeRefusal } from '#contracts/training/check-in-codes';
import { now } from '../../model/clock.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { announce } from '../../model/device/speak.ts';
import { type ShownSession, thereAt } from '../../model/training/answers.ts';
import { checkMyselfIn } from '../../model/training/commands.ts';
import { refusalOfSessionCode } from '../../model/training/scanned-code.ts';
import { sessionById } from '../../model/training/sessions.ts';
import { momentText, t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Button } from '../../ui/parts.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { Scanner } from './scanner.tsx';

export const REFUSED = {
  not_a_code: 'tr.scan.notCode',
  other_session: 'tr.scan.other',
  stale: 'tr.scan.stale',
  forged: 'tr.scan.forged',
} as const satisfies Record<CodeRefusal, string>;

export function ScanScreen({ id }: { id: string }) {
  const [why, setWhy] = useState<CodeRefusal>();
  const sent = useRef(false);
  const session = sessionById(id);
  const read = (text: string) => {
    if (!session || sent.current) return;
    const refusal = refusalOfSessionCode(text, session.id, now());
    setWhy(refusal);
    if (refusal) return;
    sent.current = true;
    void enqueue(checkMyselfIn(session, text, new Date(now()).toISOString()));
    announce(t('tr.self.saved', { time: momentText(new Date(now()).toISOString()) }));
  };
  const done = session && (session.scan || thereAt(session));
  return (
    <Screen class="code-screen" bar={<AppBar title={t('tr.scan.title')} back={['tap-huan', id]} />}>
      {!session ? (
        <EmptyState title={t('tr.gone')} text={t('tr.gone.text')} />
      ) : done ? (
        <Scanned session={session} />
      ) : (
        <>
          <h2>{t('tr.scan.lead')}</h2>
          <p class="muted">{tidy(session.title)}</p>
          {why && (
            <p class="reason-box wide-line" role="alert">
              {t(REFUSED[why])}
            </p>
          )}
          <Scanner onText={read} start />
          {session.mine.codeKey && (
            <Button kind="text" href={href('tap-huan', id, 'ma')}>
              {t('tr.scan.digits')}
            </Button>
          )}
        </>
      )}
    </Screen>
  );
}

function Scanned({ session }: { session: ShownSession }) {
  const there = thereAt(session);
  const at = there ?? session.scan?.at ?? '';
  const word = there ? 'counted' : session.scan?.state === 'doubtful' ? 'doubtful' : 'saved';
  return (
    <div class={there ? 'verdict holds' : 'verdict waits'} role="status">
      <span class="state-disc">
        <Icon name={there ? 'checkCircle' : word === 'saved' ? 'device' : 'clock'} size={36} />
      </span>
      <h2>{t(`tr.self.${word}`, { time: momentText(at) })}</h2>
      <p class="muted">{tidy(session.title)}</p>
      <Button wide href={href('tap-huan', session.id)}>
        {t('tr.backToSession')}
      </Button>
    </div>
  );
}
