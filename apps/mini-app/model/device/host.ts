/** How the app was opened, and the bridge to what shows it. The launch is read here, before the router reads the hash. */
import { type MiniAppHost, takeLaunch } from '#host';
import { loadHost } from '#host/load';

export const launch = takeLaunch(window);
export const hosted = launch.kind !== 'browser';

let loading: Promise<MiniAppHost> | undefined;
/** Loaded when first needed, so that it costs the first screen nothing; what failed is loaded anew for who asks next. */
export const host = (): Promise<MiniAppHost> =>
  (loading ??= loadHost(launch).catch((error) => {
    loading = undefined;
    throw error;
  }));
