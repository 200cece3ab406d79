/** What people ask about their data: how many wait in the unit, and a line for those that the reader has to answer. */
import { deadlineText, formatDate } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import type { Of, ShownRow, TodayRow, Words } from './today-row.ts';

/** All that have a place in one answer: whose they are is not asked of the server. */
const most = 200;
const named = 3;

export function useDataRequests() {
  const { post, may, me } = useIdentity();
  const { data } = api.useQuery(
    'get',
    '/units/{unitId}/data-requests',
    { params: { path: { unitId: post.unit.id }, query: { limit: most } } },
    { staleTime: 60_000, refetchInterval: 60_000, enabled: may('data.answer') },
  );
  const requests = data?.items.filter(({ owner }) => owner?.id === me.person.id) ?? [];
  const rows: TodayRow[] = requests.length > 0 ? [{ kind: 'dataRequests', requests }] : [];
  return { counts: data?.counts, rows };
}

/** By the day of the first. */
export function dataRequestsRow({ requests }: Of<'dataRequests'>, { t, lang }: Words): ShownRow {
  const [{ dueOn, daysLeft } = { dueOn: '', daysLeft: 0 }] = requests;
  const late = daysLeft < 0;
  const names = [...new Set(requests.map(({ person }) => person.fullName))];
  return {
    key: 'dataRequests',
    tone: late ? 'late' : 'doing',
    icon: 'shield-check',
    title: t('home.dataRequests', { n: requests.length }),
    detail: `${names.slice(0, named).join(', ')}${names.length > named ? ', …' : ''}`,
    when: deadlineText(dueOn, Date.now(), 'brief', lang),
    whenNote: t('home.due', { date: formatDate(dueOn, lang) }),
    urgent: late,
    act: t('act.answer'),
    target: { to: '/data-requests/{-$requestId}' },
  };
}
