/** Numbers that communes get anew each month. */
import { Link } from '@tanstack/react-router';
import { dateInVietnam, formatDate } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { later } from '../../../i18n/screens.ts';
import { SeriesShell } from './series-shell.tsx';
import { type NumberSeries, useBeginNumbers, useStopNumbers } from './use-number-series.ts';

const NextNumbersDialog = later(() => import('./next-numbers-dialog.tsx'), 'NextNumbersDialog', ['assign']);

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
  return (
    <SeriesShell
      series={series}
      work={useWork(series)}
      begin={useBeginNumbers()}
      useStop={useStopNumbers}
      change={(onClose) => <NextNumbersDialog series={series} onClose={onClose} />}
    />
  );
}
