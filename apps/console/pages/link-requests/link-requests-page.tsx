import '../../i18n/channel-words.ts';
import { api, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, PageHeader } from '../../ui/layout.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { RequestCard } from './request-card.tsx';
import './link-requests.css';

function List({ requests }: { requests: readonly Schemas['LinkRequest'][] }) {
  const { t } = useI18n();
  if (requests.length === 0)
    return (
      <Card>
        <EmptyState icon="circle-check" title={t('link.empty')}>
          {t('link.emptyText')}
        </EmptyState>
      </Card>
    );
  return requests.map((request) => <RequestCard key={request.id} request={request} />);
}

/** Accounts that proved themselves but not whose they are: an officer says, or says that they are nobody's. */
export function LinkRequestsPage() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const query = api.useQuery('get', '/link-requests', {}, { staleTime: 0, refetchInterval: 60_000 });
  const crumbs = [{ label: post.unit.name }, { label: t('nav.today'), to: '/' }, { label: t('link.title') }];
  return (
    <div className="page">
      <PageHeader
        crumbs={crumbs}
        title={t('link.title')}
        sub={query.data && query.data.length > 0 && t('link.sub', { n: query.data.length })}
      />
      <Loaded query={query} rows={6}>
        {(requests) => <List requests={requests} />}
      </Loaded>
    </div>
  );
}
