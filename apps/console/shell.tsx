import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { Outlet, useRouterState } from '@tanstack/react-router';
import { Suspense } from 'react';
import { formatTime } from '#i18n';
import { useLive } from './api/live.ts';
import { useIdentity } from './api/me.tsx';
import { useI18n } from './i18n/i18n.tsx';
import { later } from './i18n/screens.ts';
import { At } from './ui/at.ts';
import { toggleHelp, useHelpOpen } from './ui/help-switch.ts';
import { Icon } from './ui/icon.tsx';
import { HelpDot } from './ui/header/page-header.tsx';
import { useOnline, useSyncedAt } from './api/clock.ts';
import { DayBar } from './frame/day/day-bar.tsx';
import { DayControl } from './frame/day/day-control.tsx';
import { DayGate } from './frame/day/day-gate.tsx';
import { Header } from './frame/header.tsx';
import { useKeys } from './frame/keys.ts';
import { Nav } from './frame/nav.tsx';
import { StoppedBar } from './frame/stopped-bar.tsx';
import { FirstUseDot } from './help/first-use-dot.tsx';
import { focusUndo } from './notices/undo.tsx';

const MenuDrawer = later(() => import('./frame/menu-drawer.tsx'), 'MenuDrawer');
const SearchModal = later(() => import('./frame/search.tsx'), 'SearchModal');
const HelpPanel = later(() => import('./help/help-panel.tsx'), 'HelpPanel', [
  'assign',
  'committee',
  'confirm',
  'dataRequests',
  'documents',
  'forms',
  'handovers',
  'help',
  'invites',
  'logPage',
  'maps',
  'officers',
  'orderChanges',
  'orderSeries',
  'oversight',
  'overview',
  'pastYears',
  'providers',
  'recipients',
  'reforms',
  'registers',
  'reports',
  'roster',
  'rules',
  'system',
  'takeover',
  'team',
  'teamPapers',
  'training',
  'units',
]);
const NoPasswordBar = later(() => import('./frame/no-password-bar.tsx'), 'NoPasswordBar', ['account']);
const PastNotice = later(() => import('./frame/past-notice.tsx'), 'PastNotice', ['past']);
const KeysHelp = later(() => import('./frame/keys-help.tsx'), 'KeysHelp', ['day']);

function OfflineBar() {
  const { t } = useI18n();
  const at = useSyncedAt();
  if (useOnline()) return null;
  return (
    <div className="offline" role="status">
      <Icon name="wifi-off" /> {t('state.offline', { time: formatTime(at || Date.now(), true) })}
    </div>
  );
}

const firstUseDot = <FirstUseDot />;

/** Of a unit that has ended, and of an account that cannot be come back to. */
function Notices() {
  const { me, post } = useIdentity();
  return (
    <Suspense>
      {post.past && <PastNotice />}
      {!me.person.hasPassword && <NoPasswordBar />}
    </Suspense>
  );
}

/** The day of the address, where that is not today. */
function useAsked(): string | undefined {
  const { me } = useIdentity();
  const at = useRouterState({ select: ({ matches }) => matches[0]?.search.at });
  return at === me.today ? undefined : at;
}

function SkipLink() {
  const { t } = useI18n();
  return (
    <a
      href="#main"
      className="skip"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById('main')?.focus();
      }}
    >
      {t('frame.skip')}
    </a>
  );
}

function Main({ at }: { at: string | undefined }) {
  return (
    <main id="main" tabIndex={-1} className="main">
      <Notices />
      <HelpDot value={firstUseDot}>
        {at ? (
          <DayGate at={at}>
            <Outlet />
          </DayGate>
        ) : (
          <Outlet />
        )}
      </HelpDot>
    </main>
  );
}

function useFrameKeys(search: () => void, keys: () => void): void {
  useKeys({
    'mod+k': search,
    '?': keys,
    F1: toggleHelp,
    F8: focusUndo,
    '/': () => document.querySelector<HTMLInputElement>('[data-table-filter] input, input[data-table-filter]')?.focus(),
  });
}

export function Shell() {
  const rail = Boolean(useMediaQuery('(max-width: 999px)', matchMedia('(max-width: 999px)').matches));
  const drawer = useMediaQuery('(max-width: 699px)', matchMedia('(max-width: 699px)').matches);
  const [menu, setMenu] = useDisclosure(false);
  const [search, setSearch] = useDisclosure(false);
  const [keys, setKeys] = useDisclosure(false);
  const help = useHelpOpen();
  const at = useAsked();
  useLive();
  useFrameKeys(setSearch.open, setKeys.open);
  const day = <DayControl narrow={rail} />;
  return (
    <At value={at}>
      <div className="shell">
        <SkipLink />
        <div className="strip" />
        <Header narrow={rail} drawer={rail} day={day} onMenu={setMenu.open} onSearch={setSearch.open} />
        {at && <DayBar at={at} />}
        <StoppedBar />
        <OfflineBar />
        <div className="shell-body">
          {!drawer && <Nav rail={rail} />}
          <Main at={at} />
          <Suspense>{help && <HelpPanel onKeys={setKeys.open} />}</Suspense>
        </div>
        <Suspense>
          {menu && <MenuDrawer onClose={setMenu.close} />}
          {search && <SearchModal onClose={setSearch.close} />}
          {keys && <KeysHelp opened onClose={setKeys.close} />}
        </Suspense>
      </div>
    </At>
  );
}
