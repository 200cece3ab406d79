/** The findings of a list, one to settle at a time: ↑ and ↓ go on, Enter takes, a number chooses, Ctrl Z takes back. */
import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { formatDate } from '#i18n';
import type { Schemas } from '../../../api/client.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card, Chip, FilterChips, Notice, type Tone } from '../../../ui/layout.tsx';
import { ListSums } from '../../../ui/lists/list-frame.tsx';
import type { UnitList } from './columns-step.tsx';
import {
  type Decision,
  type Decisions,
  type Filter,
  type Finding,
  groupOf,
  proposalsLeft,
  questionsLeft,
  shownOf,
  takeAll,
} from './findings.ts';
import { Inspector } from './inspector.tsx';

type Report = Schemas['ImportReport'];
const filters: readonly Filter[] = ['all', 'question', 'look', 'proposed'];
const tones: Record<ReturnType<typeof groupOf>, Tone> = { question: 'late', look: 'doing', proposed: 'new' };
const ROWS = 200;

export interface CheckStepProps {
  list: UnitList;
  report: Report;
  from: string;
  decisions: Decisions;
  onDecisions: (decisions: Decisions) => void;
  onUndo: () => void;
}

interface RowProps {
  finding: Finding;
  decided: Decision | undefined;
  current: boolean;
  onSelect: () => void;
}

function Row({ finding, decided, current, onSelect }: RowProps) {
  const { t } = useI18n();
  const { what, row, code, file, known, proposal } = finding;
  const done = decided ? (
    <span className="good">
      <Icon name="check" size={15} /> {t(`unitList.choice.${decided.choice}`)}
      {decided.into && ` → ${decided.into}`}
    </span>
  ) : proposal ? (
    <span className="muted">{t('unitList.proposed', { choice: t(`unitList.choice.${proposal}`) })}</span>
  ) : (
    <span className="late">{t('unitList.choose')}</span>
  );
  return (
    <tr data-current={current || undefined} aria-selected={current} onClick={onSelect}>
      <td className="num">{row ?? '–'}</td>
      <td className="num">{code ?? '–'}</td>
      <td>{file ?? '–'}</td>
      <td>{known?.fullName ?? '–'}</td>
      <td>
        <Chip
          tone={tones[groupOf(finding)]}
          icon={proposal === null ? 'alert-circle' : what === 'missing' ? 'minus' : 'pencil'}
        >
          {t(`unitList.finding.${what}`)}
        </Chip>
      </td>
      <td>{done}</td>
    </tr>
  );
}

function Sums({ report, from }: { report: Report; from: string }) {
  const { t, lang } = useI18n();
  const sums = (['created', 'changed', 'ended', 'unchanged'] as const).map((key) => ({
    label: t(`unitList.sum.${key}`),
    value: report[key],
  }));
  return <ListSums title={t('unitList.sums', { day: formatDate(from, lang, { withYear: true }) })} sums={sums} />;
}

function Left({
  findings,
  decisions,
  onGo,
}: {
  findings: Finding[];
  decisions: Decisions;
  onGo: (key: string) => void;
}) {
  const { t } = useI18n();
  const questions = questionsLeft(findings, decisions);
  const proposals = proposalsLeft(findings, decisions);
  if (questions.length + proposals === 0) return null;
  return (
    <Card title={t('unitList.left', { n: questions.length + proposals })}>
      <ul className="card-body unit-list-left">
        {questions.slice(0, 8).map(({ key, code, file, known, what }) => (
          <li key={key}>
            <button type="button" className="link late" onClick={() => onGo(key)}>
              {code ?? '–'} · {file ?? known?.fullName} · {t(`unitList.finding.${what}`)}
            </button>
          </li>
        ))}
        {questions.length > 8 && <li>…</li>}
        {proposals > 0 && <li className="muted">{t('unitList.leftProposed', { n: proposals })}</li>}
      </ul>
    </Card>
  );
}

interface Steps {
  filter: Filter;
  onFilter: (filter: Filter) => void;
  shown: Finding[];
  current: Finding | undefined;
  onGo: (key: string | null) => void;
  step: (by: 1 | -1) => void;
  decide: (decision: Decision) => void;
}

