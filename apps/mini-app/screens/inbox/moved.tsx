/** The team's commune is another one: before and now, what stays, what changes, whom to ask. */
import type { InboxEntry } from '#client';
import { insideSentence } from '../../model/sign-in/session.ts';
import { myTasks } from '../../model/tasks.ts';
import { t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Button } from '../../ui/parts.tsx';

type Moved = NonNullable<InboxEntry['moved']>;

function Point({ icon, title, text }: { icon: IconName; title: string; text: string }) {
  return (
    <div class="row still">
      <Icon name={icon} />
      <p class="grow">
        <b>{title}</b>
        <span class="muted">{text}</span>
      </p>
    </div>
  );
}

export function MovedBody({ moved: { from, to, ask, citation } }: { moved: Moved }) {
  const unit = insideSentence(to);
  return (
    <>
      <div class="card moved-way">
        <p>
          <span class="muted">{t('task.moved.before')}</span>
          <b>{tidy(from)}</b>
        </p>
        <Icon name="next" />
        <p>
          <span class="muted">{t('task.moved.now')}</span>
          <b>{tidy(to)}</b>
        </p>
      </div>
      <div class="card rows">
        <Point icon="checkCircle" title={t('inbox.moved.same')} text={t('inbox.moved.sameText')} />
        <Point icon="swap" title={t('inbox.moved.other')} text={t('inbox.moved.otherText', { unit: tidy(to) })} />
        <Point icon="pencil" title={t('inbox.moved.names')} text={t('inbox.moved.namesText', { unit })} />
        <Point icon="people" title={t('inbox.moved.ask')} text={ask ?? t('inbox.moved.nobody')} />
      </div>
      {citation && <p class="muted">{t('inbox.moved.basis', { basis: citation })}</p>}
    </>
  );
}

/** To what the team has in hand: it goes on as it was. */
export function ToWork({ onGo }: { onGo: () => void }) {
  const n = (myTasks.value?.tasks ?? []).filter(({ state }) => state === 'accepted' || state === 'returned').length;
  return (
    <Button href={href()} onClick={onGo}>
      {n > 0 ? t('inbox.moved.work', { n }) : t('task.backHome')}
    </Button>
  );
}
