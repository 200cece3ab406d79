/** "Việc của tôi": in three seconds, what is due first and who waits for my answer. */
import { useEffect, useState } from 'preact/hooks';
import { daysLeft } from '#i18n/deadlines';
import { fold, percentOf } from '#i18n/format';
import { now } from '../model/clock.ts';
import { network } from '../model/network.ts';
import { type ShownTask, groupTasks } from '../model/overlay.ts';
import { refused, unsent } from '../model/queue.ts';
import { chooseTeam, communeOf, me, may, post, shortTeam, teamPosts } from '../model/session.ts';
import { isOverdueNow, shownTasks } from '../model/tasks-shown.ts';
import { loadTasks, myTasks, tasksFresh, tasksLoad } from '../model/tasks.ts';
import { dayText, due, momentText, t, tidy, unitWord } from '../model/words.ts';
import { dateInVietnam } from '#i18n/dates';
import { href } from '../router.ts';
import { Screen, TabBar, useScreenTitle } from '../ui/chrome.tsx';
import { DrumMotif, Ring, UnitEmblem } from '../ui/drum.tsx';
import { Icon, topicIcon } from '../ui/icon.tsx';
import { Button, Card, DateBlock, Disc, GroupHeading, Progress, Ratio, WaitChip, ringText } from '../ui/parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states.tsx';

const FIRST_ROWS = 8;

export function HomeScreen() {
  const tasks = shownTasks.value;
  const failed = typeof tasksLoad.value === 'object' ? tasksLoad.value.failed : undefined;
  const [showSaved, setShowSaved] = useState(false);
  const brokenServer = failed && network.value !== 'none' && !showSaved && (!tasks || failed !== 'TS-000');
  return (
    <Screen class="home" bar={<HomeHeader failed={Boolean(failed)} />} foot={<TabBar />}>
      <QueueEntry />
      {brokenServer ? <Unloaded code={failed} onSaved={tasks && (() => setShowSaved(true))} /> : tasks ? <TaskGroups tasks={tasks} /> : failed ? <Unloaded code={failed} /> : <SkeletonRows />}
    </Screen>
  );
}

function HomeHeader({ failed }: { failed: boolean }) {
  const here = post.value;
  const commune = communeOf(here);
  const ref = useScreenTitle(t('home.title'));
  const teamName = here?.team ? t('home.team', { team: shortTeam(here.team.name) }) : (here?.unit.fullName ?? t('app.name'));
  return (
    <header class="home-header">
      <DrumMotif />
      <div class="home-issuer">
        <UnitEmblem size={40} />
        <p>
          {teamPosts.value.length > 1 ? <TeamSwitch name={teamName} /> : <b>{teamName}</b>}
          {commune && <span>{t('home.commune', { commune: commune.name })}</span>}
        </p>
      </div>
      <p class="hello">{me.value && t('home.hello', { name: me.value.person.fullName })}</p>
      <div class="home-title">
        <h1 ref={ref} tabIndex={-1}>{t('home.title')}</h1>
        <SyncMark failed={failed} />
      </div>
    </header>
  );
}

/** Members of several teams change between them in the header; the phone's own list opens. */
function TeamSwitch({ name }: { name: string }) {
  return (
    <label class="team-switch">
      <b>{name}</b><Icon name="swap" size={20} />
      <select aria-label={t('home.switchTeam')} value={post.value?.team?.id} onChange={(event) => { chooseTeam(event.currentTarget.value); location.reload(); }}>
        {teamPosts.value.map((one) => <option key={one.id} value={one.team?.id}>{one.team?.name}</option>)}
      </select>
    </label>
  );
}

function SyncMark({ failed }: { failed: boolean }) {
  const asOf = myTasks.value?.asOf;
  const offline = network.value === 'none' || (failed && asOf !== undefined);
  const loading = tasksLoad.value === 'loading';
  const [icon, text] = !asOf
    ? failed ? (['warn', t('sync.failed')] as const) : (['cloud', t('sync.loading')] as const)
    : offline || (!tasksFresh.value && !loading) ? (['noWifi', t('sync.saved', { time: momentText(asOf) })] as const) : (['cloud', t(loading && !tasksFresh.value ? 'sync.saved' : 'sync.updated', { time: momentText(asOf) })] as const);
  return (
    <button type="button" class="sync" aria-label={`${text}. ${t('sync.refresh')}`} onClick={() => void loadTasks()}>
      <Icon name={icon} size={20} /><span>{text}</span>
    </button>
  );
}

