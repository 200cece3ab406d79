/** A new version waits until this one is left: it says so, and opens when the person wants it. What is being typed is kept. */
import { t } from '../model/words/words.ts';
import '../model/words/more-words.ts';
import { strip } from './chrome.tsx';
import { Icon } from './icon.tsx';
import { Button } from './parts.tsx';

export function watchVersions(registration: ServiceWorkerRegistration): void {
  const look = () => {
    // The first worker of a phone replaces nothing.
    if (registration.waiting && navigator.serviceWorker.controller)
      strip.value = <NewVersion worker={registration.waiting} />;
  };
  registration.addEventListener('updatefound', () => registration.installing?.addEventListener('statechange', look));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') registration.update().catch(() => {});
  });
  look();
}

const PATIENCE_MS = 5_000;

function NewVersion({ worker }: { worker: ServiceWorker }) {
  const open = () => {
    const start = () => location.reload();
    navigator.serviceWorker.addEventListener('controllerchange', start, { once: true });
    worker.postMessage('skip');
    // The old worker is replaced once nothing of this page is under way in it, which can take minutes: then the page goes first.
    setTimeout(start, PATIENCE_MS);
  };
  return (
    <div class="banner wait">
      <Icon name="retry" />
      <p>
        <b>{t('version.new')}</b>
        <Button kind="text" onClick={open}>
          {t('version.open')}
        </Button>
      </p>
    </div>
  );
}
