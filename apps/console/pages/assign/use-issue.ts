/** Sends the order, offers its recall for a minute and leads on to the board. */
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { refresh, useCommand } from '../../api/use-command.ts';
import { showNotice, showRecall } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { StepProps } from './steps/concretise-step.tsx';
import { toInput } from './draft.ts';
import { dropDraft } from './use-draft.ts';

type Assignment = Schemas['AssignmentDetail'];

const lists = [
  '/units/{unitId}/order-series',
  '/units/{unitId}/assignments',
  '/units/{unitId}/assignment-drafts',
  '/units/{unitId}/teams',
] as const;

function useRecall() {
  const { t } = useI18n();
  return useCommand({
    send: (assignmentId: string, header) =>
      client.POST('/assignments/{assignmentId}/cancel', {
        params: { path: { assignmentId }, header },
        body: { reason: t('preview.recallReason') },
      }),
    touches: [...lists, '/assignments/{assignmentId}'],
    done: () => showNotice(t('preview.recalled')),
  });
}

/** Who issues: an office above communes chooses among the teams of many. */
export function useIssuer(): { id: string; above: boolean } {
  const { post, commune } = useIdentity();
  return useMemo(() => ({ id: post.unit.id, above: !commune }), [post.unit.id, commune]);
}

export interface Sending {
  plan: Schemas['DeliveryPlan'];
  sendAt: string | undefined;
  /** The draft goes with what is sent, and must not be kept anew behind it. */
  save: () => Promise<void>;
}

export function useIssue(props: StepProps, { plan, sendAt, save }: Sending) {
  const { t } = useI18n();
  const unit = useIssuer();
  const navigate = useNavigate();
  const { me } = useIdentity();
  const recall = useRecall();
  const { draft, teams, draftId } = props;
  const knowsOfSimilar = plan.similar.map((each) => each.assignmentId);
  return useCommand({
    send: async (_: void, header) => {
      await save();
      return client.POST('/assignments', {
        params: { header },
        body: toInput(draft, teams, unit, { draftId, knowsOfSimilar, ...(sendAt && { sendAt }) }),
      });
    },
    touches: lists,
    done: (assignment: Assignment) => {
      dropDraft(draftId, me.person.id);
      showRecall({
        text: t('preview.sent', { n: assignment.teams }),
        label: t('preview.recall'),
        until: assignment.recallUntil,
        undo: () => recall.mutate(assignment.id),
      });
      void navigate({ to: '/assignments/$assignmentId', params: { assignmentId: assignment.id } });
    },
    failed: () => {
      refresh(['/assignments/preview']);
      return false;
    },
  });
}
