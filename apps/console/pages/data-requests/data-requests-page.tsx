import '@mantine/dates/styles.css';
import '../../i18n/membership/data-request-words.ts';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, PageHeader } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { useViewportStep } from '../../ui/viewport.ts';
import { AnswerCard } from './answer-card.tsx';
import './data-requests.css';
import { HoldsCard } from './holds-card.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import { RequestHead } from './request-head.tsx';
import { RequestList } from './request-list.tsx';
import { useAt, useList, useOne } from './use-data-requests.ts';

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
  const crumbs = useScopeCrumbs();
  const { requestId, state, go } = useAt();
  const pages = useList(state);
  const wide = useViewportStep() >= wideFrom;
  const [entering, setEntering] = useState(false);
  const chosen = requestId ?? (wide ? pages.rows[0]?.id : undefined);
  const list = <RequestList pages={pages} state={state} chosen={chosen} onState={(to) => go(undefined, to)} />;
  const back = requestId && !wide ? [{ label: t('dataReq.title'), to: '/data-requests' }] : [];
  return (
    <div className="page">
      <PageHeader
        crumbs={[...crumbs, { label: t('nav.admin') }, ...back]}
        title={t('dataReq.title')}
        sub={t('dataReq.sub', { n: pages.data?.counts.open ?? 0 })}
        actions={
          <Button variant="default" leftSection={<Icon name="pencil" />} onClick={() => setEntering(true)}>
            {t('dataReq.paper')}
          </Button>
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
