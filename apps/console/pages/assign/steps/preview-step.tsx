import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { deadlineText, formatDate, dateInVietnam } from '#i18n';
import { api, type Schemas } from '../../../api/client.ts';
import { useKeys } from '../../../frame/keys.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Notice } from '../../../ui/layout.tsx';
import { PageHeader, type ParentPage } from '../../../ui/header/page-header.tsx';
import { nameList } from '../../../ui/names.ts';
import { Loaded } from '../../../ui/states.tsx';
import type { StepProps } from './concretise-step.tsx';
import { dueOn, toInput } from '../draft.ts';
import { CallCard, ChaseCard, MessageCard, RoutesCard } from './preview-cards.tsx';
import { ProductsBeforeSending } from '../products/products-words.tsx';
import { SecondOfOrder, useAskOrder } from './second-approval.tsx';
import { SendBar, useTiming } from './send-bar.tsx';
import { useTemplateWords } from './template-step.tsx';
import { useIssue, useIssuer } from '../use-issue.ts';

type Plan = Schemas['DeliveryPlan'];
const staleAfterMs = 300_000;

/** Unfinished work like this one of the same teams. */
export function Similar({ plan }: { plan: Plan }) {
  const { t, lang } = useI18n();
  const navigate = useNavigate();
  const first = plan.similar[0];
  if (!first) return null;
  return (
    <Notice
      tone="doing"
      icon="copy"
      action={
        <button
          type="button"
          className="strong-link"
          onClick={() =>
            void navigate({ to: '/assignments/$assignmentId', params: { assignmentId: first.assignmentId } })
          }
        >
          {t('preview.seeOld')}
        </button>
      }
    >
      <strong>{t('preview.similar')}</strong>{' '}
      {t('preview.similarText', {
        date: formatDate(dateInVietnam(first.issuedAt), lang),
        names: nameList(t, first.unfinishedTeams, 4, first.unfinished),
        n: first.unfinished,
      })}
    </Notice>
  );
}

interface ViewProps {
  plan: Plan;
  props: StepProps;
  save: () => Promise<void>;
  onBack: () => void;
}

function PlanView({ plan, props, save, onBack }: ViewProps) {
  const { t } = useI18n();
  const timing = useTiming();
  const sending = { plan, sendAt: timing.sendAt, save };
  const issue = useIssue(props, sending);
  const asking = useAskOrder(props, sending);
  const second = plan.secondApproval ?? null;
  const table = useRef<HTMLDivElement>(null);
  useEffect(() => {
    table.current?.focus({ preventScroll: true });
  }, []);
  const refused = plan.products?.some(({ obstacle }) => obstacle) || second?.approvers.length === 0;
  const send = () => {
    if (!refused) (second ? asking : issue).mutate();
  };
  useKeys({ 'mod+Enter': send });
  return (
    <>
      <SecondOfOrder plan={plan} />
      <Similar plan={plan} />
      {plan.products && <ProductsBeforeSending asked={plan.products} />}
      <div className="preview-split">
        <div>
          <div ref={table} tabIndex={-1} className="quiet-focus">
            <RoutesCard plan={plan} />
          </div>
          <ChaseCard plan={plan} />
        </div>
        <div>
          <CallCard plan={plan} />
          <MessageCard plan={plan} />
        </div>
      </div>
      <SendBar
        plan={plan}
        busy={issue.isPending || asking.isPending}
        refused={refused}
        timing={timing}
        {...(second && { label: t('second.ask') })}
        onBack={onBack}
        onSend={send}
      />
    </>
  );
}

function useTitle(plan: Plan | undefined): string {
  const { t } = useI18n();
  if (!plan) return t('assign.step.preview');
  const calls = plan.people - plan.reachable;
  if (calls === 0) return t('preview.titleAll', { n: plan.reachable });
  return t('preview.title', { n: plan.reachable, m: calls });
}

function Summary({ plan, draft, template }: Pick<StepProps, 'draft' | 'template'> & { plan: Plan }) {
  const { t, n, lang } = useI18n();
  const words = useTemplateWords();
  const indicator = template.indicators.find((each) => each.code === draft.indicatorCode);
  const due = dueOn(draft);
  return t('preview.sub', {
    teams: plan.teams,
    people: plan.people,
    title: words.title(template),
    target: n(draft.target ?? 0),
    unit: indicator ? words.unit(indicator) : '',
    due: due ? deadlineText(due, Date.now(), 'before', lang) : '',
  });
}

interface PreviewProps extends StepProps {
  parent: ParentPage;
  steps: ReactNode;
  /** Keeps the draft as it is now. */
  save: () => Promise<void>;
  onBack: () => void;
}

const fresh = { staleTime: staleAfterMs, refetchInterval: staleAfterMs };

export function PreviewStep({ parent, steps, save, onBack, ...props }: PreviewProps) {
  const { t } = useI18n();
  const unit = useIssuer();
  const { draft, teams, division, template, draftId } = props;
  const body = useMemo(() => toInput(draft, teams, unit, { draftId }), [draft, teams, unit, draftId]);
  const query = api.useQuery('post', '/assignments/preview', { body }, fresh);
  const plan = query.data;
  const summary = plan && <Summary plan={plan} draft={draft} template={template} />;
  return (
    <div className="page">
      <PageHeader parent={parent} title={useTitle(plan)} state={summary} />
      {steps}
      {!plan && !query.error && (
        <p className="caption" role="status">
          {t('preview.planning', { n: division.members })}
        </p>
      )}
      <Loaded query={query} rows={8}>
        {(data) => <PlanView plan={data} props={props} save={save} onBack={onBack} />}
      </Loaded>
      {query.error !== null && !plan && (
        <div className="foot-bar">
          <Button variant="default" onClick={onBack}>
            {t('act.back')}
          </Button>
        </div>
      )}
    </div>
  );
}
