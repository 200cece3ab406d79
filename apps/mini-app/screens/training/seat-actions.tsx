/** The answer at the thumb: take a seat, join the list, give it back; after that check-in and what comes later. */
import { AskSheet } from '../../ui/sheet.tsx';
import { useState } from 'preact/hooks';
import { now, today } from '../../model/clock.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { takeOut } from '../../model/queue/tell.ts';
import { refusalText } from '../../model/refusals.ts';
import { type SeatAnswer, type ShownSession, phaseOf, seatsLeft, thereAt } from '../../model/training/answers.ts';
import { answer } from '../../model/training/commands.ts';
import { dayText, momentText, t } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button } from '../../ui/parts.tsx';
import { drawn } from '../../ui/training-style.ts';

const send = (session: ShownSession, wanted: SeatAnswer) => void enqueue(answer(session, wanted));

export function SeatActions({ session }: { session: ShownSession }) {
  const [asking, setAsking] = useState(false);
  const there = thereAt(session);
  const phase = phaseOf(session, now());
  if (session.refused) return <Refused session={session} />;
  if (session.state === 'cancelled') return null;
  if (there) return <Later session={session} there={there} />;
  if (session.pending) return <Pending session={session} />;
  if (phase === 'over') return null;
  const { state } = session.mine;
  if (state === 'seated')
    return (
      <ActionBar>
        {phase === 'before' && (
          <Button kind="outline" onClick={() => setAsking(true)}>
            {t('tr.giveBack')}
          </Button>
        )}
        <Button icon={drawn.qr} href={href('tap-huan', session.id, 'ma')}>
          {t('tr.myCode')}
        </Button>
        {asking && <GiveBackSheet session={session} onClose={() => setAsking(false)} />}
      </ActionBar>
    );
  if (phase === 'running') return <ActionBar hint={t('tr.started.hint')} />;
  if (state === 'waiting')
    return (
      <ActionBar>
        <Button kind="outline" wide onClick={() => send(session, 'give_back')}>
          {t('tr.leaveList')}
        </Button>
      </ActionBar>
    );
  return <Ask session={session} />;
}

function Ask({ session }: { session: ShownSession }) {
  const free = seatsLeft(session) > 0;
  const { heldUntil, team, mine } = session;
  const held = heldUntil && heldUntil >= today() && team && team.kept > 0 ? dayText(heldUntil) : undefined;
  return (
    <ActionBar hint={held && t('tr.keptUntil', { day: held })}>
      {mine.state !== 'declined' && (
        <Button kind="outline" onClick={() => send(session, 'decline')}>
          {t('tr.decline')}
        </Button>
      )}
      <Button icon={free ? 'check' : 'clock'} onClick={() => send(session, 'take')}>
        {t(free ? 'tr.take' : 'tr.waitList')}
      </Button>
    </ActionBar>
  );
}

/** What has not left yet may be taken back without anybody knowing. */
function Pending({ session }: { session: ShownSession }) {
  const { pending } = session;
  return (
    <ActionBar hint={t('tr.saved.hint')} icon="device">
      {pending?.canTakeBack && (
        <Button kind="outline" wide onClick={() => void takeOut(pending.commandId)}>
          {t('tr.takeBack')}
        </Button>
      )}
    </ActionBar>
  );
}

function Refused({ session }: { session: ShownSession }) {
  const { refused } = session;
  if (!refused) return null;
  return (
    <ActionBar>
      <p class="reason-box wide-line" role="alert">
        {t('tr.refused', { what: refusalText(refused) })}
      </p>
      <Button kind="outline" wide onClick={() => void takeOut(refused.id)}>
        {t('tr.drop')}
      </Button>
    </ActionBar>
  );
}

function Later({ session, there }: { session: ShownSession; there: string }) {
  const ask = phaseOf(session, now()) === 'over' && !session.feedbackGiven;
  return (
    <ActionBar hint={t('tr.chip.there', { time: momentText(there) })} icon="checkCircle">
      {ask && (
        <Button wide icon={drawn.glad} href={href('tap-huan', session.id, 'gop-y')}>
          {t('tr.feedback.ask')}
        </Button>
      )}
    </ActionBar>
  );
}

function GiveBackSheet({ session, onClose }: { session: ShownSession; onClose: () => void }) {
  return (
    <AskSheet
      title={t('tr.giveBack.ask')}
      lead={t('tr.giveBack.lead')}
      onClose={onClose}
      act={
        <Button
          onClick={() => {
            onClose();
            send(session, 'give_back');
          }}
        >
          {t('tr.giveBack')}
        </Button>
      }
    />
  );
}
