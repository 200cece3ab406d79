/** A duty is done where it is told; its card then says when that got through, for the day. */
import type { ComponentChildren, RefObject } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { InboxEntry } from '#client';
import { isSeen } from '../../model/inbox/inbox.ts';
import type { Duty } from '../../model/inbox/duties.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import type { ShownTask } from '../../model/queue/overlay.ts';
import { useAccepting, useSending } from '../../model/queue/tell.ts';
import { markSeen } from '../../model/inbox/seen.ts';
import { may } from '../../model/sign-in/session.ts';
import type { ShownSession } from '../../model/training/answers.ts';
import { acknowledge } from '../../model/training/commands.ts';
import { ready } from '../../model/training/words.ts';
import { due, momentText, t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { Button, Disc } from '../../ui/parts.tsx';
import { AnswerNumber } from './number.tsx';
import { AnswerReason } from './reason.tsx';

export function DutyCard({ duty, onWhy }: { duty: Duty; onWhy: () => void }) {
  const { entry, task, session, done } = duty;
  const ref = useSeenAfterSecond(entry);
  if (done)
    return (
      <Frame entry={entry} done>
        <DoneLine state={done.state} at={done.sentAt} />
      </Frame>
    );
  const { number, question } = entry;
  const day = task?.replyByOn ?? number?.replyByOn;
  const deadline = day && due(day, 'short');
  return (
    <Frame entry={entry} seen={ref} lead={deadline ? t('inbox.duty.by', { deadline }) : t('inbox.duty')}>
      {!number && <p class="pre">{tidy(entry.body)}</p>}
      {task ? (
        <AnswerTask task={task} />
      ) : session ? (
        <NoteChange session={session} />
      ) : number ? (
        <AnswerNumber entry={entry} asked={number} />
      ) : question?.open ? (
        <AnswerReason entry={entry} questionId={question.questionId} />
      ) : (
        <Read entry={entry} />
      )}
      <Button wide kind="text" onClick={onWhy}>
        {t('inbox.why')}
      </Button>
    </Frame>
  );
}

/** An order is seen when it stood in front of the reader for a second, not when it was scrolled past. */
function useSeenAfterSecond(entry: InboxEntry): RefObject<HTMLDivElement | null> {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = ref.current;
    if (!node || isSeen(entry) || typeof IntersectionObserver === 'undefined' || !entry.taskId) return;
    let timer: ReturnType<typeof setTimeout>;
    const watcher = new IntersectionObserver(
      ([change]) => {
        clearTimeout(timer);
        if (change?.isIntersecting) timer = setTimeout(() => void markSeen(entry), 1000);
      },
      { threshold: 0.8 },
    );
    watcher.observe(node);
    return () => {
      watcher.disconnect();
      clearTimeout(timer);
    };
  }, [entry.id]);
  return ref;
}

function Frame({
  entry,
  seen,
  lead,
  done,
  children,
}: {
  entry: InboxEntry;
  seen?: RefObject<HTMLDivElement | null>;
  lead?: string;
  done?: boolean;
  children: ComponentChildren;
}) {
  return (
    <div class={done ? 'card' : 'card duty'} ref={seen ?? null}>
      <div class="duty-top">
        <Disc icon={done ? 'check' : 'shield'} {...(done && { tone: 'done' as const })} />
        <span>
          {lead && <span class="tint-word">{lead}</span>}
          <h2>{tidy(entry.title)}</h2>
          {done && children}
        </span>
      </div>
      {!done && children}
    </div>
  );
}

function DoneLine({ state, at }: { state: string; at: number | undefined }) {
  if (state === 'sent' && at) return <span class="done-word">{t('inbox.done', { time: momentText(at) })}</span>;
  if (state === 'refused') return <span class="late-word">{t('queue.toReview', { n: 1 })}</span>;
  return <span class="wait-word">{t('inbox.doneWaits')}</span>;
}

function AnswerTask({ task }: { task: ShownTask }) {
  const take = useAccepting(task);
  return (
    <>
      <p class="two">
        {may('task.answer', task.team.id) && (
          <Button kind="outline" href={href('viec', task.id, 'tu-choi')}>
            {t('act.decline')}
          </Button>
        )}
        <Button onClick={take}>{t('act.accept')}</Button>
      </p>
      <Button wide kind="text" href={href('viec', task.id)}>
        {t('inbox.openTask')}
      </Button>
    </>
  );
}

function NoteChange({ session }: { session: ShownSession }) {
  const note = useSending(async () => {
    await ready;
    await enqueue(acknowledge(session));
  });
  return (
    <p class="two">
      <Button kind="outline" href={href('tap-huan', session.id)}>
        {t('inbox.openSession')}
      </Button>
      <Button onClick={note}>{t('inbox.iKnow')}</Button>
    </p>
  );
}

const Read = ({ entry }: { entry: InboxEntry }) => (
  <Button wide icon="check" onClick={() => void markSeen(entry)}>
    {t('inbox.iRead')}
  </Button>
);
