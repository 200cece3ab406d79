import { Button } from '@mantine/core';
import { useState } from 'react';
import { client, type Schemas } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog, NoteField } from '../../ui/form.tsx';
import { boardPaths } from './board-paths.ts';
import { HeaderAct } from '../../ui/header/header-menu.tsx';

const toldOf = ({ teams, states, issuer }: Schemas['AssignmentDetail']) => ({
  n: teams - states.cancelled,
  issuer: issuer.fullName,
});

/** Within the hold a recall is silent; afterwards every team is told, so a reason is asked. */
function useCancel(assignmentId: string, done: () => void) {
  return useCommand({
    send: (reason: string, header) =>
      client.POST('/assignments/{assignmentId}/cancel', {
        params: { path: { assignmentId }, header },
        body: { reason },
      }),
    touches: boardPaths,
    done,
  });
}

export function CancelAct({ assignment }: { assignment: Schemas['AssignmentDetail'] }) {
  const { t } = useI18n();
  const [asking, setAsking] = useState(false);
  const [reason, setReason] = useState('');
  const own = assignment.cancels === 'own';
  const silent = !own && Date.parse(assignment.recallUntil) > Date.now();
  const cancel = useCancel(assignment.id, () => {
    setAsking(false);
    showNotice(t(silent ? 'preview.recalled' : 'cancel.done'));
  });
  if (assignment.states.confirmed + assignment.states.cancelled >= assignment.teams) return null;
  return (
    <>
      <HeaderAct
        icon="ban"
        danger
        disabled={cancel.isPending}
        onClick={() => (silent ? cancel.mutate(t('preview.recallReason')) : setAsking(true))}
      >
        {silent ? t('preview.recall') : t('cancel.act')}
      </HeaderAct>
      {asking && (
        <Dialog title={t('cancel.title')} onClose={() => setAsking(false)}>
          <div className="form">
            <p>{t(own ? 'cancel.textOwn' : 'cancel.text', toldOf(assignment))}</p>
            <NoteField label={t('cancel.reason')} required value={reason} onChange={setReason} />
            <div className="form-foot">
              <Button variant="default" onClick={() => setAsking(false)}>
                {t('act.back')}
              </Button>
              <Button
                className="danger"
                disabled={!reason.trim()}
                loading={cancel.isPending}
                onClick={() => cancel.mutate(reason.trim())}
              >
                {t('cancel.act')}
              </Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  );
}
