/** A new version waits until this one is left: it says so, and opens when the person wants it. What is being typed is kept. */
import { t } from '../model/words.ts';
import '../model/more-words.ts';
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

function NewVersion({ worker }: { worker: ServiceWorker }) {
  const open = () => {
    navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
    worker.postMessage('skip');
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
