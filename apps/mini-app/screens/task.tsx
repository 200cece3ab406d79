/** One order: what, who asks, deadline, target, concrete work, basis, supporter, guide; then the answer. */
import { useEffect, useState } from 'preact/hooks';
import type { TaskDetail } from '#client';
import { dateInVietnam, formatTime } from '#i18n/dates';
import { accept, complete, undoAccept } from '../model/commands.ts';
import { now } from '../model/clock.ts';
import type { ShownTask } from '../model/overlay.ts';
import { commandById, dropCommand, enqueue, flushQueue } from '../model/queue.ts';
import { insideSentence, may, shortTeam } from '../model/session.ts';
import { showToast } from '../model/speak.ts';
import { dayText, due, momentText, t, tidy, unitWord } from '../model/words.ts';
import { href } from '../router.ts';
import { ActionBar, AppBar, Banner, Screen } from '../ui/chrome.tsx';
import { UnitEmblem } from '../ui/drum.tsx';
import { CallButton } from '../ui/fields.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { Avatar, Button, Card, CountBar, GroupHeading, StatusChip, WaitChip } from '../ui/parts.tsx';
import { BottomSheet } from '../ui/sheet.tsx';
import { EmptyState } from '../ui/states.tsx';
import { DelegateSheet } from './delegate.tsx';
import { DeclineSheet, ExtensionSheet } from './decline.tsx';
import { TaskMissing } from './task-missing.tsx';
import { useTask } from './use-task.ts';

type SheetName = 'decline' | 'extension' | 'delegate' | 'products' | 'basis' | 'guide';

export function TaskScreen({ id, open }: { id: string; open?: string | undefined }) {
  const { task, failed, retry } = useTask(id);
  const [sheet, setSheet] = useState<SheetName | undefined>(open === 'lui-han' ? 'extension' : open === 'tu-choi' ? 'decline' : undefined);
  if (!task) return <TaskMissing failed={failed} retry={retry} />;
  if (task.state === 'cancelled') return <Withdrawn task={task} />;
  const title = t(task.state === 'assigned' || task.state === 'declined' ? 'task.title.new' : 'task.title.doing');
  return (
    <Screen bar={<AppBar title={title} back={[]}><ReadAloud task={task} /></AppBar>} foot={<TaskActions task={task} open={setSheet} />}>
      <TaskHead task={task} />
      <Facts task={task} open={setSheet} />
      <Supporters task={task} />
      {task.guide.length > 0 && <Guide task={task} open={() => setSheet('guide')} />}
      {['accepted', 'returned'].includes(task.state) && <More task={task} open={setSheet} />}
      {sheet && <Sheets name={sheet} task={task} close={() => setSheet(undefined)} />}
    </Screen>
  );
}

function Withdrawn({ task }: { task: ShownTask<TaskDetail> }) {
  return (
    <Screen bar={<AppBar title={t('task.title.new')} back={[]} />} foot={<ActionBar><Button wide href={href()}>{t('task.backHome')}</Button></ActionBar>}>
      <section class="head"><p class="head-line"><StatusChip state="cancelled" /></p><h2 class="screen-title">{tidy(task.title)}</h2></section>
      <EmptyState title={t('task.withdrawn')} text={task.cancelled?.reason ?? ''} />
    </Screen>
  );
}

function TaskHead({ task }: { task: ShownTask<TaskDetail> }) {
  const when = task.acceptedAt && task.state !== 'assigned' ? t('task.acceptedOn', { day: dayText(dateInVietnam(task.acceptedAt)) }) : t('task.issuedOn', { day: dayText(dateInVietnam(task.issuedAt)) });
  return (
    <section class="head">
      {task.returned && task.state === 'returned' && <Banner tone="late" icon="returned" title={t('task.returned')} text={returnedText(task)} />}
      <p class="head-line"><span class="chips"><StatusChip state={task.state} />{task.pending.waiting && <WaitChip />}</span><span class="muted">{when}</span></p>
      <h2 class="screen-title">{tidy(task.title)}</h2>
      <div class="issuer">
        <UnitEmblem size={36} />
        <p>
          <b>{t('task.issuer', { unit: insideSentence(task.issuer.fullName) })}</b>
          <span class="muted">{t('task.issuedBy', { name: [task.issuedBy.fullName, task.issuedBy.position].filter(Boolean).join(', '), team: shortTeam(task.team.name) })}</span>
          {task.doer && <span class="muted">{task.doerIsMe ? t('home.doerMe') : t('home.doer', { name: task.doer.fullName })}</span>}
          {task.state === 'declined' && <span class="late">{t('task.declined.next')}</span>}
          {task.extension && !task.extension.answeredAt && <span class="muted">{t('task.extensionAsked', { day: dayText(task.extension.until) })}</span>}
        </p>
      </div>
    </section>
  );
}

