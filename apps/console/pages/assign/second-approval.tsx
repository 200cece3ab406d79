/** An order to so many that a second officer approves it: who could, and the asking. */
import { useNavigate } from '@tanstack/react-router';
import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import '../../i18n/order-request-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import type { StepProps } from './concretise-step.tsx';
import { toInput } from './draft.ts';
import { type Sending, useIssuer } from './use-issue.ts';

type Plan = Schemas['DeliveryPlan'];

/** Where nobody else could approve it, that stands there before anything is asked. */
export function SecondNote({ plan }: { plan: Plan }) {
  const { t } = useI18n();
  const second = plan.secondApproval;
  if (!second) return null;
  const { approvers, above } = second;
  const measure = t(`second.measure.${second.measure}`);
  const names = nameList(
    t,
    approvers.map(({ fullName }) => fullName),
    4,
    approvers.length,
  );
  return (
    <Notice tone={approvers.length > 0 ? 'doing' : 'late'} icon="users-group">
      {t('second.needed', { teams: plan.teams, people: plan.people, above, measure })}{' '}
      {approvers.length > 0 ? t('second.who', { names }) : t('second.nobody')}
    </Notice>
  );
}

export function useAskOrder({ draft, teams, draftId }: StepProps, { plan, sendAt, save }: Sending) {
  const { t } = useI18n();
  const unit = useIssuer();
  const navigate = useNavigate();
  return useCommand({
    send: async (_: void, header) => {
      // What is asked is what the draft says.
      await save();
      const knowsOfSimilar = plan.similar.map((each) => each.assignmentId);
      return client.POST('/order-requests', {
        params: { header },
        body: toInput(draft, teams, unit, { draftId, knowsOfSimilar, ...(sendAt && { sendAt }) }),
      });
    },
    touches: ['/units/{unitId}/order-requests'],
    done: (request: Schemas['OrderRequestDetail']) => {
      showNotice(t('second.asked'));
      void navigate({ to: '/order-requests/$requestId', params: { requestId: request.id } });
    },
  });
}
