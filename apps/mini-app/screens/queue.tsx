/** Nothing is lost, and here is the proof: what needs a look, what waits, what got through today. */
import { useState } from 'preact/hooks';
import { type Command, exportUnsent } from '#client';
import { dateInVietnam, formatTime } from '#i18n/dates';
import { formatBytes } from '#i18n/format';
import { quickReport } from '../model/queue/commands.ts';
import { fromPhoneTime, today } from '../model/clock.ts';
import { callOffice } from '../model/device/phone.ts';
import { commands, isQuiet, refused, unsent, worthShowing } from '../model/queue/kept-commands.ts';
import { dropCommand, openQueue } from '../model/queue/queue.ts';
import { refusalText } from '../model/refusals.ts';
import { communeOf, post } from '../model/session.ts';
import { lang, t } from '../model/words.ts';
import { AppBar, Screen } from '../ui/chrome.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Button, GroupHeading } from '../ui/parts.tsx';
import { BottomSheet } from '../ui/sheet.tsx';
import { EmptyState } from '../ui/states.tsx';

export function QueueScreen() {
  const sent = worthShowing.value.filter(
    (item) => item.state === 'sent' && item.sentAt && dateInVietnam(fromPhoneTime(item.sentAt)) === today(),
  );
  const count = (n: number) => t('queue.count', { n });
  const open = refused.value.length + unsent.value.length;
  return (
    <Screen bar={<AppBar title={t('queue.title')} back={[]} />}>
      {open + sent.length === 0 && <EmptyState title={t('queue.empty')} text={t('queue.empty.text')} />}
      {refused.value.length > 0 && (
        <section>
          <GroupHeading count={count(refused.value.length)}>{t('queue.review')}</GroupHeading>
          {refused.value.map((item, i) => (
            <div class="card" key={item.id}>
              <RefusedItem item={item} first={i === 0} />
            </div>
          ))}
        </section>
      )}
      <Group title={t('queue.group.waiting')} count={count(unsent.value.length)} items={unsent.value} />
      <Group title={t('queue.group.done')} count={count(sent.length)} items={[...sent].reverse()} />
      {open > 0 && (
        <p class="centre">
          <Button kind="text" icon="download" onClick={() => void saveFile()}>
            {t('queue.export')}
          </Button>
        </p>
      )}
    </Screen>
  );
}