function QueueEntry() {
  const waiting = unsent.value.length;
  const bad = refused.value.length;
  if (waiting + bad === 0) return null;
  return (
    <a class="card row" href={href('cho-gui')}>
      <Disc icon={bad ? 'warn' : 'device'} tone="wait" />
      <p class="grow">
        {bad > 0 && <b class="late">{t('queue.toReview', { n: bad })}</b>}
        {waiting > 0 && <b>{t('queue.waiting', { n: waiting })}</b>}
        <span class="muted">{t('queue.safe')}</span>
      </p>
      <Icon name="next" />
    </a>
  );
}

function Unloaded({ code, onSaved }: { code: string; onSaved?: (() => void) | undefined }) {
  return (
    <ErrorState title={t('home.unloaded')} text={t('home.unloaded.text')} code={code} busy={tasksLoad.value === 'loading'} onRetry={() => void loadTasks()}>
      {onSaved && myTasks.value && <Button kind="outline" wide onClick={onSaved}>{t('home.showSaved', { time: momentText(myTasks.value.asOf) })}</Button>}
    </ErrorState>
  );
}

function TaskGroups({ tasks }: { tasks: ShownTask[] }) {
  const [query, setQuery] = useState('');
  const wanted = fold(query);
  const groups = groupTasks(tasks.filter((task) => task.state !== 'cancelled' && task.state !== 'confirmed' && (!wanted || fold(`${task.title} ${task.team.name}`).includes(wanted))));
  const confirmed = tasks.filter((task) => task.state === 'confirmed' && !task.confirmedSeen);
  const rows = useRowBudget(tasks.length);
  const open = tasks.filter((task) => !['cancelled', 'confirmed'].includes(task.state)).length;
  if (open + confirmed.length === 0) return <Nothing />;
  const sections = [
    { title: t('home.confirmed'), tasks: confirmed, count: t('home.count', { n: confirmed.length }) },
    { title: t('home.answer'), tasks: groups.answer, count: t('home.count', { n: groups.answer.length }) },
    { title: t('home.doing'), tasks: groups.doing, count: groups.first ? t('home.more', { n: groups.doing.length }) : t('home.count', { n: groups.doing.length }) },
    { title: t('home.waiting'), tasks: groups.waiting, count: t('home.count', { n: groups.waiting.length }) },
    { title: t('home.declined'), tasks: groups.declined, count: t('home.count', { n: groups.declined.length }) },
  ];
  return (
    <>
      {open > 8 && <SearchField value={query} onInput={setQuery} />}
      {groups.first && <DueCard task={groups.first} />}
      {sections.map((section) => section.tasks.length > 0 && (
        <section key={section.title}>
          <GroupHeading count={section.count}>{section.title}</GroupHeading>
          <div class="card rows">{section.tasks.slice(0, rows).map((task) => <TaskRow key={task.id} task={task} />)}</div>
        </section>
      ))}
      {wanted && !groups.first && sections.every((section) => section.tasks.length === 0) && <EmptyState title={t('home.noMatch')} />}
      <p class="centre"><Button kind="text" href={href('xong')}>{t('home.seeDone')}</Button></p>
    </>
  );
}

/** Eight rows at once, the rest when the phone has a moment. */
function useRowBudget(total: number): number {
  const [all, setAll] = useState(total <= FIRST_ROWS);
  useEffect(() => {
    const later = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 200));
    later(() => setAll(true));
  }, []);
  return all ? Number.POSITIVE_INFINITY : FIRST_ROWS;
}

function SearchField({ value, onInput }: { value: string; onInput: (value: string) => void }) {
  return (
    <label class="search">
      <Icon name="search" size={20} />
      <input type="search" value={value} placeholder={t('home.find')} aria-label={t('home.find')} onInput={(event) => onInput(event.currentTarget.value)} />
    </label>
  );
}

function Nothing() {
  const canReport = may('task.report');
  return (
    <EmptyState hall title={t('home.empty')} text={t('home.empty.text')}>
      {canReport && <Button wide icon="send" href={href('bao-nhanh')}>{t('home.empty.quick')}</Button>}
      <Button kind="text" href={href('xong')}>{t('home.seeDone')}</Button>
    </EmptyState>
  );
}

