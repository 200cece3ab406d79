/** A screen whose code is still coming, or did not come: always with a title and a way back. */
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { network } from '../model/device/network.ts';
import { onlyHere } from '../model/queue/kept-commands.ts';
import { t } from '../model/words/words.ts';
import { goBack, route } from '../router.ts';
import { AppBar, Screen } from './chrome.tsx';
import { Button } from './parts.tsx';
import { EmptyState, SkeletonRows } from './states.tsx';

const TABS = { 'tap-huan': 'tab.training', 'hop-thu': 'tab.inbox', to: 'tab.team' } as const;

const Frame = ({ title, children }: { title: string; children: ComponentChildren }) => {
  const [first] = route.value;
  const tab = TABS[first as 'to'];
  const bar = first && !tab ? <AppBar title={title} back={goBack} /> : <AppBar title={t(tab ?? 'app.name')} />;
  return <Screen bar={bar}>{children}</Screen>;
};

export const Waiting = () => (
  <Frame title={t('state.loading')}>
    <SkeletonRows />
  </Frame>
);

export function Broken({ onRetry }: { onRetry: () => unknown }) {
  useEffect(() => {
    addEventListener('online', onRetry);
    return () => removeEventListener('online', onRetry);
  }, []);
  return (
    <Frame title={t('app.name')}>
      <EmptyState title={t('part.broken')}>
        <Button wide icon="retry" onClick={onRetry}>
          {t('act.retry')}
        </Button>
      </EmptyState>
    </Frame>
  );
}

const KEY = 'to-so.reloaded';
/** After a new version the files of the old one are gone: one reload brings the new ones. False when that was tried. */
export function reloadOnce(): boolean {
  if (network.value === 'none' || onlyHere.value.length > 0) return false;
  try {
    if (Date.now() - Number(sessionStorage.getItem(KEY)) < 60_000) return false;
    sessionStorage.setItem(KEY, String(Date.now()));
  } catch {
    return false;
  }
  location.reload();
  return true;
}
