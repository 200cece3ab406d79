import { useState } from 'react';
import { placeInside } from '#i18n/places';
import { client, isProblem } from '../../../api/client.ts';
import { refresh, useCommand } from '../../../api/use-command.ts';
import { sayAndClose, showNotice } from '../../../frame/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../../ui/form.tsx';
import { Notice } from '../../../ui/layout.tsx';
import type { Report } from '../report-facts.ts';
import { MailedLine } from './mailed-line.tsx';
import { reportPaths } from '../text/use-words.ts';
import { HeaderAct } from '../../../ui/header/header-menu.tsx';

interface Props {
  report: Report;
  onClose: () => void;
}

/** Figures or words moved, or somebody else decided: the screen shows it anew, the words of the failure say why. */
const moved = (error: unknown): boolean => {
  if (isProblem(error) && error.status === 409) refresh(reportPaths);
  return false;
};

/** Approving sends exactly what is on the screen. */
export function ApproveDialog({ report, onClose }: Props) {
  const { t, lang } = useI18n();
  const { approval, approvalAsked, due, version } = report;
  const [reason, setReason] = useState(approval.asked?.lateReason ?? '');
  const late = version === 0 ? Math.max(0, -due.daysLeft) : 0;
  const approve = useCommand({
    send: (_: void, header) =>
      client.POST('/reports/{reportId}/approve', {
        params: { path: { reportId: report.id }, header },
        body: {
          wordsVersion: report.words.version,
          figuresHash: report.figuresHash,
          ...(late > 0 && { lateReason: reason.trim() }),
        },
      }),
    touches: reportPaths,
    done: () => sayAndClose(t('rep.app.approved'), onClose),
    failed: moved,
  });
  const { fullName } = report.receiver ?? report.unit;
  const to = lang === 'vi' ? placeInside(fullName) : fullName;
  const foot = { label: t('rep.app.approve'), busy: approve.isPending, disabled: late > 0 && !reason.trim(), onClose };
  return (
    <FormDialog title={t('rep.app.approveTo', { unit: to })} {...foot} onSubmit={() => approve.mutate()}>
      {approvalAsked && (
        <Notice tone="doing" icon="message-reply">
          {t('rep.app.askedBy', { name: approvalAsked.by.fullName })}
          {approval.asked?.note && <div>“{approval.asked.note}”</div>}
        </Notice>
      )}
      <p>{t('rep.app.approveText')}</p>
      <MailedLine report={report} />
      {late > 0 && (
        <NoteField label={t('rep.lateReason')} required value={reason} onChange={setReason} maxLength={500} />
      )}
    </FormDialog>
  );
}

export function RefuseDialog({ report, onClose }: Props) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const refuse = useCommand({
    send: (_: void, header) =>
      client.POST('/reports/{reportId}/refuse-approval', {
        params: { path: { reportId: report.id }, header },
        body: { reason: reason.trim() },
      }),
    touches: reportPaths,
    done: () => sayAndClose(t('rep.app.refused', { name: report.approvalAsked?.by.fullName ?? '' }), onClose),
    failed: moved,
  });
  const foot = { label: t('rep.app.refuse'), busy: refuse.isPending, disabled: !reason.trim(), onClose };
  return (
    <FormDialog title={t('rep.app.refuse')} {...foot} onSubmit={() => refuse.mutate()}>
      <NoteField label={t('rep.app.toMend')} required value={reason} onChange={setReason} maxLength={500} />
    </FormDialog>
  );
}

/** Whoever asked goes on writing; nothing was sent. */
export function DropApproval({ report }: { report: Report }) {
  const { t } = useI18n();
  const drop = useCommand({
    send: (_: void, header) =>
      client.POST('/reports/{reportId}/drop-approval', { params: { path: { reportId: report.id }, header } }),
    touches: reportPaths,
    done: () => showNotice(t('rep.app.dropped')),
    failed: moved,
  });
  return (
    <HeaderAct icon="corner-up-left" disabled={drop.isPending} onClick={() => drop.mutate()}>
      {t('rep.app.drop')}
    </HeaderAct>
  );
}