function DueCard({ task }: { task: ShownTask }) {
  const late = isOverdueNow(task);
  const left = Math.max(0, task.figures.target - task.figures.reported);
  const full = left === 0 && task.pending.value === 0;
  const lead = late || daysLeft(task.dueOn, now()) === 0 ? due(task.dueOn, 'countdown') : t('home.dueFirst', { left: insideLower(due(task.dueOn, 'countdown')) });
  return (
    <Card class="due">
      <a class="due-top" href={href('viec', task.id)}>
        <DateBlock on={task.dueOn} late={late} />
        <span>
          <span class={late ? 'late-word' : 'near-word'}>{lead}</span>
          <h2>{tidy(task.title)}</h2>
          {teamPosts.value.length > 1 && <span class="muted small">{task.team.name}</span>}
        </span>
      </a>
      {task.returnedBecause && <p class="reason"><Icon name="returned" size={20} /><span>{t('home.returned', { reason: task.returnedBecause })}</span></p>}
      <p class="due-figures">
        <b><Ratio part={task.figures.reported} whole={task.figures.target} unit={unitWord(task.indicator)} /></b>
        <span class="muted">{task.pending.value > 0 ? t('home.withWaiting', { n: task.pending.value }) : t('home.left', { n: left })}</span>
      </p>
      <Progress value={task.figures.reported - task.pending.value} added={task.pending.value} target={task.figures.target} />
      <Button wide icon={full ? 'check' : 'plus'} href={full ? href('viec', task.id) : href('viec', task.id, 'ghi')}>{t(full ? 'act.complete' : 'act.report')}</Button>
      {late && !task.extension && may('task.answer', task.team.id) && <p class="centre"><Button kind="text" href={href('viec', task.id, 'lui-han')}>{t('act.askExtension')}</Button></p>}
    </Card>
  );
}

const insideLower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

function TaskRow({ task }: { task: ShownTask }) {
  const several = teamPosts.value.length > 1;
  return (
    <a class="row" href={task.state === 'confirmed' ? href('viec', task.id, 'ket-qua') : href('viec', task.id)}>
      <Lead task={task} />
      <span class="grow">
        <b>{tidy(task.title)}</b>
        <span class="muted">{rowLine(task)}</span>
        {several && <span class="muted">{task.team.name}</span>}
        {task.doer && task.state === 'accepted' && <span class="muted">{task.doerIsMe ? t('home.doerMe') : t('home.doer', { name: task.doer.fullName })}</span>}
        {task.returnedBecause && task.state === 'returned' && <span class="reason"><Icon name="returned" size={20} /><span class="two-lines">{t('home.returned', { reason: task.returnedBecause })}</span></span>}
        {task.pending.waiting && <WaitChip />}
      </span>
      <Icon name="next" />
    </a>
  );
}

function Lead({ task }: { task: ShownTask }) {
  if (task.state === 'submitted' || task.state === 'confirmed') return <Disc icon="checkCircle" tone="done" />;
  if (task.state !== 'accepted' && task.state !== 'returned') return <Disc icon={topicIcon(task)} />;
  const { reported, target } = task.figures;
  return <Ring share={percentOf(reported, target) / 100} text={ringText(reported, target)} late={task.state === 'returned' || isOverdueNow(task)} />;
}

function rowLine(task: ShownTask) {
  if (task.state === 'assigned') return t('home.replyBy', { deadline: due(task.replyByOn, 'inline') });
  if (task.state === 'declined') return t('task.declined.next');
  const unit = unitWord(task.indicator);
  if (task.state === 'confirmed') return <>{t('home.confirmedLine')} <Ratio part={task.figures.confirmed} whole={task.figures.target} unit={unit} /></>;
  if (task.state === 'submitted') return <>{task.submittedAt ? t('home.sentOn', { day: dayText(dateInVietnam(task.submittedAt)) }) : t('home.sentSoon')}, {task.figures.reported >= task.figures.target && t('home.full')} <Ratio part={task.figures.reported} whole={task.figures.target} /></>;
  if (task.state === 'returned') return t('home.due', { deadline: due(task.dueOn, 'short') });
  return <><Ratio part={task.figures.reported} whole={task.figures.target} unit={unit} />, {isOverdueNow(task) ? <span class="late">{insideLower(due(task.dueOn, 'countdown'))}</span> : due(task.dueOn, 'short')}</>;
}
