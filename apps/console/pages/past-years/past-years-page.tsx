import { Button } from '@mantine/core';
import { download } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { showNotice } from '../../notices/undo.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ListFileForm, ListImport } from '../../ui/lists/list-frame.tsx';
import { CheckStep } from './check-step.tsx';
import { ColumnsStep } from './columns-step.tsx';
import { ImportsCard } from './imports-card.tsx';
import { PeriodFields } from './period-fields.tsx';
import { type PastFileState, usePastFile } from './use-past-file.ts';
import './past-years.css';

/** A workbook with the communes of then and all indicators, to be filled in; it asks of when it is to be. */
function FormLink({ period }: { period: string | null }) {
  const i18n = useI18n();
  const { t } = i18n;
  const { post } = useIdentity();
  const save = () =>
    download(
      `/units/${post.unit.id}/past-figures/form?period=${period}`,
      `${t('pastYears.formFile', { period: period ?? '' })}.xlsx`,
    ).catch((error: unknown) => showNotice(problemText(i18n, error), 'failed'));
  return (
    <div className="past-years-form">
      <Button
        variant="default"
        disabled={period === null}
        leftSection={<Icon name="download" />}
        onClick={() => void save()}
      >
        {t('pastYears.form')}
      </Button>
      <span className="caption">{t(period === null ? 'pastYears.formWhen' : 'pastYears.formHint')}</span>
    </div>
  );
}

function FirstStep({ state }: { state: PastFileState }) {
  const { t } = useI18n();
  const { when, setWhen, period } = state;
  return (
    <>
      <ListFileForm
        list={state}
        label={t('pastYears.file')}
        hint={t('pastYears.fileHint')}
        encoding={t('pastYears.encoding')}
        act={t('pastYears.read')}
        after={
          <>
            <PeriodFields when={when} onWhen={setWhen} />
            <span className="caption">{t('pastYears.ofMonthHint')}</span>
            <FormLink period={period} />
          </>
        }
      />
      <ImportsCard />
    </>
  );
}

/** Figures of before the records from a workbook: its columns are named, its doubts settled, and it is written as a whole. */
export function PastYearsPage() {
  const { t, n } = useI18n();
  const { may } = useIdentity();
  const state = usePastFile();
  const { step, setStep, file, table, report } = state;
  const isChecked = step === 2 && report;
  const title = isChecked ? t('pastYears.readTitle', { n: n(report.figures) }) : t('nav.pastYears');
  return (
    <ListImport
      title={title}
      state={step > 0 && file && file.name}
      steps={(['file', 'columns', 'check', 'write'] as const).map((one) => t(`pastYears.step.${one}`))}
      at={step}
      onGo={setStep}
      may={may('report.write')}
    >
      {isChecked ? (
        <CheckStep state={state} report={report} />
      ) : step === 1 && table ? (
        <ColumnsStep table={table} state={state} />
      ) : (
        <FirstStep state={state} />
      )}
    </ListImport>
  );
}
