/** Messages: the open duty on top, what came and by which way, what the leader sent and who has not seen it. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type InboxEntry, type TeamMessages, take } from '#client';
import { api } from '../model/api.ts';
import { inbox, inboxLoad, isSeen, loadInbox, loadOlder, unseenCount } from '../model/inbox.ts';
import { read, write } from '../model/local.ts';
import { markSeen, openDuty } from '../model/seen.ts';
import { may, post } from '../model/session.ts';
import { myTasks } from '../model/tasks.ts';
import { momentText, ratio, t, tidy } from '../model/words.ts';
import { href } from '../router.ts';
import { AppBar, Screen, TabBar } from '../ui/chrome.tsx';
import { CallButton } from '../ui/fields.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Button, Disc, GroupHeading } from '../ui/parts.tsx';
import { BottomSheet } from '../ui/sheet.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states.tsx';

export function InboxScreen() {
  const [open, setOpen] = useState<InboxEntry>();
  const [why, setWhy] = useState<InboxEntry>();
  useEffect(() => void loadInbox(), []);
  const page = inbox.value;
  const failed = typeof inboxLoad.value === 'object' ? inboxLoad.value.failed : undefined;
  const duty = openDuty();
  const rows = page?.items.filter((entry) => entry !== duty) ?? [];
  return (
    <Screen bar={<AppBar title={t('inbox.title')} />} foot={<TabBar />}>
      {!page &&
        (failed ? (
          <ErrorState
            title={t('inbox.unloaded')}
            text={t('task.unloaded.text')}
            code={failed}
            onRetry={() => void loadInbox()}
          />
        ) : (
          <SkeletonRows />
        ))}
      {duty && <DutyCard entry={duty} onWhy={() => setWhy(duty)} onOpen={() => setOpen(duty)} />}
      {page && page.items.length === 0 && <EmptyState hall title={t('inbox.empty')} text={t('home.empty.text')} />}
      {rows.length > 0 && (
        <section>
          <GroupHeading {...(unseenCount.value > 0 && { count: t('inbox.unseen', { n: unseenCount.value }) })}>
            {t('inbox.received')}
          </GroupHeading>
          <div class="card rows">
            {rows.map((entry) => (
              <MessageRow key={entry.id} entry={entry} onOpen={() => setOpen(entry)} />
            ))}
          </div>
          {page?.nextCursor && (
            <p class="centre">
              <Button kind="text" onClick={() => void loadOlder()}>
                {t('inbox.older')}
              </Button>
            </p>
          )}
        </section>
      )}
      {post.value?.team && may('task.answer', post.value.team.id) && <TeamSent teamId={post.value.team.id} />}
      {open && (
        <MessageSheet
          entry={open}
          onClose={() => setOpen(undefined)}
          onWhy={() => {
            setOpen(undefined);
            setWhy(open);
          }}
        />
      )}
      {why && <WhySheet entry={why} onClose={() => setWhy(undefined)} />}
    </Screen>
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

const CHANNEL_WORDS = {
  telegram: 'Telegram',
  'zalo-oa': 'Zalo',
  'zalo-zbs': 'Zalo',
  'zalo-bot': 'Zalo',
  'zalo-gmf': 'Zalo',
  'zalo-mini': 'Zalo',
} as Record<string, string | undefined>;
export const channelWord = (channel: string): string =>
  CHANNEL_WORDS[channel] ??
  (channel === 'email' ? t('channel.email') : channel === 'web-push' ? t('channel.push') : t('channel.inbox'));

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

function TeamSent({ teamId }: { teamId: string }) {
  const [list, setList] = useState<TeamMessages | undefined>(() => read(`snapshot.sent.${teamId}`));
  useEffect(() => {
    take(api.GET('/teams/{teamId}/messages', { params: { path: { teamId } } })).then(
      (answer) => {
        setList(answer);
        write(`snapshot.sent.${teamId}`, answer);
      },
      () => {},
    );
  }, [teamId]);
  if (!list?.length) return null;
  return (
    <section>
      <GroupHeading>{t('inbox.teamSent')}</GroupHeading>
      <div class="card rows">
        {list.map((message) => (
          <div class="row still top" key={message.id}>
            <Disc icon="send" tone="inset" />
            <div class="grow">
              <span>{message.title}</span>
              <span class="muted">{momentText(message.at)}</span>
              <span class="delivery reach">
                <Icon name="double" size={20} />
                <b>{t('inbox.reach', { ratio: ratio(message.reached, message.people), n: message.seen })}</b>
              </span>
              {message.notSeen.length > 0 && (
                <>
                  <b class="small">{t('inbox.notSeen')}</b>
                  {message.notSeen.map((person) => (
                    <span class="not-seen" key={person.id}>
                      <span class="grow">{person.fullName}</span>
                      <CallButton person={person} />
                    </span>
                  ))}
                </>
              )}
            </div>
          </div>
        ))}
      </div>
    </section>
  );
}
