import { Table } from '@mantine/core';
import { useState } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { OddNote, useOddFigures } from '../../odd-figures/odd-note.tsx';
import { Comments } from '../text/comments.tsx';
import {
  type Figure,
  figureText,
  isOpen,
  inPillars,
  type Report,
  standingComments,
  type Which,
} from '../report-facts.ts';
import { nameOf, pairText, unitOf } from '../../../ui/text/figures.ts';
import { useYearAgo } from '../../past-years/use-year-ago.ts';
import { type AgoPair, agoOf, isComparable, type YearAgo, yearOf } from '../../past-years/year-ago.ts';
import { YearAgoNotes } from '../../past-years/year-ago-notes.tsx';
import { placeOf } from '../text/section-list.tsx';
import { TypedDialog } from './typed-dialog.tsx';
import type { Token } from '../text/words-text.ts';

interface RowProps {
  report: Report;
  ago: YearAgo | undefined;
  figure: Figure;
  odd: ReturnType<typeof useOddFigures>;
  onOpen: (token: Token, mark: HTMLElement) => void;
  onType: (figure: Figure) => void;
}

function Value({ figure, which, onOpen }: Pick<RowProps, 'figure' | 'onOpen'> & { which: Which }) {
  const { t, lang } = useI18n();
  const text = figureText(figure, which, lang);
  const mark = which === 'now' && figure.typed ? '*' : '';
  if (which !== 'now' || figure.now.numerator === null) return <>{text}</>;
  const name = nameOf(figure.indicator, lang);
  return (
    <button
      type="button"
      className="fig-open"
      aria-label={t('rep.chip', { name, which: t('rep.which.now'), value: text })}
      onClick={(event) => onOpen({ code: figure.indicator.code, which }, event.currentTarget)}
    >
      {text}
      {mark}
    </button>
  );
}

/** Of a year ago; marked where it is not from records. */
function AgoCell({ figure, ago, report }: Pick<RowProps, 'figure' | 'ago' | 'report'>) {
  const { t, lang } = useI18n();
  const { indicator } = figure;
  const text = (one: AgoPair) => `${pairText(one.pair, indicator, lang)}${one.isImported ? '*' : ''}`;
  const [then, year] = [agoOf(ago, report.month, indicator.code), yearOf(ago, indicator.code)];
  return (
    <>
      {then ? text(then) : '–'}
      {year && ago?.year && <span className="cell-2">{t('ago.year', { year: ago.year.year, value: text(year) })}</span>}
    </>
  );
}

function Row({ report, ago, figure, odd, onOpen, onType }: RowProps) {
  const { t, lang } = useI18n();
  const { indicator, plan, percent, typed, note } = figure;
  const returned = standingComments(report).some(({ cell }) => cell === indicator.code);
  const isTypable = indicator.typed && report.may.write && isOpen(report);
  const name = nameOf(indicator, lang);
  const found = odd.get(indicator.code);
  const ofMonth = report.kind === 'monthly';
  const ofYear = hasYear(report);
  return (
    <Table.Tr id={placeOf(indicator.code)} data-returned={returned || undefined}>
      <Table.Td>
        {name}
        <span className="cell-2">
          {indicator.code} · {unitOf(indicator, lang)}
          {isTypable && (
            <button
              type="button"
              className="link fig-type"
              aria-label={`${t(typed ? 'rep.typed.change' : 'rep.typed.act')}: ${name}`}
              onClick={() => onType(figure)}
            >
              {t(typed ? 'rep.typed.change' : 'rep.typed.act')}
            </button>
          )}
        </span>
        {note && <span className="cell-2">“{note}”</span>}
        <Comments report={report} cell={indicator.code} />
        {found && <OddNote odd={found} />}
      </Table.Td>
      {ago && (
        <Table.Td>
          <AgoCell {...{ figure, ago, report }} />
        </Table.Td>
      )}
      {ofMonth && <Table.Td>{figureText(figure, 'before', lang)}</Table.Td>}
      <Table.Td>
        <Value figure={figure} which="now" onOpen={onOpen} />
      </Table.Td>
      {ofYear && (
        <>
          <Table.Td>{figureText(figure, 'year', lang)}</Table.Td>
          <Table.Td>{plan ?? '–'}</Table.Td>
          <Table.Td>{percent === null ? '–' : `${percent}%`}</Table.Td>
        </>
      )}
    </Table.Tr>
  );
}

const hasYear = ({ kind }: Pick<Report, 'kind'>): boolean => kind === 'monthly' || kind === 'months';

const heads = ['name', 'ago', 'before', 'now', 'year', 'plan', 'percent'] as const;

/** Previous, this period, the year, the plan, and how far it is reached; of what is asked for once what there is now. */
export function FiguresTable({ report, onOpen }: Pick<RowProps, 'report' | 'onOpen'>) {
  const { t } = useI18n();
  const [typing, setTyping] = useState<Figure | null>(null);
  const odd = useOddFigures(report);
  const ofDays = report.kind !== 'monthly';
  const ofMonth = report.kind === 'monthly';
  const view = useYearAgo(report.unit.id, report.month, 1, ofMonth);
  const ago = isComparable(view) ? view : undefined;
  const isShown: Record<(typeof heads)[number], boolean> = {
    name: true,
    ago: ago !== undefined,
    before: ofMonth,
    now: true,
    year: hasYear(report),
    plan: hasYear(report),
    percent: hasYear(report),
  };
  const shown = heads.filter((head) => isShown[head]);
  const word = (head: (typeof heads)[number]) =>
    head === 'ago' ? t('ago.head') : t(head === 'now' && ofDays ? 'rep.table.days' : `rep.table.${head}`);
  return (
    <>
      <div className="fig-scroll" tabIndex={0} role="region" aria-label={t('rep.s.table')}>
        <Table className="fig-table" aria-label={t('rep.s.table')}>
          <Table.Thead>
            <Table.Tr>
              {shown.map((head) => (
                <Table.Th key={head}>{word(head)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {inPillars(report.figures).map((figure) => (
              <Row key={figure.indicator.code} {...{ report, ago, figure, odd, onOpen }} onType={setTyping} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <p className="caption">
        {t('rep.table.dash')} {report.kind === 'monthly' && t('rep.table.typed')}
      </p>
      <YearAgoNotes view={view} />
      {typing && <TypedDialog report={report} figure={typing} onClose={() => setTyping(null)} />}
    </>
  );
}