export const returnedText = (task: TaskDetail): string =>
  [...(task.returned?.reasons ?? []).filter((reason) => reason !== 'other').map((reason) => t(`return.${reason}`)), task.returned?.comment].filter(Boolean).join('. ');

function Fact({ icon, label, children }: { icon: IconName; label: string; children: preact.ComponentChildren }) {
  return (
    <div class="fact">
      <Icon name={icon} />
      <div class="grow"><span class="muted">{label}</span>{children}</div>
    </div>
  );
}

function Facts({ task, open }: { task: ShownTask<TaskDetail>; open: (sheet: SheetName) => void }) {
  const { reported, target } = task.figures;
  const unit = unitWord(task.indicator);
  return (
    <Card class="rows">
      <Fact icon="calendar" label={t('task.deadline')}>
        <b class="title">{due(task.dueOn, 'long')}</b>
        <span class="muted">{due(task.dueOn, 'relative')}</span>
      </Fact>
      <Fact icon="target" label={t('task.target')}>
        <b class="title">{task.missingProducts ? t('task.target.products', { n: target, unit }) : t('task.target.count', { n: target, unit })}</b>
        <CountBar value={reported - task.pending.value} added={task.pending.value} target={target} />
        <span class="muted">{task.missingProducts ? t('task.listed', { have: reported, missing: Math.max(0, target - reported) }) : t('task.counted', { have: reported, missing: Math.max(0, target - reported), unit })}</span>
        {task.missingProducts && <button type="button" class="link" onClick={() => open('products')}>{t('task.seeMissing')}</button>}
      </Fact>
      <Fact icon="pencil" label={t('task.work')}><p class="pre">{task.work}</p></Fact>
      <Fact icon="paper" label={t('task.basis')}>
        <button type="button" class="plain" onClick={() => open('basis')}>{tidy(task.directive.citation)}</button>
      </Fact>
    </Card>
  );
}

function Supporters({ task }: { task: ShownTask<TaskDetail> }) {
  if (task.supporters.length === 0) return null;
  return (
    <section>
      <GroupHeading>{t('task.supporter')}</GroupHeading>
      <div class="card rows">
        {task.supporters.map((person) => (
          <div class="row still" key={person.id}>
            <Avatar name={person.fullName} />
            <p class="grow"><b>{person.fullName}</b>{person.position && <span class="muted">{person.position}</span>}</p>
            <CallButton person={person} word />
          </div>
        ))}
      </div>
    </section>
  );
}

function Guide({ task, open }: { task: TaskDetail; open: () => void }) {
  return (
    <section>
      <GroupHeading>{t('task.guide')}</GroupHeading>
      <button type="button" class="card row" onClick={open}>
        <span class="lead square"><Icon name="book" /></span>
        <span class="grow"><b>{tidy(task.title)}</b><span class="muted">{t('task.guide.steps', { n: task.guide.length })}</span></span>
        <Icon name="next" />
      </button>
    </section>
  );
}

/** What is possible beside the main answer: pass it on, ask for more time, see what was recorded. */
function More({ task, open }: { task: ShownTask<TaskDetail>; open: (sheet: SheetName) => void }) {
  const answers = may('task.answer', task.team.id);
  if (!answers && task.entries.length === 0) return null;
  return (
    <section>
      <GroupHeading>{t('task.more')}</GroupHeading>
      <div class="card rows">
        {answers && <button type="button" class="row" onClick={() => open('delegate')}><Icon name="people" /><b class="grow">{t('act.delegate')}</b><Icon name="next" /></button>}
        {answers && (!task.extension || task.extension.answeredAt) && <button type="button" class="row" onClick={() => open('extension')}><Icon name="clock" /><b class="grow">{t('act.askExtension')}</b><Icon name="next" /></button>}
        {task.entries.length > 0 && <a class="row" href={href('viec', task.id, 'da-ghi')}><Icon name="tasks" /><b class="grow">{t('task.entries', { n: task.entries.length })}</b><Icon name="next" /></a>}
      </div>
    </section>
  );
}

function Sheets({ name, task, close }: { name: SheetName; task: ShownTask<TaskDetail>; close: () => void }) {
  const shut = <Button kind="outline" wide onClick={close}>{t('act.close')}</Button>;
  switch (name) {
    case 'decline':
      return <DeclineSheet task={task} onClose={close} />;
    case 'extension':
      return <ExtensionSheet task={task} onClose={close} />;
    case 'delegate':
      return <DelegateSheet task={task} onClose={close} />;
    case 'products':
      return (
        <BottomSheet title={t('task.products')} onClose={close} actions={shut}>
          <ul class="plain-list">{(task.missingProducts ?? []).map((product) => (
            <li key={product.id}><b>{product.name}</b><span class="muted">{product.owner}</span>{product.listedOn ? <span class="done-word">{t('task.product.listed', { place: product.marketplace ?? '', day: dayText(product.listedOn) })}</span> : <span class="late">{t('task.product.missing')}</span>}</li>
          ))}</ul>
        </BottomSheet>
      );
    case 'basis':
      return <BottomSheet title={task.directive.citation} onClose={close} actions={shut}><p class="pre">{task.directive.abstract}</p></BottomSheet>;
    case 'guide':
      return <BottomSheet title={t('task.guide')} lead={task.title} onClose={close} actions={shut}><ol class="steps">{task.guide.map((step) => <li key={step}>{step}</li>)}</ol></BottomSheet>;
  }
}

