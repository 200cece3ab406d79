import { Checkbox } from '@mantine/core';
import { useState } from 'react';
import { client, isProblem, type Schemas } from '../../../api/client.ts';
import { refresh, useCommand } from '../../../api/use-command.ts';
import { sayAndClose, showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/layout.tsx';
import type { Report } from '../report-facts.ts';
import { MailedLine } from './mailed-line.tsx';
import { reportPaths, type Words } from '../text/use-words.ts';

type Body = Schemas['SubmitReport'] & { note?: string };

function useSubmit(report: Report, close: () => void) {
  const { t } = useI18n();
  return useCommand({
    send: (body: Body, header) =>
      client.POST(report.approval.isNeeded ? '/reports/{reportId}/ask-approval' : '/reports/{reportId}/submit', {
        params: { path: { reportId: report.id }, header },
        body,
      }),
    touches: reportPaths,
    done: () => sayAndClose(t(report.approval.isNeeded ? 'rep.app.asked' : 'rep.sent'), close),
    failed: (error) => {
      // Figures or words moved: the screen shows them anew, the words of the failure say why.
      if (isProblem(error) && error.status === 409) refresh(reportPaths);
      return false;
    },
  });
}

/** What the dialogue says: whoever may not send asks for approval. */
function useSubmitWords(report: Report, late: number) {
  const { t } = useI18n();
  const { approval, receiver, unit, version } = report;
  const names = approval.approvers.map(({ fullName }) => fullName).join(', ');
  if (approval.isNeeded)
    return { title: t('rep.app.ask'), label: t('rep.app.ask'), text: t('rep.app.askText', { names }) };
  const to = receiver?.fullName ?? unit.fullName;
  return {
    title: late > 0 ? t('rep.sendLate', { n: late }) : t('rep.sendTo', { unit: to }),
    label: t(version > 0 ? 'rep.resubmit' : 'rep.submit'),
    text: t('rep.sendText'),
  };
}

/** The last look before figures and words are locked; a late report says why it is late. */
export function SubmitDialog({ report, words, onClose }: { report: Report; words: Words; onClose: () => void }) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const [note, setNote] = useState('');
  const asks = report.approval.isNeeded;
  const [withMissing, setWithMissing] = useState(false);
  const submit = useSubmit(report, onClose);
  const late = report.version === 0 ? Math.max(0, -report.due.daysLeft) : 0;
  const missing = report.checks.find(({ code }) => code === 'unitsMissing')?.count ?? 0;
  const blocked = report.checks.some(({ level }) => level === 'blocks');
  const send = async () => {
    if (!(await words.flush())) return showNotice(t(words.now().conflict ? 'rep.conflict' : 'rep.notSaved'), 'failed');
    submit.mutate({
      wordsVersion: words.now().words.version,
      figuresHash: report.figuresHash,
      ...(late > 0 && { lateReason: reason.trim() }),
      withMissing,
      ...(asks && note.trim() && { note: note.trim() }),
    });
  };
  const { text, ...said } = useSubmitWords(report, late);
  const foot = {
    busy: submit.isPending,
    disabled: blocked || (late > 0 && !reason.trim()) || (missing > 0 && !withMissing),
  };
  return (
    <FormDialog {...foot} {...said} onClose={onClose} onSubmit={() => void send()}>
      {blocked && (
        <Notice tone="late" icon="alert-circle">
          {t('rep.sendBlocked')}
        </Notice>
      )}
      <p>{text}</p>
      <MailedLine report={report} />
      {late > 0 && (
        <NoteField label={t('rep.lateReason')} required value={reason} onChange={setReason} maxLength={500} />
      )}
      {asks && <NoteField label={t('rep.app.note')} value={note} onChange={setNote} maxLength={500} />}
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
