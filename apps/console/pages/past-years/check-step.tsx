import { Button } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { Found, ListCheck } from '../../ui/lists/list-check.tsx';
import { LeftOut, ListFoot, ListSums } from '../../ui/lists/list-frame.tsx';
import type { ListShape } from '../../ui/lists/rows.ts';
import { Refused } from '../../ui/refused.tsx';
import { TextField } from '../../ui/form.tsx';
import { PastActs } from './past-acts.tsx';
import { type Finding, inCells, type Report, type Row, shownCell } from './past-rows.ts';
import { usePeriodText } from './period-text.ts';
import type { PastFileState } from './use-past-file.ts';

function useShape({ columns, table }: PastFileState): ListShape<Row, Finding> {
  const { t } = useI18n();
  const periodText = usePeriodText();
  return {
    columns: [
      { key: 'unit', head: t('pastYears.col.unit') },
      { key: 'period', head: t('pastYears.col.period'), doubted: !table?.hasPeriods },
      ...columns
        .filter(({ code }) => code !== null)
        .map(({ at, head }) => ({ key: `$${at}` as const, head: `${at} · ${head}`, num: true, shown: shownCell })),
    ],
    text: ({ code, params }) =>
      t(`pastYears.finding.${code}`, { ...params, ...(params['period'] && { period: periodText(params['period']) }) }),
    pressed: ['unitFollowed', 'periodRecorded', 'alreadyImported', 'totalDiffers'],
  };
}

/** The file as it lies, what needs a look in its cell; one at a time is settled beside it. */
function Findings({ state, findings }: { state: PastFileState; findings: readonly Finding[] }) {
  const { t } = useI18n();
  const { lines, check, mend, drop, columns } = state;
  const shape = useShape(state);
  const out = columns.filter(({ code }) => code === null).map(({ at, head }) => `${at} ${head}`.trim());
  return (
    <ListCheck
      shape={shape}
      lines={lines}
      findings={findings}
      bar={out.length > 0 && <span className="caption">{t('pastYears.columnsOut', { names: out.join(', ') })}</span>}
      name={({ line, finding: { field } }) => (field.startsWith('$') ? `${field.slice(1)}${line.row}` : line.unit)}
    >
      {(looked) => (
        <div className="card-body form">
          <Found finding={looked.finding} shape={shape} />
          <PastActs looked={looked} busy={check.isPending} onLines={mend} onDrop={drop} />
        </div>
      )}
    </ListCheck>
  );
}

/** Where the figures are from is said before they are written. */
function Write({ state, report }: { state: PastFileState; report: Report }) {
  const { t, n } = useI18n();
  const { source, setSource, write, setStep } = state;
  const isReady = report.open === 0 && report.figures > 0 && source.trim() !== '';
  const label =
    report.open > 0
      ? t('pastYears.writeLeft', { n: n(report.figures), left: report.open })
      : t(source.trim() === '' ? 'pastYears.writeSource' : 'pastYears.write', { n: n(report.figures) });
  return (
    <>
      <Card>
        <div className="card-body form">
          <TextField
            label={t('pastYears.source')}
            description={t('pastYears.sourceHint')}
            required
            maxLength={1000}
            value={source}
            onChange={setSource}
          />
        </div>
      </Card>
      <Refused error={write.error ?? state.check.error} />
      <ListFoot back={t('pastYears.back')} onBack={() => setStep(1)} note={t('pastYears.nothing')}>
        <Button disabled={!isReady} loading={write.isPending} onClick={() => write.mutate()}>
          {label}
        </Button>
      </ListFoot>
    </>
  );
}

export function CheckStep({ state, report }: { state: PastFileState; report: Report }) {
  const { t } = useI18n();
  const sums = (['figures', 'units', 'blank', 'totals'] as const).map((key) => ({
    label: t(`pastYears.sum.${key}`),
    value: report[key],
  }));
  return (
    <>
      {report.findings.length > 0 ? (
        <Findings state={state} findings={inCells(report.findings)} />
      ) : (
        <Notice tone="done" icon="circle-check">
          {t('pastYears.clean')}
        </Notice>
      )}
      {report.more > 0 && <p className="caption">{t('pastYears.more', { n: report.more })}</p>}
      <LeftOut list={state} />
      <ListSums title={t('pastYears.sums')} note={t('pastYears.blankNote')} sums={sums} />
      <Write state={state} report={report} />
    </>
  );
}
