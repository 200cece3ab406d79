/** Everything that the team recorded for a task; a wrong entry can be corrected until the commune confirms it, the old one stays readable. */
import type { ProgressEntry, TaskDetail } from '#client';
import { reportableTaskStates } from '#contracts/tasks/task-states';
import { apiOrigin } from '../../../model/api.ts';
import { dateInVietnam, formatTime } from '#i18n/dates';
import { today } from '../../../model/clock.ts';
import { may } from '../../../model/sign-in/session.ts';
import { dayText, ratio, t, tidy, unitWord } from '../../../model/words/words.ts';
import { href } from '../../../router.ts';
import { AppBar, Screen } from '../../../ui/chrome.tsx';
import { ActionBar } from '../../../ui/more-parts.tsx';
import { Button, GroupHeading } from '../../../ui/parts.tsx';
import { EntryProducts } from './entry-products.tsx';
import { TaskMissing } from '../task-missing.tsx';
import { useTask } from '../use-task.ts';

/** As the server judges: one's own or, for leader and deputies, anybody's; until the commune has confirmed it. */
export function isCorrectable(task: TaskDetail, entry: ProgressEntry): boolean {
  return (
    (entry.mine || may('task.answer', task.team.id)) &&
    !entry.correctedById &&
    entry.confirmedValue === null &&
    reportableTaskStates.includes(task.state)
  );
}

/** Where returned work is mended: the one entry that can be, the list where there are several, else by a new one. */
export function placeToMend(task: TaskDetail): string {
  const [only, ...others] = task.entries.filter((entry) => isCorrectable(task, entry));
  if (!only) return href('viec', task.id, 'ghi');
  return others.length > 0 ? href('viec', task.id, 'da-ghi') : href('viec', task.id, 'sua', only.id);
}

export function Entry({ task, entry }: { task: TaskDetail; entry: ProgressEntry }) {
  const mayFix = isCorrectable(task, entry);
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
        <EntryProducts entry={entry} />
        {entry.photosPending > 0 && (
          <span class="wait-word">{t('entry.photosComing', { n: entry.photosPending })}</span>
        )}
        {entry.correctsId && <span class="muted">{t('entry.isCorrection')}</span>}
        {entry.correctedById && <span class="muted">{t('entry.wasCorrected')}</span>}
        {mayFix && <span class="link-word">{t('entry.fix')}</span>}
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
  if (!mayFix) return <div class="row still">{inside}</div>;
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
    <Screen
      bar={<AppBar title={t('entries.title')} back={['viec', id]} />}
      foot={
        task.state === 'returned' && (
          <ActionBar hint={t('fix.which')}>
            <Button wide kind="outline" icon="plus" href={href('viec', id, 'ghi')}>
              {t('entry.again')}
            </Button>
          </ActionBar>
        )
      }
    >
      <section class="head">
        <h2 class="title">{tidy(task.title)}</h2>
        <p class="muted">
          {ratio(task.figures.reported, task.figures.target)} {unitWord(task.indicator, task.figures.target)}
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
