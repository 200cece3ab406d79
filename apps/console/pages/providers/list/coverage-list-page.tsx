import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { formatDate } from '#i18n';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Choice, DayField } from '../../../ui/form.tsx';
import { LeftOut, ListFileForm, ListFoot, ListImport } from '../../../ui/lists/list-frame.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { Refused } from '../../../ui/refused.tsx';
import { useCoverage } from '../use-coverage.ts';
import { Changes } from './changes.tsx';
import { CoverageFindings } from './coverage-findings.tsx';
import { type CoverageList, type Report, useCoverageList } from './use-coverage-list.ts';
import '../../units/units.css';
import '../providers.css';

function FileStep({ state }: { state: CoverageList }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { provider, setProvider, from, setFrom } = state;
  const coverage = useCoverage({ by: 'commune', q: '', filter: undefined });
  return (
    <Loaded query={coverage}>
      {({ providers }) => (
        <ListFileForm
          list={state}
          label={t('coverageList.file')}
          hint={t('coverageList.fileHint')}
          after={<DayField label={t('coverageList.from')} minDate={me.today} value={from} onChange={setFrom} />}
          encoding={t('coverageList.encoding')}
          act={t('coverageList.read')}
          ready={provider !== null}
        >
          <Choice
            label={t('coverageList.provider')}
            options={providers.map(({ id, name }) => ({ value: id, label: name }))}
            value={provider?.id ?? null}
            onChange={(id) => setProvider(providers.find((one) => one.id === id) ?? null)}
          />
        </ListFileForm>
      )}
    </Loaded>
  );
}

function Check({ state, report }: { state: CoverageList; report: Report }) {
  const { t } = useI18n();
  const { check, write, setStep } = state;
  const n = report.communes.length;
  return (
    <>
      {report.findings.length > 0 && <CoverageFindings list={state} findings={report.findings} />}
      <LeftOut list={state} />
      <Changes report={report} />
      <Refused error={write.error ?? check.error} />
      <ListFoot onBack={() => setStep(0)} note={t('coverageList.nothing')}>
        <Button disabled={report.open > 0 || n === 0} loading={write.isPending} onClick={() => write.mutate()}>
          {report.open > 0 ? t('coverageList.left', { n: report.open }) : t('coverageList.write', { n })}
        </Button>
      </ListFoot>
    </>
  );
}

/** Where a partner serves, from a file: looked at, mended row by row, written as a whole. */
export function CoverageListPage() {
  const { t, lang } = useI18n();
  const { may } = useIdentity();
  const state = useCoverageList();
  const { step, setStep, file, lines, report, provider, from } = state;
  const isChecked = step === 1 && report && provider;
  const day = formatDate(from, lang, { withYear: true });
  return (
    <ListImport
      parent={{ label: t('providers.title'), to: '/providers' }}
      title={isChecked ? t('coverageList.check', { provider: provider.name }) : t('coverageList.title')}
      state={isChecked && file && t('coverageList.sub', { file: file.name, n: lines.length, day })}
      steps={[t('coverageList.step.file'), t('fileList.step.check'), t('fileList.step.write')]}
      at={step}
      onGo={setStep}
      may={may('unit.manage')}
    >
      {isChecked ? <Check state={state} report={report} /> : <FileStep state={state} />}
    </ListImport>
  );
}
