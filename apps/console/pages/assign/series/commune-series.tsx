/** Numbers that communes get anew each month. */
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { SeriesRow, StopDialog } from './series-row.tsx';
import { type NumberSeries, useBeginNumbers, useStopNumbers } from './use-number-series.ts';

const NextNumbersDialog = lazy(() =>
  import('./next-numbers-dialog.tsx').then((module) => ({ default: module.NextNumbersDialog })),
);

function useWork({ last, indicator, next, endedAt, endReason, wishes }: NumberSeries) {
  const { t, n, lang } = useI18n();
  const values = {
    date: formatDate(dateInVietnam(last.issuedAt), lang),
    communes: n(last.communes),
    target: n(last.target),
    unit: lang === 'en' ? indicator.unitEn : indicator.unit,
  };
  return {
    title: last.title,
    link: (
      <Link to="/allotments/$allotmentId" params={{ allotmentId: last.id }}>
        <b>{last.title}</b>
      </Link>
    ),
    last: t('series.lastNumbers', values),
    next,
    endedAt,
    endReason,
    isWished: wishes.title !== null || wishes.dueDay !== null || wishes.numbers,
  };
}

export function CommuneSeries({ series }: { series: NumberSeries }) {
  const [open, setOpen] = useState<'change' | 'stop' | null>(null);
  const begin = useBeginNumbers();
  const close = () => setOpen(null);
  const stop = useStopNumbers(close);
  return (
    <>
      <SeriesRow
        work={useWork(series)}
        isBeginning={begin.isPending}
        onBegin={() => begin.mutate(series)}
        onChange={() => setOpen('change')}
        onStop={() => setOpen('stop')}
      />
      {open === 'stop' && series.next && (
        <StopDialog
          title={series.last.title}
          on={series.next.on}
          busy={stop.isPending}
          onStop={() => stop.mutate(series)}
          onClose={close}
        />
      )}
      {open === 'change' && series.next && (
        <Suspense>
          <NextNumbersDialog series={series} onClose={close} />
        </Suspense>
      )}
    </>
  );
}
