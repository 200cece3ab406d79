import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { formatDate } from '#i18n';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FileForm } from '../../../ui/file-form.tsx';
import { Choice, DayField } from '../../../ui/form.tsx';
import { Notice, Steps } from '../../../ui/layout.tsx';
import { PageHeader } from '../../../ui/header/page-header.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { Refused } from '../../../ui/refused.tsx';
import { useCoverage } from '../use-coverage.ts';
import { Changes } from './changes.tsx';
import { RowFindings } from './row-findings.tsx';
import { type CoverageList, type Report, useCoverageList } from './use-coverage-list.ts';
import '../../units/units.css';
import '../providers.css';

function FileStep({ state }: { state: CoverageList }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { provider, setProvider, file, choose, encoding, setEncoding, from, setFrom, read, check } = state;
  const coverage = useCoverage({ by: 'commune', q: '', filter: undefined });
  return (
    <Loaded query={coverage}>
      {({ providers }) => (
        <FileForm
          label={t('coverageList.file')}
          hint={t('coverageList.fileHint')}
          placeholder={t('officerList.step.file')}
          accept=".csv,.xlsx,.xls,.ods,.txt"
          file={file}
          onFile={choose}
          after={<DayField label={t('coverageList.from')} minDate={me.today} value={from} onChange={setFrom} />}
          encoding={{ label: t('coverageList.encoding'), value: encoding, onChange: setEncoding }}
          act={t('coverageList.read')}
          ready={provider !== null}
          busy={read.isPending || check.isPending}
          error={read.error ?? check.error}
          onRead={() => read.mutate()}
        >
          <Choice
            label={t('coverageList.provider')}
            options={providers.map(({ id, name }) => ({ value: id, label: name }))}
            value={provider?.id ?? null}
            onChange={(id) => setProvider(providers.find((one) => one.id === id) ?? null)}
          />
        </FileForm>
      )}
    </Loaded>
  );
}

function Foot({ state, report }: { state: CoverageList; report: Report }) {
  const { t } = useI18n();
  const { setStep, write } = state;
  const n = report.communes.length;
  return (
    <div className="foot-bar">
      <Button variant="default" onClick={() => setStep(0)}>
        {t('coverageList.another')}
      </Button>
      <span className="caption">{t('coverageList.nothing')}</span>
      <span className="foot-bar-space" />
      <Button disabled={report.open > 0 || n === 0} loading={write.isPending} onClick={() => write.mutate()}>
        {report.open > 0 ? t('coverageList.left', { n: report.open }) : t('coverageList.write', { n })}
      </Button>
    </div>
  );
}

function Check({ state, report }: { state: CoverageList; report: Report }) {
  const { lines, check, write } = state;
  return (
    <>
      {report.findings.length > 0 && (
        <RowFindings
          lines={lines}
          report={report}
          busy={check.isPending}
          onLine={(line) => check.mutate(lines.map((one) => (one.row === line.row ? line : one)))}
          onDrop={(row) => check.mutate(lines.filter((one) => one.row !== row))}
        />
      )}
      <Changes report={report} />
      <Refused error={write.error ?? check.error} />
      <Foot state={state} report={report} />
    </>
  );
}

/** Where a partner serves, from a file: looked at, mended row by row, written as a whole. */
export function CoverageListPage() {
  const { t, lang } = useI18n();
  const { may } = useIdentity();
  const state = useCoverageList();
  const { step, setStep, file, lines, report, provider, from } = state;
  const labels = (['file', 'check', 'write'] as const).map((one) => t(`coverageList.step.${one}`));
  const isChecked = step === 1 && report && provider;
  const day = formatDate(from, lang, { withYear: true });
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('providers.title'), to: '/providers' }}
        title={isChecked ? t('coverageList.check', { provider: provider.name }) : t('coverageList.title')}
        state={isChecked && file && t('coverageList.sub', { file: file.name, n: lines.length, day })}
      />
      <Steps labels={labels} at={step} onGo={setStep} />
      {!may('unit.manage') ? (
        <Notice tone="late" icon="lock">
          {t('state.noRight')}
        </Notice>
      ) : isChecked ? (
        <Check state={state} report={report} />
      ) : (
        <FileStep state={state} />
      )}
    </div>
  );
}
