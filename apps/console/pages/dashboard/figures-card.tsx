import { Select } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import '../../i18n/oversight-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { monthText, nameOf, unitOf } from '../reports/report-facts.ts';
import { ChartCard } from './chart-card.tsx';
import './dashboard.css';
import { drawable, type FigureMonths, overMonths } from './dashboard-facts.ts';

/** Shown first when it has anything: dossiers handed in with a team's help. */
const firstCode = 'CQ02';

interface Props {
  board: FigureMonths;
  title: string;
  empty?: string;
  /** What has to be said of an indicator's line. */
  note?: (code: string) => ReactNode;
}

/** Any indicator over the months. */
export function FiguresCard({ board, title, empty, note }: Props) {
  const { t, lang } = useI18n();
  const choices = useMemo(() => drawable(board), [board]);
  const [code, setCode] = useState<string | null>(null);
  const chosen = choices.find((each) => each.code === (code ?? firstCode)) ?? choices[0] ?? board.indicators[0];
  const drawing = useMemo(
    () => chosen && overMonths(board, chosen, { indicator: nameOf(chosen, lang), month: monthText }),
    [board, chosen, lang],
  );
  if (!chosen || !drawing) return null;
  const options = choices.map((each) => ({
    value: each.code,
    label: `${nameOf(each, lang)} (${unitOf(each, lang)})`,
  }));
  return (
    <ChartCard
      title={title}
      drawing={drawing}
      head={t('dash.month')}
      {...(empty && { empty })}
      choice={
        <>
          <Select
            aria-label={t('dash.indicator')}
            data={options}
            value={chosen.code}
            searchable
            allowDeselect={false}
            onChange={setCode}
          />
          {note?.(chosen.code)}
        </>
      }
    />
  );
}
