import { Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment, type KeyboardEvent, useState } from 'react';
import { formatMoment } from '#i18n';
import { api } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/layout.tsx';
import { Marked } from '../../ui/marked.tsx';
import { Loaded } from '../../ui/states.tsx';
import { nameOf, pairText } from '../../ui/text/figures.ts';
import { RemindedNote } from './reminded-note.tsx';
import '../../ui/row-open.css';
import { type Board, type Indicator, sentCount, statusLooks, type Unit } from './board-facts.ts';

/** Counts that open a row to its teams, the first that has any. */
const openedCode = 'CQ02';

function Parts({ reportId, indicator }: { reportId: string; indicator: Indicator }) {
  const { t, lang } = useI18n();
  const query = api.useQuery('get', '/reports/{reportId}/source', {
    params: { path: { reportId }, query: { code: indicator.code } },
  });
  return (
    <Loaded query={query} rows={1}>
      {({ parts }) =>
        parts.length === 0 ? (
          <span className="muted">{t('rb.noLines')}</span>
        ) : (
          <>
            <span className="caption">{t('rb.byTeam', { name: nameOf(indicator, lang) })}</span>
            <ul className="part-chips">
              {parts.map(({ id, name, pair }) => (
                <li key={id}>
                  {name} <b>{pairText(pair, indicator, lang)}</b>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Loaded>
  );
}

function Opened({ unit, board, span }: { unit: Unit; board: Board; span: number }) {
  const { t } = useI18n();
  const indicator = board.indicators.find(({ code }) => code === openedCode);
  const { report } = unit;
  return (
    <Table.Tr className="board-opened">
      <Table.Td />
      <Table.Td colSpan={span - 1}>
        {report && indicator && <Parts reportId={report.id} indicator={indicator} />}
        {report && (
          <Link className="strong-link" to="/reports/$reportId" params={{ reportId: report.id }}>
            {t('rb.openReport')} <Icon name="arrow-right" size={16} />
          </Link>
        )}
      </Table.Td>
    </Table.Tr>
  );
}

interface RowProps {
  unit: Unit;
  board: Board;
  shown: readonly Indicator[];
  query: string;
  open: boolean;
  onOpen: (open: boolean) => void;
}

function Status({ unit }: { unit: Unit }) {
  const { t } = useI18n();
  const { tone, icon, word } = statusLooks[unit.status];
  const state = unit.report?.state;
  return (
    <>
      <Chip tone={tone} icon={icon}>
        {t(word)}
      </Chip>
      {state && state !== 'draft' && <span className="cell-2">{t(`rep.state.${state}`)}</span>}
      {state && (state === 'draft' || state === 'returned') && <RemindedNote reminded={unit.reminded} />}
      {!unit.reachable && <span className="cell-2 warn-text">{t('rb.unreachable')}</span>}
    </>
  );
}

/** "82%"; counts stand without their unit, which the head names. */
const withUnit = (text: string, { unit }: Indicator): string => (unit === '%' && text !== '–' ? `${text}%` : text);

interface FiguresProps {
  figures: Unit['figures'];
  shown: readonly Indicator[];
  /** Opens each figure's records; a total is the sum of what stands above it. */
  reportId?: string | undefined;
}

function Figures({ figures, shown, reportId }: FiguresProps) {
  const { lang } = useI18n();
  return shown.map((indicator) => {
    const figure = figures.find(({ code }) => code === indicator.code);
    const text = figure ? withUnit(pairText(figure.pair, indicator, lang), indicator) : '–';
    return (
      <Table.Td key={indicator.code} data-right>
        {reportId && text !== '–' ? (
          <Link
            className="cell-link"
            to="/reports/$reportId"
            params={{ reportId }}
            search={{ figure: indicator.code }}
            aria-label={`${nameOf(indicator, lang)}: ${text}`}
          >
            {text}
          </Link>
        ) : (
          text
        )}
      </Table.Td>
    );
  });
}

function Row({ unit, shown, query, open, onOpen }: RowProps) {
  const { t, lang } = useI18n();
  const { report, daysLate } = unit;
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') onOpen(true);
    if (event.key === 'ArrowLeft') onOpen(false);
  };
  return (
    <Table.Tr data-selected={open || undefined} onKeyDown={keys}>
      <Table.Td>
        <button
          type="button"
          className="row-open"
          aria-expanded={open}
          aria-label={t('rb.openRow', { unit: unit.unit.fullName })}
          onClick={() => onOpen(!open)}
        >
          <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />
        </button>
      </Table.Td>
      <Table.Td className="board-name">
        {report ? (
          <Link className="cell-link" to="/reports/$reportId" params={{ reportId: report.id }}>
            <Marked text={unit.unit.fullName} query={query} />
          </Link>
        ) : (
          <Marked text={unit.unit.fullName} query={query} />
        )}
      </Table.Td>
      <Table.Td>
        <Status unit={unit} />
      </Table.Td>
      <Table.Td>
        <span className="num">
          {report?.firstSubmittedAt ? formatMoment(report.firstSubmittedAt, Date.now(), lang) : '–'}
        </span>
      </Table.Td>
      <Table.Td data-right>
        <span className={daysLate > 0 ? 'late' : 'muted'}>{daysLate}</span>
      </Table.Td>
      <Figures figures={unit.figures} shown={shown} reportId={report?.id} />
    </Table.Tr>
  );
}

function Total({ board, shown }: Pick<RowProps, 'board' | 'shown'>) {
  const { t } = useI18n();
  return (
    <Table.Tr>
      <Table.Td />
      <Table.Td colSpan={4}>{t('rb.total', { n: sentCount(board) })}</Table.Td>
      <Figures figures={board.totals} shown={shown} />
    </Table.Tr>
  );
}

interface Props {
  board: Board;
  units: readonly Unit[];
  shown: readonly Indicator[];
  query: string;
}

function Head({ shown }: Pick<Props, 'shown'>) {
  const { t, lang } = useI18n();
  return (
    <Table.Tr>
      <Table.Th aria-label={t('rb.units')} />
      <Table.Th>{t('rb.col.unit')}</Table.Th>
      <Table.Th>{t('rep.col.state')}</Table.Th>
      <Table.Th>{t('rb.col.sent')}</Table.Th>
      <Table.Th data-right>{t('rep.col.late')}</Table.Th>
      {shown.map((indicator) => (
        <Table.Th key={indicator.code} data-right>
          {nameOf(indicator, lang)}
        </Table.Th>
      ))}
    </Table.Tr>
  );
}

/** Each unit with what it sent; right arrow opens a row to its teams, left closes it. */
export function UnitsTable({ board, units, shown, query }: Props) {
  const { t } = useI18n();
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const open = (id: string, on: boolean) =>
    setOpened((now) => new Set(on ? [...now, id] : [...now].filter((each) => each !== id)));
  return (
    <div className="board-scroll" tabIndex={0} role="region" aria-label={t('rb.units')}>
      <Table className="dt-table board-table" aria-label={t('rb.units')}>
        <Table.Thead>
          <Head shown={shown} />
        </Table.Thead>
        <Table.Tbody>
          {units.map((unit) => (
            <Fragment key={unit.unit.id}>
              <Row
                {...{ unit, board, shown, query }}
                open={opened.has(unit.unit.id)}
                onOpen={(on) => open(unit.unit.id, on)}
              />
              {opened.has(unit.unit.id) && <Opened unit={unit} board={board} span={5 + shown.length} />}
            </Fragment>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Total board={board} shown={shown} />
        </Table.Tfoot>
      </Table>
      {units.length === 0 && <div className="dt-empty">{t('rb.noneMatch')}</div>}
    </div>
  );
}
