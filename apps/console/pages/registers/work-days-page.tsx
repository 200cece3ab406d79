import '@mantine/dates/styles.css';
import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import { weekdayName, yearOf } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import { DataTable } from '../../ui/table/data-table.tsx';
import type { Column } from '../../ui/table/table-column.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip, Notice } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { useViewportStep } from '../../ui/viewport.ts';
import { AddDayDialog, RemoveDayDialog, RenameDayDialog } from './work-day-dialogs.tsx';
import { dateText, firstYear, keepsDays, kindLooks, lastYear, type Moved, type WorkDay } from './work-days.ts';
import './work-days.css';
import { PeriodStep } from '../../ui/header/period-step.tsx';

/** Below this the kind stands under the name. */
const narrowBelow = 560;

type Act = { kind: 'add' } | { kind: 'rename' | 'remove'; row: WorkDay };
type Start = (act: Act) => void;

function DayCell({ day }: { day: string }) {
  const { lang } = useI18n();
  return (
    <>
      <b className="num">{dateText(day, lang)}</b>
      <span className="cell-2">{weekdayName(day, lang)}</span>
    </>
  );
}

function KindChip({ kind }: Pick<WorkDay, 'kind'>) {
  const { t } = useI18n();
  return <Chip {...kindLooks[kind]}>{t(`days.${kind}`)}</Chip>;
}

function RowActs({ row, start }: { row: WorkDay; start: Start }) {
  const { t, lang } = useI18n();
  const named = { name: row.name, date: dateText(row.day, lang) };
  return (
    <span className="day-acts">
      <button
        type="button"
        className="link"
        aria-label={t('days.renameNamed', named)}
        title={t('days.rename')}
        onClick={() => start({ kind: 'rename', row })}
      >
        <Icon name="pencil" size={16} />
      </button>
      <button
        type="button"
        className="link late"
        aria-label={t('days.removeNamed', named)}
        title={t('days.remove')}
        onClick={() => start({ kind: 'remove', row })}
      >
        <Icon name="trash" size={16} />
      </button>
    </span>
  );
}

function columnsOf(t: Translate, narrow: boolean, start: Start | undefined): Column<WorkDay>[] {
  const kind: Column<WorkDay> = {
    id: 'kind',
    header: t('days.kind'),
    value: (row) => t(`days.${row.kind}`),
    cell: (row) => <KindChip kind={row.kind} />,
    width: 190,
  };
  const columns: Column<WorkDay>[] = [
    {
      id: 'day',
      header: t('days.day'),
      value: ({ day }) => day,
      cell: ({ day }) => <DayCell day={day} />,
      width: narrow ? 106 : 150,
    },
    ...(narrow ? [] : [kind]),
    {
      id: 'name',
      header: t('days.name'),
      value: ({ name }) => name,
      cell: (row) => (
        <>
          {row.name}
          {narrow && (
            <div>
              <KindChip kind={row.kind} />
            </div>
          )}
        </>
      ),
    },
  ];
  if (!start) return columns;
  const acts: Column<WorkDay> = {
    id: 'acts',
    header: t('days.acts'),
    value: () => null,
    sortable: false,
    copy: false,
    width: 92,
    cell: (row) => <RowActs row={row} start={start} />,
  };
  return [...columns, acts];
}

function Days({ year, rows, start }: { year: number; rows: readonly WorkDay[]; start: Start | undefined }) {
  const { t } = useI18n();
  const narrow = useViewportStep() < narrowBelow;
  const columns = useMemo(() => columnsOf(t, narrow, start), [t, narrow, start]);
  const holidays = rows.filter(({ kind }) => kind === 'holiday').length;
  if (rows.length === 0)
    return (
      <EmptyState
        icon="calendar"
        title={t('days.empty', { year: String(year) })}
        actions={start && <AddButton start={start} />}
      >
        {t(start ? 'days.emptyText' : 'days.emptyRead')}
      </EmptyState>
    );
  return (
    <DataTable
      label={t('days.list', { year: String(year) })}
      columns={columns}
      rows={rows}
      rowId={({ day }) => day}
      what={t('days.unit')}
      sort={[{ id: 'day', desc: false }]}
      footLeft={<span>{t('days.sum', { a: holidays, b: rows.length - holidays })}</span>}
    />
  );
}

function AddButton({ start }: { start: Start }) {
  const { t } = useI18n();
  return (
    <Button leftSection={<Icon name="plus" />} onClick={() => start({ kind: 'add' })}>
      {t('days.add')}
    </Button>
  );
}

function YearSwitch({ year, onYear }: { year: number; onYear: (year: number) => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const now = yearOf(me.today);
  return (
    <>
      <PeriodStep
        label={t('days.year', { year: String(year) })}
        before={t('days.prev')}
        after={t('days.next')}
        onBefore={year > firstYear ? () => onYear(year - 1) : undefined}
        onAfter={year < lastYear ? () => onYear(year + 1) : undefined}
      />
      <Button variant="subtle" size="compact-sm" disabled={year === now} onClick={() => onYear(now)}>
        {t('days.this')}
      </Button>
    </>
  );
}

/** Which due days the last change moved; it stays until the next change or another year. */
function MovedNotice({ moved }: { moved: Moved }) {
  const { t, lang } = useI18n();
  if (moved.length === 0) return null;
  return (
    <Notice tone="done" icon="calendar-event">
      <b>{t('days.movedTitle')}</b>
      {moved.map(({ from, to, reports }) => (
        <div key={`${from} ${to}`}>
          {t('days.moved', { n: reports, from: dateText(from, lang), to: dateText(to, lang) })}
        </div>
      ))}
    </Notice>
  );
}

/** A year's holidays and the weekend days that are worked in exchange: everybody reads them, the topmost unit keeps them. */
export function WorkDaysPage() {
  const { t } = useI18n();
  const { me, post } = useIdentity();
  const [year, setYear] = useState(yearOf(me.today));
  const [act, setAct] = useState<Act | null>(null);
  const [moved, setMoved] = useState<Moved>([]);
  const query = api.useQuery('get', '/work-days', { params: { query: { year } } });
  const start = keepsDays(post) ? setAct : undefined;
  const go = (to: number, changed: Moved = []) => {
    setYear(to);
    setMoved(changed);
  };
  const dialog = { onClose: () => setAct(null), onDone: go };
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('nav.registers'), to: '/registers' }}
        title={t('days.title')}
        hint={t('days.hint')}
        main={start && query.data && query.data.length > 0 && <AddButton start={start} />}
        row={<YearSwitch year={year} onYear={go} />}
      />
      <MovedNotice moved={moved} />
      <Card>
        <Loaded query={query} rows={8}>
          {(rows) => <Days year={year} rows={rows} start={start} />}
        </Loaded>
      </Card>
      {act?.kind === 'add' && <AddDayDialog year={year} {...dialog} />}
      {act?.kind === 'rename' && <RenameDayDialog row={act.row} onClose={dialog.onClose} />}
      {act?.kind === 'remove' && <RemoveDayDialog row={act.row} {...dialog} />}
    </div>
  );
}
