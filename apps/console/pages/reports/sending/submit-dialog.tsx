import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { client, isProblem, type Schemas } from '../../../api/client.ts';
import { refresh, useCommand } from '../../../api/use-command.ts';
import { sayAndClose, showNotice } from '../../../frame/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/layout.tsx';
import type { Report } from '../report-facts.ts';
import { reportPaths, type Words } from '../text/use-words.ts';

type Body = Schemas['SubmitReport'];

function useSubmit(report: Report, close: () => void) {
  const { t } = useI18n();
  return useCommand({
    send: (body: Body, header) =>
      client.POST('/reports/{reportId}/submit', { params: { path: { reportId: report.id }, header }, body }),
    touches: reportPaths,
    done: () => sayAndClose(t('rep.sent'), close),
    failed: (error) => {
      // Figures or words moved: the screen shows them anew, the words of the failure say why.
      if (isProblem(error) && error.status === 409) refresh(reportPaths);
      return false;
    },
  });
}

/** The last look before figures and words are locked; a late report says why it is late. */
export function SubmitDialog({ report, words, onClose }: { report: Report; words: Words; onClose: () => void }) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const [withMissing, setWithMissing] = useState(false);
  const submit = useSubmit(report, onClose);
  const late = report.version === 0 ? Math.max(0, -report.due.daysLeft) : 0;
  const missing = report.checks.find(({ code }) => code === 'unitsMissing')?.count ?? 0;
  const blocked = report.checks.some(({ level }) => level === 'blocks');
  const send = async () => {
    if (!(await words.flush())) return showNotice(t('rep.notSaved'), 'failed');
    submit.mutate({
      wordsVersion: words.version.current,
      figuresHash: report.figuresHash,
      ...(late > 0 && { lateReason: reason.trim() }),
      withMissing,
    });
  };
  const to = report.receiver?.fullName ?? report.unit.fullName;
  const foot = {
    label: t(report.version > 0 ? 'rep.resubmit' : 'rep.submit'),
    busy: submit.isPending,
    disabled: blocked || (late > 0 && !reason.trim()) || (missing > 0 && !withMissing),
  };
  return (
    <FormDialog
      {...foot}
      title={late > 0 ? t('rep.sendLate', { n: late }) : t('rep.sendTo', { unit: to })}
      onClose={onClose}
      onSubmit={() => void send()}
    >
      {blocked && (
        <Notice tone="late" icon="alert-circle">
          {t('rep.sendBlocked')}
        </Notice>
      )}
      <p>{t('rep.sendText')}</p>
      {late > 0 && (
        <NoteField label={t('rep.lateReason')} required value={reason} onChange={setReason} maxLength={500} />
      )}
      {missing > 0 && (
        <Checkbox
          label={t('rep.withMissing', { n: missing })}
          checked={withMissing}
          onChange={(event) => setWithMissing(event.currentTarget.checked)}
        />
      )}
    </FormDialog>
  );
}
