import '@mantine/core/styles/Pill.css';
import '@mantine/dates/styles.css';
import { Button, FileInput } from '@mantine/core';
import { formatDate } from '#i18n';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import '../../../i18n/coverage-list-words.ts';
import '../../../i18n/officer-list-words.ts';
import '../../../i18n/provider-words.ts';
import { Choice, DayField } from '../../../ui/form.tsx';
import { Card, Notice, PageHeader, Steps } from '../../../ui/layout.tsx';
import { useScopeCrumbs } from '../../../ui/scope.ts';
import { Loaded } from '../../../ui/states.tsx';
import { encodingsOf } from '../../officers/list/file-step.tsx';
import { Refused } from '../../units/unit-forms.tsx';
import { useCoverage } from '../use-coverage.ts';
import { Changes } from './changes.tsx';
import { RowFindings } from './row-findings.tsx';
import { type CoverageList, type Report, useCoverageList } from './use-coverage-list.ts';
import '../../units/units.css';
import '../providers.css';

function Fields({ state }: { state: CoverageList }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { provider, setProvider, file, choose, encoding, setEncoding, from, setFrom, read, check } = state;
  const coverage = useCoverage({ by: 'commune', q: '', filter: undefined });
  const encodings = encodingsOf(read.error);
  return (
    <Loaded query={coverage}>
      {({ providers }) => (
        <>
          <Choice
            label={t('coverageList.provider')}
            options={providers.map(({ id, name }) => ({ value: id, label: name }))}
            value={provider?.id ?? null}
            onChange={(id) => setProvider(providers.find((one) => one.id === id) ?? null)}
          />
          <FileInput
            required
            clearable
            label={t('coverageList.file')}
            description={t('coverageList.fileHint')}
            placeholder={t('officerList.step.file')}
            accept=".csv,.xlsx,.xls,.ods,.txt"
            value={file}
            onChange={choose}
          />
          <DayField label={t('coverageList.from')} minDate={me.today} value={from} onChange={setFrom} />
          <Refused error={read.error ?? check.error} />
          {encodings.length > 0 && (
            <Choice label={t('coverageList.encoding')} options={encodings} value={encoding} onChange={setEncoding} />
          )}
          <Button
            type="submit"
            disabled={!file || !provider}
            loading={read.isPending || check.isPending}
            className="unit-list-next"
          >
            {t('coverageList.read')}
          </Button>
        </>
      )}
    </Loaded>
  );
}

function FileStep({ state }: { state: CoverageList }) {
  return (
    <Card>
      <form
        className="form card-body unit-list-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (state.file && state.provider) state.read.mutate();
        }}
      >
        <Fields state={state} />
      </form>
    </Card>
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
  const crumbs = useScopeCrumbs();
  const state = useCoverageList();
  const { step, setStep, file, lines, report, provider, from } = state;
  const labels = (['file', 'check', 'write'] as const).map((one) => t(`coverageList.step.${one}`));
  const isChecked = step === 1 && report && provider;
  const day = formatDate(from, lang, { withYear: true });
  return (
    <div className="page">
      <PageHeader
        crumbs={[...crumbs, { label: t('providers.title'), to: '/providers' }]}
        title={isChecked ? t('coverageList.check', { provider: provider.name }) : t('coverageList.title')}
        sub={isChecked && file && t('coverageList.sub', { file: file.name, n: lines.length, day })}
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
