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
import { nameOf, unitOf } from '../../../ui/text/figures.ts';
import { placeOf } from '../text/section-list.tsx';
import { TypedDialog } from './typed-dialog.tsx';
import type { Token } from '../text/words-text.ts';

interface RowProps {
  report: Report;
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

function Row({ report, figure, odd, onOpen, onType }: RowProps) {
  const { t, lang } = useI18n();
  const { indicator, plan, percent, typed, note } = figure;
  const returned = standingComments(report).some(({ cell }) => cell === indicator.code);
  const isTypable = indicator.typed && report.may.write && isOpen(report);
  const name = nameOf(indicator, lang);
  const found = odd.get(indicator.code);
  const ofMonth = report.kind === 'monthly';
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
      {ofMonth && <Table.Td>{figureText(figure, 'before', lang)}</Table.Td>}
      <Table.Td>
        <Value figure={figure} which="now" onOpen={onOpen} />
      </Table.Td>
      {ofMonth && (
        <>
          <Table.Td>{figureText(figure, 'year', lang)}</Table.Td>
          <Table.Td>{plan ?? '–'}</Table.Td>
          <Table.Td>{percent === null ? '–' : `${percent}%`}</Table.Td>
        </>
      )}
    </Table.Tr>
  );
}

const heads = ['name', 'before', 'now', 'year', 'plan', 'percent'] as const;

/** Previous, this period, the year, the plan, and how far it is reached; of what is asked for once what there is now. */
export function FiguresTable({ report, onOpen }: Pick<RowProps, 'report' | 'onOpen'>) {
  const { t } = useI18n();
  const [typing, setTyping] = useState<Figure | null>(null);
  const odd = useOddFigures(report);
  const ofDays = report.kind === 'results';
  const shown = heads.filter((head) => report.kind === 'monthly' || head === 'name' || head === 'now');
  return (
    <>
      <div className="fig-scroll" tabIndex={0} role="region" aria-label={t('rep.s.table')}>
        <Table className="fig-table" aria-label={t('rep.s.table')}>
          <Table.Thead>
            <Table.Tr>
              {shown.map((head) => (
                <Table.Th key={head}>{t(head === 'now' && ofDays ? 'rep.table.days' : `rep.table.${head}`)}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {inPillars(report.figures).map((figure) => (
              <Row key={figure.indicator.code} {...{ report, figure, odd, onOpen }} onType={setTyping} />
            ))}
          </Table.Tbody>
        </Table>
      </div>
      <p className="caption">
        {t('rep.table.dash')} {report.kind === 'monthly' && t('rep.table.typed')}
      </p>
      {typing && <TypedDialog report={report} figure={typing} onClose={() => setTyping(null)} />}
    </>
  );
}
