import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { useState } from 'react';
import { type ExportPurpose, exportPurposes } from '#contracts/access/log-kinds';
import type { DocumentFormat } from '#contracts/reporting/report-states';
import { type UnitRef, useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useAt } from '../../ui/at.ts';
import { Choice, DayField, Dialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Notice } from '../../ui/layout.tsx';
import { inBackground, isPrintable } from './list-facts.ts';
import { ListsMade, MakeList } from './list-jobs.tsx';
import { DocumentPreview, TakeButtons } from './document-preview.tsx';
import { type DocumentPath, documentPath } from './download-document.ts';

type Unit = Pick<UnitRef, 'id' | 'kind'>;

const direct: readonly DocumentFormat[] = ['pdf', 'docx', 'xlsx'];

/** Shown only when asked for: each one that is made stands in the access log. */
function Preview({ path, disabled }: { path: string; disabled: boolean }) {
  const { t } = useI18n();
  const [shown, setShown] = useState(false);
  if (shown) return <DocumentPreview path={path} />;
  return (
    <div className="document-preview document-preview-none">
      <Button
        variant="default"
        leftSection={<Icon name="eye" />}
        style={{ justifySelf: 'start' }}
        disabled={disabled}
        onClick={() => setShown(true)}
      >
        {t('doc.appendixShow')}
      </Button>
    </div>
  );
}

/** A commune's files come at once; above it the sheet is made in the background. */
interface FilesProps {
  unit: Unit;
  at: string;
  purpose: ExportPurpose | null;
  path: DocumentPath;
}

function Files({ unit, at, purpose, path }: FilesProps) {
  const { t } = useI18n();
  const later = inBackground(unit.kind);
  const formats = direct.filter((format) => (format === 'xlsx' ? !later : isPrintable(unit.kind)));
  return (
    <section className="print-files">
      <h3>{t('doc.take')}</h3>
      {later && <MakeList unitId={unit.id} at={at} purpose={purpose} />}
      {formats.length > 0 && <TakeButtons path={path} formats={formats} list disabled={purpose === null} />}
      {!isPrintable(unit.kind) && <span className="caption">{t('doc.list.notPrintable')}</span>}
    </section>
  );
}

/** Appendix 1 as of a day. */
export function AppendixDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const shown = useAt();
  const [at, setAt] = useState(shown ?? me.today);
  const [purpose, setPurpose] = useState<ExportPurpose | null>(null);
  const printable = isPrintable(unit.kind);
  const path: DocumentPath = (format) => documentPath(`/units/${unit.id}/appendix-1`, format, { at, purpose });
  return (
    <Dialog title={t('doc.appendixTitle')} size={printable ? 'min(1120px, 100vw)' : 'md'} onClose={onClose}>
      <div className={printable ? 'print-split' : undefined}>
        {printable && <Preview key={`${at} ${purpose}`} path={path('pdf')} disabled={purpose === null} />}
        <div className="print-side">
          <DayField label={t('doc.appendixAt')} value={at} maxDate={shown ?? me.today} onChange={setAt} />
          <Choice<ExportPurpose>
            label={t('logPage.exportWhy')}
            required
            options={exportPurposes.map((value) => ({ value, label: t(`log.purpose.${value}`) }))}
            value={purpose}
            onChange={setPurpose}
          />
          <Files unit={unit} at={at} purpose={purpose} path={path} />
          {inBackground(unit.kind) && <ListsMade />}
          <Notice tone="doing" icon="lock">
            {t('doc.appendixNote')}
          </Notice>
        </div>
      </div>
    </Dialog>
  );
}
