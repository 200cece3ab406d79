import { Button, Table } from '@mantine/core';
import { Fragment, type KeyboardEvent, type ReactNode, useState } from 'react';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { useAt } from '../../ui/at.ts';
import { Icon } from '../../ui/icon.tsx';
import { Chip } from '../../ui/layout.tsx';
import { Marked } from '../../ui/marked.tsx';
import { nameOf } from '../../ui/text/figures.ts';
import {
  type BoardRow,
  cellText,
  fromText,
  type Indicator,
  leastOf,
  type RestatedBoard,
  type Undivided,
  undividedOf,
} from './board-facts.ts';
import { PartSource } from './part-source.tsx';
import { type Divided, PartsDialog } from './parts-dialog.tsx';
import '../../ui/row-open.css';

type Figures = readonly (Pick<BoardRow['figures'][number], 'code' | 'pair'> & { known?: boolean })[];

function Cells({ figures, indicators, loud }: { figures: Figures; indicators: Indicator[]; loud?: boolean }) {
  const { t, lang } = useI18n();
  return indicators.map((indicator) => {
    const figure = figures.find(({ code }) => code === indicator.code);
    const least = figure && leastOf({ ...figure, known: figure.known !== false }, indicator, lang);
    const isLoud = loud && figure && (figure.pair.numerator ?? 0) > 0;
    return (
      <Table.Td key={indicator.code} data-right className={isLoud ? 'warn' : undefined}>
        {figure?.known === false ? (
          <Chip tone="doing" icon="help-hexagon">
            {t('rsb.notKnown')}
          </Chip>
        ) : figure ? (
          cellText(figure, indicator, lang)
        ) : (
          '–'
        )}
        {least && <span className="cell-2">{t('rsb.atLeast', { value: least })}</span>}
      </Table.Td>
    );
  });
}

/** The units of then behind a row, each with its report as it was sent. */
function Parts({ row, indicators }: { row: BoardRow; indicators: Indicator[] }) {
  const { t } = useI18n();
  return (
    <>
      {row.parts.map((part) => (
        <Table.Tr key={part.unit.id} className="rsb-part">
          <Table.Td />
          <Table.Td>{part.unit.fullName}</Table.Td>
          <Table.Td>
            <PartSource part={part} />
          </Table.Td>
          <Cells figures={part.figures} indicators={indicators} />
        </Table.Tr>
      ))}
      {row.missing.map((unit) => (
        <Table.Tr key={unit.id} className="rsb-part">
          <Table.Td />
          <Table.Td>{unit.fullName}</Table.Td>
          <Table.Td className="late">{t('rsb.part.missing')}</Table.Td>
          <Cells figures={[]} indicators={indicators} />
        </Table.Tr>
      ))}
    </>
  );
}

/** "Thị trấn Thiệu Hóa bị chia. Lượt tuyên truyền 402: không chia đoán." */
export function UndividedText({ one, indicators }: { one: Undivided; indicators: readonly Indicator[] }) {
  const { t, lang } = useI18n();
  const figures = one.figures.flatMap((figure) => {
    const indicator = indicators.find(({ code }) => code === figure.code);
    return indicator ? [`${nameOf(indicator, lang)} ${cellText(figure, indicator, lang)}`] : [];
  });
  return (
    <span>
      <b>{t('rsb.divided', { unit: one.unit.fullName })}</b> {t('rsb.notDivided', { figures: figures.join(', ') })}
    </span>
  );
}

type EnteredParts = RestatedBoard['entered'][number];

function Why({ span, children }: { span: number; children: ReactNode }) {
  return (
    <Table.Tr className="rsb-part">
      <Table.Td />
      <Table.Td colSpan={span + 2}>
        <div className="rsb-why">
          <Icon name="arrows-exchange" size={16} /> {children}
        </div>
      </Table.Td>
    </Table.Tr>
  );
}

function Entered({ one: { unit, by, on, source } }: { one: EnteredParts }) {
  const { t, lang } = useI18n();
  const said = { name: by.fullName, day: formatDate(on, lang, { withYear: true }), source };
  return (
    <span>
      <b>{t('rsb.divided', { unit: unit.fullName })}</b> {t('rsb.enteredBy', said)}
    </span>
  );
}

/** Entered parts as they are typed again. */
const againOf = ({ figures, ...one }: EnteredParts): Divided => ({
  ...one,
  figures: figures.map(({ code, pair, parts }) => ({
    code,
    pair,
    typed: Object.fromEntries(parts.map((part) => [part.unitId, part.pair])),
  })),
});

interface RowProps {
  row: BoardRow;
  board: RestatedBoard;
  query: string;
  /** Absent for whoever receives no reports. */
  onEnter: ((divided: Divided) => void) | undefined;
}

