import '@mantine/dates/styles.css';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { useViewportStep } from '../../ui/viewport.ts';
import { AnswerCard } from './answer-card.tsx';
import './data-requests.css';
import { HoldsCard } from './holds-card.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import { RequestHead } from './request-head.tsx';
import { RequestList } from './request-list.tsx';
import { useAt, useList, useOne } from './use-data-requests.ts';
import { HeaderAct } from '../../ui/header/header-menu.tsx';

/** Below this the list and a case are pages of their own. */
const wideFrom = 1000;

function Detail({ requestId }: { requestId: string }) {
  const query = useOne(requestId);
  return (
    <div className="data-req-detail">
      <Loaded query={query} rows={8}>
        {(request) => (
          <>
            <RequestHead request={request} />
            <HoldsCard request={request} />
            <AnswerCard
              key={`${request.id} ${request.outcome} ${request.verified} ${request.planned?.at}`}
              request={request}
            />
          </>
        )}
      </Loaded>
    </div>
  );
}

/** What people ask about their data: each a case with a clock, an owner, and an answer with its reason. */
export function DataRequestsPage() {
  const { t } = useI18n();
  const { requestId, state, go } = useAt();
  const pages = useList(state);
  const wide = useViewportStep() >= wideFrom;
  const [entering, setEntering] = useState(false);
  const chosen = requestId ?? (wide ? pages.rows[0]?.id : undefined);
  const list = <RequestList pages={pages} state={state} chosen={chosen} onState={(to) => go(undefined, to)} />;
  return (
    <div className="page">
      <PageHeader
        parent={requestId && !wide ? { label: t('dataReq.title'), to: '/data-requests' } : undefined}
        title={t('dataReq.title')}
        state={t('dataReq.sub', { n: pages.data?.counts.open ?? 0 })}
        acts={
          <HeaderAct icon="pencil" onClick={() => setEntering(true)}>
            {t('dataReq.paper')}
          </HeaderAct>
        }
      />
      {wide ? (
        <div className="data-req">
          {list}
          {chosen ? (
            <Detail requestId={chosen} key={chosen} />
          ) : (
            <Card>
              <EmptyState icon="shield-check" title={t('dataReq.choose')} />
            </Card>
          )}
        </div>
      ) : chosen ? (
        <Detail requestId={chosen} key={chosen} />
      ) : (
        list
      )}
      {entering && <PaperDialog onClose={() => setEntering(false)} onOpen={go} />}
    </div>
  );
}
