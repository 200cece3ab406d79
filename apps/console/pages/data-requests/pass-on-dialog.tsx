import { useState } from 'react';
import { api, client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, FormDialog } from '../../ui/form.tsx';
import { type DataRequest, stale } from './use-data-requests.ts';

/** Another officer here, or one above, sees to it. */
export function PassOnDialog({ request: { id }, onClose }: { request: DataRequest; onClose: () => void }) {
  const { t } = useI18n();
  const path = { requestId: id };
  const { data: officers = [], isPending } = api.useQuery('get', '/data-requests/{requestId}/officers', {
    params: { path },
  });
  const [to, setTo] = useState<string | null>(null);
  const pass = useCommand({
    send: (personId: string, header) =>
      client.POST('/data-requests/{requestId}/pass-on', { params: { path, header }, body: { personId } }),
    touches: stale,
    done: ({ owner }) => sayAndClose(t('dataReq.passedOn', { name: owner?.fullName ?? '' }), onClose),
  });
  const options = officers.map(({ id: value, fullName, position }) => ({
    value,
    label: position ? `${fullName}, ${position}` : fullName,
  }));
  return (
    <FormDialog
      title={t('dataReq.passOn')}
      label={t('dataReq.passOn')}
      busy={pass.isPending}
      disabled={!to}
      onClose={onClose}
      onSubmit={() => to && pass.mutate(to)}
    >
      {!isPending && options.length === 0 ? (
        <p>{t('dataReq.passOn.nobody')}</p>
      ) : (
        <Choice label={t('dataReq.passOn.to')} required searchable options={options} value={to} onChange={setTo} />
      )}
    </FormDialog>
  );
}
