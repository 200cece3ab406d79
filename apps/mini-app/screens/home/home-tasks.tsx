/** The card of what is due first, and the rows of everything else. */
import { daysLeft } from '#i18n/short-deadlines';
import { percentOf } from '#i18n/format';
import { now } from '../../model/clock.ts';
import { type ShownTask, urgent } from '../../model/queue/overlay.ts';
import { may, teamPosts } from '../../model/sign-in/session.ts';
import type { SessionView } from '../../model/home-extras.ts';
import { isOverdueNow } from '../../model/tasks-shown.ts';
import { dayText, due, t, tidy, unitWord } from '../../model/words/words.ts';
import { dateInVietnam } from '#i18n/dates';
import { href } from '../../router.ts';
import { Ring } from '../../ui/drum.tsx';
import { Icon, topicIcon } from '../../ui/icon.tsx';
import { Button, Card, DateBlock, Disc, Progress, Ratio, WaitChip, ringText } from '../../ui/parts.tsx';

export function DueCard({ task }: { task: ShownTask }) {
  const { figures } = task;
  const late = isOverdueNow(task);
  const left = Math.max(0, figures.target - figures.reported);
  const full = left === 0 && task.pending.value === 0;
  const lead =
    late || urgent(task) || daysLeft(task.dueOn, now()) === 0
      ? due(task.dueOn, 'countdown')
      : t('home.dueFirst', { left: insideLower(due(task.dueOn, 'countdown')) });
  return (
    <Card class="due">
      <a class="due-top" href={href('viec', task.id)}>
        <DateBlock on={task.dueOn} late={late} />
        <span>
          <span class={late ? 'late-word' : 'near-word'}>{lead}</span>
          <h2>{titleOf(task)}</h2>
          {teamPosts.value.length > 1 && <span class="muted small">{task.team.name}</span>}
        </span>
      </a>
      {task.returnedBecause && (
        <p class="reason">
          <Icon name="returned" size={20} />
          <span>{t('home.returned', { reason: task.returnedBecause })}</span>
        </p>
      )}
      <p class="due-figures">
        <b>
          <Ratio part={figures.reported} whole={figures.target} unit={unitWord(task.indicator, figures.target)} />
        </b>
        <span class="muted">
          {task.pending.value > 0 ? t('home.withWaiting', { n: task.pending.value }) : t('home.left', { n: left })}
        </span>
      </p>
      <Progress value={figures.reported - task.pending.value} added={task.pending.value} target={figures.target} />
      <Button wide icon={full ? 'check' : 'plus'} href={full ? href('viec', task.id) : href('viec', task.id, 'ghi')}>
        {t(full ? 'act.complete' : 'act.report')}
      </Button>
      {late && !task.extension && may('task.answer', task.team.id) && (
        <p class="centre">
          <Button kind="text" href={href('viec', task.id, 'lui-han')}>
            {t('act.askExtension')}
          </Button>
        </p>
      )}
    </Card>
  );
}

const titleOf = (task: ShownTask) => (urgent(task) ? t('home.urgent') : '') + tidy(task.title);
const insideLower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

export function TaskRow({ task }: { task: ShownTask }) {
  const several = teamPosts.value.length > 1;
  return (
    <a class="row" href={task.state === 'confirmed' ? href('viec', task.id, 'ket-qua') : href('viec', task.id)}>
      <Lead task={task} />
      <span class="grow">
        <b>{titleOf(task)}</b>
        <span class="muted">{rowLine(task)}</span>
        {several && <span class="muted">{task.team.name}</span>}
        {task.doer && task.state === 'accepted' && (
          <span class="muted">{task.doerIsMe ? t('home.doerMe') : t('home.doer', { name: task.doer.fullName })}</span>
        )}
        {task.returnedBecause && task.state === 'returned' && (
          <span class="reason">
            <Icon name="returned" size={20} />
            <span class="two-lines">{t('home.returned', { reason: task.returnedBecause })}</span>
          </span>
        )}
        {task.pending.waiting && <WaitChip />}
      </span>
      <Icon name="next" />
    </a>
  );
}

/** A session that asks for an answer, or is today. */
export const SessionLine = ({ one, card }: { one: SessionView; card?: boolean }) => (
  <a class={card ? 'card row' : 'row'} href={href(...one.to)}>
    <b class="hour">{one.time}</b>
    <span class="grow">
      <span class={one.late ? 'late-word' : 'tint-word'}>{tidy(one.line)}</span>
      <b>{tidy(one.title)}</b>
      <span class="muted">{tidy(one.place)}</span>
    </span>
    <Icon name="next" />
  </a>
);

function Lead({ task }: { task: ShownTask }) {
  if (task.state === 'submitted' || task.state === 'confirmed') return <Disc icon="checkCircle" tone="done" />;
  if (task.state !== 'accepted' && task.state !== 'returned') return <Disc icon={topicIcon(task)} />;
  const { reported, target } = task.figures;
  return (
    <Ring
      share={percentOf(reported, target) / 100}
      text={ringText(reported, target)}
      late={task.state === 'returned' || isOverdueNow(task)}
    />
  );
}

function rowLine(task: ShownTask) {
  if (task.state === 'assigned') return t('home.replyBy', { deadline: due(task.replyByOn, 'inline') });
  if (task.state === 'declined') return t('task.declined.next');
  const unit = unitWord(task.indicator, task.figures.target);
  if (task.state === 'confirmed')
    return (
      <>
        {t('home.confirmedLine')} <Ratio part={task.figures.confirmed} whole={task.figures.target} unit={unit} />
      </>
    );
  if (task.state === 'submitted')
    return (
      <>
        {task.submittedAt ? t('home.sentOn', { day: dayText(dateInVietnam(task.submittedAt)) }) : t('home.sentSoon')},{' '}
        {task.figures.reported >= task.figures.target && t('home.full')}{' '}
        <Ratio part={task.figures.reported} whole={task.figures.target} />
      </>
    );
  if (task.state === 'returned') return t('home.due', { deadline: due(task.dueOn, 'short') });
  return (
    <>
      <Ratio part={task.figures.reported} whole={task.figures.target} unit={unit} />,{' '}
      {isOverdueNow(task) ? (
        <span class="late">{insideLower(due(task.dueOn, 'countdown'))}</span>
      ) : (
        due(task.dueOn, 'short')
      )}
    </>
  );
}
