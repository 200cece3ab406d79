import { useState } from 'react';
import { type ExportPurpose, exportPurposes, MOST_LOG_ROWS } from '#contracts/access/log-kinds';
import { fetchRaw, queryClient } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, FormDialog } from '../../ui/form.tsx';
import { saveDocument } from '../documents/download-document.ts';
import { type Asked, filterOf } from './use-log.ts';

/** The lines that are filtered, as a sheet; what for is asked first. */
export function ExportDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [reason, setReason] = useState<ExportPurpose | null>(null);
  const [busy, setBusy] = useState(false);
  const take = async () => {
    setBusy(true);
    try {
      const response = await fetchRaw(`/units/${asked.unitId}/log/export`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...filterOf(asked), reason }),
      });
      await saveDocument(response, 'nhat-ky.xlsx');
      showNotice(t('logPage.exported'));
      void queryClient.invalidateQueries({ queryKey: ['get', '/units/{unitId}/log'] });
      onClose();
    } catch (error) {
      showNotice(problemText(i18n, error), 'failed');
      setBusy(false);
    }
  };
  return (
    <FormDialog
      title={t('logPage.export')}
      label={t('logPage.export')}
      onClose={onClose}
      onSubmit={() => void take()}
      disabled={reason === null}
      busy={busy}
    >
      <Choice<ExportPurpose>
        label={t('logPage.exportWhy')}
        required
        options={exportPurposes.map((value) => ({ value, label: t(`log.purpose.${value}`) }))}
        value={reason}
        onChange={setReason}
      />
      <p className="caption">{t('logPage.exportText', { n: MOST_LOG_ROWS })}</p>
    </FormDialog>
  );
}
