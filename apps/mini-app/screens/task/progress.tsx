/** Today's count in two taps: running total, count, note, photo, send; the button names what leaves. */
import { useState } from 'preact/hooks';
import type { ProgressEntry, SmallPhoto, TaskDetail } from '#client';
import { dateInVietnam, formatTime } from '#i18n/dates';
import { progress } from '../../model/queue/commands.ts';
import { fromPhoneTime, today } from '../../model/clock.ts';
import { useDraft } from '../../model/queue/draft.ts';
import type { ShownTask } from '../../model/queue/overlay.ts';
import { usePhotoDraft } from '../../model/queue/photo-drafts.ts';
import { enqueue } from '../../model/queue/queue.ts';
import { useSending } from '../../model/queue/tell.ts';
import { codesIn, evidenceStillMissing, linksIn } from '../../model/evidence.ts';
import { announce } from '../../model/device/speak.ts';
import { due, number, ratio, t, tidy, unitWord } from '../../model/words.ts';
import { goDone } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Field, Stepper, Switch } from '../../ui/fields.tsx';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button, Progress } from '../../ui/parts.tsx';
import { PhotoPicker } from '../../ui/photos.tsx';
import { Evidence, evidenceWords, type EvidenceTyped } from './evidence-fields.tsx';
import { TaskMissing } from './task-missing.tsx';
import { useTask } from './use-task.ts';

const COUNT_FIELD = 'count';

export function ProgressScreen({ id, correct }: { id: string; correct?: string | undefined }) {
  const { task, failed, retry } = useTask(id);
  if (!task) return <TaskMissing failed={failed} retry={retry} />;
  const wrong = task.entries.find((entry) => entry.id === correct);
  return <EntryForm key={correct} task={task} wrong={wrong} />;
}

interface Typed extends EvidenceTyped {
  value: number;
  day?: string;
  note: string;
  complete: boolean;
}

interface EntryFormProps {
  task: ShownTask<TaskDetail>;
  wrong: ProgressEntry | undefined;
}
function EntryForm({ task, wrong }: EntryFormProps) {
  const entry = useEntry(task, wrong);
  const { draft, day, setDay, photos, setPhotos, before, reaches } = entry;
  const { value, note, complete } = draft.value;
  const unit = unitWord(task.indicator);
  const question = t('entry.question');
  const over = before + value - task.figures.target;
  return (
    <Screen
      bar={<AppBar title={t(wrong ? 'entry.correct' : 'act.report')} back={['viec', task.id]} />}
      foot={<SendBar entry={entry} unit={unit} correcting={Boolean(wrong)} />}
    >
      <Summary task={task} before={before} value={value} />
      <div class="form">
        <b class="label title">{question}</b>
        <Stepper
          inputId={COUNT_FIELD}
          label={question}
          unit={unit}
          value={value}
          onChange={(next) => draft.change({ value: next })}
          say={(n) => t('say.count', { n, unit, part: before + n, whole: task.figures.target })}
        />
        {over > 0 && value > 0 && <p class="done-word">{t('entry.over', { n: over })}</p>}
        <DayField teamId={task.team.id} value={day} from={dateInVietnam(task.issuedAt)} onChange={setDay} />
        {reaches && task.state !== 'submitted' && (
          <Switch label={t('entry.complete')} on={complete} onChange={(on) => draft.change({ complete: on })} />
        )}
        <Field
          label={t('entry.note')}
          optional
          value={note}
          onInput={(text) => draft.change({ note: text })}
          hint={t('entry.note.hint')}
        />
        <Evidence task={task} typed={draft.value} change={draft.change}>
          <PhotoPicker photos={photos} onChange={setPhotos} asked={task.evidence.includes('photo')} />
        </Evidence>
      </div>
    </Screen>
  );
}

