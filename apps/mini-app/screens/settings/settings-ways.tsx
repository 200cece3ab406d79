/** By which ways the commune's messages come, in the order in which they are tried; notices on this phone. */
import { useEffect, useState } from 'preact/hooks';
import type { Preferences } from '#client';
import type { MiniAppKey } from '#i18n/mini-app.vi';
import { preferences, routeNow } from '../../model/preferences.ts';
import { type PushState, pushState, turnPushOff, turnPushOn } from '../../model/device/push.ts';
import { switchRoute } from '../../model/save-preferences.ts';
import { showToast } from '../../model/device/speak.ts';
import { t } from '../../model/words/words.ts';
import { Switch } from '../../ui/fields.tsx';
import { GroupHeading } from '../../ui/parts.tsx';

type Route = Preferences['routes'][number];

export function Ways() {
  const routes = preferences.value?.routes;
  if (!routes) return null;
  return (
    <>
      <GroupHeading>{t('ways.title')}</GroupHeading>
      <div class="card rows">
        <div class="setting">
          <b>{t('ways.inbox')}</b>
          <p class="muted">{t('ways.inbox.hint')}</p>
        </div>
        {routes.map((route) => (
          <Switch
            key={route.channel}
            label={t(`way.${route.channel}` as MiniAppKey)}
            hint={t(hintOf(route))}
            on={route.on}
            onChange={(on) => void switchRoute(route.channel, on).catch(() => showToast(t('settings.notSaved')))}
          />
        ))}
        {!routeNow.value && <p class="setting muted small">{t('ways.none')}</p>}
      </div>
    </>
  );
}

function hintOf({ channel, on, works }: Route): MiniAppKey {
  if (!on) return 'ways.off';
  if (!works) return 'ways.broken';
  return channel === routeNow.value ? 'ways.first' : 'ways.next';
}

/** The switch is the moment of asking: the reason stands beside it, the browser's question comes after the tap. */
export function PushSwitch() {
  const [state, setState] = useState<PushState>('none');
  useEffect(() => void pushState().then(setState), []);
  if (state === 'none') return null;
  const change = (on: boolean) =>
    (on ? turnPushOn() : turnPushOff().then(() => 'off' as const)).then(setState, () => {
      setState('off');
      showToast(t('push.failed'));
    });
  const possible = state === 'on' || state === 'off';
  return (
    <div class="card rows space-above">
      {possible ? (
        <Switch label={t('push.title')} hint={t('push.hint')} on={state === 'on'} onChange={(on) => void change(on)} />
      ) : (
        <div class="setting">
          <b>{t('push.title')}</b>
          <p class="muted">{t(`push.${state}`)}</p>
        </div>
      )}
    </div>
  );
}
