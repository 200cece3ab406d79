/** Works that the unit gives anew each month, to its teams or as numbers to its communes. */
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card } from '../../../ui/layout.tsx';
import { CommuneSeries } from './commune-series.tsx';
import { TeamSeries } from './team-series.tsx';
import { useNumberSeries } from './use-number-series.ts';
import { useSeries } from './use-series.ts';
import './series.css';

export function SeriesCard() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const { data: teams = [] } = useSeries(post.unit.id);
  const { data: communes = [] } = useNumberSeries(post.unit.id, post.unit.kind !== 'commune');
  if (teams.length + communes.length === 0) return null;
  return (
    <Card title={t('series.title')} note={t('series.note')}>
      <ul className="series">
        {communes.map((series) => (
          <CommuneSeries key={series.seriesId} series={series} />
        ))}
        {teams.map((series) => (
          <TeamSeries key={series.seriesId} series={series} />
        ))}
      </ul>
    </Card>
  );
}
