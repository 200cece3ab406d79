import { Select } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { monthText } from '../../ui/text/months.ts';
import { nameOf, unitOf } from '../../ui/text/figures.ts';
import { ChartCard } from './chart-card.tsx';
import { CutNote, ruleLabel } from './cut-note.tsx';
import './dashboard.css';
import { agoOf, type YearAgo } from '../past-years/year-ago.ts';
import { YearAgoNotes } from '../past-years/year-ago-notes.tsx';
import type { FigureMonths } from '../restated/restated-months.ts';
import { type Cut, drawable, overMonths, withCuts, withYearAgo } from './dashboard-facts.ts';

/** Shown first when it has anything: dossiers handed in with a team's help. */
const firstCode = 'CQ02';
const none: readonly Cut[] = [];

interface Props {
  board: FigureMonths;
  title: string;
  empty?: string;
  /** Where units changed. */
  cuts?: readonly Cut[];
  /** What has to be said of an indicator's line. */
  note?: (code: string) => ReactNode;
  /** The same months of a year ago. */
  ago?: YearAgo | undefined;
}

/** Any indicator over the months. */
export function FiguresCard({ board, title, empty, cuts = none, note, ago }: Props) {
  const { t, lang } = useI18n();
  const hasBoard = useIdentity().may('report.receive');
  const choices = useMemo(() => drawable(board), [board]);
  const [code, setCode] = useState<string | null>(null);
  const chosen = choices.find((each) => each.code === (code ?? firstCode)) ?? choices[0] ?? board.indicators[0];
  const drawing = useMemo(
    () =>
      chosen &&
      withCuts(
        withYearAgo(
          overMonths(board, chosen, { indicator: nameOf(chosen, lang), month: monthText }, hasBoard),
          board.months.map(({ month }) => agoOf(ago, month, chosen.code)),
          chosen,
          { records: t('ago.series'), imported: t('ago.seriesImported') },
        ),
        cuts,
        ruleLabel(t, lang),
      ),
    [board, chosen, lang, cuts, hasBoard, t, ago],
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
          <CutNote cuts={cuts} />
          {note?.(chosen.code)}
          <YearAgoNotes view={ago} />
        </>
      }
    />
  );
}