/** What is typed, what it adds up to, and sending it; an unusual number is asked about once. */
function useEntry(task: ShownTask<TaskDetail>, wrong: ProgressEntry | undefined) {
  const form = `entry.${task.id}.${wrong?.id ?? 'new'}`;
  const draft = useDraft<Typed>(form, {
    value: wrong?.value ?? 0,
    note: wrong?.note ?? '',
    complete: true,
    link: wrong?.links.join(' ') ?? '',
    codes: wrong?.applicationCodes.join(' ') ?? '',
  });
  const [photos, keepPhotos] = usePhotoDraft(form);
  const [asked, setAsked] = useState(0);
  // Kept only with what came back to be mended: what is opened again is of today.
  const [picked, setDay] = useState(wrong?.happenedOn ?? draft.value.day);
  const day = picked ?? today();
  const { value, note } = draft.value;
  const before = task.figures.reported - (wrong?.value ?? 0);
  const full = before >= task.figures.target && task.state !== 'submitted';
  const reaches = before + value >= task.figures.target && (value > 0 || full);
  const complete = reaches && draft.value.complete;
  const links = linksIn(draft.value.link ?? '');
  const applicationCodes = codesIn(draft.value.codes ?? '');
  const missing = complete ? evidenceStillMissing(task, { photos: photos.length, links, applicationCodes }) : [];
  const send = useSending(async () => {
    if (value === 0 && !wrong && !complete) return document.getElementById(COUNT_FIELD)?.focus();
    if (isUnusual(task, value) && asked !== value) return setAsked(value);
    if (missing.length > 0) return announce(t('entry.evidenceMissing', { kinds: evidenceWords(missing) }));
    const [command] = await enqueue(
      ...progress(task, {
        id: draft.id,
        value,
        note,
        happenedOn: day,
        complete,
        photos,
        links,
        applicationCodes,
        ...(wrong && { corrects: { entryId: wrong.id, value: wrong.value } }),
      }),
    );
    draft.clear();
    keepPhotos([]);
    announce(t('say.savedOnPhone'));
    if (command) goDone('viec', task.id, 'da-gui', command.id);
  });
  const setPhotos = (next: SmallPhoto[]) => {
    keepPhotos(next);
    draft.change({});
  };
  const unusual = asked === value && asked > 0;
  return { draft, day, setDay, photos, setPhotos, before, reaches, finishes: complete, missing, unusual, send };
}

/** More than three times what this team usually records at once: worth one question. */
function isUnusual(task: TaskDetail, value: number): boolean {
  const earlier = task.entries.map((entry) => entry.value).filter((one) => one > 0);
  const usual = earlier.length ? earlier.reduce((a, b) => a + b, 0) / earlier.length : task.figures.target;
  return value > Math.max(20, usual * 3);
}

function Summary({ task, before, value }: { task: ShownTask<TaskDetail>; before: number; value: number }) {
  const { target } = task.figures;
  return (
    <section class="head">
      <h2 class="title">{tidy(task.title)}</h2>
      <p class="figure">
        <b>{number(before)}</b>{' '}
        <span class="muted">
          / {number(target)} {unitWord(task.indicator)}
        </span>
      </p>
      <Progress thick value={before} added={value} target={target} />
      <p class="head-line">
        <b class="small">{t('entry.after', { ratio: ratio(before + value, target) })}</b>
        <span class="muted">{t('home.due', { deadline: due(task.dueOn, 'short') })}</span>
      </p>
    </section>
  );
}

interface SendBarProps {
  entry: ReturnType<typeof useEntry>;
  unit: string;
  correcting: boolean;
}
function SendBar({ entry, unit, correcting }: SendBarProps) {
  const { draft, finishes, missing, unusual: ask, send } = entry;
  const { value } = draft.value;
  const hint = ask
    ? t('entry.unusual', { n: value })
    : missing.length > 0
      ? t('entry.evidenceMissing', { kinds: evidenceWords(missing) })
      : draft.savedAt
        ? t('entry.saved', { time: formatTime(fromPhoneTime(draft.savedAt)) })
        : undefined;
  return (
    <ActionBar hint={hint} icon={ask || missing.length > 0 ? 'warn' : 'device'}>
      <Button wide icon={value > 0 || correcting || finishes ? 'send' : 'pencil'} onClick={send}>
        {value > 0 || correcting ? t('entry.send', { n: value, unit }) : t(finishes ? 'act.complete' : 'entry.enter')}
      </Button>
    </ActionBar>
  );
}
