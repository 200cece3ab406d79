/** Thanks with meaning: what the team gave inside what the whole commune reached. */
import { useEffect } from 'preact/hooks';
import type { TaskDetail } from '#client';
import { dateInVietnam, monthOf } from '#i18n/dates';
import { percentOf } from '#i18n/format';
import { resultSeen } from '../../model/queue/commands.ts';
import { host } from '../../model/device/host.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { insideSentence, shortTeam } from '../../model/sign-in/session.ts';
import { showToast } from '../../model/device/speak.ts';
import { dayText, number, ratio, t, tidy, unitWord } from '../../model/words/words.ts';
import { goInstead, href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { DrumRing } from './drum-ring.tsx';
import { Button } from '../../ui/parts.tsx';
import { TaskMissing } from './task-missing.tsx';
import { useTask } from './use-task.ts';

export function ResultScreen({ id }: { id: string }) {
  const { task, failed, fresh, retry } = useTask(id);
  const confirmed = task?.state === 'confirmed';
  const seen = task?.confirmedSeen;
  useEffect(() => {
    if (confirmed && seen === false) void enqueue(resultSeen(id));
  }, [confirmed, seen, id]);
  useEffect(() => {
    if (fresh && !confirmed) goInstead('viec', id);
  }, [fresh, confirmed, id]);
  if (!task || !confirmed) return <TaskMissing failed={failed} retry={retry} />;
  return (
    <Screen
      bar={<AppBar title={t('result.title')} back={[]} />}
      foot={
        <footer class="action-bar stacked">
          <Button wide href={href()}>
            {t('result.next')}
          </Button>
          <Button wide kind="text" icon="chat" onClick={() => void tellGroup(task)}>
            {t('result.tell')}
          </Button>
        </footer>
      }
    >
      <CommuneRing task={task} />
    </Screen>
  );
}

/** The commune's whole as far as it is known; without its target the ring is the team's alone. */
export function shares(task: Pick<TaskDetail, 'commune' | 'figures'>): {
  team: number;
  others: number;
  target: number;
  known: boolean;
} {
  const team = task.figures.confirmed;
  const known = task.commune.target > 0 && task.commune.otherTeams > 0;
  return {
    team,
    others: known ? Math.max(0, task.commune.confirmed - team) : 0,
    target: known ? task.commune.target : Math.max(team, 1),
    known,
  };
}

function CommuneRing({ task }: { task: TaskDetail }) {
  const { team, others, target, known } = shares(task);
  const name = shortTeam(task.team.name);
  const commune = insideSentence(task.commune.unit.fullName);
  const whole = team + others;
  const label = known
    ? t('result.ring', { part: whole, whole: target, team: name, n: team })
    : t('result.ringAlone', { team: name, n: team });
  const people = task.byPerson
    .filter((one) => one.value > 0)
    .map((one) => `${one.person.fullName} ${number(one.value)}`)
    .join(', ');
  return (
    <div class="result">
      <DrumRing others={others / target} team={team / target} label={label} />
      <h2 class="screen-title">{t('result.thanks')}</h2>
      <p>{tidy(task.title)}</p>
      <div class="card shares">
        <p class="share">
          <i class="dot team" />
          <span class="grow">
            <b>{t('result.team', { team: name })}</b>
            <span class="muted">{people}</span>
          </span>
          <b>{ratio(team, task.figures.target)}</b>
        </p>
        {known && (
          <p class="share">
            <i class="dot others" />
            <span class="grow">{t('result.others', { n: task.commune.otherTeams })}</span>
            <b>{number(others)}</b>
          </p>
        )}
        {known && (
          <p class="share total">
            <b class="grow">{t('result.commune', { commune, n: percentOf(whole, target) })}</b>
            <b>{ratio(whole, target)}</b>
          </p>
        )}
      </div>
      {task.confirmed && (
        <p class="muted">
          {t('result.by', { name: task.confirmed.by.fullName, day: dayText(dateInVietnam(task.confirmed.at)) })}
          <br />
          {t('result.counted', { month: monthOf(`${task.confirmed.periodMonth}-01`) })}
        </p>
      )}
    </div>
  );
}

/** One sentence for the team's group; no names of citizens. */
async function tellGroup(task: TaskDetail): Promise<void> {
  const text = t('result.message', {
    team: shortTeam(task.team.name),
    title: task.title,
    n: task.figures.confirmed,
    unit: unitWord(task.indicator),
  });
  const outcome = await (await host()).share({ text });
  if (outcome === 'copied') showToast(t('act.copied'));
}
