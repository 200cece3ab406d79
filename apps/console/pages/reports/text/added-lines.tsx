import type { ReportSection } from '#contracts/reporting/report-states';
import { api } from '../../../api/client.ts';
import { useI18n } from '../../../i18n/i18n.tsx';

/** What the print adds below a section's words: whoever writes sees it and does not write it again. */
export function AddedLines({ reportId, section }: { reportId: string; section: ReportSection }) {
  const { t } = useI18n();
  const { data } = api.useQuery('get', '/reports/{reportId}/added-lines', { params: { path: { reportId } } });
  const lines = data?.sections.find(({ key }) => key === section)?.lines ?? [];
  if (lines.length === 0) return null;
  return (
    <div className="words-added">
      <span className="caption">{t('rep.added')}</span>
      <ul lang="vi">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
