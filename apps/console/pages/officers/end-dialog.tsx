import { useState } from 'react';
import { addDays, formatDate } from '#i18n';
import { client, isProblem } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { DayField, FormDialog, TextField } from '../../ui/form.tsx';
import { type OfficerPost, postPaths } from './use-posts.ts';

export function EndDialog({ row, onClose }: { row: OfficerPost; onClose: () => void }) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  const { me } = useIdentity();
  const [lastDay, setLastDay] = useState(me.today);
  const [reason, setReason] = useState('');
  const name = row.person?.fullName ?? '';
  const end = useCommand({
    send: (postId: string, header) =>
      client.POST('/officers/{postId}/end', {
        params: { path: { postId }, header },
        body: { lastDay, ...(reason.trim() && { reason: reason.trim() }) },
      }),
    touches: postPaths,
    done: () => {
      showNotice(t('endOffice.done', { name }));
      onClose();
    },
    failed: isProblem,
  });
  return (
    <FormDialog
      title={t('endOffice.title', { name })}
      label={t('endOffice.act', { day: formatDate(addDays(lastDay, 1), lang, { withYear: true }) })}
      danger
      busy={end.isPending}
      onClose={onClose}
      onSubmit={() => row.id && end.mutate(row.id)}
    >
      <p>{t('endOffice.text', { title: row.title, unit: row.unit.fullName })}</p>
      <DayField
        label={t('endOffice.lastDay')}
        value={lastDay}
        error={end.error && problemText(i18n, end.error)}
        onChange={setLastDay}
      />
      <TextField label={t('endOffice.reason')} value={reason} onChange={setReason} />
    </FormDialog>
  );
}
