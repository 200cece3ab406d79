import '@mantine/core/styles/Tabs.css';
import '@mantine/dates/styles.css';
import { Tabs } from '@mantine/core';
import { getRouteApi } from '@tanstack/react-router';
import { formatDate } from '#i18n';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Chip } from '../../ui/layout.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { DivideTab } from './divide/divide-tab.tsx';
import { NamesTab } from './names/names-tab.tsx';
import { PeopleTab } from './people/people-tab.tsx';
import { lookOf, looks, type Reform } from './reform-looks.ts';
import { RehearsalTab } from './rehearsal-tab.tsx';
import { ScheduleTab } from './schedule-tab.tsx';
import { UnitsTab } from './lines/units-tab.tsx';
import './unit-reforms.css';

const route = getRouteApi('/unit-reforms/$reformId');
const tabs = ['units', 'divide', 'names', 'people', 'rehearsal', 'schedule'] as const;
type Tab = (typeof tabs)[number];
/** While steps follow the day. */
const MOVING_MS = 5000;

function Sub({ reform }: { reform: Reform }) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const look = lookOf(reform, me.today);
  const day = formatDate(reform.onDate, lang, { withYear: true });
  const parts = [
    reform.directive?.citation ?? t('ur.noPaper'),
    t('ur.from', { day }),
    t('ur.version', { n: reform.version }),
    reform.fileName,
  ];
  return (
    <span className="ur-sub">
      <Chip {...looks[look]}>{t(`ur.${look}`)}</Chip>
      <span>
        {reform.state === 'revoked'
          ? t('ur.revokedSub', { reason: reform.revokeReason ?? '' })
          : parts.filter(Boolean).join(' · ')}
      </span>
    </span>
  );
}

function View({ reform, tab, onTab }: { reform: Reform; tab: Tab; onTab: (tab: Tab) => void }) {
  const { t } = useI18n();
  const count: Partial<Record<Tab, number>> = { units: reform.blocks, people: reform.counts.emptyPosts };
  return (
    <div className="page">
      <PageHeader
        parent={{ label: t('ur.title'), to: '/unit-reforms' }}
        title={reform.blocks > 0 ? t('ur.left', { name: reform.title, n: reform.blocks }) : reform.title}
        state={<Sub reform={reform} />}
      />
      <Tabs className="ur-tabs" value={tab} onChange={(next) => next && onTab(next as Tab)} keepMounted={false}>
        <Tabs.List>
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`ur.tab.${one}`)} {(count[one] ?? 0) > 0 && <span className="ur-count">{count[one]}</span>}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="units">
          <UnitsTab reform={reform} />
        </Tabs.Panel>
        <Tabs.Panel value="divide">
          <DivideTab reform={reform} />
        </Tabs.Panel>
        <Tabs.Panel value="names">
          <NamesTab reform={reform} />
        </Tabs.Panel>
        <Tabs.Panel value="people">
          <PeopleTab reform={reform} />
        </Tabs.Panel>
        <Tabs.Panel value="rehearsal">
          <RehearsalTab reform={reform} onResult={() => onTab('schedule')} />
        </Tabs.Panel>
        <Tabs.Panel value="schedule">
          <ScheduleTab reform={reform} onBlocks={() => onTab('units')} />
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

/** One reform of communes: what goes where, hamlet by hamlet, rehearsed, scheduled. */
export function UnitReformPage() {
  const { reformId } = route.useParams();
  const { tab = 'units' } = route.useSearch();
  const navigate = route.useNavigate();
  const query = api.useQuery(
    'get',
    '/reforms/{reformId}',
    { params: { path: { reformId } } },
    { refetchInterval: ({ state }) => (state.data?.rehoming && !state.data.rehoming.finishedAt ? MOVING_MS : false) },
  );
  const shown = tabs.find((one) => one === tab) ?? 'units';
  return (
    <Loaded query={query} rows={8}>
      {(reform) => (
        <View reform={reform} tab={shown} onTab={(next) => void navigate({ search: { tab: next }, replace: true })} />
      )}
    </Loaded>
  );
}
