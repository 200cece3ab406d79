/** Takes off the second factor of somebody who has lost phone and paper: called back first, and for a reason. */
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../ui/form.tsx';
import { postPaths } from './use-posts.ts';

export function LiftDialog({ person, onClose }: { person: { id: string; fullName: string }; onClose: () => void }) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const lift = useCommand({
    send: (_: void, header) =>
      client.POST('/people/{personId}/second-factor/lift', {
        params: { path: { personId: person.id }, header },
        body: { reason: reason.trim() },
      }),
    touches: postPaths,
    done: () => {
      showNotice(t('factor.lifted', { name: person.fullName }));
      onClose();
    },
  });
  return (
    <FormDialog
      title={t('factor.liftTitle', { name: person.fullName })}
      label={t('factor.lift')}
      danger
      busy={lift.isPending}
      disabled={reason.trim() === ''}
      onSubmit={() => lift.mutate()}
      onClose={onClose}
    >
      <p>{t('factor.liftText')}</p>
      <NoteField
        label={t('factor.liftReason')}
        description={t('factor.liftReasonHint')}
        required
        maxLength={1000}
        value={reason}
        onChange={setReason}
      />
    </FormDialog>
  );
}
