import { formatDate } from '#i18n';
import { api } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useDirectives } from '../../api/use-directives.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card } from '../../ui/layout.tsx';
import { Loading } from '../../ui/states.tsx';
import { lastDayOf } from '../campaigns/campaign-facts.ts';
import { PlanNotice, Warning } from '../campaigns/plan-notice.tsx';
import { DecideBar } from './decide-bar.tsx';
import type { Content, SendRequest } from '../../ui/second/send-facts.ts';

interface Props {
  request: SendRequest;
  content: Content<'campaign'>;
}

/** Whom it would ask now; where its days are over, why not. */
function Plan({ request, content: { unitId, campaign } }: Props) {
  const i18n = useI18n();
  const { directiveId: _, ...query } = campaign;
  const plan = api.useQuery(
    'get',
    '/units/{unitId}/campaign-preview',
    { params: { path: { unitId }, query } },
    { retry: false },
  );
  if (plan.isPending) return <Loading rows={2} />;
  return (
    <>
      {plan.data ? <PlanNotice plan={plan.data} /> : <Warning text={problemText(i18n, plan.error)} />}
      <DecideBar request={request} />
    </>
  );
}

/** A report that every commune below is asked for once. */
export function CampaignPart({ request, content }: Props) {
  const { t, lang } = useI18n();
  const { unitId, campaign } = content;
  const { directives } = useDirectives(unitId);
  const { kind = 'roster', startsOn, endsOn, dueBefore, directiveId } = campaign;
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  const basis = directives.find(({ id }) => id === directiveId)?.citation;
  return (
    <>
      <Card>
        <dl className="request-facts">
          <dt>{t('second.asks')}</dt>
          <dd>{t(`camp.kind.${kind}`)}</dd>
          <dt>{t('second.days')}</dt>
          <dd className="num">{endsOn ? t('camp.span', { from: day(startsOn), to: day(endsOn) }) : day(startsOn)}</dd>
          <dt>{t('second.due')}</dt>
          <dd>{t('second.until', { date: day(lastDayOf(dueBefore)) })}</dd>
          {basis && (
            <>
              <dt>{t('camp.directive')}</dt>
              <dd>{basis}</dd>
            </>
          )}
        </dl>
      </Card>
      {request.outcome === null && <Plan request={request} content={content} />}
    </>
  );
}
