/** Today's count: what was done, on which day, what the order asks beside it; and mending an entry that came back. */
import type { ProgressEntry, TaskDetail } from '#client';
import { dateInVietnam, formatTime } from '#i18n/dates';
import { fromPhoneTime } from '../../model/clock.ts';
import type { ShownTask } from '../../model/queue/overlay.ts';
import { dayText, due, number, ratio, t, tidy, unitWord } from '../../model/words/words.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { DayField } from '../../ui/day-field.tsx';
import { Stepper, Switch } from '../../ui/fields.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ActionBar, CountBar } from '../../ui/more-parts.tsx';
import { Button, Progress } from '../../ui/parts.tsx';
import { CountApart } from './entry/count-apart.tsx';
import { Jump } from './entry/ask-fields.tsx';
import { LINK } from './entry/evidence-fields.tsx';
import { ProductsField } from './entry/products-field.tsx';
import { FollowUpField } from './entry/follow-up-field.tsx';
import { AsksOfOrder, Optional } from './entry/entry-asks.tsx';
import { ReturnedHead, SentPhotos } from './returned-head.tsx';
import { TaskMissing } from './task-missing.tsx';
import { usePeriodSent } from './entry/use-period-sent.ts';
import { COUNT_FIELD, type Entry, useEntry } from './entry/use-entry.ts';
import { useTask } from './use-task.ts';

export function ProgressScreen({ id, correct }: { id: string; correct?: string | undefined }) {
  const { task, failed, retry } = useTask(id);
  if (!task) return <TaskMissing failed={failed} retry={retry} />;
  const wrong = task.entries.find((entry) => entry.id === correct);
  return <EntryForm key={correct} task={task} wrong={wrong} />;
}

interface EntryFormProps {
  task: ShownTask<TaskDetail>;
  wrong: ProgressEntry | undefined;
}
function EntryForm({ task, wrong }: EntryFormProps) {
  const entry = useEntry(task, wrong);
  const { draft, value, byName, day, setDay, before, reaches, resends } = entry;
  const { complete } = draft.value;
  const question = wrong
    ? t('fix.entryOf', { day: dayText(wrong.happenedOn) })
    : t(byName ? 'ocop.question' : 'entry.question');
  const left = t('ocop.left', { n: Math.max(0, task.figures.target - before) });
  const over = before + value - task.figures.target;
  const title = t(resends ? 'act.fixAndResend' : wrong ? 'entry.correct' : 'act.report');
  return (
    <Screen
      bar={<AppBar title={title} back={['viec', task.id]} />}
      foot={<SendBar entry={entry} task={task} wrong={wrong} />}
    >
      {resends ? <ReturnedHead task={task} /> : <Summary {...{ task, before, value, byName }} />}
      <div class="form">
        {byName ? (
          <ProductsField task={task} entry={entry} question={question} need={wrong ? t('fix.noMore') : left} />
        ) : (
          <CountField task={task} entry={entry} question={question} wrong={wrong} />
        )}
        {over > 0 && value > 0 && <p class="done-word">{t('entry.over', { n: over })}</p>}
        <DayField teamId={task.team.id} value={day} from={dateInVietnam(task.issuedAt)} onChange={setDay} />
        {reaches && !resends && task.state !== 'submitted' && (
          <Switch label={t('entry.complete')} on={complete} onChange={(on) => draft.change({ complete: on })} />
        )}
        <AsksOfOrder task={task} entry={entry} />
        <FollowUpField task={task} entry={entry} />
        {wrong && <SentPhotos entry={wrong} />}
        {wrong && <CountApart task={task} entry={wrong} />}
        <Optional task={task} entry={entry} />
      </div>
    </Screen>
  );
}

interface CountProps extends EntryFormProps {
  entry: Entry;
  question: string;
}
function CountField({ task, entry, question, wrong }: CountProps) {
  const { draft, value, before } = entry;
  const unit = unitWord(task.indicator);
  return (
    <>
      <div class="ask-head">
        <h2 class="title">{question}</h2>
        {wrong && <span>{t('fix.noMore')}</span>}
      </div>
      <Stepper
        inputId={COUNT_FIELD}
        label={question}
        unit={unitWord(task.indicator, value)}
        value={value}
        onChange={(next) => draft.change({ value: next })}
        say={(n) => t('say.count', { n, unit, part: before + n, whole: task.figures.target })}
      />
      {!wrong && (
        <FillRest rest={task.figures.target - before} value={value} onFill={(rest) => draft.change({ value: rest })} />
      )}
    </>
  );
}

