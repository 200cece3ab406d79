import { useState } from 'react';
import { cancelAssignment } from '#client/commands';
import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { boardPaths } from './board-paths.ts';
import { HeaderAct } from '../../ui/header/header-menu.tsx';

const toldOf = ({ teams, states, issuer }: Schemas['AssignmentDetail']) => ({
  n: teams - states.cancelled,
  issuer: issuer.fullName,
});

function CancelDialog({ assignment, onClose }: { assignment: Schemas['AssignmentDetail']; onClose: () => void }) {
  const { t } = useI18n();
  const isOwn = assignment.cancels === 'own';
  return (
    <CommandForm
      route={cancelAssignment}
      path={{ assignmentId: assignment.id }}
      touches={boardPaths}
      danger
      title={t('cancel.title')}
      text={<p>{t(isOwn ? 'cancel.textOwn' : 'cancel.text', toldOf(assignment))}</p>}
      fields={{ reason: { as: 'note', label: t('cancel.reason') } }}
      label={t('cancel.act')}
      cancelLabel={t('act.back')}
      said={t('cancel.done')}
      onClose={onClose}
    />
  );
}

/** Within the hold a recall is silent; afterwards every team is told, so a reason is asked. */
export function CancelAct({ assignment }: { assignment: Schemas['AssignmentDetail'] }) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  const { id: assignmentId, states, teams, recallUntil, cancels } = assignment;
  const silent = cancels !== 'own' && Date.parse(recallUntil) > Date.now();
  const recall = useCommand({
    send: (_: void, header) =>
      client.POST('/assignments/{assignmentId}/cancel', {
        params: { path: { assignmentId }, header },
        body: { reason: t('preview.recallReason') },
      }),
    touches: boardPaths,
    done: () => showNotice(t('preview.recalled')),
  });
  if (states.confirmed + states.cancelled >= teams) return null;
  return (
    <>
      <HeaderAct
        icon="ban"
        danger
        disabled={recall.isPending}
        onClick={() => (silent ? recall.mutate() : setAsking(true))}
      >
        {silent ? t('preview.recall') : t('cancel.act')}
      </HeaderAct>
      {asking && <CancelDialog assignment={assignment} onClose={() => setAsking(false)} />}
    </>
  );
}
