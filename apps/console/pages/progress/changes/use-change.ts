/** A change of an issued order: previewed, saved, and taken back while the server still allows it. */
import { client, isProblem, type Schemas } from '../../../api/client.ts';
import { refresh, useCommand } from '../../../api/use-command.ts';
import { showNotice, showUndo } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { boardPaths } from '../board-paths.ts';

export type Assignment = Schemas['AssignmentDetail'];
export type Change = Omit<Schemas['OrderChangeInput'], 'version'>;
export type Plan = Schemas['ChangePlan'];

const paths = [...boardPaths, '/assignments/{assignmentId}/versions'] as const;

export function useUndo(assignmentId: string) {
  const { t } = useI18n();
  return useCommand({
    send: (version: number, header) =>
      client.POST('/assignments/{assignmentId}/changes/undo', {
        params: { path: { assignmentId }, header },
        body: { version },
      }),
    touches: paths,
    done: () => showNotice(t('change.undone')),
  });
}

export function usePreview(assignment: Assignment) {
  return useCommand({
    send: (change: Change) =>
      client.POST('/assignments/{assignmentId}/changes/preview', {
        params: { path: { assignmentId: assignment.id } },
        body: { ...change, version: assignment.version },
      }),
    touches: [],
    failed: refreshIfChanged,
  });
}

export function useChange(assignment: Assignment, plan: Plan, onClose: () => void) {
  const { t } = useI18n();
  const undo = useUndo(assignment.id);
  return useCommand({
    send: (change: Change, header) =>
      client.POST('/assignments/{assignmentId}/changes', {
        params: { path: { assignmentId: assignment.id }, header },
        body: { ...change, version: assignment.version },
      }),
    touches: paths,
    done: (changed: Assignment) => {
      onClose();
      const text = t('change.done', { n: plan.teams });
      const { holdSeconds: seconds } = plan;
      if (seconds > 0) showUndo({ text, label: t('change.undo'), seconds, undo: () => undo.mutate(changed.version) });
      else showNotice(text);
    },
    failed: refreshIfChanged,
  });
}

/** Somebody else was first: the page shows their version, what was typed stays. */
function refreshIfChanged(error: unknown): boolean {
  if (isProblem(error) && error.code === 'assignment.changedMeanwhile') refresh(paths);
  return false;
}
