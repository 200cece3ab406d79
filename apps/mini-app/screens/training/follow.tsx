/** My sessions in the phone's own calendar: a private address that it asks by itself; ended at any time. */
import { useState } from 'preact/hooks';
import { take } from '#client';
import { api } from '../../model/api.ts';
import { host, hosted } from '../../model/device/host.ts';
import { read, write } from '../../model/local.ts';
import { showToast } from '../../model/device/speak.ts';
import { t } from '../../model/words/words.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Button, Card } from '../../ui/parts.tsx';
import { drawn } from '../../ui/training-style.ts';

/** The server keeps its fingerprint only, so what it was is known to this phone alone. */
const KEPT = 'snapshot.feed';

export function FollowScreen() {
  const [url, setUrl] = useState<string | undefined>(() => read(KEPT));
  const [busy, setBusy] = useState<'get' | 'stop'>();
  const keep = (next: string | undefined) => {
    write(KEPT, next);
    setUrl(next);
  };
  const act = async (name: 'get' | 'stop', work: () => Promise<void>) => {
    setBusy(name);
    await work().catch(() => showToast(t('tr.follow.failed')));
    setBusy(undefined);
  };
  const get = () => act('get', async () => keep((await take(api.POST('/me/calendar-feed'))).url));
  const stop = () =>
    act('stop', async () => {
      await take(api.DELETE('/me/calendar-feed'));
      keep(undefined);
      showToast(t('tr.follow.stopped'));
    });
  return (
    <Screen bar={<AppBar title={t('tr.follow')} back={['tap-huan']} />}>
      <p>{t('tr.follow.lead')}</p>
      {url && <Address url={url} />}
      <div class="stack space-above">
        <Button wide kind={url ? 'outline' : 'primary'} busy={busy === 'get'} onClick={() => void get()}>
          {t(url ? 'tr.follow.new' : 'tr.follow.get')}
        </Button>
        <p class="muted">{t('tr.follow.warn')}</p>
        <Button wide kind="outline" icon="cross" busy={busy === 'stop'} onClick={() => void stop()}>
          {t('tr.follow.stop')}
        </Button>
      </div>
    </Screen>
  );
}

function Address({ url }: { url: string }) {
  const copy = async () => {
    const copied = await navigator.clipboard?.writeText(url).then(
      () => true,
      () => false,
    );
    showToast(t(copied ? 'act.copied' : 'tr.follow.copyByHand'));
  };
  // A host opens web addresses only; a browser hands the calendar's own kind to the phone.
  const open = async () => {
    if (hosted) (await host()).openExternal(url);
    else location.href = url.replace(/^https?:/, 'webcal:');
  };
  return (
    <Card class="space-above">
      <b>{t('tr.follow.ready')}</b>
      <p class="certificate-code address">{url}</p>
      <div class="stack">
        <Button wide icon={drawn.calendarPlus} onClick={() => void open()}>
          {t('tr.follow.open')}
        </Button>
        <Button wide kind="outline" onClick={() => void copy()}>
          {t('tr.follow.copy')}
        </Button>
      </div>
    </Card>
  );
}
