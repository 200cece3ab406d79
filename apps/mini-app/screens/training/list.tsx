/** Training: what waits for my answer, what is coming, sessions where I check people in, what I can learn by myself. */
import { useEffect } from 'preact/hooks';
import { now } from '../../model/clock.ts';
import { network } from '../../model/device/network.ts';
import { type ShownSession, phaseOf } from '../../model/training/answers.ts';
import {
  asking,
  loadTraining,
  savedAt,
  sessions,
  trainingFailed,
  trainingFresh,
} from '../../model/training/sessions.ts';
import { momentText, t } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { AppBar, Screen, TabBar } from '../../ui/chrome.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { GroupHeading } from '../../ui/parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx';
import { drawn } from '../../ui/training-style.ts';
import { CheckInSessions } from './check-in-sessions.tsx';
import { SessionRow } from './session-row.tsx';

export function TrainingScreen() {
  useEffect(() => void loadTraining(), []);
  const list = sessions.value;
  const failed = trainingFailed.value;
  const saved = savedAt.value;
  return (
    <Screen bar={<AppBar title={t('tr.title')} />} foot={<TabBar />}>
      {list && saved && (network.value === 'none' || (failed && !trainingFresh.value)) && (
        <p class="muted small centre">{t('tr.saved', { time: momentText(saved) })}</p>
      )}
      {list ? <Groups list={list} /> : failed ? <Unloaded code={failed} /> : <SkeletonRows />}
      <CheckInSessions />
      <GroupHeading>{t('tr.more')}</GroupHeading>
      <div class="card rows">
        <Way to={['the']} icon="book" title={t('tr.cards')} line={t('tr.cards.line')} />
        <Way to={['khoa-da-hoc']} icon={drawn.certificate} title={t('tr.credits')} line={t('tr.credits.line')} />
        <Way to={['theo-doi-lich']} icon="calendar" title={t('tr.follow')} line={t('tr.follow.line')} />
      </div>
    </Screen>
  );
}

function Way({ to, icon, title, line }: { to: string[]; icon: IconName; title: string; line: string }) {
  return (
    <a class="row" href={href(...to)}>
      <Icon name={icon} />
      <span class="grow">
        <b>{title}</b>
        <span class="muted">{line}</span>
      </span>
      <Icon name="next" />
    </a>
  );
}

function Groups({ list }: { list: ShownSession[] }) {
  const answer = asking.value;
  const rest = list.filter((one) => !answer.includes(one));
  const coming = rest.filter((one) => phaseOf(one, now()) !== 'over' && one.state !== 'cancelled');
  const past = rest.filter((one) => !coming.includes(one));
  if (list.length === 0) return <EmptyState hall title={t('tr.empty')} text={t('tr.empty.text')} />;
  return (
    <>
      <Group title={t('tr.answer')} count={t('tr.answer.count', { n: answer.length })} list={answer} />
      <Group title={t('tr.coming')} list={coming} />
      <Group title={t('tr.past')} list={past} />
    </>
  );
}

function Group({ title, count, list }: { title: string; count?: string; list: readonly ShownSession[] }) {
  if (list.length === 0) return null;
  return (
    <section>
      <GroupHeading {...(count && { count })}>{title}</GroupHeading>
      <div class="card rows">
        {list.map((session) => (
          <SessionRow key={session.id} session={session} />
        ))}
      </div>
    </section>
  );
}

function Unloaded({ code }: { code: string }) {
  return <ErrorState title={t('tr.unloaded')} code={code} onRetry={() => void loadTraining()} />;
}
