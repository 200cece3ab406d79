/** Several people recorded the same work without knowing of each other: all of it counts, and each sees what the others sent. */
import { useState } from 'preact/hooks';
import type { ProgressEntry, TaskDetail } from '#client';
import { formatTime } from '#i18n/dates';
import { read, write } from '../../model/local.ts';
import type { ShownTask } from '../../model/queue/overlay.ts';
import { dayText, due, number, t, tidy, unitWord } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { ActionBar, CountBar, StatusChip } from '../../ui/more-parts.tsx';
import { Button, Disc } from '../../ui/parts.tsx';
import { isCorrectable } from './entry/entries.tsx';

const keyOf = ({ id }: TaskDetail) => `two.${id}`;
const standing = ({ entries }: TaskDetail): ProgressEntry[] => entries.filter(({ correctedById }) => !correctedById);

/** More than was asked for, by more than one person of whom I am one; until I have said that it is right so. */
export function isByTwoPhones(task: ShownTask<TaskDetail>): boolean {
  const entries = standing(task);
  return (
    task.state === 'submitted' &&
    task.figures.reported > task.figures.target &&
    entries.some(({ mine }) => mine) &&
    entries.some(({ mine }) => !mine) &&
    read(keyOf(task)) !== task.figures.reported
  );
}

export function TwoPhones({ task, onKept }: { task: ShownTask<TaskDetail>; onKept: () => void }) {
  const { reported } = task.figures;
  const entries = [...standing(task)].sort((a, b) => Number(b.mine) - Number(a.mine));
  const people = new Set(entries.map(({ by }) => by.id)).size;
  const [mine] = entries.filter((entry) => entry.mine && isCorrectable(task, entry));
  const keep = () => {
    write(keyOf(task), reported);
    onKept();
  };
  return (
    <Screen
      bar={<AppBar title={t('two.title')} back={[]} />}
      foot={
        <ActionBar>
          {mine && (
            <Button kind="outline" href={href('viec', task.id, 'sua', mine.id)}>
              {t('two.mend')}
            </Button>
          )}
          <Button wide={!mine} onClick={keep}>
            {t('two.keep', { n: reported })}
          </Button>
        </ActionBar>
      }
    >
      <Head task={task} />
      <div class="card receipt">
        <div class="receipt-top">
          <Disc icon="people" />
          <p>
            <b class="title">{people > 2 ? t('two.many', { n: people }) : t('two.both')}</b>
            <span>{t(people > 2 ? 'two.allCount' : 'two.bothCount')}</span>
          </p>
        </div>
      </div>
      <div class="card rows">
        {entries.map((entry) => (
          <Line key={entry.id} entry={entry} unit={unitWord(task.indicator)} />
        ))}
      </div>
      <h2 class="question">{t('two.twice', { unit: unitWord(task.indicator) })}</h2>
      <p class="muted">{t('two.twice.text')}</p>
    </Screen>
  );
}

function Head({ task }: { task: ShownTask<TaskDetail> }) {
  const { reported, target } = task.figures;
  return (
    <section class="head">
      <p class="head-line">
        <StatusChip state={task.state} />
        <span class="muted">{t('home.due', { deadline: due(task.dueOn, 'short') })}</span>
      </p>
      <h2 class="title">{tidy(task.title)}</h2>
      <p class="figure">
        <b>{number(reported)}</b>{' '}
        <span class="muted">/ {t('two.over', { target, unit: unitWord(task.indicator), n: reported - target })}</span>
      </p>
      <CountBar value={target} added={reported - target} target={reported} />
    </section>
  );
}

function Line({ entry, unit }: { entry: ProgressEntry; unit: string }) {
  const name = entry.mine ? t('two.me', { name: entry.by.fullName }) : entry.by.fullName;
  return (
    <div class="row still">
      <Avatar name={entry.by.fullName} me={entry.mine} />
      <p class="grow">
        <b>{t('two.line', { name, n: entry.value, unit })}</b>
        <span class="muted">
          {t('two.when', { day: dayText(entry.happenedOn), time: formatTime(entry.recordedAt) })}
        </span>
        {entry.note && <span class="muted">{t('two.note', { note: entry.note })}</span>}
      </p>
    </div>
  );
}

/** Looked at once; what is added later asks again. */
export function useTwoPhones(task: ShownTask<TaskDetail> | undefined): [boolean, () => void] {
  const [, redraw] = useState(0);
  return [task !== undefined && isByTwoPhones(task), () => redraw((n) => n + 1)];
}
