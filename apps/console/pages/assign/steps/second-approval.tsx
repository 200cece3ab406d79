/** An order to so many that a second officer approves it. */
import type { Schemas } from '../../../api/client.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { SecondNote } from '../../../ui/second/second-note.tsx';
import { useAskSend } from '../../../ui/second/use-ask-send.ts';
import type { StepProps } from './concretise-step.tsx';
import { toInput } from '../draft.ts';
import { type Sending, useIssuer } from '../use-issue.ts';

/** With the numbers that the rule is about. */
export function SecondOfOrder({ plan }: { plan: Schemas['DeliveryPlan'] }) {
  const { t } = useI18n();
  const { secondApproval, teams, people } = plan;
  if (!secondApproval) return null;
  return <SecondNote second={secondApproval} to="teams" sends={t('second.sends', { teams, people })} />;
}

export function useAskOrder({ draft, teams, draftId }: StepProps, { plan, sendAt, save }: Sending) {
  const unit = useIssuer();
  return useAskSend(async () => {
    // What is asked is what the draft says.
    await save();
    const knowsOfSimilar = plan.similar.map((each) => each.assignmentId);
    return {
      kind: 'order',
      order: toInput(draft, teams, unit, { draftId, knowsOfSimilar, ...(sendAt && { sendAt }) }),
    };
  });
}
