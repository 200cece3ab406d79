/** A work that teams get anew each month. */
import { Link } from '@tanstack/react-router';
import { dateInVietnam, formatDate } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { later } from '../../../i18n/screens.ts';
import { monthText } from '../../../ui/text/months.ts';
import { SeriesShell } from './series-shell.tsx';
import { type Series, useBegin, useStop } from './use-series.ts';

const NextDialog = later(() => import('./next-dialog.tsx'), 'NextDialog');

const isWished = ({ wishes }: Series) => wishes.title !== null || wishes.dueDay !== null || wishes.target !== null;

function useWork(series: Series) {
  const { t, n, lang } = useI18n();
  const { last, indicator, skipped, next, endedAt, endReason } = series;
  const values = {
    date: formatDate(dateInVietnam(last.issuedAt), lang),
    teams: n(last.teams),
    target: n(last.target),
    unit: lang === 'en' ? indicator.unitEn : indicator.unit,
  };
  return {
    title: last.title,
    link: (
      <Link to="/assignments/$assignmentId" params={{ assignmentId: last.id }}>
        <b>{last.title}</b>
      </Link>
    ),
    last: (
      <>
        {t('series.last', values)}
        {skipped && <span className="warn"> · {t('skipped.list', { month: monthText(skipped.month) })}</span>}
      </>
    ),
    next,
    endedAt,
    endReason,
    isWished: isWished(series),
  };
}

export function TeamSeries({ series }: { series: Series }) {
  return (
    <SeriesShell
      series={series}
      work={useWork(series)}
      begin={useBegin()}
      useStop={useStop}
      change={(onClose) => <NextDialog series={series} onClose={onClose} />}
    />
  );
}
