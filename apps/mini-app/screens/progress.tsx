/** Today's count in two taps: running total, count, note, photo, send; the button names what leaves. */
import { useState } from 'preact/hooks';
import type { ProgressEntry, TaskDetail } from '#client';
import { formatTime } from '#i18n/dates';
import { progress } from '../model/commands.ts';
import { fromPhoneTime, today } from '../model/clock.ts';
import { useDraft } from '../model/draft.ts';
import type { ShownTask } from '../model/overlay.ts';
import { usePhotoDraft } from '../model/photo-drafts.ts';
import { enqueue } from '../model/queue.ts';
import { announce } from '../model/speak.ts';
import { due, number, ratio, t, tidy, unitWord } from '../model/words.ts';
import { ActionBar, AppBar, Screen } from '../ui/chrome.tsx';
import { Field, Stepper, Switch } from '../ui/fields.tsx';
import { Button, Progress } from '../ui/parts.tsx';
import { PhotoPicker } from '../ui/photos.tsx';
import { Receipt } from './receipt.tsx';
import { TaskMissing } from './task-missing.tsx';
import { useTask } from './use-task.ts';

const COUNT_FIELD = 'count';

export function ProgressScreen({ id, correct }: { id: string; correct?: string | undefined }) {
  const { task, failed, retry } = useTask(id);
  const [sent, setSent] = useState<string>();
  if (!task) return <TaskMissing failed={failed} retry={retry} />;
  if (sent) return <Receipt task={task} commandId={sent} again={() => setSent(undefined)} />;
  const wrong = task.entries.find((entry) => entry.id === correct);
  return <EntryForm key={correct} task={task} wrong={wrong} onSent={setSent} />;
}

interface Typed {
  value: number;
  note: string;
  complete: boolean;
}

function EntryForm({
  task,
  wrong,
  onSent,
}: {
  task: ShownTask<TaskDetail>;
  wrong: ProgressEntry | undefined;
  onSent: (commandId: string) => void;
}) {
  const form = `entry.${task.id}.${wrong?.id ?? 'new'}`;
  const empty: Typed = { value: wrong?.value ?? 0, note: wrong?.note ?? '', complete: true };
  const draft = useDraft<Typed>(form, empty);
  const [photos, setPhotos] = usePhotoDraft(form);
  const [asked, setAsked] = useState(0);
  const unit = unitWord(task.indicator);
  const question = t('entry.question', { verb: verbOf(task) });
  const { value, note } = draft.value;
  const before = task.figures.reported - (wrong?.value ?? 0);
  const after = before + value;
  const { target } = task.figures;
  const reaches = after >= target && value > 0;
  const send = async () => {
    if (value === 0 && !wrong) return document.getElementById(COUNT_FIELD)?.focus();
    if (isUnusual(task, value) && asked !== value) return setAsked(value);
    const drafts = progress(task, {
      value,
      note,
      happenedOn: wrong?.happenedOn ?? today(),
      complete: reaches && draft.value.complete,
      photos,
      ...(wrong && { corrects: { entryId: wrong.id, value: wrong.value } }),
    });
    const [command] = await enqueue(...drafts);
    draft.clear();
    setPhotos([]);
    announce(t('say.savedOnPhone'));
    if (command) onSent(command.id);
  };
  const say = (n: number) => t('say.count', { n, unit, part: before + n, whole: target });
  return (
    <Screen
      bar={<AppBar title={t(wrong ? 'entry.correct' : 'act.report')} back={['viec', task.id]} />}
      foot={
        <SendBar
          value={value}
          unit={unit}
          savedAt={draft.savedAt}
          ask={asked === value && asked > 0}
          onSend={() => void send()}
          correcting={Boolean(wrong)}
        />
      }
    >
      <Summary task={task} before={before} value={value} />
      <div class="form">
        <p class="label">
          <b class="title">{question}</b>
        </p>
        <Stepper
          inputId={COUNT_FIELD}
          label={question}
          unit={unit}
          value={value}
          onChange={(next) => draft.change({ value: next })}
          say={say}
        />
        {after > target && value > 0 && <p class="done-word">{t('entry.over', { n: after - target })}</p>}
        {reaches && task.state !== 'submitted' && (
          <Switch
            label={t('entry.complete')}
            on={draft.value.complete}
            onChange={(complete) => draft.change({ complete })}
          />
        )}
        <Field
          label={t('entry.note')}
          optional
          value={note}
          onInput={(text) => draft.change({ note: text })}
          hint={t('entry.note.hint')}
        />
        <PhotoPicker
          photos={photos}
          onChange={(next) => {
            setPhotos(next);
            draft.change({});
          }}
        />
      </div>
    </Screen>
  );
}

/** "Hôm nay mở thêm được bao nhiêu?": the verb that goes with what is counted, where there is one. */
const VERBS: Record<string, string> = {
  'tài khoản': ' mở',
  'hồ sơ': ' giúp nộp',
  'sản phẩm': ' đưa lên sàn',
  'gian hàng': ' mở',
  hộ: ' giúp',
  lượt: ' giúp',
  người: ' giúp',
};
const verbOf = (task: TaskDetail): string => VERBS[task.indicator.unit.toLowerCase()] ?? '';

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
  value: number;
  unit: string;
  savedAt: number | undefined;
  ask: boolean;
  correcting: boolean;
  onSend: () => void;
}
function SendBar({ value, unit, savedAt, ask, onSend, correcting }: SendBarProps) {
  const hint = ask
    ? t('entry.unusual', { n: value })
    : savedAt
      ? t('entry.saved', { time: formatTime(fromPhoneTime(savedAt)) })
      : undefined;
  return (
    <ActionBar hint={hint} icon={ask ? 'warn' : 'device'}>
      <Button wide icon={value > 0 || correcting ? 'send' : 'pencil'} onClick={onSend}>
        {value > 0 || correcting ? t('entry.send', { n: value, unit }) : t('entry.enter')}
      </Button>
    </ActionBar>
  );
}
