import { Button } from '@mantine/core';
import { useState } from 'react';
import { refuseSend } from '#client/commands';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { SendRequest } from '../../ui/second/send-facts.ts';

const stale = [
  '/send-requests/{requestId}',
  '/units/{unitId}/send-requests',
  '/units/{unitId}/assignments',
  '/units/{unitId}/campaigns',
] as const;

function useDecisions({ id }: SendRequest) {
  const { t } = useI18n();
  const params = { path: { requestId: id } };
  const approve = useCommand({
    send: (knowsOfSimilar: string[], header) =>
      client.POST('/send-requests/{requestId}/approve', { params: { ...params, header }, body: { knowsOfSimilar } }),
    touches: stale,
    done: () => showNotice(t('second.approved')),
  });
  const drop = useCommand({
    send: (_: void, header) => client.POST('/send-requests/{requestId}/drop', { params: { ...params, header } }),
    touches: stale,
    done: () => showNotice(t('second.dropped')),
  });
  return { approve, drop };
}

function RefuseDialog({ request, onClose }: { request: SendRequest; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <CommandForm
      route={refuseSend}
      path={{ requestId: request.id }}
      touches={stale}
      title={t('second.refuseTitle')}
      fields={{ reason: { as: 'note', label: t('second.reason') } }}
      label={t('second.refuse')}
      said={t('second.refused')}
      onClose={onClose}
    />
  );
}

interface Props {
  request: SendRequest;
  /** Of an order: unfinished ones like it that are shown. */
  similar?: string[];
}

/** What the reader may do with it. */
export function DecideBar({ request, similar = [] }: Props) {
  const { t } = useI18n();
  const [refusing, setRefusing] = useState(false);
  const { approve, drop } = useDecisions(request);
  if (request.outcome !== null || (!request.mayDecide && !request.isOwn)) return null;
  return (
    <div className="foot-bar">
      <span className="foot-bar-space" />
      {request.isOwn && (
        <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate()}>
          {t(request.kind === 'order' ? 'second.dropOrder' : 'second.drop')}
        </Button>
      )}
      {request.mayDecide && (
        <>
          <Button variant="default" onClick={() => setRefusing(true)}>
            {t('second.refuse')}
          </Button>
          <Button
            leftSection={<Icon name="send" />}
            loading={approve.isPending}
            onClick={() => approve.mutate(similar)}
          >
            {t('second.approve')}
          </Button>
        </>
      )}
      {refusing && <RefuseDialog request={request} onClose={() => setRefusing(false)} />}
    </div>
  );
}
