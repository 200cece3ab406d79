/** The act of today as a card, and everything else as a line each. */
import { daysLeft, isOverdue } from '#i18n/short-deadlines';
import { percentOf } from '#i18n/format';
import { now } from '../../model/clock.ts';
import { urgent } from '../../model/home-groups.ts';
import { type ShownTask } from '../../model/queue/overlay.ts';
import { may, teamPosts } from '../../model/sign-in/session.ts';
import type { SessionView } from '../../model/home-extras.ts';
import { isOverdueNow } from '../../model/tasks-shown.ts';
import { due, ratio, t, tidy, unitWord } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { Ring } from '../../ui/drum.tsx';
import { Icon, topicIcon } from '../../ui/icon.tsx';
import { Button, Card, DateBlock, Disc, Progress, Ratio } from '../../ui/parts.tsx';

/** The act of today: what is due first of what is in hand; with nothing in hand, the first that waits for an answer. */
export function DueCard({ task }: { task: ShownTask }) {
  const { figures } = task;
  const asks = task.state === 'assigned';
  const on = asks ? task.replyByOn : task.dueOn;
  const late = isOverdue(on, now());
  const left = Math.max(0, figures.target - figures.reported);
  const full = left === 0 && task.pending.value === 0;
  const lead = asks
    ? t('home.replyBy', { deadline: due(on, 'inline') })
    : late || urgent(task) || daysLeft(on, now()) === 0
      ? due(on, 'countdown')
      : t('home.dueFirst', { left: insideLower(due(on, 'countdown')) });
  return (
    <Card class="due">
      <a class="due-top" href={href('viec', task.id)}>
        <DateBlock on={on} late={late} />
        <span>
          <span class={late ? 'late-word' : 'near-word'}>{lead}</span>
          <h2>{titleOf(task)}</h2>
          {teamPosts.value.length > 1 && <span class="muted small">{task.team.name}</span>}
        </span>
      </a>
      {task.returnedBecause && (
        <p class="reason">
          <Icon name="returned" size={20} />
          <span class="two-lines">{t('home.returned', { reason: task.returnedBecause })}</span>
        </p>
      )}
      {!asks && <Figures task={task} left={left} />}
      <Button
        wide
        icon={asks ? 'next' : full ? 'check' : 'plus'}
        href={asks || full ? href('viec', task.id) : href('viec', task.id, 'ghi')}
      >
        {t(asks ? 'home.reply' : full ? 'act.complete' : 'act.report')}
      </Button>
      {late && !asks && !task.extension && may('task.answer', task.team.id) && (
        <p class="centre">
          <Button kind="text" href={href('viec', task.id, 'lui-han')}>
            {t('act.askExtension')}
          </Button>
        </p>
      )}
    </Card>
  );
}

function Figures({ task: { figures, indicator, pending }, left }: { task: ShownTask; left: number }) {
  return (
    <>
      <p class="due-figures">
        <b>
          <Ratio part={figures.reported} whole={figures.target} unit={unitWord(indicator, figures.target)} />
        </b>
        <span class="muted">
          {pending.value > 0 ? t('home.withWaiting', { n: pending.value }) : t('home.left', { n: left })}
        </span>
      </p>
      <Progress value={figures.reported - pending.value} added={pending.value} target={figures.target} />
    </>
  );
}

const titleOf = (task: ShownTask) => (urgent(task) ? t('home.urgent') : '') + tidy(task.title);
const insideLower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** One line: which, and the one fact that decides whether it is opened. Read out, it is whole. */
export function TaskRow({ task }: { task: ShownTask }) {
  const { tone = 'muted', fact, said } = lineOf(task);
  return (
    <a class="row line" href={task.state === 'confirmed' ? href('viec', task.id, 'ket-qua') : href('viec', task.id)}>
      <Lead task={task} />
      <b class="grow cut">
        {titleOf(task)}
        {teamPosts.value.length > 1 && <span class="muted">, {task.team.name}</span>}
      </b>
      <span class={`gist ${tone}`}>
        <span aria-hidden="true">{fact}</span>
        <span class="sr">{said}</span>
      </span>
    </a>
  );
}

/** A session that asks for an answer, or is today. */
export const SessionLine = ({ one, card }: { one: SessionView; card?: boolean }) => (
  <a class={card ? 'card row line' : 'row line'} href={href(...one.to)}>
    <b class="hour">{one.time}</b>
    <span class="grow cut">
      <b class={one.late ? 'late-word' : 'tint-word'}>{tidy(one.line)}</b> {tidy(one.title)}
      <span class="sr">, {tidy(one.place)}</span>
    </span>
  </a>
);

function Lead({ task }: { task: ShownTask }) {
  if (task.state === 'submitted' || task.state === 'confirmed') return <Disc icon="checkCircle" tone="done" />;
  if (task.state !== 'accepted' && task.state !== 'returned') return <Disc icon={topicIcon(task)} />;
  const { reported, target } = task.figures;
  return <Ring share={percentOf(reported, target) / 100} late={task.state === 'returned' || isOverdueNow(task)} />;
}

interface Line {
  fact?: string;
  tone?: 'late' | 'wait';
  /** The same as one says it. */
  said: string;
}
function lineOf(task: ShownTask): Line {
  const { figures, state } = task;
  const waits = task.pending.waiting && ({ fact: t('state.waitingToSend'), tone: 'wait' } as const);
  if (state === 'declined') return { said: t('task.declined.next'), ...waits };
  if (state === 'confirmed' || state === 'submitted') {
    const part = state === 'confirmed' ? figures.confirmed : figures.reported;
    const said = t('say.ofTarget', { part, whole: figures.target });
    return { fact: state === 'confirmed' ? t('home.thanks') : ratio(part, figures.target), said, ...waits };
  }
  const asks = state === 'assigned';
  const on = asks ? task.replyByOn : task.dueOn;
  const deadline = asks
    ? t('home.replyBy', { deadline: due(on, 'inline') })
    : t('home.due', { deadline: due(on, 'short') });
  const said = asks ? deadline : `${t('say.ofTarget', { part: figures.reported, whole: figures.target })}. ${deadline}`;
  if (state === 'returned')
    return {
      fact: t('home.returned.short'),
      tone: 'late',
      said: t('home.returned', { reason: task.returnedBecause ?? '' }),
    };
  if (isOverdue(on, now())) return { fact: due(on, 'brief'), tone: 'late', said };
  const doer =
    !asks && task.doer && !task.doerIsMe && t('home.doer', { name: task.doer.fullName.split(' ').pop() ?? '' });
  return { fact: doer || due(on, 'brief'), said: doer ? `${doer}. ${said}` : said, ...waits };
}
