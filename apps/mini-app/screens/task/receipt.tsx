/** After sending: the commune's receipt, or the honest word that it still waits on this phone; then the entries of the day. */
import type { Command, TaskDetail } from '#client';
import { dateInVietnam, formatTime } from '#i18n/dates';
import { today } from '../../model/clock.ts';
import type { ShownTask } from '../../model/queue/overlay.ts';
import { commandById, commands } from '../../model/queue/kept-commands.ts';
import { number, ratio, t, unitWord } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { DoneFoot, useCalmTouch } from '../../ui/done-foot.tsx';
import { Button, Disc, GroupHeading, Progress } from '../../ui/parts.tsx';
import { ReadText } from '../read-aloud.tsx';
import { Entry } from './entry/entries.tsx';
import { doublesOf } from './entry/entry-products.tsx';
import { TaskMissing } from './task-missing.tsx';
import { useTask } from './use-task.ts';

/** Stands at an address of its own, so that a reload shows it again and back leads home, never to an empty form. */
export function ReceiptScreen({ id, commandId = '' }: { id: string; commandId?: string | undefined }) {
  const { task, failed, retry } = useTask(id);
  const calm = useCalmTouch();
  if (!task) return <TaskMissing failed={failed} retry={retry} />;
  const command = commandById(commandId);
  return (
    <div onClickCapture={calm}>
      <Screen bar={<AppBar title={t('act.report')} back={[]} />} foot={<Foot command={command} />}>
        {command && <ReceiptCard task={task} command={command} />}
        <EntriesOfToday task={task} />
      </Screen>
    </div>
  );
}

interface Said {
  icon: IconName;
  tone: 'done' | 'wait';
  title: string;
  text: string;
}
/** @param what "12 hồ sơ" */
function said(command: Command, what: string, task: ShownTask<TaskDetail>): Said {
  const now = ratio(task.figures.reported - task.pending.value, task.figures.target);
  if (command.state === 'sent')
    return {
      icon: 'check',
      tone: 'done',
      title: t('receipt.arrived', { what }),
      text: t('receipt.arrivedAt', { time: formatTime(command.sentAt ?? 0), ratio: now }),
    };
  if (command.state === 'refused')
    return { icon: 'warn', tone: 'wait', title: t('queue.refused'), text: t('queue.review') };
  if (command.unstored)
    return { icon: 'warn', tone: 'wait', title: t('store.none'), text: t('store.none.text', { n: 1 }) };
  if (command.state === 'sending')
    return { icon: 'cloudUp', tone: 'wait', title: t('receipt.sending', { what }), text: t('queue.saved') };
  return { icon: 'device', tone: 'wait', title: t('receipt.kept', { what }), text: t('receipt.kept.text') };
}

function ReceiptCard({ task, command }: { task: ShownTask<TaskDetail>; command: Command }) {
  const { reported, target } = task.figures;
  const unit = unitWord(task.indicator);
  // The commune's own number: a product that a colleague has named before adds nothing.
  const entry = task.entries.find(({ id }) => id === command.refs?.entryId);
  const what = `${number(entry?.value ?? Number(command.view.value))} ${unit}`;
  const { icon, tone, title, text } = said(command, what, task);
  const waits = task.pending.value !== 0;
  return (
    <div class="card receipt">
      <div class="receipt-top" role="status">
        <Disc icon={icon} tone={tone} />
        <p>
          <b class="title">{title}</b>
          <span class="muted">{text}</span>
        </p>
      </div>
      <ReadText text={[task.title, title, text].join('. ')} />
      <Progress thick value={reported - task.pending.value} added={task.pending.value} target={target} />
      <p class="head-line">
        <b class="small">{waits ? t('receipt.willBe', { ratio: ratio(reported, target) }) : ratio(reported, target)}</b>
        <span class="muted">
          {command.receipt ? t('queue.receipt', { receipt: command.receipt }) : t('receipt.none')}
        </span>
      </p>
      {entry && doublesOf(entry).map((line) => <p class="wait-word">{line}</p>)}
      {reported > target && <p class="done-word">{t('receipt.over', { n: reported - target })}</p>}
      {command.state === 'refused' && (
        <Button wide href={href('cho-gui')}>
          {t('queue.title')}
        </Button>
      )}
      <Button wide kind={command.state === 'refused' ? 'outline' : 'primary'} href={href()}>
        {t('receipt.home')}
      </Button>
      {task.state !== 'submitted' && command.state !== 'refused' && (
        <Button wide kind="outline" icon="plus" href={href('viec', task.id, 'ghi')}>
          {t('receipt.again')}
        </Button>
      )}
    </div>
  );
}

/** Holds no control: the thumb that has just sent is still there. */
function Foot({ command }: { command: Command | undefined }) {
  if (command?.state === 'sent')
    return <DoneFoot icon="checkCircle" title={t('receipt.foot.sent')} text={t('receipt.foot.fix')} />;
  if (command?.state === 'refused')
    return <DoneFoot icon="warn" title={t('receipt.foot.refused')} text={t('receipt.foot.refused.text')} />;
  const photos = Number(command?.view.photos ?? 0);
  return (
    <DoneFoot
      icon="device"
      title={t('receipt.foot.kept')}
      text={photos ? t('receipt.foot.withPhotos', { n: photos }) : t('receipt.foot.one')}
    />
  );
}

/** The team's entries of today; what waits here is told apart from what the commune has. */
function EntriesOfToday({ task }: { task: ShownTask<TaskDetail> }) {
  const waiting = commands.value.filter(
    (item) =>
      item.lane === task.id && item.kind === 'task.progress' && (item.state === 'saved' || item.state === 'sending'),
  );
  const entries = task.entries.filter((entry) => dateInVietnam(entry.recordedAt) === today() && !entry.correctedById);
  if (waiting.length + entries.length === 0) return null;
  const arrived = entries.reduce((sum, entry) => sum + entry.value, 0);
  const unit = unitWord(task.indicator);
  return (
    <section>
      <GroupHeading
        {...(waiting.length > 0 && { count: t('receipt.sum', { sent: arrived, waiting: task.pending.value }) })}
      >
        {t('entry.today')}
      </GroupHeading>
      <div class="card rows">
        {waiting.map((item) => (
          <a class="row" key={item.id} href={href('cho-gui')}>
            <p class="grow">
              <b>{t('receipt.mine', { n: Number(item.view.value), unit })}</b>
              <span class="wait-word">{t('receipt.waits')}</span>
            </p>
            <Icon name="next" />
          </a>
        ))}
        {[...entries].reverse().map((entry) => (
          <Entry key={entry.id} task={task} entry={entry} />
        ))}
      </div>
    </section>
  );
}
