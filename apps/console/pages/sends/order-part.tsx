import { deadlineText } from '#i18n';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import '../assign/assign.css';
import { CallCard, ChaseCard, MessageCard, RoutesCard } from '../assign/steps/preview-cards.tsx';
import { Similar } from '../assign/steps/preview-step.tsx';
import { DecideBar } from './decide-bar.tsx';
import type { Content, SendRequest } from '../../ui/second/send-facts.ts';

interface Props {
  request: SendRequest;
  order: Content<'order'>['order'];
}

/** As it would go out now: whom it reaches by which route, and what they will read. */
function Plan({ request, order }: Props) {
  const query = api.useQuery('post', '/assignments/preview', { body: order }, { staleTime: 60_000 });
  return (
    <Loaded query={query} rows={8}>
      {(plan) => (
        <>
          <Similar plan={plan} />
          <div className="preview-split">
            <div>
              <RoutesCard plan={plan} />
              <ChaseCard plan={plan} />
            </div>
            <div>
              <CallCard plan={plan} />
              <MessageCard plan={plan} />
            </div>
          </div>
          <DecideBar request={request} similar={plan.similar.map(({ assignmentId }) => assignmentId)} />
        </>
      )}
    </Loaded>
  );
}

/** An order with each team's share. */
export function OrderPart({ request, order }: Props) {
  const { t, n, lang } = useI18n();
  return (
    <>
      <Card>
        <dl className="request-facts">
          <dt>{t('second.work')}</dt>
          <dd>{order.work}</dd>
          <dt>{t('second.target')}</dt>
          <dd className="num">{n(order.target)}</dd>
          <dt>{t('second.due')}</dt>
          <dd>{deadlineText(order.dueOn, Date.now(), 'before', lang)}</dd>
        </dl>
      </Card>
      {request.outcome === null && <Plan request={request} order={order} />}
    </>
  );
}
