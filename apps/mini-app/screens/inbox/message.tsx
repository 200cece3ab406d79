/** A message: one line in the list; opened, its text, by which way it came, and the way on. */
import { useEffect } from 'preact/hooks';
import { type InboxEntry } from '#client';
import { dateInVietnam, daysBetween, formatTime } from '#i18n/dates';
import { today } from '../../model/clock.ts';
import { channelWord } from '../../model/words/channel-word.ts';
import { isSeen } from '../../model/inbox/inbox.ts';
import { markSeen } from '../../model/inbox/seen.ts';
import { myTasks } from '../../model/tasks.ts';
import { dayText, momentText, t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { Icon, type IconName, topicIcon } from '../../ui/icon.tsx';
import { Button } from '../../ui/parts.tsx';
import { BottomSheet } from '../../ui/sheet.tsx';
import { ReadText } from '../read-aloud.tsx';
import { MovedBody, ToWork } from './moved.tsx';
import { AnswerReason } from './reason.tsx';

const KIND_ICONS: [RegExp, IconName][] = [
  [/training|seat|session|certificate/i, 'cap'],
  [/difficult/i, 'chat'],
  [/knowHow/, 'book'],
  [/confirm|accepted|answer/i, 'checkCircle'],
  [/return|cancel|decline|sentBack/i, 'returned'],
  [/remind|due|late/i, 'clock'],
];

function iconOf({ kind, taskId }: InboxEntry): IconName {
  const known = KIND_ICONS.find(([pattern]) => pattern.test(kind))?.[1];
  const task = myTasks.value?.tasks.find(({ id }) => id === taskId);
  return known ?? (task ? topicIcon(task) : /task|assign/i.test(kind) ? 'tasks' : 'mail');
}

/** "7:05", "Hôm qua", "16/11". */
function when(at: string): string {
  const day = dateInVietnam(at);
  const ago = daysBetween(day, today());
  return ago === 0 ? formatTime(at) : ago === 1 ? t('day.yesterday') : dayText(day);
}

export function MessageLine({ entry, onOpen }: { entry: InboxEntry; onOpen: () => void }) {
  const seen = isSeen(entry);
  return (
    <button type="button" class="row message" onClick={onOpen}>
      <i class={seen ? 'dot none' : 'dot unseen'}>{!seen && <span class="sr">{t('inbox.notSeen')}</span>}</i>
      <Icon name={iconOf(entry)} />
      <span class="grow">
        {seen ? <span>{tidy(entry.short ?? entry.title)}</span> : <b>{tidy(entry.short ?? entry.title)}</b>}
      </span>
      <span class="muted">{when(entry.at)}</span>
    </button>
  );
}

function DeliveryLine({ entry }: { entry: InboxEntry }) {
  const { seenAt } = entry;
  if (seenAt)
    return (
      <span class="delivery">
        <Icon name="double" size={20} />
        {t('inbox.seenAt', { time: momentText(seenAt) })}
      </span>
    );
  if (entry.via && ['failed', 'unknown'].includes(entry.via.state))
    return (
      <span class="delivery late">
        <Icon name="warn" size={20} />
        {t('inbox.failed')}
      </span>
    );
  const arrived =
    entry.via?.at && ['sent', 'delivered'].includes(entry.via.state)
      ? { at: entry.via.at, way: channelWord(entry.via.channel) }
      : { at: entry.fetchedAt ?? entry.at, way: t('channel.inbox') };
  return (
    <span class="delivery">
      <Icon name="check" size={20} />
      {t('inbox.cameBy', { time: momentText(arrived.at), way: arrived.way })}
    </span>
  );
}

export function MessageSheet({ entry, onClose, onWhy }: { entry: InboxEntry; onClose: () => void; onWhy: () => void }) {
  useEffect(() => {
    const timer = setTimeout(() => void markSeen(entry), 1000);
    return () => clearTimeout(timer);
  }, [entry.id]);
  return (
    <BottomSheet
      title={entry.title}
      onClose={onClose}
      actions={
        <>
          <Button kind="outline" onClick={onClose}>
            {t('act.close')}
          </Button>
          <WayOn entry={entry} />
        </>
      }
    >
      {entry.moved ? <MovedBody moved={entry.moved} /> : <p class="pre">{entry.body}</p>}
      {entry.question?.open && <AnswerReason entry={entry} questionId={entry.question.questionId} />}
      <DeliveryLine entry={entry} />
      <ReadText text={`${entry.title}. ${entry.body}`} />
      <p>
        <button type="button" class="link" onClick={onWhy}>
          {t('inbox.why')}
        </button>
      </p>
    </BottomSheet>
  );
}

function WayOn({ entry }: { entry: InboxEntry }) {
  const leave = () => void markSeen(entry);
  if (entry.moved) return <ToWork onGo={leave} />;
  if (entry.taskId)
    return (
      <Button href={href('viec', entry.taskId)} onClick={leave}>
        {t('inbox.openTask')}
      </Button>
    );
  if (entry.difficultyId) {
    const known = entry.kind === 'knowHowPublished';
    return (
      <Button href={href('vuong-mac', ...(known ? ['cach-lam'] : []), entry.difficultyId)} onClick={leave}>
        {t(known ? 'inbox.openKnowHow' : 'inbox.openAnswer')}
      </Button>
    );
  }
  if (entry.sessionId)
    return (
      <Button href={href('tap-huan', entry.sessionId)} onClick={leave}>
        {t('inbox.openSession')}
      </Button>
    );
  return null;
}
