import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { addDays, formatDate } from '#i18n';
import { client } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { sayAndClose } from '../../../frame/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { DayField, FormDialog, NoteField } from '../../../ui/form.tsx';
import { type Report } from '../report-facts.ts';
import { monthText } from '../../../ui/text/months.ts';
import { reportPaths } from '../text/use-words.ts';

interface Props {
  report: Report;
  onClose: () => void;
}

/** The sender asks to have a sent report back. */
export function RevisionDialog({ report, onClose }: Props) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const ask = useCommand({
    send: (_: void, header) =>
      client.POST('/reports/{reportId}/ask-revision', {
        params: { path: { reportId: report.id }, header },
        body: { reason: reason.trim() },
      }),
    touches: reportPaths,
    done: () => sayAndClose(t('rep.revisionAsked'), onClose),
  });
  const foot = { label: t('rep.askRevision'), busy: ask.isPending, disabled: !reason.trim(), onClose };
  return (
    <FormDialog title={t('rep.askRevision')} {...foot} onSubmit={() => ask.mutate()}>
      <NoteField label={t('rep.reason')} required value={reason} onChange={setReason} maxLength={500} />
    </FormDialog>
  );
}

/** The sender of a closed report asks its receiver for a day. */
export function AskDayDialog({ report, onClose }: Props) {
  const { t } = useI18n();
  const [reason, setReason] = useState('');
  const office = report.receiver?.fullName ?? '';
  const ask = useCommand({
    send: (_: void, header) =>
      client.POST('/reports/{reportId}/ask-day', {
        params: { path: { reportId: report.id }, header },
        body: { reason: reason.trim() },
      }),
    touches: reportPaths,
    done: () => sayAndClose(t('rep.dayAsked', { office }), onClose),
  });
  const foot = { label: t('rep.askDay'), busy: ask.isPending, disabled: !reason.trim(), onClose };
  return (
    <FormDialog title={t('rep.askDay')} {...foot} onSubmit={() => ask.mutate()}>
      <p>{t('rep.askDayMeans', { office })}</p>
      <NoteField label={t('rep.reason')} required value={reason} onChange={setReason} maxLength={500} />
    </FormDialog>
  );
}

const usualDays = 3;

/** The receiver lets a closed report be sent until a day. */
export function AllowDialog({ report, onClose }: Props) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const [until, setUntil] = useState(addDays(me.today, usualDays));
  const [reason, setReason] = useState('');
  const unit = report.unit.fullName;
  const allow = useCommand({
    send: (_: void, header) =>
      client.POST('/reports/{reportId}/exception', {
        params: { path: { reportId: report.id }, header },
        body: { until, reason: reason.trim() },
      }),
    touches: [...reportPaths, '/units/{unitId}/report-board'],
    done: () => sayAndClose(t('rep.allowed', { unit, date: formatDate(until, lang) }), onClose),
  });
  const foot = { label: t('rep.allowDay'), busy: allow.isPending, disabled: !reason.trim(), onClose };
  return (
    <FormDialog title={`${t('rep.allowDay')}: ${unit}`} {...foot} onSubmit={() => allow.mutate()}>
      <DayField label={t('rep.until')} minDate={me.today} value={until} onChange={setUntil} />
      <NoteField label={t('rep.reason')} required value={reason} onChange={setReason} maxLength={500} />
    </FormDialog>
  );
}

/** Takes back a month that was opened by mistake. */
export function WithdrawDialog({ report, onClose }: Props) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const withdraw = useCommand({
    send: (_: void, header) =>
      client.POST('/reports/{reportId}/withdraw', { params: { path: { reportId: report.id }, header } }),
    touches: ['/units/{unitId}/reports', '/units/{unitId}/report-board'],
    done: () => {
      sayAndClose(t('rep.withdrawn', { month: monthText(report.month) }), onClose);
      void navigate({ to: '/reports' });
    },
  });
  const foot = { label: t('rep.withdraw'), busy: withdraw.isPending, onClose };
  return (
    <FormDialog danger title={t('rep.withdrawTitle')} {...foot} onSubmit={() => withdraw.mutate()}>
      <p>{t('rep.withdrawMeans', { month: monthText(report.month) })}</p>
    </FormDialog>
  );
}
