/** A monthly work in a line: what was given last, when the next one comes or why there is none, and what can be done. */
import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import type { Schemas } from '../../../api/client.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';

export interface MonthlyWork {
  title: string;
  /** Leads to what was given last. */
  link: ReactNode;
  last: ReactNode;
  next: { on: string } | null;
  endedAt: string | null;
  endReason: Schemas['OrderSeries']['endReason'] | Schemas['NumberSeries']['endReason'];
  /** The next one differs from the last one. */
  isWished: boolean;
}

function When({ next, endedAt, endReason, isWished }: MonthlyWork) {
  const { t, lang } = useI18n();
  if (!next)
    return (
      <span className="series-when">
        {t(`series.end.${endReason ?? 'stopped'}`, { date: formatDate(dateInVietnam(endedAt ?? ''), lang) })}
      </span>
    );
  return (
    <span className="series-when">
      <b>{t('series.next', { date: formatDate(next.on, lang) })}</b>
      {isWished && <span className="caption"> · {t('series.wished')}</span>}
    </span>
  );
}

interface RowProps {
  work: MonthlyWork;
  isBeginning: boolean;
  onBegin: () => void;
  onChange: () => void;
  onStop: () => void;
}

export function SeriesRow({ work, isBeginning, onBegin, onChange, onStop }: RowProps) {
  const { t } = useI18n();
  const { title, link, last, next } = work;
  return (
    <li data-ended={!next || undefined}>
      <Icon name="calendar-event" />
      <span className="series-work">
        {link}
        <span className="cell-2">{last}</span>
      </span>
      <When {...work} />
      <span className="series-acts">
        {next ? (
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
            loading={isBeginning}
            onClick={onBegin}
          >
            {t('series.again')}
          </Button>
        )}
      </span>
    </li>
  );
}

interface StopProps {
  title: string;
  /** When the next one would have come. */
  on: string;
  busy: boolean;
  onStop: () => void;
  onClose: () => void;
}

export function StopDialog({ title, on, busy, onStop, onClose }: StopProps) {
  const { t, lang } = useI18n();
  return (
    <FormDialog
      title={t('series.stopTitle')}
      label={t('series.stopAct')}
      busy={busy}
      onClose={onClose}
      onSubmit={onStop}
    >
      <p>
        <b>{title}</b>
      </p>
      <p>{t('series.stopText', { date: formatDate(on, lang) })}</p>
    </FormDialog>
  );
}
