import { formatDate } from '#i18n';
import { api } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { Loading } from '../../ui/states.tsx';
import type { Content, SendRequest } from '../../ui/second/send-facts.ts';
import { lastDayOf } from '../campaigns/campaign-facts.ts';
import { Warning } from '../campaigns/plan-notice.tsx';
import { DecideBar } from './decide-bar.tsx';

interface Props {
  request: SendRequest;
  content: Content<'form'>;
}

/** Whom it would ask now; where its day is over, why not. */
function Plan({ request, content: { formId, ask } }: Props) {
  const i18n = useI18n();
  const { dueBefore, shift } = ask.round;
  const plan = api.useQuery(
    'get',
    '/forms/{formId}/round-preview',
    { params: { path: { formId }, query: { dueBefore, ...(shift && { shift }) } } },
    { retry: false },
  );
  if (plan.isPending) return <Loading rows={2} />;
  if (!plan.data) return <Warning text={problemText(i18n, plan.error)} />;
  const { units, dueOn, unreached } = plan.data;
  const date = formatDate(dueOn, i18n.lang, { withYear: true });
  return (
    <>
      <Notice tone="new" icon="send">
        {i18n.t('second.formPlan', { n: units, date })}{' '}
        {unreached.length > 0 && i18n.t('second.formUnreached', { n: unreached.length })}
      </Notice>
      <DecideBar request={request} />
    </>
  );
}

/** A form that every commune below is asked: its questions as they were written when it was put before the second officer. */
export function FormPart({ request, content }: Props) {
  const { t, lang } = useI18n();
  const { formId, ask } = content;
  const form = api.useQuery('get', '/forms/{formId}', { params: { path: { formId } } });
  return (
    <>
      <Card>
        <dl className="request-facts">
          <dt>{t('second.asks')}</dt>
          <dd>
            <ol className="request-questions">
              {form.data?.questions.map(({ id, label }) => (
                <li key={id}>{label}</li>
              ))}
            </ol>
          </dd>
          <dt>{t('second.due')}</dt>
          <dd>{t('second.until', { date: formatDate(lastDayOf(ask.round.dueBefore), lang, { withYear: true }) })}</dd>
        </dl>
      </Card>
      {request.outcome === null && <Plan request={request} content={content} />}
    </>
  );
}
