import { useNavigate } from '@tanstack/react-router';
import { addDays, formatDate } from '#i18n';
import { allowLateReport, askLateDay, askRevision, withdrawReport } from '#client/commands';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CommandForm } from '../../../ui/command/command-form.tsx';
import type { Report } from '../report-facts.ts';
import { monthText } from '../../../ui/text/months.ts';
import { reportPaths } from '../text/use-words.ts';

interface Props {
  report: Report;
  onClose: () => void;
}

/** The sender asks to have a sent report back. */
export function RevisionDialog({ report, onClose }: Props) {
  const { t } = useI18n();
  return (
    <CommandForm
      route={askRevision}
      path={{ reportId: report.id }}
      touches={reportPaths}
      title={t('rep.askRevision')}
      fields={{ reason: { as: 'note', label: t('rep.reason') } }}
      label={t('rep.askRevision')}
      said={t('rep.revisionAsked')}
      onClose={onClose}
    />
  );
}

/** The sender of a closed report asks its receiver for a day. */
export function AskDayDialog({ report, onClose }: Props) {
  const { t } = useI18n();
  const office = report.receiver?.fullName ?? '';
  return (
    <CommandForm
      route={askLateDay}
      path={{ reportId: report.id }}
      touches={reportPaths}
      title={t('rep.askDay')}
      text={<p>{t('rep.askDayMeans', { office })}</p>}
      fields={{ reason: { as: 'note', label: t('rep.reason') } }}
      label={t('rep.askDay')}
      said={t('rep.dayAsked', { office })}
      onClose={onClose}
    />
  );
}

const usualDays = 3;

/** The receiver lets a closed report be sent until a day. */
export function AllowDialog({ report, onClose }: Props) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const unit = report.unit.fullName;
  return (
    <CommandForm
      route={allowLateReport}
      path={{ reportId: report.id }}
      touches={[...reportPaths, '/units/{unitId}/report-board']}
      title={`${t('rep.allowDay')}: ${unit}`}
      start={{ until: addDays(me.today, usualDays) }}
      fields={{
        until: { as: 'day', label: t('rep.until'), min: me.today },
        reason: { as: 'note', label: t('rep.reason') },
      }}
      label={t('rep.allowDay')}
      said={(_, { until }) => t('rep.allowed', { unit, date: formatDate(until ?? me.today, lang) })}
      onClose={onClose}
    />
  );
}

/** Takes back a month that was opened by mistake. */
export function WithdrawDialog({ report, onClose }: Props) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const month = monthText(report.month);
  return (
    <CommandForm
      route={withdrawReport}
      path={{ reportId: report.id }}
      touches={['/units/{unitId}/reports', '/units/{unitId}/report-board']}
      danger
      title={t('rep.withdrawTitle')}
      text={<p>{t('rep.withdrawMeans', { month })}</p>}
      label={t('rep.withdraw')}
      said={t('rep.withdrawn', { month })}
      done={() => void navigate({ to: '/reports' })}
      onClose={onClose}
    />
  );
}
