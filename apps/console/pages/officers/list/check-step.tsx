/** The rows of a list that need a look, one to mend at a time: ↑ and ↓ go on. */
import { Button } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { formatDate } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Card, Chip, FilterChips, Notice, type Tone } from '../../../ui/layout.tsx';
import { RowForm, useFindingText } from './row-form.tsx';
import {
  bothKept,
  elsewhereOf,
  type Line,
  type Need,
  type Report,
  type Row,
  type RowFilter,
  rowFilters,
  rowsOf,
  shownOf,
} from './rows.ts';

const tones: Record<Need, Tone> = { fix: 'late', choose: 'doing', note: 'new' };
const ROWS = 200;

export interface CheckStepProps {
  lines: readonly Line[];
  report: Report;
  from: string;
  busy: boolean;
  onLines: (lines: readonly Line[]) => void;
}

function Sums({ report, from }: Pick<CheckStepProps, 'report' | 'from'>) {
  const { t, n, lang } = useI18n();
  const keys = ['ready', 'newPeople', 'already', 'left'] as const;
  return (
    <Card title={t('officerList.sums', { day: formatDate(from, lang, { withYear: true }) })}>
      <dl className="unit-list-sums">
        {keys.map((key) => (
          <div key={key}>
            <dt className="caption">{t(`officerList.sum.${key}`)}</dt>
            <dd className="num">{n(report[key])}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}

function ListRow({ row, current, onSelect }: { row: Row; current: boolean; onSelect: () => void }) {
  const { t } = useI18n();
  const text = useFindingText();
  const { line, findings, need } = row;
  return (
    <tr data-current={current || undefined} aria-selected={current} onClick={onSelect}>
      <td className="num">{line.row}</td>
      <td>{line.fullName}</td>
      <td>{line.post}</td>
      <td>{line.unit}</td>
      <td>
        <Chip tone={tones[need]} icon={need === 'note' ? 'info-circle' : 'alert-circle'}>
          {t(`officerList.filter.${need}`)}
        </Chip>{' '}
        {findings.map(text).join(' ')}
      </td>
    </tr>
  );
}

interface RowsProps {
  shown: readonly Row[];
  at: number;
  onGo: (row: number) => void;
  onStep: (by: 1 | -1) => void;
}

function Rows({ shown, at, onGo, onStep }: RowsProps) {
  const { t } = useI18n();
  const heads = ['row', 'name', 'post', 'unit', 'seen'] as const;
  const pressed = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    onStep(event.key === 'ArrowDown' ? 1 : -1);
    event.preventDefault();
  };
  return (
    <div className="unit-list-rows" tabIndex={0} role="group" aria-label={t('officerList.rows')} onKeyDown={pressed}>
      <table className="dt-table plain-table">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head}>{t(`officerList.col.${head}`)}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, ROWS).map((row, i) => (
            <ListRow key={row.line.row} row={row} current={i === at} onSelect={() => onGo(row.line.row)} />
          ))}
        </tbody>
      </table>
      {shown.length === 0 && <p className="unit-none muted">{t('officerList.none')}</p>}
      {shown.length > ROWS && <p className="unit-none muted">…</p>}
    </div>
  );
}

interface BarProps extends Pick<CheckStepProps, 'lines' | 'report' | 'onLines'> {
  rows: readonly Row[];
  filter: RowFilter;
  onFilter: (filter: RowFilter) => void;
}

function Bar({ rows, filter, onFilter, lines, report, onLines }: BarProps) {
  const { t } = useI18n();
  const elsewhere = elsewhereOf(report.findings).size;
  const options = rowFilters.map((key) => ({
    key,
    label: t(`officerList.filter.${key}`),
    count: shownOf(rows, key).length,
  }));
  return (
    <div className="toolbar officer-list-bar">
      <FilterChips label={t('officerList.filters')} value={filter} onChange={onFilter} options={options} />
      {elsewhere > 1 && (
        <Button size="xs" variant="light" onClick={() => onLines(bothKept(lines, report.findings))}>
          {t('officerList.bothAll', { n: elsewhere })}
        </Button>
      )}
    </div>
  );
}

function Clean({ report, from }: Pick<CheckStepProps, 'report' | 'from'>) {
  const { t } = useI18n();
  const { ready, already } = report;
  return (
    <>
      <Notice tone="done" icon="circle-check">
        {ready > 0 ? t('officerList.clean', { n: ready + already }) : t('officerList.allKnown', { n: already })}
      </Notice>
      <Sums report={report} from={from} />
    </>
  );
}

export function CheckStep({ lines, report, from, busy, onLines }: CheckStepProps) {
  const [filter, setFilter] = useState<RowFilter>('all');
  const [key, setKey] = useState<number | null>(null);
  const rows = rowsOf(lines, report.findings);
  const shown = shownOf(rows, filter);
  const found = shown.findIndex(({ line }) => line.row === key);
  const at =
    found >= 0
      ? found
      : Math.max(
          0,
          shown.findIndex(({ line }) => line.row > (key ?? 0)),
        );
  const step = (by: 1 | -1) => setKey(shown[Math.min(Math.max(at + by, 0), shown.length - 1)]?.line.row ?? null);
  const current = shown[at];
  if (rows.length === 0) return <Clean report={report} from={from} />;
  return (
    <div className="split">
      <div>
        <Card>
          <Bar rows={rows} filter={filter} onFilter={setFilter} lines={lines} report={report} onLines={onLines} />
          <Rows shown={shown} at={at} onGo={setKey} onStep={step} />
        </Card>
        <Sums report={report} from={from} />
      </div>
      <div>
        {current && (
          <RowForm
            key={`${current.line.row} ${current.findings.map(({ code }) => code).join()}`}
            row={current}
            from={from}
            busy={busy}
            onSave={(line) => {
              setKey(line.row);
              onLines(lines.map((one) => (one.row === line.row ? line : one)));
            }}
            onDrop={() => onLines(lines.filter((one) => one.row !== current.line.row))}
            onStep={step}
          />
        )}
      </div>
    </div>
  );
}