function Group({ title, count, items }: { title: string; count: string; items: readonly Command[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <GroupHeading count={count}>{title}</GroupHeading>
      <div class="card rows">
        {items.map((item) => (
          <div class="queue-item" key={item.id}>
            <QueueItem item={item} />
          </div>
        ))}
      </div>
    </section>
  );
}

export function queueTitle({ kind, view }: Pick<Command, 'kind' | 'view'>): string {
  const title = String(view.title ?? '');
  const unit = String(view.unit ?? t('quick.times'));
  if (kind.startsWith('training.')) return title;
  switch (kind) {
    case 'task.accept':
    case 'task.turnDecline':
      return t('queue.item.accept', { title });
    case 'task.undoAccept':
      return t('queue.item.undoAccept', { title });
    case 'task.decline':
      return t('queue.item.decline', { title });
    case 'task.extension':
      return t('queue.item.extension', { title });
    case 'task.complete':
      return t('queue.item.complete', { title });
    case 'task.delegate':
      return t('queue.item.delegate', { title, person: String(view.person) });
    case 'photo':
      return t('queue.item.photo', { title, n: Number(view.number) });
    case 'difficulty':
      return t('queue.item.difficulty', { title });
    case 'quick.undo':
      return t('queue.item.undoQuick', { title });
    default:
      return t('queue.item.count', { title, n: Number(view.value), unit });
  }
}

function QueueItem({ item }: { item: Command }) {
  const sending = item.state === 'sending';
  const share = item.uploaded ?? 0;
  const second =
    item.state === 'sent' && item.receipt
      ? t('queue.receipt', { receipt: item.receipt })
      : item.view.bytes && item.kind === 'photo'
        ? formatBytes(Number(item.view.bytes), lang.value)
        : t('queue.recordedAt', { time: formatTime(fromPhoneTime(item.createdAt)) });
  const [icon, tone, line]: [IconName, string, string] =
    item.state === 'sent'
      ? ['checkCircle', 'done-word', t('queue.sentAt', { time: formatTime(fromPhoneTime(item.sentAt ?? 0)) })]
      : sending
        ? [
            'cloudUp',
            'wait-word',
            share > 0 ? t('queue.sendingShare', { n: Math.round(share * 100) }) : t('queue.sending'),
          ]
        : ['device', 'muted', t('queue.saved')];
  return (
    <>
      <b>{queueTitle(item)}</b>
      <span class="muted">{second}</span>
      <span class={`state-line ${tone}`}>
        <Icon name={icon} size={20} />
        <b>{line}</b>
      </span>
      {sending && share > 0 && (
        <div class="bar thin" aria-hidden="true">
          <i style={{ width: `${share * 100}%` }} />
        </div>
      )}
    </>
  );
}

function RefusedItem({ item, first }: { item: Command; first: boolean }) {
  const [asking, setAsking] = useState(false);
  const commune = communeOf(post.value);
  const canBecomeQuick = item.kind === 'task.progress' && Number(item.view.value) > 0 && post.value?.team;
  return (
    <>
      <b>{queueTitle(item)}</b>
      <span class="muted">{t('queue.recordedAt', { time: formatTime(fromPhoneTime(item.createdAt)) })}</span>
      <span class="state-line late">
        <Icon name="warn" size={20} />
        <b>{t('queue.refused')}</b>
      </span>
      <p class="reason-box">{refusalText(item)}</p>
      {canBecomeQuick && (
        <Button wide kind={first ? 'primary' : 'outline'} onClick={() => void sendAsQuick(item)}>
          {t('queue.asQuick')}
        </Button>
      )}
      <div class="two">
        {commune && (
          <Button kind="outline" icon="phone" onClick={() => void callOffice(commune.id)}>
            {t('queue.callSupport')}
          </Button>
        )}
        <Button kind="outline" icon="trash" onClick={() => setAsking(true)}>
          {t('queue.drop')}
        </Button>
      </div>
      {asking && <DropSheet item={item} onClose={() => setAsking(false)} />}
    </>
  );
}

function DropSheet({ item, onClose }: { item: Command; onClose: () => void }) {
  const value = Number(item.view.value);
  const title =
    value > 0
      ? t('queue.drop.count', { n: value, unit: String(item.view.unit ?? t('quick.times')) })
      : t('queue.drop.one');
  return (
    <BottomSheet
      title={title}
      lead={t('queue.drop.lead')}
      onClose={onClose}
      actions={
        <>
          <Button kind="outline" onClick={onClose}>
            {t('act.goBack')}
          </Button>
          <Button onClick={() => void dropCommand(item.id)}>{t('queue.drop')}</Button>
        </>
      }
    >
      <p>{queueTitle(item)}</p>
    </BottomSheet>
  );
}

/** The number and what it counts as are kept, and the day and the place where it was done; its photos follow. */
async function sendAsQuick(item: Command): Promise<void> {
  const teamId = String(item.view.teamId);
  const [draft] = quickReport({
    teamId,
    kind: 'public_services',
    insteadOfTaskId: String(item.view.taskId),
    kindWord: String(item.view.title),
    value: Number(item.view.value),
    happenedOn: String(item.view.happenedOn ?? today()),
    note: [String(item.view.title), String(item.view.note ?? '')].filter(Boolean).join('. '),
    photos: [],
  });
  const body = item.body as { photoIds?: string[] } | undefined;
  if (draft)
    await (await openQueue()).replace(item.id, {
      ...draft,
      body: { ...(draft.body as object), photoIds: body?.photoIds ?? [] },
    });
}

export async function saveFile(): Promise<void> {
  const blob = await exportUnsent(commands.value.filter((item) => !isQuiet(item.kind)));
  const url = URL.createObjectURL(blob);
  Object.assign(document.createElement('a'), { href: url, download: `to-so-chua-gui-${today()}.json` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
