import { Button } from '@mantine/core';
import { useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FileForm } from '../../ui/file-form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Notice, Steps } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Refused } from '../../ui/refused.tsx';
import { ListGrid } from './list-grid.tsx';
import { type Acts, FindingActs, type FindingActsProps } from './finding-acts.tsx';
import { alikeOf, inFileOrder, type ListFilter, needOf } from './list-rows.ts';
import { type Finding, type Line, type OfficeList, type Report, useOfficeList } from './use-office-list.ts';
import '../units/units.css';
import './offices.css';

interface CardProps extends FindingActsProps {
  /** Which of how many it is. */
  at: number;
  of: number;
  onStep: (by: 1 | -1) => void;
}

/** One cell that needs a look, with all that can be done about it. */
function FindingCard({ at, of, onStep, ...acts }: CardProps) {
  const { t } = useI18n();
  const { finding, line } = acts;
  const { row, code, field, params, open } = finding;
  const value = line?.[field];
  return (
    <Card
      title={t('office.file.at', { row, field: t(`office.file.col.${field}`) })}
      note={<span className="num">{`${at + 1}/${of}`}</span>}
    >
      <div className="card-body form">
        <Notice tone={open ? 'doing' : 'new'} icon={open ? 'alert-circle' : 'info-circle'}>
          {t(`office.finding.${code}`, params)}
        </Notice>
        <p>
          <span className="caption">{t('office.file.inFile')}</span>
          <br />
          {value || '–'}
        </p>
        <FindingActs {...acts} />
      </div>
      <div className="card-foot office-foot">
        <button type="button" className="link office-step" disabled={at === 0} onClick={() => onStep(-1)}>
          <Icon name="chevron-left" size={16} /> {t('office.file.before')}
        </button>
        <button type="button" className="link" disabled={at + 1 >= of} onClick={() => onStep(1)}>
          {t('office.file.after')} <Icon name="chevron-right" size={16} />
        </button>
      </div>
    </Card>
  );
}

/** The file as it lies, what needs a look in colour; one cell at a time is mended beside it. */
function Findings({ lines, report, ...acts }: { lines: readonly Line[]; report: Report } & Acts) {
  const { t } = useI18n();
  const [filter, setFilter] = useState<ListFilter>('all');
  const [chosen, setChosen] = useState<Finding | null>(null);
  const all = inFileOrder(report.findings);
  if (all.length === 0)
    return (
      <Notice tone="done" icon="circle-check">
        {t('office.file.clean')}
      </Notice>
    );
  const passing = filter === 'all' ? all : all.filter((one) => needOf(one) === filter);
  const same = (one: Finding) => one.row === chosen?.row && one.field === chosen.field && one.code === chosen.code;
  // What was mended is gone: the next one in the file comes in its place.
  const found = passing.findIndex(same);
  const next = passing.findIndex(({ row }) => row >= (chosen?.row ?? 0));
  const at = Math.max(0, found >= 0 ? found : next);
  const current = passing[at];
  const step = (by: 1 | -1) => setChosen(passing[at + by] ?? current ?? null);
  const line = lines.find(({ row }) => row === current?.row);
  return (
    <div className="split office-split" data-open>
      <ListGrid
        lines={lines}
        findings={all}
        filter={filter}
        current={current}
        onFilter={(key) => {
          setFilter(key);
          setChosen(null);
        }}
        onPick={setChosen}
        onStep={step}
      />
      {current && (
        <FindingCard
          key={`${current.row} ${current.code} ${line?.phone} ${line?.email}`}
          finding={current}
          line={line}
          alike={alikeOf(lines, all, current)}
          at={at}
          of={passing.length}
          onStep={step}
          {...acts}
        />
      )}
    </div>
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
        onLines={(changed) => check.mutate(lines.map((one) => changed.find(({ row }) => row === one.row) ?? one))}
        onDrop={(rows) => check.mutate(lines.filter(({ row }) => !rows.includes(row)))}
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
  const state = useOfficeList();
  const { step, setStep, file, choose, encoding, setEncoding, lines, report, read, check } = state;
  const isChecked = step === 1 && report;
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('office.title'), to: '/offices' }}
        title={t(isChecked ? 'office.file.check' : 'office.file.title')}
        state={isChecked && file && t('office.file.sub', { file: file.name, n: lines.length })}
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
