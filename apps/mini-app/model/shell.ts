/** Ties the app to the host that shows it: light, edges, back, title bar, leaving. Loads in hosts only, after the first list. */
import { effect } from '@preact/signals';
import type { HostInfo, MiniAppHost } from '#host';
import { goBack, route } from '../router.ts';
import { backTo } from './back.ts';
import { host } from './host.ts';
import { hostTheme, look } from './look.ts';
import { unsent } from './queue.ts';
import { bindSession, session } from './session.ts';
import { loadTasks } from './tasks.ts';
import { onTitle } from './title.ts';

export async function wireShell(): Promise<void> {
  const shown = await host();
  surround(shown, await shown.ready());
  const refresh = () => void shown.ready().then((info) => surround(shown, info));
  shown.on('theme', refresh);
  shown.on('insets', refresh);
  shown.on('resume', () => session.value && void loadTasks());
  shown.backButton.onClick(back);
  effect(() => (route.value.length > 0 && !isTab(route.value) ? shown.backButton.show() : shown.backButton.hide()));
  effect(() => shown.confirmOnExit(unsent.value.length > 0));
  effect(() => {
    void look.value;
    void hostTheme.value;
    paint(shown);
  });
  onTitle((title) => shown.setTitle(title));
}

const isTab = (parts: string[]) => parts.length === 1 && ['hop-thu', 'to'].includes(parts[0] ?? '');

/** What a tap on the host's arrow means: an open sheet closes first, then the screen's own way back. */
function back(): void {
  const sheet = document.querySelector('dialog[open]');
  if (sheet) sheet.dispatchEvent(new Event('cancel', { cancelable: true }));
  else if (backTo.value) backTo.value();
  else goBack();
}

function surround(shown: MiniAppHost, info: HostInfo): void {
  if (info.account) bindSession(info.account);
  const { style } = document.documentElement;
  for (const [side, pixels] of Object.entries(info.insets)) style.setProperty(`--host-${side}`, `${pixels}px`);
  if (info.height) style.setProperty('--host-height', `${info.height}px`);
  if (shown.kind !== 'telegram') return;
  hostTheme.value = info.theme;
  const wanted = look.value.theme;
  const colors = wanted === 'auto' || wanted === info.theme ? info.colors : null;
  const set = (name: string, color: string | undefined) =>
    color ? style.setProperty(name, color) : style.removeProperty(name);
  set('--bg', colors?.page);
  set('--surface', colors?.surface);
  set('--text', colors?.text);
}

/** The host's bars continue ours: its header is our header, its bottom our action bar. */
function paint(shown: MiniAppHost): void {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => hex(style.getPropertyValue(name).trim());
  shown.paint({ header: color('--header'), page: color('--bg'), bottom: color('--surface') });
}

const hex = (color: string): string =>
  /^#[0-9a-f]{3}$/i.test(color) ? color.replace(/[0-9a-f]/gi, '$&$&') : color || '#ffffff';
