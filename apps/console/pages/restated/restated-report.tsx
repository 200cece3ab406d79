import { useState } from 'react';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice } from '../../ui/form.tsx';
import { Loading } from '../../ui/states.tsx';
import { RestatedView } from './restated-view.tsx';

type Report = Schemas['Report'];

/** Where the unit of a report is today: itself, or those that follow it; for whoever may not look there, their own unit. */
function useUnitsOfToday({ unit }: Pick<Report, 'unit'>): Report['unit'][] | undefined {
  const { post, me } = useIdentity();
  const { data, error } = api.useQuery('get', '/units/{unitId}/lineage', { params: { path: { unitId: unit.id } } });
  if (error) return [post.unit];
  if (!data) return undefined;
  const heirs = data.successors.filter(({ on }) => on <= me.today).map((heir) => heir.unit);
  return heirs.length > 0 ? heirs : [unit];
}

/** A sent report's figures in the units of today; the report itself stands beside it as it was sent. */
export function RestatedReport({ report }: { report: Report }) {
  const { t } = useI18n();
  const shown = useUnitsOfToday(report);
  const [chosen, setChosen] = useState<string | null>(null);
  const at = shown?.find(({ id }) => id === chosen) ?? shown?.[0];
  if (!shown || !at) return <Loading />;
  const sent = new Map(report.figures.map(({ indicator, now }) => [indicator.code, now]));
  return (
    <div className="rst-report">
      {shown.length > 1 && (
        <Choice
          label={t('rst.whichHeir')}
          options={shown.map(({ id, fullName }) => ({ value: id, label: fullName }))}
          value={at.id}
          onChange={setChosen}
        />
      )}
      <RestatedView unitId={at.id} month={report.month} sent={sent} />
    </div>
  );
}
