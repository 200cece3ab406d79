import { Button } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useIdentity } from '../../api/me.tsx';
import '../../i18n/oversight-words.ts';
import '../../i18n/report-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { monthAfter, monthText } from '../reports/report-facts.ts';
import { Overview, useDashboard } from './overview.tsx';

const route = getRouteApi('/dashboard');

/** The whole of a unit at a glance: what is late, silent and missing, and figures over six months. */
export function DashboardPage() {
  const { t } = useI18n();
  const { me, post, commune } = useIdentity();
  const navigate = route.useNavigate();
  const search = route.useSearch();
  const crumbs = useScopeCrumbs();
  const board = useDashboard(post.unit.id, search.month);
  const month = search.month ?? board.data?.month ?? me.today.slice(0, 7);
  const go = (by: number) => void navigate({ search: { month: monthAfter(month, by) }, replace: true });
  const back = commune
    ? { label: t('rep.list'), to: '/reports' }
    : { label: t('nav.reportBoard'), to: '/report-board' };
  return (
    <div className="page">
      <PageHeader
        crumbs={[...crumbs, back]}
        title={t('dash.title', { month: monthText(month) })}
        sub={t('dash.sub')}
        actions={
          <>
            <Button variant="default" px={9} aria-label={t('dash.prev')} onClick={() => go(-1)}>
              <Icon name="chevron-left" size={18} />
            </Button>
            <Button variant="default" px={9} aria-label={t('dash.next')} onClick={() => go(1)}>
              <Icon name="chevron-right" size={18} />
            </Button>
          </>
        }
      />
      <Overview unitId={post.unit.id} month={search.month} />
    </div>
  );
}
