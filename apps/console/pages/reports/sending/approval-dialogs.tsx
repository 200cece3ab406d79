import { approveReport, refuseApproval } from '#client/commands';
import { placeInside } from '#i18n/places';
import { client, isProblem } from '../../../api/client.ts';
import { refresh, useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CommandForm } from '../../../ui/command/command-form.tsx';
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
  const late = version === 0 ? Math.max(0, -due.daysLeft) : 0;
  const { fullName } = report.receiver ?? report.unit;
  const to = lang === 'vi' ? placeInside(fullName) : fullName;
  return (
    <CommandForm
      route={approveReport}
      path={{ reportId: report.id }}
      touches={reportPaths}
      title={t('rep.app.approveTo', { unit: to })}
      text={
        <>
          {approvalAsked && (
            <Notice tone="doing" icon="message-reply">
              {t('rep.app.askedBy', { name: approvalAsked.by.fullName })}
              {approval.asked?.note && <div>“{approval.asked.note}”</div>}
            </Notice>
          )}
          <p>{t('rep.app.approveText')}</p>
          <MailedLine report={report} />
        </>
      }
      body={{ wordsVersion: report.words.version, figuresHash: report.figuresHash }}
      start={{ lateReason: approval.asked?.lateReason ?? '' }}
      fields={{ lateReason: late > 0 && { as: 'note', label: t('rep.lateReason'), required: true } }}
      label={t('rep.app.approve')}
      said={t('rep.app.approved')}
      failed={moved}
      onClose={onClose}
    />
  );
}

export function RefuseDialog({ report, onClose }: Props) {
  const { t } = useI18n();
  return (
    <CommandForm
      route={refuseApproval}
      path={{ reportId: report.id }}
      touches={reportPaths}
      title={t('rep.app.refuse')}
      fields={{ reason: { as: 'note', label: t('rep.app.toMend') } }}
      label={t('rep.app.refuse')}
      said={t('rep.app.refused', { name: report.approvalAsked?.by.fullName ?? '' })}
      failed={moved}
      onClose={onClose}
    />
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
