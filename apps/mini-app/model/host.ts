import { type MiniAppHost, detectHost, loadHost } from '#host';

let loading: Promise<MiniAppHost> | undefined;
/** The app that shows us; loaded when first needed, so that it costs the first screen nothing. */
export const host = (): Promise<MiniAppHost> => (loading ??= loadHost(detectHost(location)));
