import { Button } from '@mantine/core';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { deadlineText, formatMoment } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import '../../i18n/assign-words.ts';
import '../../i18n/order-request-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Notice, PageHeader } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import { Loaded } from '../../ui/states.tsx';
import '../assign/assign.css';
import { CallCard, ChaseCard, MessageCard, RoutesCard } from '../assign/preview-cards.tsx';
import { Similar } from '../assign/preview-step.tsx';
import './order-requests.css';

const route = getRouteApi('/order-requests/$requestId');
type Request = Schemas['OrderRequestDetail'];
const stale = ['/order-requests/{requestId}', '/units/{unitId}/order-requests', '/units/{unitId}/assignments'] as const;

function useDecisions({ id }: Request) {
  const { t } = useI18n();
  const params = { path: { requestId: id } };
  const approve = useCommand({
    send: (knowsOfSimilar: string[], header) =>
      client.POST('/order-requests/{requestId}/approve', { params: { ...params, header }, body: { knowsOfSimilar } }),
    touches: stale,
    done: () => showNotice(t('second.approved')),
  });
  const refuse = useCommand({
    send: (reason: string, header) =>
      client.POST('/order-requests/{requestId}/refuse', { params: { ...params, header }, body: { reason } }),
    touches: stale,
    done: () => showNotice(t('second.refused')),
  });
  const drop = useCommand({
    send: (_: void, header) => client.POST('/order-requests/{requestId}/drop', { params: { ...params, header } }),
    touches: stale,
    done: () => showNotice(t('second.dropped')),
  });
  return { approve, refuse, drop };
}

function RefuseDialog({ refuse, onClose }: Pick<ReturnType<typeof useDecisions>, 'refuse'> & { onClose: () => void }) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  return (
    <FormDialog
      title={t('second.refuseTitle')}
      label={t('second.refuse')}
      busy={refuse.isPending}
      disabled={!reason.trim()}
      onClose={onClose}
      onSubmit={() => refuse.mutate(reason, { onSuccess: onClose })}
    >
      <NoteField label={t('second.reason')} required maxLength={1000} value={reason} onChange={setReason} />
    </FormDialog>
  );
}

function State({ request }: { request: Request }) {
  const { t, lang } = useI18n();
  const navigate = useNavigate();
  const { outcome, decided, approvers, assignmentId, draftId, isOwn } = request;
  const said = {
    name: decided?.by.fullName ?? '',
    at: decided ? formatMoment(decided.at, Date.now(), lang) : '',
    reason: decided?.reason ?? '',
  };
  const open = assignmentId
    ? () => void navigate({ to: '/assignments/$assignmentId', params: { assignmentId } })
    : undefined;
  const edit =
    isOwn && draftId && outcome !== 'approved'
      ? () => void navigate({ to: '/assignments/new', search: { draft: draftId } })
      : undefined;
  const action = (open ?? edit) && (
    <button type="button" className="strong-link" onClick={open ?? edit}>
      {t(open ? 'second.open' : 'second.edit')}
    </button>
  );
  if (outcome === null) {
    const names = nameList(
      t,
      approvers.map(({ fullName }) => fullName),
      4,
      approvers.length,
    );
    return (
      <Notice tone="doing" icon="clock" action={action}>
        {request.mayDecide ? t('second.exact') : t('second.waits', { names })}
      </Notice>
    );
  }
  return (
    <Notice
      tone={outcome === 'approved' ? 'done' : 'late'}
      icon={outcome === 'approved' ? 'circle-check' : 'ban'}
      action={action}
    >
      {t(`second.state.${outcome}`, said)}
    </Notice>
  );
}

function Order({ request: { order } }: { request: Request }) {
  const { t, n, lang } = useI18n();
  return (
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
  );
}

interface FootProps {
  request: Request;
  similar: string[];
}

function Foot({ request, similar }: FootProps) {
  const { t } = useI18n();
  const [refusing, setRefusing] = useState(false);
  const { approve, refuse, drop } = useDecisions(request);
  if (request.outcome !== null || (!request.mayDecide && !request.isOwn)) return null;
  return (
    <div className="foot-bar">
      <span className="foot-bar-space" />
      {request.isOwn && (
        <Button variant="default" loading={drop.isPending} onClick={() => drop.mutate()}>
          {t('second.drop')}
        </Button>
      )}
      {request.mayDecide && (
        <>
          <Button variant="default" onClick={() => setRefusing(true)}>
            {t('second.refuse')}
          </Button>
          <Button
            leftSection={<Icon name="send" />}
            loading={approve.isPending}
            onClick={() => approve.mutate(similar)}
          >
            {t('second.approve')}
          </Button>
        </>
      )}
      {refusing && <RefuseDialog refuse={refuse} onClose={() => setRefusing(false)} />}
    </div>
  );
}

/** As it would go out now: whom it reaches by which route, and what they will read. */
function Plan({ request }: { request: Request }) {
  const query = api.useQuery('post', '/assignments/preview', { body: request.order }, { staleTime: 60_000 });
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
          <Foot request={request} similar={plan.similar.map(({ assignmentId }) => assignmentId)} />
        </>
      )}
    </Loaded>
  );
}

function Whole({ request }: { request: Request }) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const { title, asked, teams, people, outcome } = request;
  const crumbs = [{ label: post.unit.name }, { label: t('nav.assign'), to: '/assignments' }, { label: title }];
  const at = formatMoment(asked.at, Date.now(), lang);
  return (
    <>
      <PageHeader
        crumbs={crumbs}
        title={outcome === null ? t('second.title', { title }) : title}
        sub={t('second.sub', { name: asked.by.fullName, at, teams, people })}
      />
      <State request={request} />
      <Order request={request} />
      {outcome === null && <Plan request={request} />}
    </>
  );
}

/** An order to very many before it is sent: what a second officer reads is exactly what will go out. */
export function OrderRequestPage() {
  const { requestId } = route.useParams();
  const query = api.useQuery(
    'get',
    '/order-requests/{requestId}',
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
