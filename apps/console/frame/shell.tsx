import { useDisclosure, useMediaQuery } from '@mantine/hooks';
import { Outlet } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { formatTime } from '#i18n';
import { useLive } from '../api/live.ts';
import { useIdentity } from '../api/me.tsx';
import { useI18n } from '../i18n/i18n.tsx';
import { toggleHelp, useHelpOpen } from '../ui/help-switch.ts';
import { Icon } from '../ui/icon.tsx';
import { UnderTitle } from '../ui/layout.tsx';
import { useOnline, useSyncedAt } from './clock.ts';
import { Header } from './header.tsx';
import { useKeys } from './keys.ts';
import { Nav } from './nav.tsx';
import { StoppedBar } from './stopped-bar.tsx';
import { focusUndo } from './undo.tsx';

const MenuDrawer = lazy(() => import('./menu-drawer.tsx').then((module) => ({ default: module.MenuDrawer })));
const SearchModal = lazy(() => import('./search.tsx').then((module) => ({ default: module.SearchModal })));
const HelpPanel = lazy(() => import('../help/help-panel.tsx').then((module) => ({ default: module.HelpPanel })));
// Help brings the words of all screens: after the first of them.
const FirstUse = lazy(() => import('../help/first-use.tsx').then((module) => ({ default: module.FirstUse })));
const PastNotice = lazy(() => import('./past-notice.tsx').then((module) => ({ default: module.PastNotice })));
const KeysHelp = lazy(() => import('./keys-help.tsx').then((module) => ({ default: module.KeysHelp })));

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

const firstUse = (
  <Suspense>
    <FirstUse />
  </Suspense>
);

/** Of a unit that has ended. */
function Past() {
  return <Suspense>{useIdentity().post.past && <PastNotice />}</Suspense>;
}

export function Shell() {
  const { t } = useI18n();
  const rail = useMediaQuery('(max-width: 999px)', matchMedia('(max-width: 999px)').matches);
  const drawer = useMediaQuery('(max-width: 699px)', matchMedia('(max-width: 699px)').matches);
  const [menu, setMenu] = useDisclosure(false);
  const [search, setSearch] = useDisclosure(false);
  const [keys, setKeys] = useDisclosure(false);
  const help = useHelpOpen();
  useLive();
  useKeys({
    'mod+k': setSearch.open,
    '?': setKeys.open,
    F1: toggleHelp,
    F8: focusUndo,
    '/': () => document.querySelector<HTMLInputElement>('[data-table-filter] input, input[data-table-filter]')?.focus(),
  });
  return (
    <div className="shell">
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
      <div className="strip" />
      <Header narrow={Boolean(rail)} drawer={Boolean(rail)} onMenu={setMenu.open} onSearch={setSearch.open} />
      <StoppedBar />
      <OfflineBar />
      <div className="shell-body">
        {!drawer && <Nav rail={Boolean(rail)} />}
        <main id="main" tabIndex={-1} className="main">
          <Past />
          <UnderTitle value={firstUse}>
            <Outlet />
          </UnderTitle>
        </main>
        <Suspense>{help && <HelpPanel onKeys={setKeys.open} />}</Suspense>
      </div>
      <Suspense>
        {menu && <MenuDrawer onClose={setMenu.close} />}
        {search && <SearchModal onClose={setSearch.close} />}
        {keys && <KeysHelp opened onClose={setKeys.close} />}
      </Suspense>
    </div>
  );
}
