import { Button } from '@mantine/core';
import { formatMoment } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog } from '../../ui/form.tsx';
import { Loaded } from '../../ui/states.tsx';
import { PlainTable } from '../../ui/table/plain-table.tsx';
import { systemPaths } from './use-system.ts';

type Board = Schemas['SystemQueues'];

function Queues({ queues }: Pick<Board, 'queues'>) {
  const { t, n } = useI18n();
  return (
    <PlainTable
      rows={queues}
      rowId={({ queue }) => queue}
      columns={[
        { header: t('system.queues.queue'), cell: ({ queue }) => <code>{queue}</code> },
        { header: t('system.queues.waiting'), cell: ({ waiting }) => n(waiting), right: true },
        { header: t('system.queues.active'), cell: ({ active }) => n(active), right: true },
      ]}
    />
  );
}

function Failed({ board }: { board: Board }) {
  const { t, lang } = useI18n();
  const retry = useCommand({
    send: (_: void, header) => client.POST('/system/failed/retry', { params: { header }, body: {} }),
    touches: systemPaths,
    done: ({ count }) => showNotice(t('system.queues.retried', { n: count })),
  });
  if (board.failed.length === 0) return <p className="caption">{t('system.queues.none')}</p>;
  return (
    <>
      <ul className="system-failed">
        {board.failed.map((row) => (
          <li key={`${row.eventId} ${row.subscriber}`}>
            <b>{row.event}</b> <span className="caption">{row.subscriber}</span>
            <code>{row.failure}</code>
            <span className="caption">
              {t('system.queues.attempts', { n: row.attempts, at: formatMoment(row.nextAttemptAt, board.asOf, lang) })}
            </span>
          </li>
        ))}
      </ul>
      <Button disabled={retry.isPending} onClick={() => retry.mutate()}>
        {t('system.queues.retryAll')}
      </Button>
    </>
  );
}

/** What waits in the queues, and what failed with its reason: there is no other board of them. */
export function QueuesDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const query = api.useQuery('get', '/system/queues', {}, { staleTime: 0, refetchInterval: 5_000 });
  return (
    <Dialog title={t('system.queues.title')} onClose={onClose} size="lg">
      <Loaded query={query} rows={5}>
        {(board) => (
          <>
            <h3 className="system-failed-head">{t('system.queues.failed')}</h3>
            <Failed board={board} />
            <Queues queues={board.queues} />
          </>
        )}
      </Loaded>
    </Dialog>
  );
}
