import { Button } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { api, download } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { SearchField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, FilterChips, Notice } from '../../ui/layout.tsx';
import { Loaded } from '../../ui/states.tsx';
import { nameOf } from '../../ui/text/figures.ts';
import { boardSheet, type BoardRow, foundRows, hasUnknown, type RestatedBoard, type RowFilter } from './board-facts.ts';
import { BoardTable } from './board-table.tsx';
import './restated.css';

const useBoard = (unitId: string, month: string) =>
  api.useQuery(
    'get',
    '/units/{unitId}/restated/board',
    { params: { path: { unitId }, query: { month } } },
    { staleTime: 60_000 },
  );

interface Where {
  unitId: string;
  month: string;
}

/** "Kỳ 15/5–14/6/2025 · 547 đơn vị đã nộp, nay đọc theo 166 xã, phường": the title's second line. */
export function RestatedSub({ unitId, month }: Where) {
  const { t, lang } = useI18n();
  const { data } = useBoard(unitId, month);
  if (!data) return null;
  const spans = { from: formatDate(data.startsOn, lang), to: formatDate(data.endsOn, lang, { withYear: true }) };
  const word = data.unit.kind === 'country' ? 'rsb.subProvinces' : 'rsb.sub';
  return <span>{t(word, { ...spans, sent: data.sent.units, now: data.rows.length })}</span>;
}

/** Takes the table along as a workbook, which says itself by which units it adds up. */
export function RestatedExport({ unitId, month }: Where) {
  const i18n = useI18n();
  const { t } = i18n;
  const { data } = useBoard(unitId, month);
  const save = ({ unit }: RestatedBoard) =>
    download(
      `/units/${unitId}/restated/sheet?month=${month}`,
      `${t('rsb.file', { unit: unit.fullName, month })}.xlsx`,
    ).catch((error: unknown) => showNotice(problemText(i18n, error), 'failed'));
  return (
    <Button
      variant="default"
      disabled={!data}
      leftSection={<Icon name="file-export" />}
      onClick={() => data && void save(data)}
    >
      {t('rsb.export')}
    </Button>
  );
}

/** What is printed names its units, as what is exported does. */
export function RestatedMark({ unitId, month }: Where) {
  const { t, lang } = useI18n();
  const { data } = useBoard(unitId, month);
  const day = data?.since && formatDate(data.since, lang, { withYear: true });
  return <p className="print-only caption">{day ? t('rsb.mark', { day }) : t('rst.print.now')}</p>;
}

function About({ board }: { board: RestatedBoard }) {
  const { t, lang } = useI18n();
  const [open, setOpen] = useState(false);
  const day = board.since && formatDate(board.since, lang, { withYear: true });
  return (
    <Notice
      tone="new"
      icon="history"
      action={
        <button type="button" className="strong-link no-print" aria-expanded={open} onClick={() => setOpen(!open)}>
          {t('rsb.how')} <Icon name={open ? 'chevron-up' : 'chevron-down'} size={16} />
        </button>
      }
    >
      <b>{t('rsb.unchanged')}</b> {t('rsb.added')} {day && t('rsb.printed', { day })}
      {open && (
        <ul className="rsb-how">
          {(['whole', 'share', 'left', 'records'] as const).map((one) => (
            <li key={one}>{t(`rsb.how.${one}`)}</li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function useCopy(board: RestatedBoard, rows: readonly BoardRow[]) {
  const { t, lang } = useI18n();
  const heads = [t('rsb.col.unit'), t('rsb.col.from'), ...board.indicators.map((one) => nameOf(one, lang))];
  return async () => {
    const { toTsv } = await import('../../ui/table/copy-tsv.ts');
    await navigator.clipboard?.writeText(toTsv(boardSheet(board, rows, { heads, t, lang })));
    showNotice(t('table.copied', { n: rows.length }));
  };
}

function Foot({ board, rows }: { board: RestatedBoard; rows: readonly BoardRow[] }) {
  const { t, lang } = useI18n();
  const copy = useCopy(board, rows);
  const differs = board.indicators.filter(({ code }) => board.differences.includes(code));
  return (
    <div className="card-foot rsb-foot">
      {differs.length === 0 ? (
        <span className="good-text">
          <Icon name="shield-check" size={16} /> {t('rsb.equal')}
        </span>
      ) : (
        <span className="warn">
          <Icon name="alert-triangle" size={16} />{' '}
          {t('rsb.differs', { names: differs.map((one) => nameOf(one, lang)).join(', ') })}
        </span>
      )}
      <span>{t('rsb.signs')}</span>
      <span className="toolbar-space" />
      <button type="button" className="link no-print" onClick={() => void copy()}>
        {t('rsb.copy')}
      </button>
    </div>
  );
}

function Table({ board }: { board: RestatedBoard }) {
  const { t } = useI18n();
  const [filter, setFilter] = useState<RowFilter>('all');
  const [query, setQuery] = useState('');
  const rows = foundRows(board.rows, filter, query);
  const unknown = board.rows.filter(hasUnknown).length;
  return (
    <Card>
      <div className="toolbar">
        <SearchField label={t('rsb.search')} value={query} onChange={setQuery} width={240} />
        <FilterChips
          label={t('rsb.filter')}
          options={[
            { key: 'all', label: t('rsb.all'), count: board.rows.length },
            ...(unknown > 0 ? [{ key: 'unknown' as const, label: t('rsb.unknown'), count: unknown }] : []),
          ]}
          value={filter}
          onChange={setFilter}
        />
        <span className="toolbar-space" />
        <span className="caption">{t('rsb.order')}</span>
      </div>
      <BoardTable board={board} rows={rows} query={query} />
      <Foot board={board} rows={rows} />
    </Card>
  );
}

/** A month of everything below a unit, by the communes of today; what was sent is not touched. */
export function RestatedBoardView({ unitId, month }: Where) {
  const query = useBoard(unitId, month);
  return (
    <Loaded query={query} rows={12}>
      {(board) => (
        <>
          <About board={board} />
          <Table board={board} />
          <RestatedMark unitId={unitId} month={month} />
        </>
      )}
    </Loaded>
  );
}