/** Which finding is looked at, and how one goes on from it. */
function useSteps({ report, decisions, onDecisions }: CheckStepProps): Steps {
  const { findings } = report;
  const [filter, setFilter] = useState<Filter>('all');
  const [key, setKey] = useState<string | null>(questionsLeft(findings, decisions)[0]?.key ?? null);
  const shown = shownOf(findings, filter);
  const at = Math.max(
    shown.findIndex((one) => one.key === key),
    0,
  );
  const step = (by: 1 | -1) => setKey(shown[Math.min(Math.max(at + by, 0), shown.length - 1)]?.key ?? null);
  const decide = (decision: Decision) => {
    onDecisions({ ...decisions, [decision.key]: decision });
    step(1);
  };
  return { filter, onFilter: setFilter, shown, current: shown[at], onGo: setKey, step, decide };
}

function pressed({ step, decide, current }: Steps, onUndo: () => void) {
  return (event: KeyboardEvent<HTMLDivElement>) => {
    const choice = current?.choices[Number(event.key) - 1];
    if (event.key === 'ArrowDown') step(1);
    else if (event.key === 'ArrowUp') step(-1);
    else if ((event.ctrlKey || event.metaKey) && event.key === 'z') onUndo();
    else if (event.key === 'Enter' && current?.proposal) decide({ key: current.key, choice: current.proposal });
    else if (choice && current && choice !== 'end') decide({ key: current.key, choice });
    else return;
    event.preventDefault();
  };
}

function Bar({ steps, ...props }: { steps: Steps } & Pick<CheckStepProps, 'report' | 'decisions' | 'onDecisions'>) {
  const { t } = useI18n();
  const { report, decisions, onDecisions } = props;
  const { findings } = report;
  const proposals = proposalsLeft(findings, decisions);
  const options = filters.map((key) => ({
    key,
    label: t(`unitList.filter.${key}`),
    count: shownOf(findings, key).length,
  }));
  return (
    <div className="toolbar">
      <FilterChips label={t('unitList.filters')} value={steps.filter} onChange={steps.onFilter} options={options} />
      <span className="toolbar-space" />
      {proposals > 0 && (
        <Button
          size="xs"
          variant="light"
          leftSection={<Icon name="wand" size={16} />}
          onClick={() => onDecisions(takeAll(findings, decisions))}
        >
          {t('unitList.takeAll', { n: proposals })}
        </Button>
      )}
    </div>
  );
}

function Rows({ steps, decisions, onUndo }: { steps: Steps } & Pick<CheckStepProps, 'decisions' | 'onUndo'>) {
  const { t } = useI18n();
  const { shown, current, onGo } = steps;
  const heads = ['row', 'col.code', 'inFile', 'standing', 'seen', 'done'] as const;
  return (
    <div
      className="unit-list-rows"
      tabIndex={0}
      role="group"
      aria-label={t('unitList.title')}
      onKeyDown={pressed(steps, onUndo)}
    >
      <table className="dt-table plain-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head}>{t(`unitList.${head}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, ROWS).map((finding) => (
            <Row
              key={finding.key}
              finding={finding}
              decided={decisions[finding.key]}
              current={finding.key === current?.key}
              onSelect={() => onGo(finding.key)}
            />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="unit-none muted">{t('unitList.none')}</p>}
      {shown.length > ROWS && <p className="unit-none muted">…</p>}
    </div>
  );
}

function Clean({ report, from }: Pick<CheckStepProps, 'report' | 'from'>) {
  const { t } = useI18n();
  return (
    <>
      <Notice tone="done" icon="circle-check">
        {t('unitList.clean')}
      </Notice>
      <Sums report={report} from={from} />
    </>
  );
}

export function CheckStep(props: CheckStepProps) {
  const { t } = useI18n();
  const { list, report, from, decisions, onDecisions, onUndo } = props;
  const steps = useSteps(props);
  const { current, decide, step, onGo } = steps;
  if (report.findings.length === 0) return <Clean report={report} from={from} />;
  return (
    <div className="split">
      <div>
        <Card>
          <Bar steps={steps} report={report} decisions={decisions} onDecisions={onDecisions} />
          <Rows steps={steps} decisions={decisions} onUndo={onUndo} />
          <p className="card-foot">{t('unitList.rowDash')}</p>
        </Card>
        <Sums report={report} from={from} />
      </div>
      <div>
        {current && (
          <Inspector
            key={current.key}
            finding={current}
            decided={decisions[current.key]}
            lines={list.lines}
            onDecide={decide}
            onStep={step}
          />
        )}
        <Left findings={report.findings} decisions={decisions} onGo={onGo} />
      </div>
    </div>
  );
}
