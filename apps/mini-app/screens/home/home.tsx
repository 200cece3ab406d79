/** "Việc của tôi": in three seconds, what is due first and who waits for my answer. */
import { useEffect, useState } from 'preact/hooks';
import { whenIdle } from '../../model/device/idle.ts';
import { network } from '../../model/device/network.ts';
import { type HomeGroups, groupTasks } from '../../model/home-groups.ts';
import { type ShownTask } from '../../model/queue/overlay.ts';
import { refused, unsent } from '../../model/queue/kept-commands.ts';
import { now } from '../../model/clock.ts';
import { may } from '../../model/sign-in/session.ts';
import { shownTasks } from '../../model/tasks-shown.ts';
import {
  type SessionView,
  HomeMore,
  HomeSearch,
  TrainingOnHome,
  askedAgain,
  homeNote,
  newsComes,
  searched,
  sessionViews,
} from '../../model/home-extras.ts';
import { loadTasks, tasksLoad } from '../../model/tasks.ts';
import { t } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { Screen, TabBar } from '../../ui/chrome.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Button, Disc, GroupHeading } from '../../ui/parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../../ui/states.tsx';
import { HomeHeader } from './home-header.tsx';
import { DueCard, SessionLine, TaskRow } from './home-tasks.tsx';

const FIRST_ROWS = 8;

export function HomeScreen() {
  const Training = TrainingOnHome.value;
  const training = Training && <Training />;
  const tasks = shownTasks.value;
  // A hint that there is no work must not push down what does wait.
  const nothing = tasks?.length === 0;
  const failed = typeof tasksLoad.value === 'object' ? tasksLoad.value.failed : undefined;
  const More = HomeMore.value;
  return (
    <Screen class="home" bar={<HomeHeader failed={Boolean(failed)} />} foot={<TabBar />}>
      <QueueEntry />
      {homeNote.value}
      {nothing && training}
      {tasks ? (
        <>
          {failed && failed !== 'TS-000' && network.value !== 'none' && <Stale code={failed} />}
          <TaskGroups tasks={tasks} />
        </>
      ) : failed ? (
        <Unloaded code={failed} />
      ) : (
        <SkeletonRows />
      )}
      {!nothing && training}
      {More && tasks && <More />}
    </Screen>
  );
}

function QueueEntry() {
  const waiting = unsent.value.length;
  const bad = refused.value.length;
  if (waiting + bad === 0) return null;
  return (
    <a class="card row line" href={href('cho-gui')}>
      <Disc icon={bad ? 'warn' : 'device'} tone="wait" />
      <b class={bad ? 'grow late' : 'grow'}>
        {[bad && t('queue.toReview', { n: bad }), waiting && t('queue.waiting', { n: waiting })]
          .filter(Boolean)
          .join(', ')}
        <span class="sr">. {t('queue.safe')}</span>
      </b>
      <Icon name="next" />
    </a>
  );
}

/** A server that has trouble takes nothing away of what the phone has. */
const Stale = ({ code }: { code: string }) => (
  <button type="button" class="card row line" onClick={() => void loadTasks()}>
    <Icon name="warn" />
    <b class="grow">{t('home.unloaded')}</b>
    <span class="gist muted">{code}</span>
    <Icon name="retry" label={t('act.retry')} />
  </button>
);

const Unloaded = ({ code }: { code: string }) => (
  <ErrorState
    title={t('home.unloaded')}
    text={t('home.unloaded.text')}
    code={code}
    busy={tasksLoad.value === 'loading'}
    onRetry={() => void loadTasks()}
  />
);

const restOf = (groups: HomeGroups<ShownTask>, confirmed: ShownTask[]) => [
  { title: t('home.doing'), tasks: groups.doing, more: groups.first !== undefined },
  { title: t('home.waiting'), tasks: groups.waiting },
  { title: t('home.confirmed'), tasks: confirmed },
  { title: t('home.declined'), tasks: groups.declined },
];

/** What stands on the screen, in its order. */
function sortedOut(tasks: ShownTask[]) {
  const wanted = searched.value;
  const isOpen = ({ state }: ShownTask) => state !== 'cancelled' && state !== 'confirmed';
  const open = tasks.filter(isOpen);
  const groups = groupTasks(open.filter(({ title, team }) => !wanted || wanted(`${title} ${team.name}`)));
  const confirmed = tasks.filter((task) => task.state === 'confirmed' && !task.confirmedSeen);
  const coming = wanted ? [] : sessionViews.value.filter(({ until }) => until > now());
  const asking = coming.filter((one) => one.asks && !one.late);
  // Nothing in hand: then to answer is the act of today.
  const act = groups.first ?? (wanted ? undefined : groups.answer[0]);
  return {
    wanted,
    act,
    asking,
    ofToday: coming.filter((one) => !asking.includes(one)),
    answer: groups.answer.filter((task) => task !== act),
    rest: restOf(groups, confirmed),
    isEmpty: open.length + confirmed.length + asking.length === 0,
    isMany: open.length > 8,
  };
}

function TaskGroups({ tasks }: { tasks: ShownTask[] }) {
  const rows = useRowBudget(tasks.length);
  const Search = HomeSearch.value;
  const { wanted, act, asking, ofToday, answer, rest, isEmpty, isMany } = sortedOut(tasks);
  const today = ofToday.map((one) => <SessionLine card key={one.to[1]} one={one} />);
  if (isEmpty)
    return (
      <>
        {askedAgain.value}
        {today}
        <Nothing />
      </>
    );
  const isFound = act || answer.length > 0 || rest.some((group) => group.tasks.length > 0);
  return (
    <>
      {act && <DueCard task={act} />}
      {askedAgain.value}
      {Search && isMany && <Search />}
      <Group title={t('home.answer')} tasks={answer} rows={rows} sessions={asking} more={act?.state === 'assigned'} />
      {today}
      {rest.map((group) => (
        <Group key={group.title} {...group} rows={rows} />
      ))}
      {wanted && !isFound && <EmptyState title={t('home.noMatch')} />}
      <p class="centre">
        <Button kind="text" href={href('xong')}>
          {t('home.seeDone')}
        </Button>
      </p>
    </>
  );
}

/** One that is empty is absent. */
function Group({
  title,
  tasks,
  rows,
  sessions = [],
  more,
}: {
  title: string;
  tasks: ShownTask[];
  rows: number;
  sessions?: SessionView[];
  more?: boolean;
}) {
  const n = tasks.length + sessions.length;
  if (!n) return null;
  return (
    <section>
      <GroupHeading count={t(more ? 'home.more' : 'home.count', { n })}>{title}</GroupHeading>
      <div class="card rows">
        {sessions.map((one) => (
          <SessionLine key={one.to[1]} one={one} />
        ))}
        {tasks.slice(0, rows).map((task) => (
          <TaskRow key={task.id} task={task} />
        ))}
      </div>
    </section>
  );
}

/** Eight rows at once, the rest when the phone has a moment. */
function useRowBudget(total: number): number {
  const [all, setAll] = useState(total <= FIRST_ROWS);
  useEffect(() => {
    whenIdle(() => setAll(true));
  }, []);
  return all ? Number.POSITIVE_INFINITY : FIRST_ROWS;
}

function Nothing() {
  const canReport = may('task.report');
  return (
    <EmptyState hall title={t('home.empty')} text={newsComes.value ?? t('home.empty.text')}>
      {canReport && (
        <Button wide icon="send" href={href('bao-nhanh')}>
          {t('home.empty.quick')}
        </Button>
      )}
      <Button kind="text" href={href('xong')}>
        {t('home.seeDone')}
      </Button>
    </EmptyState>
  );
}
