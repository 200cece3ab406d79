/** Messages: duties on top, what came as one line each, what the leader sent. */
import { useEffect, useState } from 'preact/hooks';
import { type InboxEntry } from '#client';
import { whereNewsComes } from '../../model/words/channel-word.ts';
import { showToast } from '../../model/device/speak.ts';
import { duties } from '../../model/inbox/duties.ts';
import { inbox, inboxLoad, unseenCount } from '../../model/inbox/inbox.ts';
import { loadInbox, loadOlder } from '../../model/inbox/load-inbox.ts';
import { markAllSeen } from '../../model/inbox/seen.ts';
import { may, post } from '../../model/sign-in/session.ts';
import { t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { AppBar, Screen, SettingsLink, TabBar } from '../../ui/chrome.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Button, GroupHeading } from '../../ui/parts.tsx';
import { BottomSheet } from '../../ui/sheet.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx';
import { PushCard } from '../push-card.tsx';
import { TeamSent } from '../team-sent.tsx';
import { DutyCard } from './duties.tsx';
import { MessageLine, MessageSheet } from './message.tsx';

export function InboxScreen() {
  const [open, setOpen] = useState<InboxEntry>();
  const [why, setWhy] = useState<InboxEntry>();
  useEffect(() => void loadInbox(), []);
  const page = inbox.value;
  const todo = duties();
  const team = post.value?.team;
  const explain = (entry: InboxEntry) => {
    setOpen(undefined);
    setWhy(entry);
  };
  const onTop = new Set(todo.map(({ entry }) => entry.id));
  return (
    <Screen
      bar={
        <AppBar title={t('inbox.title')}>
          <SettingsLink />
        </AppBar>
      }
      foot={<TabBar />}
    >
      {!page && <NotYet />}
      {todo.map((duty) => (
        <DutyCard key={duty.entry.id} duty={duty} onWhy={() => explain(duty.entry)} />
      ))}
      <PushCard />
      {page && page.items.length === 0 && <EmptyState hall title={t('inbox.empty')} text={whereNewsComes()} />}
      {page && (
        <Received
          entries={page.items.filter(({ id }) => !onTop.has(id))}
          duties={todo.filter(({ done }) => !done).map(({ entry }) => entry.id)}
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
  return <ErrorState title={t('inbox.unloaded')} code={failed} onRetry={() => void loadInbox()} />;
}

function Received({
  entries,
  duties: open,
  more,
  onOpen,
}: {
  entries: InboxEntry[];
  duties: string[];
  more: boolean;
  onOpen: (entry: InboxEntry) => void;
}) {
  if (entries.length === 0) return null;
  const seeAll = () => showToast(t('inbox.allSeen.done'), { label: t('inbox.takeBack'), run: markAllSeen(open) });
  return (
    <section>
      <GroupHeading
        aside={
          unseenCount.value > open.length && (
            <button type="button" class="link with-icon" onClick={seeAll}>
              <Icon name="double" size={20} />
              {t('inbox.allSeen')}
            </button>
          )
        }
      >
        {t('inbox.received')}
      </GroupHeading>
      <div class="card rows">
        {entries.map((entry) => (
          <MessageLine key={entry.id} entry={entry} onOpen={() => onOpen(entry)} />
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
      {entry.number && <p>{tidy(entry.body)}</p>}
      <p>{t('inbox.why.post', { post: entry.why.post })}</p>
      {entry.why.citation && <p>{t('inbox.why.basis', { basis: entry.why.citation })}</p>}
      <p>{t(entry.mandatory ? 'inbox.why.duty' : 'inbox.why.optional')}</p>
    </BottomSheet>
  );
}
