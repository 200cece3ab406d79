/** The hosts of the bundle that Zalo serves: its own, and a plain page when somebody looks at the build outside of it. */
import type { MiniAppHost } from './mini-app-host.ts';
import type { Launch } from './launch.ts';

export async function loadHost(launch: Launch): Promise<MiniAppHost> {
  if (launch.kind === 'zalo') return (await import('./zalo-host.ts')).zaloHost(window);
  return (await import('./browser-host.ts')).browserHost(window);
}
