import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatTime } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Bar, Card, Notice, type Tone, ToneIcon } from '../../ui/layout.tsx';
import { useAnnounced } from './announced.ts';
import { KeptTable, SumsTable } from './kept-tables.tsx';
import { NewReform } from './new-reform.tsx';
import { ReformMinutes } from './reform-minutes.tsx';
import { type Reform, reformPaths } from './reform-looks.ts';

type Step = Reform['steps'][number];
type Running = Schemas['ReformRunning'];
/** A screen reader hears of it at most so often. */
const SAID_MS = 10_000;
/** Looked again while it runs. */
const LOOK_MS = 60_000;

type Look = 'done' | 'failed' | 'doing' | 'waits';
const looks: Record<Look, { tone: Tone; icon: IconName }> = {
  done: { tone: 'done', icon: 'check' },
  failed: { tone: 'late', icon: 'alert-circle' },
  doing: { tone: 'doing', icon: 'refresh' },
  waits: { tone: 'mute', icon: 'circle-dashed' },
};

function lookOfStep(step: Step, steps: readonly Step[]): Look {
  if (step.finishedAt) return 'done';
  if (step.failed) return 'failed';
  return steps.find(({ finishedAt }) => !finishedAt) === step ? 'doing' : 'waits';
}

function useRunActs({ id }: Reform) {
  const params = { path: { reformId: id } };
  const pause = useCommand({
    send: (_: void, header) => client.POST('/reforms/{reformId}/pause', { params: { ...params, header } }),
    touches: reformPaths,
  });
  const resume = useCommand({
    send: (_: void, header) => client.POST('/reforms/{reformId}/resume', { params: { ...params, header } }),
    touches: reformPaths,
  });
  return { pause, resume };
}

/** How long it took, in the words of a clock. */
function useTook(): (step: Step) => string {
  const { t, n } = useI18n();
  return ({ startedAt, finishedAt }) => {
    if (!startedAt) return '–';
    const seconds = Math.max(0, (finishedAt ? Date.parse(finishedAt) : Date.now()) - Date.parse(startedAt)) / 1000;
    return seconds < 90
      ? t('ur.run.seconds', { n: n(Math.max(0.1, Math.round(seconds * 10) / 10)) })
      : t('ur.run.minutes', { n: n(Math.round(seconds / 60)) });
  };
}

function StepRow({ step, look, onAgain, busy }: { step: Step; look: Look; onAgain: () => void; busy: boolean }) {
  const { t, n } = useI18n();
  const took = useTook();
  const { done, total, failed } = step;
  return (
    <tr data-look={look}>
      <td>
        <ToneIcon {...looks[look]} />
      </td>
      <th scope="row">
        {t(`ur.step.${step.step}`)}
        <span className="cell-2">{t(`ur.run.${look}`)}</span>
        {failed && look === 'failed' && (
          <span className="ur-reason">
            {t('ur.run.reason', { at: formatTime(Date.parse(failed.at)), reason: failed.reason })}{' '}
            <Button size="xs" variant="default" loading={busy} onClick={onAgain}>
              {t('ur.run.again')}
            </Button>
          </span>
        )}
      </th>
      <td className="ur-bar">
        <Bar
          of={total}
          parts={[
            { value: total === 0 && look === 'done' ? 1 : done, color: look === 'done' ? 'done-text' : 'primary' },
          ]}
          label={t('ur.step.of', { a: n(done), b: n(total) })}
        />
      </td>
      <td className="num">{t('ur.step.of', { a: n(done), b: n(total) })}</td>
      <td className="num ur-took">{took(step)}</td>
    </tr>
  );
}

function Paused({
  reform,
  by,
  onResume,
  busy,
}: {
  reform: Reform;
  by: string | null;
  onResume: () => void;
  busy: boolean;
}) {
  const { t } = useI18n();
  if (!reform.pausedAt) return null;
  const at = formatTime(Date.parse(reform.pausedAt));
  return (
    <Notice
      tone="doing"
      icon="hand-stop"
      action={
        <Button variant="default" loading={busy} onClick={onResume}>
          {t('ur.run.resume')}
        </Button>
      }
    >
      {by ? t('ur.run.pausedBy', { at, name: by }) : t('ur.run.paused', { at })}
    </Notice>
  );
}

function Kept({ running }: { running: Running }) {
  const { t } = useI18n();
  return (
    <Card
      title={t('ur.rehearse.always')}
      aside={<span className="caption">{t('ur.run.lookedAt', { at: formatTime(Date.parse(running.at)) })}</span>}
    >
      <KeptTable running={running} />
      <SumsTable running={running} />
    </Card>
  );
}

