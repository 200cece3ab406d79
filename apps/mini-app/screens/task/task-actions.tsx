/** What can be done now, at the thumb: by state and by who is looking. */
import type { TaskDetail } from '#client';
import { complete, turnDecline } from '../../model/queue/commands.ts';
import type { ShownTask } from '../../model/queue/overlay.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { leads, may } from '../../model/sign-in/session.ts';
import { tellWhatBecame, useAccepting, useSending } from '../../model/queue/tell.ts';
import { due, momentText, t } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button } from '../../ui/parts.tsx';
import { placeToMend } from './entry/entries.tsx';
import { type SheetName } from './task-order.tsx';

export function TaskActions({ task, open }: { task: ShownTask<TaskDetail>; open: (sheet: SheetName) => void }) {
  if (task.state === 'assigned') return <AnswerActions task={task} decline={() => open('decline')} />;
  if (task.state === 'submitted')
    return (
      <ActionBar
        icon={task.pending.waiting ? 'device' : 'clock'}
        hint={
          task.pending.waiting || !task.submittedAt
            ? t('task.sentSoon')
            : t('task.sentAt', { time: momentText(task.submittedAt) })
        }
      />
    );
  if (task.state === 'declined') return <DeclinedActions task={task} />;
  if (task.state === 'confirmed')
    return (
      <ActionBar>
        <Button wide icon="checkCircle" href={href('viec', task.id, 'ket-qua')}>
          {t('task.seeResult')}
        </Button>
      </ActionBar>
    );
  return <WorkActions task={task} />;
}

/** In hand: report, report as done when the target is reached, correct what came back, or say what is in the way. */
function WorkActions({ task }: { task: ShownTask<TaskDetail> }) {
  const full = task.figures.reported >= task.figures.target;
  const finishing =
    full && task.state === 'accepted' && (task.doer === null || task.doerIsMe || may('task.answer', task.team.id));
  // What waits on this phone may be what is missing: then the server judges, after it has come.
  const missing = finishing && !task.pending.waiting ? (task.evidenceMissing ?? []) : [];
  const finish = useSending(async () => {
    const [made] = await enqueue(complete(task));
    if (made) await tellWhatBecame(made.id, () => t('task.completed'));
  });
  const report = href('viec', task.id, 'ghi');
  if (missing.length > 0)
    return (
      <ActionBar
        hint={t('entry.evidenceMissing', { kinds: missing.map((kind) => t(`evidence.${kind}`)).join(', ') })}
        icon="warn"
      >
        <Button wide icon="plus" href={report}>
          {t('act.addEvidence')}
        </Button>
      </ActionBar>
    );
  if (finishing)
    return (
      <ActionBar>
        <Button kind="outline" href={report}>
          {t('act.report')}
        </Button>
        <Button icon="check" onClick={() => void finish()}>
          {t('act.complete')}
        </Button>
      </ActionBar>
    );
  const returned = task.state === 'returned';
  return (
    <ActionBar>
      <Button kind="outline" href={href('kho-khan', task.team.id, task.id)}>
        {t('act.difficulty')}
      </Button>
      <Button icon={returned ? 'pencil' : 'plus'} href={returned ? placeToMend(task) : report}>
        {t(returned ? 'act.fixAndResend' : 'act.report')}
      </Button>
    </ActionBar>
  );
}

/** A decline stands; only the leader (or the commune) turns it round. */
function DeclinedActions({ task }: { task: ShownTask<TaskDetail> }) {
  const turn = useSending(async () => {
    const [made] = await enqueue(turnDecline(task));
    if (made) await tellWhatBecame(made.id, () => t('task.accepted'));
  });
  if (!leads(task.team.id)) return <ActionBar hint={t('task.declined.stands')} />;
  return (
    <ActionBar hint={t('task.declined.next')}>
      <Button kind="outline" icon="check" onClick={turn}>
        {t('act.acceptAfterAll')}
      </Button>
    </ActionBar>
  );
}

function AnswerActions({ task, decline }: { task: ShownTask<TaskDetail>; decline: () => void }) {
  const mayDecline = may('task.answer', task.team.id);
  const hint = t('task.replyBy', { deadline: due(task.replyByOn, 'inline') });
  const take = useAccepting(task);
  return (
    <ActionBar
      hint={
        mayDecline ? (
          hint
        ) : (
          <>
            {hint}
            <br />
            {t('task.leaderDeclines')}
          </>
        )
      }
    >
      {mayDecline && (
        <Button kind="outline" onClick={decline}>
          {t('act.decline')}
        </Button>
      )}
      <Button icon="check" onClick={take}>
        {t('act.accept')}
      </Button>
    </ActionBar>
  );
}
