import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { documentFormats, openReportStates } from '#contracts/reporting/report-states';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, Dialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/layout.tsx';
import { AppendixDialog } from './appendix-dialog.tsx';
import { DocumentSettings } from './document-settings.tsx';
import { DocumentPreview, TakeButtons } from './document-preview.tsx';
import { asAsked, noRegistry, type Registry, RegistryFields } from './registry-fields.tsx';
import { documentPath } from './download-document.ts';

type Printed = Pick<Schemas['ReportHead'], 'id' | 'unit' | 'kind' | 'state' | 'version' | 'title'>;

const typingMs = 600;
/** PDF first: it is what is looked at. */
const formats = ['pdf', 'docx', 'xlsx'] as const satisfies readonly (typeof documentFormats)[number][];

/** What there is to print: the draft, or one of the versions that were sent. */
function Version({ report, value, onChange }: { report: Printed; value: number; onChange: (n: number) => void }) {
  const { t } = useI18n();
  if (openReportStates.includes(report.state))
    return (
      <Notice tone="doing" icon="pencil">
        {t('doc.draft')}
      </Notice>
    );
  if (report.version === 1 || report.kind === 'roster')
    return <p className="caption">{t('doc.asSent', { version: value })}</p>;
  const options = Array.from({ length: report.version }, (_, i) => String(report.version - i)).map((each) => ({
    value: each,
    label: t('doc.versionN', { version: each }),
  }));
  return (
    <Choice label={t('doc.version')} options={options} value={String(value)} onChange={(n) => onChange(Number(n))} />
  );
}

function PrintedReport({ report, onList, onClose }: { report: Printed; onList: () => void; onClose: () => void }) {
  const { t } = useI18n();
  const [version, setVersion] = useState(report.version);
  const [registry, setRegistry] = useState<Registry>(noRegistry);
  const [settled] = useDebouncedValue(registry, typingMs);
  const { may } = useIdentity();
  const isList = report.kind === 'roster';
  const earlier = version > 0 && version < report.version ? { version } : {};
  const at = (given: Registry) => (format: (typeof formats)[number]) =>
    documentPath(`/reports/${report.id}/document`, format, { ...earlier, ...asAsked(given) });
  return (
    <Dialog title={report.title ?? t('doc.title')} size="min(1120px, 100vw)" onClose={onClose}>
      <div className="print-split">
        <DocumentPreview path={at(settled)('pdf')} />
        <div className="print-side">
          <Version report={report} value={version} onChange={setVersion} />
          <section>
            <h3>{t('doc.take')}</h3>
            <TakeButtons path={at(registry)} formats={formats} {...(isList && { list: true })} />
            {!isList && may('roster.export') && (
              <Button
                variant="subtle"
                fullWidth
                justify="flex-start"
                leftSection={<Icon name="list-details" />}
                onClick={onList}
              >
                {t('doc.appendix')}
              </Button>
            )}
          </section>
          {!isList && (
            <section>
              <h3>{t('doc.registry')}</h3>
              <div className="print-registry">
                <RegistryFields value={registry} onChange={setRegistry} />
              </div>
              <span className="caption">{t('doc.registryNote')}</span>
            </section>
          )}
          {!isList && <DocumentSettings unitId={report.unit.id} />}
        </div>
      </div>
    </Dialog>
  );
}

/** The report as it prints, and its files; what the registry gives can be put in before. Appendix 1 is a step away. */
export function PrintDialog({ report, onClose }: { report: Printed; onClose: () => void }) {
  const [list, setList] = useState(false);
  if (list) return <AppendixDialog unit={report.unit} onClose={onClose} />;
  return <PrintedReport report={report} onList={() => setList(true)} onClose={onClose} />;
}