/** Why something of a row is not known, and who said what is. */
function Whys({ row, board, open, onEnter }: Omit<RowProps, 'query'> & { open: boolean }) {
  const { t } = useI18n();
  const { indicators } = board;
  return (
    <>
      {undividedOf(row, board).map((one) => (
        <Why key={one.unit.id} span={indicators.length}>
          <UndividedText one={one} indicators={indicators} />
          {onEnter && one.reportId && (
            <Button
              className="no-print"
              size="xs"
              variant="default"
              onClick={() => one.reportId && onEnter({ ...one, reportId: one.reportId })}
            >
              {t('rsb.parts')}
            </Button>
          )}
        </Why>
      ))}
      {open &&
        board.entered
          .filter(({ unit }) => row.parts.some((part) => part.unit.id === unit.id))
          .map((one) => (
            <Why key={one.unit.id} span={indicators.length}>
              <Entered one={one} />
              {onEnter && (
                <Button className="no-print" size="xs" variant="default" onClick={() => onEnter(againOf(one))}>
                  {t('rsb.partsAgain')}
                </Button>
              )}
            </Why>
          ))}
    </>
  );
}

function Row({ row, board, query, onEnter }: RowProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const { indicators } = board;
  const opens = row.parts.length + row.missing.length > 0;
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight') setOpen(opens);
    if (event.key === 'ArrowLeft') setOpen(false);
  };
  return (
    <>
      <Table.Tr data-selected={open || undefined} onKeyDown={keys} className={open ? 'rsb-open' : undefined}>
        <Table.Td>
          {opens && (
            <button
              type="button"
              className="row-open"
              aria-expanded={open}
              aria-label={t('rsb.open', { unit: row.unit.fullName })}
              onClick={() => setOpen(!open)}
            >
              <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />
            </button>
          )}
        </Table.Td>
        <Table.Td className="rsb-name">
          <Marked text={row.unit.fullName} query={query} />
        </Table.Td>
        <Table.Td>{fromText(t, row)}</Table.Td>
        <Cells figures={row.figures} indicators={indicators} />
      </Table.Tr>
      <Whys row={row} board={board} open={open} onEnter={onEnter} />
      {open && <Parts row={row} indicators={indicators} />}
    </>
  );
}

function Foot({ board }: { board: RestatedBoard }) {
  const { t } = useI18n();
  const { undivided, indicators } = board;
  const left = undivided.units.filter(({ heirs }) => heirs.length === 0);
  return (
    <>
      {left.map(({ unit }) => (
        <Why key={unit.id} span={indicators.length}>
          <span>{t('rsb.nobody', { unit: unit.fullName })}</span>
        </Why>
      ))}
      <Table.Tr className="rsb-undivided">
        <Table.Td>
          <Icon name="arrows-exchange" size={16} />
        </Table.Td>
        <Table.Td>{t('rsb.undivided')}</Table.Td>
        <Table.Td>{t('rsb.dividedUnits', { n: undivided.units.length })}</Table.Td>
        <Cells figures={undivided.figures} indicators={indicators} loud />
      </Table.Tr>
      <Table.Tr>
        <Table.Td />
        <Table.Td>{t('rsb.total', { unit: board.unit.fullName })}</Table.Td>
        <Table.Td>{t('rsb.thenUnits', { n: board.sent.units })}</Table.Td>
        <Cells figures={board.totals} indicators={indicators} />
      </Table.Tr>
    </>
  );
}

/** A row for each unit of today, which opens to the units of then; what nobody can divide; the total of then. */
export function BoardTable({ board, rows, query }: Pick<RowProps, 'board' | 'query'> & { rows: readonly BoardRow[] }) {
  const { t, lang } = useI18n();
  const { may } = useIdentity();
  const at = useAt();
  const [entering, setEntering] = useState<Divided | null>(null);
  const onEnter = may('report.decide') && !at ? setEntering : undefined;
  const head = (text: ReactNode, key: string, right = false) => (
    <Table.Th key={key} data-right={right || undefined}>
      {text}
    </Table.Th>
  );
  return (
    <div className="rsb-scroll" tabIndex={0} role="region" aria-label={t('rsb.table')}>
      <Table className="dt-table rsb-table" aria-label={t('rsb.table')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th aria-label={t('rsb.table')} />
            {head(t('rsb.col.unit'), 'unit')}
            {head(t('rsb.col.from'), 'from')}
            {board.indicators.map((indicator) => head(nameOf(indicator, lang), indicator.code, true))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Fragment key={row.unit.id}>
              <Row row={row} board={board} query={query} onEnter={onEnter} />
            </Fragment>
          ))}
        </Table.Tbody>
        <Table.Tfoot>
          <Foot board={board} />
        </Table.Tfoot>
      </Table>
      {rows.length === 0 && <div className="dt-empty">{t('rsb.noMatch')}</div>}
      {entering && <PartsDialog divided={entering} indicators={board.indicators} onClose={() => setEntering(null)} />}
    </div>
  );
}
