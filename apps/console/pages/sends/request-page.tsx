import { formatMoment } from '#i18n';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { CampaignPart } from './campaign-part.tsx';
import { ChangeCard } from './change-card.tsx';
import { FormPart } from './form-part.tsx';
import { OrderPart } from './order-part.tsx';
import { ReminderPart } from './reminder-part.tsx';
import { RequestState } from './request-state.tsx';
import { type SendRequest, sendTitle, sizeText } from '../../ui/second/send-facts.ts';

/** What is asked for, as it would go out now. */
function Part({ request }: { request: SendRequest }) {
  const { content } = request;
  if (content.kind === 'order') return <OrderPart request={request} order={content.order} />;
  if (content.kind === 'campaign') return <CampaignPart request={request} content={content} />;
  if (content.kind === 'form') return <FormPart request={request} content={content} />;
  return <ReminderPart request={request} content={content} />;
}

function Whole({ request }: { request: SendRequest }) {
  const { t, lang } = useI18n();
  const { kind, asked, places, people, outcome } = request;
  const title = sendTitle(t, request);
  const at = formatMoment(asked.at, Date.now(), lang);
  return (
    <>
      <PageHeader
        parent={{ label: t('second.list'), to: '/send-requests' }}
        title={outcome === null ? t('second.title', { title }) : title}
        state={t('second.sub', { name: asked.by.fullName, at, size: sizeText(t, kind, places), people })}
      />
      <RequestState request={request} />
      <ChangeCard request={request} />
      <Part request={request} />
    </>
  );
}

/** One that waits: what a second officer reads is what will go out. */
export function RequestPage({ requestId }: { requestId: string }) {
  const query = api.useQuery(
    'get',
    '/send-requests/{requestId}',
    { params: { path: { requestId } } },
    { refetchInterval: 30_000 },
  );
  return (
    <div className="page">
      <Loaded query={query} rows={10}>
        {(request) => <Whole request={request} />}
      </Loaded>
    </div>
  );
}
