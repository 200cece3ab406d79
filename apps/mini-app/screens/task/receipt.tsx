/** After sending: the receipt, or the honest word that it still waits on this phone; then the team's entries of the day. */
import type { Command, ProgressEntry, TaskDetail } from '#client';
import { apiOrigin } from '../../model/api.ts';
import { dateInVietnam, formatTime } from '#i18n/dates';
import { fromPhoneTime, now, today } from '../../model/clock.ts';
import { host } from '../../model/device/host.ts';
import type { ShownTask } from '../../model/queue/overlay.ts';
import { commandById, commands } from '../../model/queue/kept-commands.ts';
import { showToast } from '../../model/device/speak.ts';
import { dayText, due, number, ratio, t, tidy, unitWord } from '../../model/words.ts';
import { href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button, Disc, GroupHeading, Progress } from '../../ui/parts.tsx';
import { TaskMissing } from './task-missing.tsx';
import { useTask } from './use-task.ts';

export function Receipt({
  task,
  commandId,
  again,
}: {
  task: ShownTask<TaskDetail>;
  commandId: string;
  again: () => void;
}) {
  const command = commands.value.find((item) => item.id === commandId) ?? commandById(commandId);
  const added = Number(command?.view.value ?? 0);
  const { reported, target } = task.figures;
  const closed = task.state === 'submitted';
  return (
    <Screen
      bar={<AppBar title={t('act.report')} back={['viec', task.id]} />}
      foot={
        <ActionBar>
          {!closed && (
            <Button kind="outline" onClick={again}>
              {t('entry.again')}
            </Button>
          )}
          <Button wide={closed} href={href('viec', task.id)}>
            {t('act.done')}
          </Button>
        </ActionBar>
      }
    >
      <section class="head">
        <h2 class="title">{tidy(task.title)}</h2>
        <p class="figure">
          <b>{number(reported)}</b>{' '}
          <span class="muted">
            / {number(target)} {unitWord(task.indicator)}
          </span>
        </p>
        <Progress thick value={reported - task.pending.value} added={task.pending.value} target={target} />
        <p class="head-line">
          <b class="small">{t('entry.added', { n: added })}</b>
          <span class="muted">{t('home.due', { deadline: due(task.dueOn, 'short') })}</span>
        </p>
      </section>
      {command && <ReceiptCard command={command} unit={unitWord(task.indicator)} />}
      <EntryList task={task} />
    </Screen>
  );
}

function ReceiptCard({ command, unit }: { command: Command; unit: string }) {
  const sent = command.state === 'sent';
  const what = t('entry.what', { n: Number(command.view.value), unit });
  const photos = Number(command.view.photos);
  const title = sent
    ? t('entry.sentAt', { time: formatTime(fromPhoneTime(command.sentAt ?? 0)) })
    : command.state === 'refused'
      ? t('queue.refused')
      : t('entry.savedWillSend');
  return (
    <div class="card rows">
      <div class="row still">
        <Disc icon={sent ? 'check' : command.state === 'refused' ? 'warn' : 'device'} tone={sent ? 'done' : 'wait'} />
        <p class="grow" role="status">
          <b>{title}</b>
          <span class="muted">{photos ? t('entry.withPhotos', { what, n: photos }) : what}</span>
        </p>
      </div>
      {sent && command.receipt && (
        <div class="row still">
          <p class="grow">
            <span class="muted">{t('entry.receipt')}</span>
            <b class="title">{command.receipt}</b>
          </p>
          <Button kind="text" icon="copy" onClick={() => void copy(command.receipt ?? '')}>
            {t('act.copy')}
          </Button>
        </div>
      )}
      {command.state === 'refused' && (
        <a class="row" href={href('cho-gui')}>
          <b class="grow">{t('queue.title')}</b>
          <Icon name="next" />
        </a>
      )}
    </div>
  );
}

