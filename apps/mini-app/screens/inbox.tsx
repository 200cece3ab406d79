/** Messages: the open duty on top, what came and by which way, what the leader sent. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type InboxEntry } from '#client';
import { channelWord, whereNewsComes } from '../model/channel-word.ts';
import { inbox, inboxLoad, isSeen, unseenCount } from '../model/inbox.ts';
import { loadInbox, loadOlder } from '../model/load-inbox.ts';
import { markSeen, openDuty } from '../model/seen.ts';
import { may, post } from '../model/session.ts';
import { myTasks } from '../model/tasks.ts';
import { momentText, t, tidy } from '../model/words.ts';
import { href } from '../router.ts';
import { AppBar, Screen, TabBar } from '../ui/chrome.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Button, Disc, GroupHeading } from '../ui/parts.tsx';
import { BottomSheet } from '../ui/sheet.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states.tsx';
import { PushCard } from './push-card.tsx';
import { TeamSent } from './team-sent.tsx';

export function InboxScreen() {
  const [open, setOpen] = useState<InboxEntry>();
  const [why, setWhy] = useState<InboxEntry>();
  useEffect(() => void loadInbox(), []);
  const page = inbox.value;
  const duty = openDuty();
  const team = post.value?.team;
  const explain = (entry: InboxEntry) => {
    setOpen(undefined);
    setWhy(entry);
  };
  return (
    <Screen bar={<AppBar title={t('inbox.title')} />} foot={<TabBar />}>
      {!page && <NotYet />}
      {duty && <DutyCard entry={duty} onWhy={() => explain(duty)} onOpen={() => setOpen(duty)} />}
      <PushCard />
      {page && page.items.length === 0 && <EmptyState hall title={t('inbox.empty')} text={whereNewsComes()} />}
      {page && (
        <Received
          entries={page.items.filter((entry) => entry !== duty)}
          more={page.nextCursor !== null}
          onOpen={setOpen}
        />
      )}
      {team && may('task.answer', team.id) && <TeamSent teamId={team.id} />}
      {open && <MessageSheet entry={open} onClose={() => setOpen(undefined)} onWhy={() => explain(open)} />}
      {why && <WhySheet entry={why} onClose={() => setWhy(undefined)} />}
    </Screen>
  );
}

function NotYet() {
  const failed = typeof inboxLoad.value === 'object' ? inboxLoad.value.failed : undefined;
  if (!failed) return <SkeletonRows />;
  return (
    <ErrorState
      title={t('inbox.unloaded')}
      text={t('task.unloaded.text')}
      code={failed}
      onRetry={() => void loadInbox()}
    />
  );
}

function Received({
  entries,
  more,
  onOpen,
}: {
  entries: InboxEntry[];
  more: boolean;
  onOpen: (entry: InboxEntry) => void;
}) {
  if (entries.length === 0) return null;
  return (
    <section>
      <GroupHeading {...(unseenCount.value > 0 && { count: t('inbox.unseen', { n: unseenCount.value }) })}>
        {t('inbox.received')}
      </GroupHeading>
      <div class="card rows">
        {entries.map((entry) => (
          <MessageRow key={entry.id} entry={entry} onOpen={() => onOpen(entry)} />
        ))}
      </div>
      {more && (
        <p class="centre">
          <Button kind="text" onClick={() => void loadOlder()}>
            {t('inbox.older')}
          </Button>
        </p>
      )}
    </section>
  );
}

function DutyCard({ entry, onWhy, onOpen }: { entry: InboxEntry; onWhy: () => void; onOpen: () => void }) {
  const ref = useSeenAfterSecond(entry);
  return (
    <div class="card duty" ref={ref}>
      <div class="duty-top">
        <Disc icon="shield" />
        <span>
          <span class="tint-word">{t('inbox.duty')}</span>
          <h2>{tidy(entry.title)}</h2>
        </span>
      </div>
      <p>{tidy(entry.body)}</p>
      {entry.taskId ? (
        <Button wide href={href('viec', entry.taskId)}>
          {t('inbox.seeTask')}
        </Button>
      ) : entry.sessionId ? (
        <Button wide href={href('tap-huan', entry.sessionId)}>
          {t('inbox.openSession')}
        </Button>
      ) : (
        <Button wide onClick={onOpen}>
          {t('inbox.checkNow')}
        </Button>
      )}
      <Button wide kind="text" onClick={onWhy}>
        {t('inbox.why')}
      </Button>
    </div>
  );
}

/** Seen is what stood in front of the reader for a second, not what was scrolled past. */
function useSeenAfterSecond(entry: InboxEntry) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const node = ref.current;
    if (!node || isSeen(entry) || typeof IntersectionObserver === 'undefined' || !entry.taskId) return;
    let timer: ReturnType<typeof setTimeout>;
    const watcher = new IntersectionObserver(
      ([change]) => {
        clearTimeout(timer);
        if (change?.isIntersecting) timer = setTimeout(() => markSeen(entry), 1000);
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

const KIND_ICONS: [RegExp, IconName][] = [
  [/training|seat|session|certificate/i, 'cap'],
  [/confirm|answer/i, 'checkCircle'],
  [/return|cancel|decline/i, 'returned'],
  [/remind|due|late/i, 'clock'],
  [/task|assign/i, 'tasks'],
];
const kindIcon = (kind: string): IconName => KIND_ICONS.find(([pattern]) => pattern.test(kind))?.[1] ?? 'mail';

function MessageRow({ entry, onOpen }: { entry: InboxEntry; onOpen: () => void }) {
  const seen = isSeen(entry);
  return (
    <button type="button" class="row message" onClick={onOpen}>
      <Disc icon={kindIcon(entry.kind)} tone="inset" />
      <span class="grow">
        {seen ? <span>{tidy(entry.title)}</span> : <b>{tidy(entry.title)}</b>}
        <span class="body-line">{tidy(entry.body)}</span>
        <DeliveryLine entry={entry} />
      </span>
      {!seen && (
        <i class="dot unseen">
          <span class="sr">{t('inbox.notSeen')}</span>
        </i>
      )}
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

function MessageSheet({ entry, onClose, onWhy }: { entry: InboxEntry; onClose: () => void; onWhy: () => void }) {
  useEffect(() => {
    const timer = setTimeout(() => markSeen(entry), 1000);
    return () => clearTimeout(timer);
  }, [entry.id]);
  const known = entry.taskId !== null || myTasks.value?.tasks.some((task) => task.assignmentId === entry.assignmentId);
  return (
    <BottomSheet
      title={entry.title}
      onClose={onClose}
      actions={
        <>
          <Button kind="outline" onClick={onClose}>
            {t('act.close')}
          </Button>
          {known && entry.taskId && <Button href={href('viec', entry.taskId)}>{t('inbox.openTask')}</Button>}
          {entry.difficultyId && (
            <Button
              href={href('vuong-mac', ...(entry.kind === 'knowHowPublished' ? ['cach-lam'] : []), entry.difficultyId)}
              onClick={() => markSeen(entry)}
            >
              {t(entry.kind === 'knowHowPublished' ? 'inbox.openKnowHow' : 'inbox.openAnswer')}
            </Button>
          )}
          {entry.sessionId && (
            <Button href={href('tap-huan', entry.sessionId)} onClick={() => markSeen(entry)}>
              {t('inbox.openSession')}
            </Button>
          )}
        </>
      }
    >
      <p class="pre">{entry.body}</p>
      <DeliveryLine entry={entry} />
      <p>
        <button type="button" class="link" onClick={onWhy}>
          {t('inbox.why')}
        </button>
      </p>
    </BottomSheet>
  );
}

function WhySheet({ entry, onClose }: { entry: InboxEntry; onClose: () => void }) {
  return (
    <BottomSheet
      title={t('inbox.why')}
      onClose={onClose}
      actions={
        <>
          <Button kind="outline" onClick={onClose}>
            {t('act.close')}
          </Button>
          <Button kind="outline" href={href('cai-dat')}>
            {t('settings.title')}
          </Button>
        </>
      }
    >
      <p>{t('inbox.why.post', { post: entry.why.post })}</p>
      {entry.why.citation && <p>{t('inbox.why.basis', { basis: entry.why.citation })}</p>}
      <p>{t(entry.mandatory ? 'inbox.why.duty' : 'inbox.why.optional')}</p>
    </BottomSheet>
  );
}