/** "Còn 12, ghi đủ 12": the whole rest by one tap. */
function FillRest({ rest, value, onFill }: { rest: number; value: number; onFill: (rest: number) => void }) {
  if (rest <= 0) return null;
  const on = value === rest;
  return (
    <button type="button" class="fill-rest" aria-pressed={on} onClick={() => onFill(rest)}>
      {on && <Icon name="check" size={20} />}
      <span>{t('entry.fillRest', { n: rest })}</span>
    </button>
  );
}

interface SummaryProps extends Pick<EntryFormProps, 'task'>, Pick<Entry, 'before' | 'value' | 'byName'> {}
function Summary({ task, before, value, byName }: SummaryProps) {
  const { target } = task.figures;
  const unit = unitWord(task.indicator);
  return (
    <section class="head">
      <h2 class="title">{tidy(task.title)}</h2>
      <p class="figure">
        <b>{number(before)}</b>{' '}
        <span class="muted">
          / {number(target)} {byName ? t('ocop.ofHamlet', { unit }) : unitWord(task.indicator, target)}
        </span>
      </p>
      {target > 10 ? (
        <Progress thick value={before} added={value} target={target} />
      ) : (
        <CountBar value={before} added={value} target={target} />
      )}
      <p class="head-line">
        <b class="small">{t('entry.after', { ratio: ratio(before + value, target) })}</b>
        <span class="muted">{t('home.due', { deadline: due(task.dueOn, 'short') })}</span>
      </p>
    </section>
  );
}

interface SendBarProps {
  entry: Entry;
  task: ShownTask<TaskDetail>;
  wrong: ProgressEntry | undefined;
}
function SendBar({ entry, task, wrong }: SendBarProps) {
  const { value, byName, finishes, missing, tried, unusual, resends, send } = entry;
  const unit = unitWord(task.indicator);
  const word = value > 0 || wrong ? t(resends ? 'fix.send' : 'entry.send', { n: value, unit }) : undefined;
  const periodSent = usePeriodSent(task.team.id, wrong?.periodMonth);
  const hint = hintOf(entry, task, wrong);
  return (
    <ActionBar
      {...(periodSent && !entry.unusual ? { hint: t('fix.periodSent'), icon: 'clock' } : hint)}
      above={tried && !unusual && <Jump missing={missing} />}
    >
      <Button wide icon={word || finishes ? 'send' : 'pencil'} onClick={send}>
        {word ?? t(finishes ? 'act.complete' : byName ? 'ocop.choose' : 'entry.enter')}
      </Button>
    </ActionBar>
  );
}

type Hint = Pick<Parameters<typeof ActionBar>[0], 'hint' | 'icon'>;
function hintOf(
  { draft, value, byName, missing, tried, unusual, resends, before }: Entry,
  task: TaskDetail,
  wrong?: ProgressEntry,
): Hint {
  if (unusual) return { hint: t('entry.unusual', { n: value }), icon: 'warn' };
  const time = draft.savedAt && formatTime(fromPhoneTime(draft.savedAt));
  if (tried && missing.length > 0) return time ? { hint: t('ask.notSent', { time }), icon: 'device' } : {};
  const [first] = missing;
  if (value > 0 && first && !resends)
    return { hint: t('ask.stillMissing', { name: first.label }), icon: byName ? LINK : 'pencil' };
  if (wrong) {
    const total = ratio(before + value, task.figures.target);
    const day = dayText(wrong.happenedOn);
    const same = value === wrong.value;
    return { hint: t(same ? 'fix.sameTotal' : 'fix.newTotal', { day, ratio: total }), icon: 'returned' };
  }
  return time ? { hint: t('entry.saved', { time }), icon: 'device' } : {};
}