export async function copy(text: string): Promise<void> {
  const copied = await navigator.clipboard?.writeText(text).then(
    () => true,
    () => false,
  );
  if (copied) showToast(t('act.copied'));
  else await (await host()).share({ text });
}

/** The team's entries of today; a wrong one can be corrected for a day, the old one stays readable. */
function EntryList({ task }: { task: ShownTask<TaskDetail> }) {
  const waiting = commands.value.filter(
    (item) =>
      item.lane === task.id && item.kind === 'task.progress' && (item.state === 'saved' || item.state === 'sending'),
  );
  const entries = task.entries.filter((entry) => dateInVietnam(entry.recordedAt) === today() && !entry.correctedById);
  if (waiting.length + entries.length === 0) return null;
  return (
    <div class="card rows">
      <h2 class="row-title">{t('entry.today')}</h2>
      {waiting.map((item) => (
        <div class="row still" key={item.id}>
          <p class="grow">
            <span>{t('entry.mine')}</span>
            <span class="wait-word">{t('queue.saved')}</span>
          </p>
          <b>+{String(item.view.value)}</b>
        </div>
      ))}
      {[...entries].reverse().map((entry) => (
        <Entry key={entry.id} task={task} entry={entry} />
      ))}
    </div>
  );
}

const CORRECTION_MS = 24 * 3_600_000;

function Entry({ task, entry }: { task: TaskDetail; entry: ProgressEntry }) {
  const canCorrect =
    entry.mine &&
    !entry.correctedById &&
    entry.confirmedValue === null &&
    now() - Date.parse(entry.recordedAt) < CORRECTION_MS &&
    (task.state === 'accepted' || task.state === 'returned');
  const sameDay = dateInVietnam(entry.recordedAt) === today();
  const time = sameDay
    ? formatTime(entry.recordedAt)
    : `${dayText(dateInVietnam(entry.recordedAt))} ${formatTime(entry.recordedAt)}`;
  const line = [time, entry.note].filter(Boolean).join(', ');
  const inside = (
    <>
      <span class="grow">
        <span>{entry.by.fullName}</span>
        <span class="muted">{line}</span>
        {entry.photosPending > 0 && (
          <span class="wait-word">{t('entry.photosComing', { n: entry.photosPending })}</span>
        )}
        {entry.correctsId && <span class="muted">{t('entry.isCorrection')}</span>}
        {entry.correctedById && <span class="muted">{t('entry.wasCorrected')}</span>}
        {canCorrect && <span class="link-word">{t('entry.fix')}</span>}
        {entry.photos.length > 0 && (
          <span class="thumbs">
            {entry.photos.map((photo) => (
              <img
                key={photo.id}
                class="thumb"
                src={new URL(photo.url, apiOrigin).href}
                alt={t('entry.photoAlt', { name: entry.by.fullName })}
                loading="lazy"
              />
            ))}
          </span>
        )}
      </span>
      <b class={entry.correctedById ? 'struck' : ''}>+{entry.value}</b>
    </>
  );
  if (!canCorrect) return <div class="row still">{inside}</div>;
  return (
    <a class="row" href={href('viec', task.id, 'sua', entry.id)}>
      {inside}
    </a>
  );
}

/** Everything that the team recorded for the task, newest first. */
export function EntriesScreen({ id }: { id: string }) {
  const { task, failed, retry } = useTask(id);
  if (!task) return <TaskMissing failed={failed} retry={retry} />;
  return (
    <Screen bar={<AppBar title={t('entries.title')} back={['viec', id]} />}>
      <section class="head">
        <h2 class="title">{tidy(task.title)}</h2>
        <p class="muted">
          {ratio(task.figures.reported, task.figures.target)} {unitWord(task.indicator)}
        </p>
      </section>
      <GroupHeading count={t('entries.count', { n: task.entries.length })}>{t('entries.all')}</GroupHeading>
      <div class="card rows">
        {[...task.entries].reverse().map((entry) => (
          <Entry key={entry.id} task={task} entry={entry} />
        ))}
      </div>
    </Screen>
  );
}
