import { passOnDataRequest } from '#client/commands';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { type DataRequest, stale } from './use-data-requests.ts';

/** Another officer here, or one above, sees to it. */
export function PassOnDialog({ request: { id }, onClose }: { request: DataRequest; onClose: () => void }) {
  const { t } = useI18n();
  const path = { requestId: id };
  const { data: officers = [], isPending } = api.useQuery('get', '/data-requests/{requestId}/officers', {
    params: { path },
  });
  const isNobody = !isPending && officers.length === 0;
  const options = officers.map(({ id: value, fullName, position }) => ({
    value,
    label: position ? `${fullName}, ${position}` : fullName,
  }));
  return (
    <CommandForm
      route={passOnDataRequest}
      path={path}
      touches={stale}
      title={t('dataReq.passOn')}
      text={isNobody && <p>{t('dataReq.passOn.nobody')}</p>}
      fields={{ personId: !isNobody && { as: 'choice', label: t('dataReq.passOn.to'), searchable: true, options } }}
      ready={!isNobody}
      label={t('dataReq.passOn')}
      said={({ owner }) => t('dataReq.passedOn', { name: owner?.fullName ?? '' })}
      onClose={onClose}
    />
  );
}
