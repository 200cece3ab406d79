/** Nothing is lost, and here is the proof: what needs a look, what waits and why, what got through today. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { dateInVietnam } from '#i18n/dates';
import { phoneIsOff, today } from '../../model/clock.ts';
import { acts, isOpen, refused, unsent } from '../../model/queue/kept-commands.ts';
import { network } from '../../model/device/network.ts';
import { sendNow } from '../../model/queue/enqueue.ts';
import { openQueue, queueRead } from '../../model/queue/queue.ts';
import { dayText, t } from '../../model/words/words.ts';
import { AppBar, Banner, Screen } from '../../ui/chrome.tsx';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button, GroupHeading } from '../../ui/parts.tsx';
import { EmptyState, SkeletonRows } from '../../ui/states.tsx';
import { saveUnsent } from '../../model/queue/save-unsent.ts';
import { DoneItem, RefusedItem, WaitingItem } from './queue-items.tsx';

/** Each act stands in one group. */
function groups() {
  const bad = refused.value;
  const waiting = unsent.value.filter((item) => !bad.includes(item));
  const done = acts.value.filter(
    (item) =>
      item.state === 'sent' &&
      ![...waiting, ...bad].includes(item) &&
      item.sentAt &&
      dateInVietnam(item.sentAt) === today(),
  );
  return { bad, waiting, done: [...done].reverse() };
}

export function QueueScreen() {
  const { bad, waiting, done } = groups();
  const none = bad.length + waiting.length + done.length === 0;
  useEffect(() => void openQueue().catch(() => {}), []);
  return (
    <Screen
      bar={
        <>
          <AppBar title={t('queue.title')} back={[]} />
          <div role="status">
            <ClockStrip />
          </div>
        </>
      }
      foot={waiting.length > 0 && network.value !== 'none' && <SendAll count={waiting.length} />}
    >
      {none && <Nothing />}
      <Group title={t('queue.review')} count={bad.length}>
        {bad.map((item, i) => (
          <div class="card" key={item.id}>
            <RefusedItem item={item} first={i === 0 && waiting.length === 0} />
          </div>
        ))}
      </Group>
      <Group title={t('queue.group.waiting')} count={waiting.length}>
        <div class="card rows">
          {waiting.map((item, i) => (
            <WaitingItem key={item.id} item={item} before={waiting.slice(0, i).filter(isOpen)} />
          ))}
        </div>
      </Group>
      <Group title={t('queue.group.done')} count={done.length}>
        <div class="card rows">
          {done.map((item) => (
            <DoneItem key={item.id} item={item} />
          ))}
        </div>
      </Group>
      {bad.length + waiting.length > 0 && (
        <p class="centre">
          <Button kind="text" icon="download" onClick={() => void saveUnsent()}>
            {t('queue.export')}
          </Button>
        </p>
      )}
    </Screen>
  );
}

/** Said only of what could be read. */
const Nothing = () =>
  queueRead.value ? <EmptyState title={t('queue.empty')} text={t('queue.empty.text')} /> : <SkeletonRows count={2} />;

const Group = ({ title, count, children }: { title: string; count: number; children: ComponentChildren }) =>
  count > 0 ? (
    <section>
      <GroupHeading count={t('queue.count', { n: count })}>{title}</GroupHeading>
      {children}
    </section>
  ) : null;

const SendAll = ({ count }: { count: number }) => (
  <ActionBar>
    <Button wide icon="cloudUp" onClick={() => void sendNow()}>
      {t('queue.sendAll', { n: count })}
    </Button>
  </ActionBar>
);

/** A clock that is wrong is told, and what it does not spoil. */
function ClockStrip() {
  const off = phoneIsOff();
  const minutes = Math.round(Math.abs(off) / 60_000);
  if (minutes < 5) return null;
  const span =
    minutes < 90
      ? t('clock.minutes', { n: minutes })
      : minutes < 20 * 60
        ? t('clock.hours', { n: Math.round(minutes / 60) })
        : t('clock.days', { n: Math.round(minutes / 1440) });
  return (
    <Banner
      icon="clock"
      title={t(off > 0 ? 'clock.behind' : 'clock.ahead', { span })}
      text={t('clock.text', { day: dayText(today()) })}
    />
  );
}