function TaskActions({ task, open }: { task: ShownTask<TaskDetail>; open: (sheet: SheetName) => void }) {
  if (task.state === 'assigned') return <AnswerActions task={task} decline={() => open('decline')} />;
  if (task.state === 'submitted') return <ActionBar icon={task.pending.waiting ? 'device' : 'clock'} hint={task.pending.waiting || !task.submittedAt ? t('task.sentSoon') : t('task.sentAt', { time: momentText(task.submittedAt) })} />;
  if (task.state === 'declined') return <ActionBar hint={t('task.declined.next')} />;
  if (task.state === 'confirmed') return <ActionBar><Button wide icon="checkCircle" href={href('viec', task.id, 'ket-qua')}>{t('task.seeResult')}</Button></ActionBar>;
  const full = task.figures.reported >= task.figures.target;
  const finishing = full && (task.doer === null || task.doerIsMe || may('task.answer', task.team.id));
  const finish = async () => {
    await enqueue(complete(task));
    showToast(t('task.completed'));
  };
  return (
    <ActionBar>
      {finishing && task.state === 'accepted' ? <Button kind="outline" href={href('viec', task.id, 'ghi')}>{t('act.report')}</Button> : <Button kind="outline" href={href('kho-khan', task.team.id, task.id)}>{t('act.difficulty')}</Button>}
      {task.state === 'returned' ? <Button icon="pencil" href={href('viec', task.id, 'ghi')}>{t('act.fixAndResend')}</Button>
        : finishing ? <Button icon="check" onClick={() => void finish()}>{t('act.complete')}</Button>
          : <Button icon="plus" href={href('viec', task.id, 'ghi')}>{t('act.report')}</Button>}
    </ActionBar>
  );
}

function AnswerActions({ task, decline }: { task: ShownTask<TaskDetail>; decline: () => void }) {
  const mayDecline = may('task.answer', task.team.id);
  const hint = t('task.replyBy', { deadline: due(task.replyByOn, 'inline') });
  const take = async () => {
    const [made] = await enqueue(accept(task));
    if (made) showToast(t('task.accepted'), { label: t('act.undo'), run: () => void takeBack(task, made.id) });
    if (made) void tellIfSecond(made.id);
  };
  return (
    <ActionBar hint={mayDecline ? hint : <>{hint}<br />{t('task.leaderDeclines')}</>}>
      {mayDecline && <Button kind="outline" onClick={decline}>{t('act.decline')}</Button>}
      <Button icon="check" onClick={() => void take()}>{t('act.accept')}</Button>
    </ActionBar>
  );
}

/** Not sent yet: it simply leaves the queue. Already sent: a second command takes it back. */
async function takeBack(task: TaskDetail, commandId: string): Promise<void> {
  const command = commandById(commandId);
  if (command?.state === 'saved' && (await dropCommand(commandId))) return;
  await enqueue(undoAccept(task));
}

/** A colleague was first: said plainly, not as an error. */
async function tellIfSecond(commandId: string): Promise<void> {
  await flushQueue();
  const command = commandById(commandId);
  const name = command?.refs?.alreadyBy;
  if (name) showToast(t('task.alreadyBy', { name, time: formatTime(now()) }));
}

function ReadAloud({ task }: { task: TaskDetail }) {
  const voice = useVoice();
  useEffect(() => () => window.speechSynthesis?.cancel(), []);
  if (!voice) return null;
  const read = () => {
    const text = [task.title, due(task.dueOn, 'long'), t('task.target.count', { n: task.figures.target, unit: unitWord(task.indicator) }), task.work].join('. ');
    const utterance = Object.assign(new SpeechSynthesisUtterance(text), { voice, lang: voice.lang });
    speechSynthesis.cancel();
    speechSynthesis.speak(utterance);
  };
  return <button type="button" class="icon-button" aria-label={t('task.readAloud')} onClick={read}><Icon name="speaker" /></button>;
}

/** The phone's own Vietnamese voice; voices arrive late on Android. */
function useVoice(): SpeechSynthesisVoice | undefined {
  const find = () => window.speechSynthesis?.getVoices().find((voice) => voice.lang.toLowerCase().startsWith('vi'));
  const [voice, setVoice] = useState(find);
  useEffect(() => {
    const update = () => setVoice(find());
    window.speechSynthesis?.addEventListener?.('voiceschanged', update);
    return () => window.speechSynthesis?.removeEventListener?.('voiceschanged', update);
  }, []);
  return voice;
}

