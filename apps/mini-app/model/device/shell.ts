/** Ties the app to the host that shows it: light, edges, back, title bar, leaving. Loads in hosts only, after the first list. */
import { effect, signal, untracked } from '../signals.ts';
import type { HostInfo, MiniAppHost } from '#host';
import { goBack, route } from '../../router.ts';
import { backTo } from './back.ts';
import { host } from './host.ts';
import { hostTheme, look } from './look.ts';
import { unsent } from '../queue/kept-commands.ts';
import { session } from '../sign-in/session.ts';
import { bindSession } from '../sign-in/sign-in.ts';
import { loadTasks } from '../tasks.ts';
import { onTitle } from './title.ts';

export async function wireShell(): Promise<void> {
  const shown = await host();
  const info = signal(await shown.ready());
  const refresh = () => void shown.ready().then((now) => (info.value = now));
  effect(() => applySize(info.value));
  effect(() => {
    const { account } = info.value;
    if (account && session.value) untracked(() => bindSession(account));
  });
  if (shown.kind === 'telegram') effect(() => useHostColors(info.value));
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

const isTab = (parts: string[]) => parts.length === 1 && ['hop-thu', 'tap-huan', 'to'].includes(parts[0] ?? '');

/** What a tap on the host's arrow means: an open sheet closes first, then the screen's own way back. */
function back(): void {
  const sheet = document.querySelector('dialog[open]');
  if (sheet) sheet.dispatchEvent(new Event('cancel', { cancelable: true }));
  else if (backTo.value) backTo.value();
  else goBack();
}

function applySize({ insets, height }: HostInfo): void {
  const { style } = document.documentElement;
  for (const [side, pixels] of Object.entries(insets)) style.setProperty(`--host-${side}`, `${pixels}px`);
  if (height) style.setProperty('--host-height', `${height}px`);
}

/** The host's ground and text under our own colours, unless the person has chosen the other light here. */
function useHostColors({ theme, colors }: HostInfo): void {
  hostTheme.value = theme;
  const wanted = look.value.theme;
  const shown = wanted === 'auto' || wanted === theme ? colors : null;
  const { style } = document.documentElement;
  const set = (name: string, color: string | undefined) =>
    color ? style.setProperty(name, color) : style.removeProperty(name);
  set('--bg', shown?.page);
  set('--surface', shown?.surface);
  set('--text', shown?.text);
}

/** The host's bars continue ours: its header is our header, its bottom our action bar. */
function paint(shown: MiniAppHost): void {
  const style = getComputedStyle(document.documentElement);
  const color = (name: string) => hex(style.getPropertyValue(name).trim());
  shown.paint({ header: color('--header'), page: color('--bg'), bottom: color('--surface') });
}

const hex = (color: string): string =>
  /^#[0-9a-f]{3}$/i.test(color) ? color.replace(/[0-9a-f]/gi, '$&$&') : color || '#ffffff';
