/** Works that the unit gives anew each month: when the next one comes, what it differs in, and a way to stop it. */
import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { lazy, Suspense, useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import '../../../i18n/order-series-words.ts';
import { FormDialog } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import { monthText } from '../../reports/report-facts.ts';
import { type Series, useBegin, useSeries, useStop } from './use-series.ts';
import './series.css';

const NextDialog = lazy(() => import('./next-dialog.tsx').then((module) => ({ default: module.NextDialog })));

const isWished = ({ wishes }: Series) => wishes.title !== null || wishes.dueDay !== null || wishes.target !== null;

/** When the next one comes, or why there is none. */
function When({ series }: { series: Series }) {
  const { t, lang } = useI18n();
  const { next, endedAt, endReason } = series;
  if (!next)
    return (
      <span className="series-when">
        {t(`series.end.${endReason ?? 'stopped'}`, { date: formatDate(dateInVietnam(endedAt ?? ''), lang) })}
      </span>
    );
  return (
    <span className="series-when">
      <b>{t('series.next', { date: formatDate(next.on, lang) })}</b>
      {isWished(series) && <span className="caption"> · {t('series.wished')}</span>}
    </span>
  );
}

interface RowProps {
  series: Series;
  onChange: () => void;
  onStop: () => void;
}

function Acts({ series, onChange, onStop }: RowProps) {
  const { t } = useI18n();
  const begin = useBegin();
  const { title } = series.last;
  return (
    <span className="series-acts">
      {series.next ? (
        <>
          <Button size="xs" variant="default" aria-label={t('series.changeOf', { title })} onClick={onChange}>
            {t('series.change')}
          </Button>
          <Button size="xs" variant="default" aria-label={t('series.stopOf', { title })} onClick={onStop}>
            {t('series.stop')}
          </Button>
        </>
      ) : (
        <Button
          size="xs"
          variant="default"
          aria-label={t('series.againOf', { title })}
          loading={begin.isPending}
          onClick={() => begin.mutate(series)}
        >
          {t('series.again')}
        </Button>
      )}
    </span>
  );
}

function Row({ series, onChange, onStop }: RowProps) {
  const { t, n, lang } = useI18n();
  const { last, indicator, next, skipped } = series;
  const unit = lang === 'en' ? indicator.unitEn : indicator.unit;
  return (
    <li data-ended={!next || undefined}>
      <Icon name="calendar-event" />
      <span className="series-work">
        <Link to="/assignments/$assignmentId" params={{ assignmentId: last.id }}>
          <b>{last.title}</b>
        </Link>
        <span className="cell-2">
          {t('series.last', {
            date: formatDate(dateInVietnam(last.issuedAt), lang),
            teams: n(last.teams),
            target: n(last.target),
            unit,
          })}
          {skipped && <span className="warn"> · {t('skipped.list', { month: monthText(skipped.month) })}</span>}
        </span>
      </span>
      <When series={series} />
      <Acts series={series} onChange={onChange} onStop={onStop} />
    </li>
  );
}

function StopDialog({ series, onClose }: { series: Series; onClose: () => void }) {
  const { t, lang } = useI18n();
  const stop = useStop(onClose);
  return (
    <FormDialog
      title={t('series.stopTitle')}
      label={t('series.stopAct')}
      busy={stop.isPending}
      onClose={onClose}
      onSubmit={() => stop.mutate(series)}
    >
      <p>
        <b>{series.last.title}</b>
      </p>
      <p>{t('series.stopText', { date: formatDate(series.next?.on ?? '', lang) })}</p>
    </FormDialog>
  );
}

export function SeriesCard() {
  const { t } = useI18n();
  const { post } = useIdentity();
  const { data = [] } = useSeries(post.unit.id);
  const [open, setOpen] = useState<{ act: 'change' | 'stop'; id: string } | null>(null);
  if (data.length === 0) return null;
  const chosen = data.find((series) => series.seriesId === open?.id && series.next);
  const close = () => setOpen(null);
  return (
    <Card title={t('series.title')} note={t('series.note')}>
      <ul className="series">
        {data.map((series) => (
          <Row
            key={series.seriesId}
            series={series}
            onChange={() => setOpen({ act: 'change', id: series.seriesId })}
            onStop={() => setOpen({ act: 'stop', id: series.seriesId })}
          />
        ))}
      </ul>
      {chosen && open?.act === 'stop' && <StopDialog series={chosen} onClose={close} />}
      {chosen && open?.act === 'change' && (
        <Suspense>
          <NextDialog series={chosen} onClose={close} />
        </Suspense>
      )}
    </Card>
  );
}
