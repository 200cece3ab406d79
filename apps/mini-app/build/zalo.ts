/**
 * What Zalo wants of a build: no page of ours (Zalo makes one with an element "#app"), and app-config.json that names the
 * files to load. Lazy chunks are found by their relative addresses, so only the entry is listed.
 */
import type { Plugin } from 'vite';

/** Megabytes of 1,000,000 bytes: limits of an upload. */
export const ZALO_LIMITS = { fileMb: 3, versionMb: 10 } as const;

const APP = {
  title: 'Tổ Số',
  headerColor: '#0b5cad',
  textColor: 'white',
  statusBar: 'normal',
  leftButton: 'back',
  actionBarHidden: false,
  hideAndroidBottomNavigationBar: false,
  hideIOSSafeAreaBottom: false,
};

export function zaloAppConfig(apiOrigin: string): Plugin {
  return {
    name: 'zalo-app-config',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      if (!apiOrigin.startsWith('https://'))
        this.warn(`the API is ${apiOrigin}: set ZALO_API_URL to its https address before uploading this build`);
      const files = Object.values(bundle);
      const listSyncJS = files.filter((file) => file.type === 'chunk' && file.isEntry).map((file) => file.fileName);
      const listCSS = files.map((file) => file.fileName).filter((name) => name.endsWith('.css'));
      const source = `${JSON.stringify({ app: APP, listCSS, listSyncJS, listAsyncJS: [] }, null, 2)}\n`;
      this.emitFile({ type: 'asset', fileName: 'app-config.json', source });
    },
  };
}

/** Where the API is: Zalo serves the bundle, so "the same origin" is not ours. */
export function apiOriginOf(env: Record<string, string | undefined>): string {
  return new URL(env['ZALO_API_URL'] || env['PUBLIC_URL'] || 'http://127.0.0.1:3000').origin;
}
