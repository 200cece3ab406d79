import { Button, Select } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { ListFoot } from '../../ui/lists/list-frame.tsx';
import { Refused } from '../../ui/refused.tsx';
import { PlainTable } from '../../ui/table/plain-table.tsx';
import { nameOf } from '../../ui/text/figures.ts';
import { type Column, LEFT_OUT, type PastFile, shownCell, unsettled } from './past-rows.ts';
import { PeriodFields } from './period-fields.tsx';
import type { PastFileState } from './use-past-file.ts';

const SAMPLES = 3;

/** Other tables of the file: this one alone is read, and nobody is left to think that it were all. */
function OtherTables({ table, state }: { table: PastFile; state: PastFileState }) {
  const { t } = useI18n();
  const others = table.tables.flatMap((one, at) =>
    one.sheet === table.sheet && one.headRow === table.headRow ? [] : [{ ...one, at }],
  );
  if (others.length === 0) return null;
  return (
    <Notice tone="doing" icon="help-hexagon">
      <b>{t('pastYears.tables', { n: table.tables.length, sheet: table.sheet, row: table.headRow })}</b>
      <div className="list-acts">
        {others.slice(0, 12).map(({ sheet, headRow, at }) => (
          <Button
            key={at}
            size="xs"
            variant="default"
            loading={state.read.isPending}
            onClick={() => state.read.mutate({ table: at })}
          >
            {t('pastYears.readTable', { sheet, row: headRow })}
          </Button>
        ))}
      </div>
    </Notice>
  );
}

/** Which indicator a column is; of a ratio there are two: how many, and of how many. */
function useOptions({ indicators }: PastFile) {
  const { t, lang } = useI18n();
  return [
    { value: LEFT_OUT, label: t('pastYears.leftOut') },
    ...indicators.flatMap((one) => {
      const label = `${one.code} ${nameOf(one, lang)}`;
      if (one.aggregation !== 'ratio') return [{ value: one.code, label }];
      return [
        { value: one.code, label: t('pastYears.part', { name: label }) },
        { value: `${one.code}/`, label: t('pastYears.whole', { name: label }) },
      ];
    }),
  ];
}

function Columns({ table, state }: { table: PastFile; state: PastFileState }) {
  const { t } = useI18n();
  const { choices, setChoices } = state;
  const options = useOptions(table);
  const left = new Set(unsettled(table.columns, choices).map(({ at }) => at));
  const samples = ({ at }: Column) => {
    const place = table.columns.findIndex((one) => one.at === at);
    const texts = table.lines.map(({ cells }) => shownCell(cells[place] ?? '')).filter(Boolean);
    return texts.slice(0, SAMPLES).join(', ') || '–';
  };
  return (
    <PlainTable
      label={t('pastYears.step.columns')}
      rows={table.columns}
      rowId={({ at }) => at}
      columns={[
        { header: t('pastYears.column'), cell: ({ at }) => <b className="num">{at}</b>, isHead: true, width: 64 },
        { header: t('pastYears.head'), cell: ({ head }) => head || '–' },
        { header: t('pastYears.samples'), cell: samples },
        {
          header: t('pastYears.isWhat'),
          cell: ({ at, head }) => (
            <Select
              aria-label={t('pastYears.whatIs', { at, head })}
              data={options}
              searchable
              value={choices[at] ?? null}
              allowDeselect={false}
              placeholder={t('form.choose')}
              onChange={(chosen) => chosen !== null && setChoices({ ...choices, [at]: chosen })}
              error={left.has(at) && choices[at] !== undefined ? t('pastYears.twice') : undefined}
            />
          ),
          acts: 'line',
          className: 'past-years-what',
        },
      ]}
    />
  );
}

/** What each column is, and of when the rows are. */
export function ColumnsStep({ table, state }: { table: PastFile; state: PastFileState }) {
  const { t } = useI18n();
  const { choices, when, setWhen, period, check, read, setStep, toCheck, columns } = state;
  const left = unsettled(table.columns, choices).length;
  const isTimed = table.hasPeriods || period !== null;
  const isNone = columns.every(({ code }) => code === null);
  return (
    <>
      <OtherTables table={table} state={state} />
      <Card title={t('pastYears.columnsTitle')} note={t('pastYears.rows', { n: table.lines.length })}>
        <Columns table={table} state={state} />
        <div className="card-body form">
          {!table.hasPeriods && <p>{t('pastYears.noPeriods')}</p>}
          <PeriodFields when={when} onWhen={setWhen} />
        </div>
      </Card>
      <Refused error={check.error ?? read.error} />
      <ListFoot onBack={() => setStep(0)} note={t('pastYears.nothing')}>
        <Button disabled={left > 0 || !isTimed || isNone} loading={check.isPending} onClick={toCheck}>
          {left > 0
            ? t('pastYears.toCheckLeft', { n: left })
            : isTimed
              ? t('pastYears.toCheck')
              : t('pastYears.toCheckWhen')}
        </Button>
      </ListFoot>
    </>
  );
}
