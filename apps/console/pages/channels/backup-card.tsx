import type { ReactNode } from 'react';
import { formatBytes, formatMoment } from '#i18n';
import { api, type Schemas } from '../../api/client.ts';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Card, Chip, Notice, type Tone } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';

type Board = Schemas['BackupBoard'];
type Run = Schemas['BackupRunRow'];

/** Runs that stand in the card; older ones say nothing new. */
const SHOWN = 5;

const looks = {
  done: { tone: 'done', icon: 'circle-check' },
  failed: { tone: 'late', icon: 'alert-triangle' },
  running: { tone: 'doing', icon: 'hourglass' },
} as const satisfies Record<Run['state'], { tone: Tone; icon: IconName }>;

/** What is wrong with the whole of it, worst first; nothing is wrong without an answer. */
export function alarmOf({ schedule, last, missedAt, runs }: Board): 'late' | 'failed' | 'never' | 'unplanned' | null {
  if (missedAt) return 'late';
  if (runs[0]?.state === 'failed') return 'failed';
  if (!schedule) return 'unplanned';
  return last || runs[0]?.state === 'running' ? null : 'never';
}

/** In words where it is one of those that are expected, else as the system said it. */
export function failureText(t: Translate, has: (id: string) => boolean, { failure }: Run): string {
  const id = `backup.failure.${failure}`;
  return has(id) ? t(id as Parameters<Translate>[0]) : (failure ?? '');
}

function Alarm({ board }: { board: Board }) {
  const { t, lang, has } = useI18n();
  const alarm = alarmOf(board);
  if (!alarm) return null;
  const failed = board.runs[0]?.state === 'failed' ? board.runs[0] : undefined;
  const since = board.missedAt ? formatMoment(board.missedAt, board.asOf, lang) : '';
  const isBad = alarm === 'late' || alarm === 'failed';
  return (
    <Notice tone={isBad ? 'late' : 'doing'} icon={isBad ? 'alert-triangle' : 'info-circle'}>
      {t(`backup.alarm.${alarm}`, { since })}
      {failed && <div className="backup-why">{failureText(t, has, failed)}</div>}
      {alarm === 'unplanned' && (
        <div className="backup-why">
          <code>BACKUP_DIR=…</code>
        </div>
      )}
    </Notice>
  );
}

function Fact({ label, children, warn = false }: { label: string; children: ReactNode; warn?: boolean }) {
  return (
    <div className="env-variable">
      <dt>{label}</dt>
      <dd className={warn ? 'warn' : undefined}>{children}</dd>
    </div>
  );
}

function Facts({ board: { last, schedule, asOf } }: { board: Board }) {
  const { t, lang, n } = useI18n();
  const at = (instant: string) => formatMoment(instant, asOf, lang);
  return (
    <dl>
      {last && (
        <>
          <Fact label={t('backup.last')}>
            {at(last.startedAt)} · {formatBytes(last.bytes ?? 0, lang)} ·{' '}
            {t('backup.holds', { rows: n(last.rows ?? 0), files: n(last.files ?? 0) })}
          </Fact>
          <Fact label={t('backup.where')}>
            <code>{last.folder}</code>
          </Fact>
          <Fact label={t('backup.key')} warn={!last.encrypted}>
            {t(last.encrypted ? 'backup.encrypted' : 'backup.open')}
          </Fact>
          <Fact label={t('backup.tried')} warn={!last.verifiedAt}>
            {last.verifiedAt ? t('backup.triedAt', { at: at(last.verifiedAt) }) : t('backup.notTried')}
          </Fact>
        </>
      )}
      {schedule && (
        <Fact label={t('backup.schedule')}>
          {t('backup.daily', { at: schedule.at, n: schedule.keep, next: at(schedule.nextAt) })}
        </Fact>
      )}
    </dl>
  );
}

function Runs({ board: { runs, asOf } }: { board: Board }) {
  const { t, lang } = useI18n();
  if (runs.length === 0) return null;
  return (
    <ul className="backup-runs" aria-label={t('backup.runs')}>
      {runs.slice(0, SHOWN).map((run) => (
        <li key={run.id}>
          <span className="num">{formatMoment(run.startedAt, asOf, lang)}</span>
          <Chip {...looks[run.state]}>{t(`backup.state.${run.state}`)}</Chip>
          <span className="caption">
            {t(`backup.by.${run.startedBy}`)}
            {run.bytes !== null && ` · ${formatBytes(run.bytes, lang)}`}
            {run.removedAt && ` · ${t('backup.removed')}`}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Whether the installation could be brought back: the last backup, where it is, and what keeps the next one from being made. */
export function BackupCard() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/backups', {}, { staleTime: 60_000 });
  return (
    <Card title={t('backup.title')} note={t('backup.note')} label={t('backup.title')}>
      <div className="backup-body">
        <Loaded query={query} rows={4}>
          {(board) => (
            <>
              <Alarm board={board} />
              <Facts board={board} />
              <Runs board={board} />
            </>
          )}
        </Loaded>
      </div>
    </Card>
  );
}
