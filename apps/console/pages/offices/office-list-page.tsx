import { Button } from '@mantine/core';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../../ui/layout.tsx';
import { Found, ListCheck } from '../../ui/lists/list-check.tsx';
import { LeftOut, ListFileForm, ListFoot, ListImport, ListSums } from '../../ui/lists/list-frame.tsx';
import type { ListShape } from '../../ui/lists/rows.ts';
import { Refused } from '../../ui/refused.tsx';
import { OfficeActs } from './office-acts.tsx';
import { type Finding, type Line, type OfficeList, type Report, useOfficeList } from './use-office-list.ts';

/** The file as it lies, what needs a look in colour; one cell at a time is mended beside it. */
function Findings({ list, findings }: { list: OfficeList; findings: readonly Finding[] }) {
  const { t } = useI18n();
  const { lines, check, mend, drop } = list;
  const shape: ListShape<Line, Finding> = {
    columns: (['office', 'phone', 'email', 'hours'] as const).map((key) => ({
      key,
      head: t(`office.file.col.${key}`),
      num: key === 'phone',
    })),
    text: ({ code, params }) => t(`office.finding.${code}`, params),
    pressed: ['phonePersonal', 'officeTwice'],
  };
  return (
    <ListCheck
      shape={shape}
      lines={lines}
      findings={findings}
      name={({ finding: { field } }) => t(`office.file.col.${field}`)}
    >
      {(looked) => (
        <div className="card-body form">
          <Found finding={looked.finding} shape={shape} />
          <p>
            <span className="caption">{t('office.file.inFile')}</span>
            <br />
            {looked.line[looked.finding.field] || '–'}
          </p>
          <OfficeActs looked={looked} busy={check.isPending} onLines={mend} onDrop={drop} />
        </div>
      )}
    </ListCheck>
  );
}

function Check({ state, report }: { state: OfficeList; report: Report }) {
  const { t } = useI18n();
  const { check, write, setStep } = state;
  const all = report.first + report.changed + report.unchanged;
  const sums = (['first', 'changed', 'unchanged'] as const).map((key) => ({
    label: t(`office.file.${key}`),
    value: report[key],
  }));
  return (
    <>
      {report.findings.length > 0 ? (
        <Findings list={state} findings={report.findings} />
      ) : (
        <Notice tone="done" icon="circle-check">
          {t('office.file.clean')}
        </Notice>
      )}
      <LeftOut list={state} />
      <ListSums title={t('office.file.if')} note={t('office.file.ifNote')} sums={sums} />
      <Refused error={write.error ?? check.error} />
      <ListFoot onBack={() => setStep(0)} note={t('office.file.nothing')}>
        <Button disabled={report.open > 0 || all === 0} loading={write.isPending} onClick={() => write.mutate()}>
          {report.open > 0 ? t('office.file.left', { n: report.open }) : t('office.file.write', { n: all })}
        </Button>
      </ListFoot>
    </>
  );
}

/** Numbers of offices from a file: looked at, mended row by row, written as a whole. */
export function OfficeListPage() {
  const { t } = useI18n();
  const { may } = useIdentity();
  const state = useOfficeList();
  const { step, setStep, file, lines, report } = state;
  const isChecked = step === 1 && report;
  return (
    <ListImport
      parent={{ label: t('office.title'), to: '/offices' }}
      title={t(isChecked ? 'office.file.check' : 'office.file.title')}
      state={isChecked && file && t('office.file.sub', { file: file.name, n: lines.length })}
      steps={[t('fileList.step.file'), t('fileList.step.check')]}
      at={step}
      onGo={setStep}
      may={may('unit.manage')}
    >
      {isChecked ? (
        <Check state={state} report={report} />
      ) : (
        <ListFileForm
          list={state}
          label={t('office.file.label')}
          hint={t('office.file.hint')}
          encoding={t('office.file.encoding')}
          act={t('office.file.read')}
        />
      )}
    </ListImport>
  );
}
