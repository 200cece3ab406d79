/** Enough to recognise a device in the list of sessions, no more: "Zalo, Android". */
import { launch } from './host.ts';

const SYSTEMS: [RegExp, string][] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iPhone'],
  [/Windows/, 'Windows'],
  [/Mac/, 'Mac'],
];
const BROWSERS: [RegExp, string][] = [
  [/Edg\//, 'Edge'],
  [/Firefox/, 'Firefox'],
  [/Chrome/, 'Chrome'],
  [/Safari/, 'Safari'],
];
const HOSTS = { telegram: 'Telegram', zalo: 'Zalo' };

export function deviceName(agent = navigator.userAgent): string {
  const first = (list: [RegExp, string][], otherwise: string) =>
    list.find(([pattern]) => pattern.test(agent))?.[1] ?? otherwise;
  const system = first(SYSTEMS, 'Linux');
  return launch.kind === 'browser'
    ? [system, first(BROWSERS, '')].filter(Boolean).join(', ')
    : `${HOSTS[launch.kind]}, ${system}`;
}

/** How the host is called on the screens. */
export const hostName = (): string => (launch.kind === 'browser' ? '' : HOSTS[launch.kind]);
