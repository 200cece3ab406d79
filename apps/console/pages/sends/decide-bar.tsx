import { Button } from '@mantine/core';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../ui/form.tsx';
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
  const refuse = useCommand({
    send: (reason: string, header) =>
      client.POST('/send-requests/{requestId}/refuse', { params: { ...params, header }, body: { reason } }),
    touches: stale,
    done: () => showNotice(t('second.refused')),
  });
  const drop = useCommand({
    send: (_: void, header) => client.POST('/send-requests/{requestId}/drop', { params: { ...params, header } }),
    touches: stale,
    done: () => showNotice(t('second.dropped')),
  });
  return { approve, refuse, drop };
}

function RefuseDialog({ refuse, onClose }: Pick<ReturnType<typeof useDecisions>, 'refuse'> & { onClose: () => void }) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t('second.refuseTitle')}
      label={t('second.refuse')}
      busy={refuse.isPending}
      disabled={!reason.trim()}
      onClose={onClose}
      onSubmit={() => refuse.mutate(reason, { onSuccess: onClose })}
    >
      <NoteField label={t('second.reason')} required maxLength={1000} value={reason} onChange={setReason} />
    </FormDialog>
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
  const { approve, refuse, drop } = useDecisions(request);
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
      {refusing && <RefuseDialog refuse={refuse} onClose={() => setRefusing(false)} />}
    </div>
  );
}
