import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { DocumentFormat } from '#contracts/reporting/report-states';
import { problemText } from '../../api/problem-text.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Loading } from '../../ui/states.tsx';
import { type DocumentPath, downloadDocument, fetchDocument } from './download-document.ts';
import './documents.css';

const keptMs = 60_000;

/** The PDF as an address that lives as long as it is shown. */
function usePdf(path: string) {
  const query = useQuery({
    queryKey: ['document', path],
    queryFn: () => fetchDocument(path),
    staleTime: 0,
    gcTime: keptMs,
  });
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    if (!query.data) return undefined;
    const made = URL.createObjectURL(new Blob([query.data.blob], { type: 'application/pdf' }));
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [query.data]);
  return { ...query, url };
}

/** The pages as they print, where the browser can show them; else the way to them. */
export function DocumentPreview({ path }: { path: string }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { url, error, isFetching } = usePdf(path);
  if (error)
    return (
      <p className="document-preview document-preview-none late" role="alert">
        <Icon name="alert-circle" /> {problemText(i18n, error)}
      </p>
    );
  if (!url)
    return (
      <div className="document-preview document-preview-none">
        <span>{t('doc.making')}</span>
        <Loading rows={8} />
      </div>
    );
  return (
    <div className="document-preview" aria-busy={isFetching}>
      {navigator.pdfViewerEnabled ? (
        <iframe src={`${url}#navpanes=0&view=FitH`} title={t('doc.frame')} />
      ) : (
        <p className="document-preview-none">{t('doc.noViewer')}</p>
      )}
      <a className="strong-link" href={url} target="_blank" rel="noreferrer">
        <Icon name="eye" size={16} /> {t('doc.openPdf')}
      </a>
    </div>
  );
}

const icons: Record<DocumentFormat, IconName> = {
  pdf: 'printer',
  docx: 'file-export',
  xlsx: 'file-spreadsheet',
};

/** One button per format; a press fetches the file and says its name. */
export function TakeButtons({
  path,
  formats,
  list,
  disabled = false,
}: {
  path: DocumentPath;
  formats: readonly DocumentFormat[];
  list?: true;
  disabled?: boolean;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const [busy, setBusy] = useState<DocumentFormat | null>(null);
  const take = async (format: DocumentFormat) => {
    setBusy(format);
    try {
      showNotice(t('doc.taken', { name: await downloadDocument(path(format)) }));
    } catch (error) {
      showNotice(problemText(i18n, error), 'failed');
    }
    setBusy(null);
  };
  return (
    <div className="take-buttons" role="group" aria-label={t('doc.take')}>
      {formats.map((format) => (
        <Button
          key={format}
          variant="default"
          fullWidth
          justify="flex-start"
          leftSection={<Icon name={icons[format]} />}
          loading={busy === format}
          disabled={disabled}
          onClick={() => void take(format)}
        >
          {t(format === 'xlsx' && list ? 'doc.xlsxList' : `doc.${format}`)}
        </Button>
      ))}
    </div>
  );
}
