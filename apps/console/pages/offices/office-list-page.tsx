import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import '../../i18n/organization/office-words.ts';
import '../../i18n/organization/unit-words.ts';
import { FileForm } from '../../ui/file-form.tsx';
import { Card, Notice, PageHeader, Steps, ToneIcon } from '../../ui/layout.tsx';
import { useScopeCrumbs } from '../../ui/scope.ts';
import { Refused } from '../units/unit-forms.tsx';
import { type Finding, type Line, type OfficeList, type Report, useOfficeList } from './use-office-list.ts';
import '../units/units.css';
import './offices.css';

interface Acts {
  busy: boolean;
  onLine: (line: Line) => void;
  onDrop: (row: number) => void;
}

function Retype({ line, field, busy, onLine }: { line: Line; field: 'phone' | 'email' } & Omit<Acts, 'onDrop'>) {
  const { t } = useI18n();
  const [value, setValue] = useState(line[field]);
  return (
    <form
      className="office-acts"
      onSubmit={(event) => {
        event.preventDefault();
        onLine({ ...line, [field]: value.trim() });
      }}
    >
      <TextInput
        size="xs"
        aria-label={t(`office.${field}`)}
        value={value}
        maxLength={200}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <Button size="xs" type="submit" variant="default" disabled={busy || value.trim() === line[field]}>
        {t('office.file.type')}
      </Button>
    </form>
  );
}

function Row({ finding, line, busy, onLine, onDrop }: { finding: Finding; line: Line | undefined } & Acts) {
  const { t } = useI18n();
  const { row, code, field, params, open, units } = finding;
  return (
    <li>
      <div className="office-acts">
        <ToneIcon tone={open ? 'late' : 'new'} icon={open ? 'alert-circle' : 'info-circle'} />
        <div>
          <b>
            <span className="num">{t('office.file.row', { row })}</span> · {line?.office}
          </b>
          <p>{t(`office.finding.${code}`, params)}</p>
        </div>
      </div>
      {line && open && field !== 'office' && <Retype line={line} field={field} busy={busy} onLine={onLine} />}
      <div className="office-acts">
        {line && code === 'phonePersonal' && (
          <Button size="xs" disabled={busy} onClick={() => onLine({ ...line, isOffice: true })}>
            {t('office.isOffice')}
          </Button>
        )}
        {line && field === 'phone' && code !== 'phoneMissing' && (
          <Button size="xs" variant="default" disabled={busy} onClick={() => onLine({ ...line, phone: '' })}>
            {t('office.file.dropPhone')}
          </Button>
        )}
        {line && units.length > 0 && (
          <Select
            size="xs"
            aria-label={t('office.file.pick')}
            placeholder={t('office.file.pick')}
            data={units.map(({ id, fullName, code: of }) => ({ value: id, label: `${fullName} (${of ?? '–'})` }))}
            disabled={busy}
            onChange={(unitId) => unitId && onLine({ ...line, unitId })}
          />
        )}
        {open && (
          <Button size="xs" variant="default" disabled={busy} onClick={() => onDrop(row)}>
            {t('office.file.drop')}
          </Button>
        )}
      </div>
    </li>
  );
}

function Findings({ lines, report, ...acts }: { lines: readonly Line[]; report: Report } & Acts) {
  const { t } = useI18n();
  const byRow = new Map(lines.map((line) => [line.row, line]));
  const all = [...report.findings].sort((a, b) => Number(b.open) - Number(a.open));
  if (all.length === 0)
    return (
      <Notice tone="done" icon="circle-check">
        {t('office.file.clean')}
      </Notice>
    );
  return (
    <Card title={t('office.file.findings')}>
      <ul className="card-body office-findings">
        {all.map((finding) => {
          const line = byRow.get(finding.row);
          const key = `${finding.row} ${finding.code} ${line?.phone} ${line?.email}`;
          return <Row key={key} finding={finding} line={line} {...acts} />;
        })}
      </ul>
    </Card>
  );
}

function Check({ state, report }: { state: OfficeList; report: Report }) {
  const { t, n } = useI18n();
  const { lines, check, write, setStep } = state;
  const all = report.first + report.changed + report.unchanged;
  return (
    <>
      <Findings
        lines={lines}
        report={report}
        busy={check.isPending}
        onLine={(line) => check.mutate(lines.map((one) => (one.row === line.row ? line : one)))}
        onDrop={(row) => check.mutate(lines.filter((one) => one.row !== row))}
      />
      <Card title={t('office.file.if')} note={t('office.file.ifNote')}>
        <dl className="card-body office-sums">
          {(['first', 'changed', 'unchanged'] as const).map((key) => (
            <div key={key}>
              <dt className="caption">{t(`office.file.${key}`)}</dt>
              <dd className="num">{n(report[key])}</dd>
            </div>
          ))}
        </dl>
      </Card>
      <Refused error={write.error ?? check.error} />
      <div className="foot-bar">
        <Button variant="default" onClick={() => setStep(0)}>
          {t('office.file.another')}
        </Button>
        <span className="caption">{t('office.file.nothing')}</span>
        <span className="foot-bar-space" />
        <Button disabled={report.open > 0 || all === 0} loading={write.isPending} onClick={() => write.mutate()}>
          {report.open > 0 ? t('office.file.left', { n: report.open }) : t('office.file.write', { n: all })}
        </Button>
      </div>
    </>
  );
}

/** Numbers of offices from a file: looked at, mended row by row, written as a whole. */
export function OfficeListPage() {
  const { t } = useI18n();
  const { may } = useIdentity();
  const crumbs = useScopeCrumbs();
  const state = useOfficeList();
  const { step, setStep, file, choose, encoding, setEncoding, lines, report, read, check } = state;
  const isChecked = step === 1 && report;
  return (
    <div className="page">
      <PageHeader
        crumbs={[...crumbs, { label: t('office.title'), to: '/offices' }]}
        title={t(isChecked ? 'office.file.check' : 'office.file.title')}
        sub={isChecked && file && t('office.file.sub', { file: file.name, n: lines.length })}
      />
      <Steps labels={[t('office.file.step.file'), t('office.file.step.check')]} at={step} onGo={setStep} />
      {!may('unit.manage') ? (
        <Notice tone="late" icon="lock">
          {t('state.noRight')}
        </Notice>
      ) : isChecked ? (
        <Check state={state} report={report} />
      ) : (
        <FileForm
          label={t('office.file.label')}
          hint={t('office.file.hint')}
          placeholder={t('office.file.step.file')}
          accept=".csv,.xlsx,.xls,.ods,.txt"
          file={file}
          onFile={choose}
          encoding={{ label: t('office.file.encoding'), value: encoding, onChange: setEncoding }}
          act={t('office.file.read')}
          busy={read.isPending || check.isPending}
          error={read.error ?? check.error}
          onRead={() => read.mutate()}
        />
      )}
    </div>
  );
}
