import { Button } from '@mantine/core';
import { formatTime } from '#i18n';
import { client, type Schemas } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Chip } from '../../../ui/layout.tsx';
import { sessionPaths } from '../use-sessions.ts';

type Row = Schemas['AttendanceRow'];

function useSettle() {
  return useCommand({
    send: ({ id, counts }: { id: string; counts: boolean }, header) =>
      client.POST('/training/check-ins/{checkInId}/decision', {
        params: { path: { checkInId: id }, header },
        body: { counts },
      }),
    touches: sessionPaths,
  });
}

function How({ row }: { row: Row }) {
  const { t } = useI18n();
  const parts = [row.team?.name, t(`train.method.${row.method}` as MessageId), row.by?.fullName];
  return (
    <span className="caption">
      {parts.filter(Boolean).join(' · ')}
      {row.state === 'doubtful' && (
        <span className="warn-text">
          {' '}
          {t(row.why === 'same_name' ? 'train.checkIn.why.sameName' : 'train.checkIn.why.late')}
        </span>
      )}
    </span>
  );
}

function Entry({ row, decides }: { row: Row; decides: boolean }) {
  const { t } = useI18n();
  const settle = useSettle();
  const say = (counts: boolean) => settle.mutate({ id: row.id, counts });
  const name = row.fullName;
  return (
    <li data-struck={row.state === 'refused' || undefined}>
      <span className="num">{formatTime(row.at, true)}</span>
      <span className="call-who">
        <b>{name}</b>
        <How row={row} />
      </span>
      {row.state === 'refused' && (
        <Chip tone="mute" icon="circle-off">
          {t('train.checkIn.refused')}
        </Chip>
      )}
      {row.state === 'doubtful' && decides && (
        <span className="session-acts">
          <Button
            size="xs"
            loading={settle.isPending}
            aria-label={t('train.checkIn.countsOf', { name })}
            onClick={() => say(true)}
          >
            {t('train.checkIn.counts')}
          </Button>
          <Button
            size="xs"
            variant="default"
            loading={settle.isPending}
            aria-label={t('train.checkIn.refuseOf', { name })}
            onClick={() => say(false)}
          >
            {t('train.checkIn.refuse')}
          </Button>
        </span>
      )}
    </li>
  );
}

/** Doubtful ones stand first, as the server lists them. */
export function AttendanceList({ rows, decides }: { rows: readonly Row[]; decides: boolean }) {
  const { t } = useI18n();
  const doubtful = rows.filter(({ state }) => state === 'doubtful').length;
  const n = rows.filter(({ state }) => state === 'counted').length;
  if (rows.length === 0) return <p className="muted">{t('train.checkIn.empty')}</p>;
  return (
    <>
      <h3 className="num-text">
        {doubtful > 0 ? t('train.checkIn.countDoubt', { n, d: doubtful }) : t('train.checkIn.count', { n })}
      </h3>
      <ul className="attendance">
        {rows.map((row) => (
          <Entry key={row.id} row={row} decides={decides} />
        ))}
      </ul>
    </>
  );
}
