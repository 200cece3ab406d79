import { Button, SegmentedControl } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback } from 'react';
import { isPlainDate, type PlainDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { MainWords, PageHeader } from '../../ui/header/page-header.tsx';
import { Failed, Loaded } from '../../ui/states.tsx';
import { useActs } from './acts.ts';
import { CalendarCard, rangeText } from './calendar/calendar-card.tsx';
import { TrainingDialogs } from './training-dialogs.tsx';
import { EmptyCalendar, NoCoverage } from './calendar/empty-calendar.tsx';
import { rangeOf, stepped, type View, views } from './hours.ts';
import { TrainingLists } from './lists/training-lists.tsx';
import './training.css';
import { type Area, useArea } from './use-area.ts';
import { useSessions, useSessionsAhead } from './use-sessions.ts';

const route = getRouteApi('/training');

/** The address keeps which days are shown, which session is open and whose coverage is looked at. */
function useCalendarSearch() {
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const { me } = useIdentity();
  const view = views.find((each) => each === search.view) ?? 'week';
  const day = search.day && isPlainDate(search.day) ? search.day : me.today;
  const onSession = useCallback(
    ({ session, tab }: { session?: string; tab?: string }) =>
      void navigate({ search: (old) => ({ ...old, session, tab }) }),
    [navigate],
  );
  return {
    search,
    view,
    day,
    onSession,
    show: (next: PlainDate, as: View = view) =>
      void navigate({
        search: (old) => ({
          ...old,
          day: next === me.today ? undefined : next,
          view: as === 'week' ? undefined : as,
        }),
        replace: true,
      }),
    setCommune: (commune: string) => void navigate({ search: (old) => ({ ...old, commune }), replace: true }),
  };
}

type CalendarSearch = ReturnType<typeof useCalendarSearch>;

function Steps({ view, day, show }: CalendarSearch) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const step = (by: 1 | -1) => show(stepped(view, day, by));
  return (
    <span className="cal-steps">
      <Button variant="default" px={9} aria-label={t(`train.before.${view}` as MessageId)} onClick={() => step(-1)}>
        <Icon name="chevron-left" size={18} />
      </Button>
      <button type="button" className="cal-range num-text" title={t('train.toToday')} onClick={() => show(me.today)}>
        <span aria-live="polite">{rangeText(t, lang, view, day)}</span>
        <span className="visually-hidden">. {t('train.toToday')}</span>
      </button>
      <Button variant="default" px={9} aria-label={t(`train.after.${view}` as MessageId)} onClick={() => step(1)}>
        <Icon name="chevron-right" size={18} />
      </Button>
    </span>
  );
}

function Header({ at }: { at: CalendarSearch }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const acts = useActs();
  const word = post.role === 'trainer' ? 'nav.trainingCalendar' : 'nav.training';
  const options = views.map((value) => ({ value, label: t(`train.view.${value}` as MessageId) }));
  const { propose } = acts;
  return (
    <PageHeader
      title={t(word)}
      main={
        propose && (
          <Button leftSection={<Icon name="calendar-event" />} onClick={() => propose({})}>
            <MainWords long={t('train.propose')} short={t('train.proposeShort')} />
          </Button>
        )
      }
      row={
        <>
          <Steps {...at} />
          <SegmentedControl
            className="page-row-end"
            aria-label={t('train.view')}
            data={options}
            value={at.view}
            onChange={(view) => at.show(at.day, view as View)}
          />
        </>
      }
    />
  );
}

/** The commune whose teams are looked at: the address's, that of the next session, the first. */
function useCommune(area: Area, wanted: string | undefined) {
  const ahead = useSessionsAhead().data?.sessions ?? [];
  const known = (id: string | undefined) => area.communes.find((each) => each.id === id)?.id;
  return {
    ahead,
    communeId: known(wanted) ?? known(ahead[0]?.communeId) ?? area.communes[0]?.id,
  };
}

function Page({ at }: { at: CalendarSearch }) {
  const { post } = useIdentity();
  const area = useArea();
  const { communeId, ahead } = useCommune(area, at.search.commune);
  const query = useSessions(rangeOf(at.view, at.day));
  if (area.error) return <Failed error={area.error} refetch={area.refetch} />;
  if (!area.loading && area.communes.length === 0 && post.role === 'trainer') return <NoCoverage />;
  const nameOf = area.communes.length > 1 ? area.nameOf : null;
  return (
    <>
      <Loaded query={query} rows={14}>
        {(calendar) => (
          <CalendarCard
            view={at.view}
            day={at.day}
            calendar={calendar}
            nameOf={nameOf}
            onDay={at.show}
            empty={<EmptyCalendar view={at.view} communeId={communeId} day={at.day} />}
          />
        )}
      </Loaded>
      <TrainingLists area={area} communeId={communeId} ahead={ahead} onCommune={at.setCommune} />
    </>
  );
}

/** Sessions where the gaps are, and no market or harvest day in the way. */
export function TrainingPage() {
  const at = useCalendarSearch();
  return (
    <TrainingDialogs search={at.search} onSearch={at.onSession}>
      <div className="page">
        <Header at={at} />
        <Page at={at} />
      </div>
    </TrainingDialogs>
  );
}