/** How far it is, and how many are lost, in one line; read aloud now and then. */
function useSaid({ steps, rehoming }: Reform, running: Running | undefined): { title: string; said: string } {
  const { t, n } = useI18n();
  const done = steps.filter(({ finishedAt }) => finishedAt).length;
  const lost = running?.invariants.reduce((sum, one) => sum + one.lost, 0) ?? 0;
  const title = rehoming?.finishedAt
    ? t('ur.run.finished', { at: formatTime(Date.parse(rehoming.finishedAt)), n: n(lost) })
    : t('ur.steps', { a: Math.min(done + 1, steps.length), b: steps.length });
  const each = steps.map(
    (step) => `${t(`ur.step.${step.step}`)} ${t('ur.step.of', { a: n(step.done), b: n(step.total) })}`,
  );
  return { title, said: useAnnounced([title, ...each].join('. '), SAID_MS) };
}

function StepsActs({
  pause,
  onPrint,
}: {
  pause: ReturnType<typeof useRunActs>['pause'] | undefined;
  onPrint: (() => void) | undefined;
}) {
  const { t } = useI18n();
  return (
    <span className="ur-acts">
      <Button
        variant="default"
        leftSection={<Icon name="file-export" size={16} />}
        disabled={!onPrint}
        onClick={onPrint}
      >
        {t('ur.minutes')}
      </Button>
      {pause && (
        <Button
          variant="default"
          leftSection={<Icon name="hand-stop" size={16} />}
          loading={pause.isPending}
          onClick={() => pause.mutate()}
        >
          {t('ur.run.pause')}
        </Button>
      )}
    </span>
  );
}

function StepsCard({
  reform,
  title,
  acts,
  onPrint,
}: {
  reform: Reform;
  title: string;
  acts: ReturnType<typeof useRunActs>;
  onPrint: (() => void) | undefined;
}) {
  const { t } = useI18n();
  const { steps } = reform;
  const moves = !reform.rehoming?.finishedAt;
  return (
    <Card
      title={title}
      aside={<StepsActs pause={moves && !reform.pausedAt ? acts.pause : undefined} onPrint={onPrint} />}
    >
      <table className="ur-steps" aria-label={t('ur.run.steps')}>
        <tbody>
          {steps.map((step) => (
            <StepRow
              key={step.step}
              step={step}
              look={lookOfStep(step, steps)}
              onAgain={() => acts.resume.mutate()}
              busy={acts.resume.isPending}
            />
          ))}
        </tbody>
      </table>
      <p className="ur-note">{t('ur.run.tree')}</p>
    </Card>
  );
}

function After({ onCorrect }: { onCorrect: () => void }) {
  const { t } = useI18n();
  return (
    <Card title={t('ur.run.after')}>
      <div className="card-body ur-acts">
        <Button variant="default" leftSection={<Icon name="pencil" size={16} />} onClick={onCorrect}>
          {t('ur.run.correct')}
        </Button>
        <span className="muted">{t('ur.run.correctText')}</span>
      </div>
    </Card>
  );
}

/** Since its day: nobody has to watch, and who looks sees that nothing is lost. */
export function RunningTab({ reform }: { reform: Reform }) {
  const { t } = useI18n();
  const moves = !reform.rehoming?.finishedAt;
  const query = api.useQuery(
    'get',
    '/reforms/{reformId}/running',
    { params: { path: { reformId: reform.id } } },
    { refetchInterval: moves ? LOOK_MS : false },
  );
  const acts = useRunActs(reform);
  const [shows, setShows] = useState<'minutes' | 'correct' | null>(null);
  const { title, said } = useSaid(reform, query.data);
  const resume = () => acts.resume.mutate();
  const busy = acts.resume.isPending;
  return (
    <div className="ur-stack">
      <p className="visually-hidden" aria-live="polite">
        {said}
      </p>
      <Paused reform={reform} by={query.data?.pausedBy ?? null} onResume={resume} busy={busy} />
      <div className="ur-columns ur-run">
        <div>
          <StepsCard reform={reform} title={title} acts={acts} onPrint={query.data && (() => setShows('minutes'))} />
          <After onCorrect={() => setShows('correct')} />
        </div>
        {query.data && <Kept running={query.data} />}
      </div>
      {shows === 'minutes' && query.data && (
        <ReformMinutes reform={reform} running={query.data} onClose={() => setShows(null)} />
      )}
      {shows === 'correct' && (
        <NewReform
          unitId={reform.unit.id}
          title={t('ur.run.correctTitle', { title: reform.title })}
          directiveId={null}
          onClose={() => setShows(null)}
        />
      )}
    </div>
  );
}
