/** The hosts of the bundle that we serve ourselves: a browser, and Telegram, which opens the same address. */
import type { MiniAppHost } from './mini-app-host.ts';
import type { Launch } from './launch.ts';

export async function loadHost(launch: Launch): Promise<MiniAppHost> {
  if (launch.kind === 'telegram') return (await import('./telegram-host.ts')).telegramHost(window, launch);
  return (await import('./browser-host.ts')).browserHost(window);
}
