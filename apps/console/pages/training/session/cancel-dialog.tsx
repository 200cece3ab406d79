import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { sayAndClose } from '../../../frame/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../../ui/form.tsx';
import type { SessionDetail } from '../looks.ts';
import { sessionPaths } from '../use-sessions.ts';

/** Everybody invited is told at once, so a reason is asked and the number is said. */
export function CancelDialog({ session, onClose }: { session: SessionDetail; onClose: () => void }) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const cancel = useCommand({
    send: (_: void, header) =>
      client.POST('/training/sessions/{sessionId}/cancel', {
        params: { path: { sessionId: session.id }, header },
        body: { reason: reason.trim() },
      }),
    touches: sessionPaths,
    done: () => sayAndClose(t('train.cancel.done'), onClose),
  });
  const told = session.state === 'published' ? session.invited : 0;
  return (
    <FormDialog
      title={t('train.cancel.title', { title: session.title })}
      label={t('train.cancel.act')}
      cancelLabel={t('act.back')}
      danger
      busy={cancel.isPending}
      disabled={!reason.trim()}
      onClose={onClose}
      onSubmit={() => cancel.mutate()}
    >
      <p>{told > 0 ? t('train.cancel.text', { n: told }) : t('train.cancel.textNobody')}</p>
      <NoteField
        label={t('train.cancel.reason')}
        required
        maxLength={500}
        value={reason}
        onChange={setReason}
        data-autofocus
      />
    </FormDialog>
  );
}
