import { type ReactNode, useEffect, useState } from 'react';
import { formatDate, monthOf, type PlainDate, yearOf } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { useViewportStep } from '../../../ui/viewport.ts';
import { useActs } from '../acts.ts';
import { Agenda } from './agenda.tsx';
import type { AvoidSpan } from './blocks.tsx';
import { monthWeeks, rangeOf, spanOf, type View, weekOf, writeHour } from '../hours.ts';
import { sumOf } from '../looks.ts';
import { MonthGrid } from './month-grid.tsx';
import { TimeGrid } from './time-grid.tsx';
import type { Calendar } from '../use-sessions.ts';

const minuteMs = 60_000;
const narrowBelow = 700;

/** The moment, once a minute: the line of now moves with it. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minuteMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** Times to be avoided, once for each hour and name, with the communes they hold in where there are several. */
export function avoidSpans(avoid: Calendar['avoid'], nameOf: ((communeId: string) => string) | null): AvoidSpan[] {
  const byTime = new Map<string, { labels: Map<string, Set<string>>; span: AvoidSpan['span'] }>();
  for (const { label, from, to, communeId } of avoid) {
    const span = spanOf({ startsAt: from, endsAt: to });
    const key = `${span.day} ${span.from} ${span.to}`;
    const entry = byTime.get(key) ?? { labels: new Map<string, Set<string>>(), span };
    const name = nameOf?.(communeId) ?? '';
    entry.labels.set(label, (entry.labels.get(label) ?? new Set()).add(name));
    byTime.set(key, entry);
  }
  return [...byTime.values()].map(({ labels, span }) => ({
    span,
    label: [...labels]
      .map(([label, names]) => [label, [...names].filter((name) => name && !label.includes(name)).join(', ')])
      .map(([label, names]) => (names ? `${label} ${names}` : label))
      .join(' · '),
  }));
}

function Legend() {
  const { t } = useI18n();
  const keys = [
    ['done', 'train.legend.done'],
    ['accepted', 'train.legend.published'],
    ['new', 'train.state.over'],
    ['doing', 'train.legend.proposed'],
    ['late', 'train.legend.changes'],
  ] as const;
  return (
    <span className="cal-legend">
      {keys.map(([tone, word]) => (
        <span key={tone}>
          <i className={`chip-${tone}`} /> {t(word)}
        </span>
      ))}
      <span>
        <i className="cal-avoid-key" /> {t('train.legend.avoid')}
      </span>
    </span>
  );
}

function Foot({ view, calendar }: { view: View; calendar: Calendar }) {
  const { t } = useI18n();
  const { sessions, taken, waiting } = sumOf(calendar.sessions);
  const word = view === 'week' ? 'train.sub' : view === 'day' ? 'train.subDay' : 'train.subMonth';
  return (
    <div className="card-foot cal-foot">
      <Legend />
      <span className="num-text">{t(word, { n: sessions, m: taken, w: waiting })}</span>
    </div>
  );
}

interface CardProps {
  view: View;
  day: PlainDate;
  calendar: Calendar;
  nameOf: ((communeId: string) => string) | null;
  onDay: (day: PlainDate, view?: View) => void;
}

function Body({ view, day, calendar, nameOf, onDay }: CardProps) {
  const { t, lang } = useI18n();
  const now = useNow();
  const narrow = useViewportStep() < narrowBelow;
  const spans = avoidSpans(calendar.avoid, nameOf);
  const avoid = new Map(
    spans.map(({ label, span }) => [span.day, `${label} ${writeHour(span.from)}–${writeHour(span.to)}`]),
  );
  const { from, to } = rangeOf(view, day);
  const label = t('train.grid', { from: formatDate(from, lang), to: formatDate(to, lang) });
  const shared = { sessions: calendar.sessions, now, withCommune: nameOf !== null };
  if (view !== 'day' && narrow) {
    const days = view === 'week' ? weekOf(day) : monthWeeks(day).flat();
    return <Agenda days={days} avoid={avoid} {...shared} />;
  }
  if (view === 'month')
    return <MonthGrid day={day} avoid={avoid} label={label} onDay={(next) => onDay(next, 'day')} {...shared} />;
  const days = view === 'week' ? weekOf(day) : [day];
  return <TimeGrid days={days} avoid={spans} label={label} onDay={(next) => onDay(next)} {...shared} />;
}

export function CalendarCard(props: CardProps & { empty: ReactNode }) {
  const { view, calendar, empty } = props;
  const { t } = useI18n();
  const acts = useActs();
  return (
    <section className="card cal-card" aria-label={t('nav.trainingCalendar')}>
      {calendar.sessions.length === 0 && empty}
      <Body {...props} />
      <Foot view={view} calendar={calendar} />
      {view !== 'month' && (
        <p className="cal-keys hide-small">
          <Icon name="keyboard" size={15} /> {t(acts.propose ? 'train.keysShort' : 'train.keysRead')}
        </p>
      )}
    </section>
  );
}

/** "20/6 – 26/6/2022", "Tháng 6/2022" or one day. */
export function rangeText(t: ReturnType<typeof useI18n>['t'], lang: 'vi' | 'en', view: View, day: PlainDate): string {
  if (view === 'month') return t('train.month', { month: String(monthOf(day)), year: String(yearOf(day)) });
  const { from, to } = rangeOf(view, day);
  if (view === 'day') return formatDate(day, lang, { withYear: true });
  return `${formatDate(from, lang)} – ${formatDate(to, lang, { withYear: true })}`;
}
