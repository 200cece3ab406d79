import { client, type Schemas } from '../../api/client.ts';
import { usePages } from '../../api/use-pages.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { MoreRows } from '../../ui/table/more-rows.tsx';
import { RequestCard } from './request-card.tsx';
import './link-requests.css';

type Request = Schemas['LinkRequest'];

function List({ requests }: { requests: readonly Request[] }) {
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
  const query = usePages<Request, Schemas['LinkRequestPage']>(
    '/link-requests',
    {},
    (cursor) => client.GET('/link-requests', { params: { query: cursor } }),
    { idOf: ({ id }) => id, refetchMs: 60_000 },
  );
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('nav.today'), to: '/' }}
        title={t('link.title')}
        state={query.total > 0 && t('link.sub', { n: query.total })}
      />
      <Loaded query={query} rows={6}>
        {() => (
          <>
            <List requests={query.rows} />
            <MoreRows more={query.more} hasMore={query.hasMore} />
          </>
        )}
      </Loaded>
    </div>
  );
}
