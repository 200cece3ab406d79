/** Offered once, where messages are read and after one has come: the browser is asked only when the person says yes. */
import { useEffect, useState } from 'preact/hooks';
import { inbox } from '../model/inbox/inbox.ts';
import { read, write } from '../model/local.ts';
import { pushState, turnPushOn } from '../model/device/push.ts';
import { showToast } from '../model/device/speak.ts';
import { t } from '../model/words/words.ts';
import { Icon } from '../ui/icon.tsx';
import { Button } from '../ui/parts.tsx';

export function PushCard() {
  const [offer, setOffer] = useState(false);
  const [busy, setBusy] = useState(false);
  const any = (inbox.value?.items.length ?? 0) > 0;
  useEffect(() => {
    if (!any || read('push.asked')) return;
    void pushState().then((state) => setOffer(state === 'off'));
  }, [any]);
  if (!offer) return null;
  const close = () => {
    write('push.asked', true);
    setOffer(false);
  };
  const yes = async () => {
    setBusy(true);
    await turnPushOn().then(
      (state) => state === 'on' && showToast(t('push.on')),
      () => showToast(t('push.failed')),
    );
    close();
  };
  return (
    <section class="card push-card">
      <div class="duty-top">
        <Icon name="megaphone" />
        <span>
          <b>{t('push.ask')}</b>
          <span class="muted">{t('push.ask.text')}</span>
        </span>
      </div>
      <div class="two">
        <Button kind="outline" disabled={busy} onClick={close}>
          {t('push.ask.later')}
        </Button>
        <Button kind="outline" icon="check" busy={busy} onClick={() => void yes()}>
          {t('push.ask.yes')}
        </Button>
      </div>
    </section>
  );
}
