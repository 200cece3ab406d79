/**
 * Zalo around the page: its host with the uploaded build under another path than the page's, its sign-in service, and
 * the native bridge that the real SDK calls. The mini-app runs under https://h5.zdn.vn, so the browser asks our server
 * across origins, with preflights, as on a phone.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FakePerson, ZaloEmulator } from '../../emulators/zalo.ts';
import type { Visit } from '../browser.ts';
import { selfSigned } from './self-signed.ts';
import { closeServer } from '../../emulators/close-server.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));
const HOSTS = ['h5.zdn.vn', 'h5.zalo.me', 'oauth.zaloapp.com'];
const FILES = '/uploaded/7/';
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css', json: 'application/json' };

interface Options {
  zalo: ZaloEmulator;
  miniAppId: string;
  apiUrl: string;
}

/** The build that an operator would upload, with our server's address in it. */
function build(apiUrl: string): string {
  const out = mkdtempSync(join(tmpdir(), 'to-so-zalo-'));
  execFileSync(
    process.execPath,
    ['node_modules/vite/bin/vite.js', 'build', '--config', 'apps/mini-app/vite.zalo.config.ts', '--outDir', out],
    {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production', ZALO_API_URL: apiUrl },
      stdio: ['ignore', 'ignore', 'ignore'],
    },
  );
  return out;
}

/** As Zalo makes it from app-config.json: an element, the styles, the scripts as modules. Nothing of our own page. */
function hostPage(folder: string, { miniAppId, zalo }: Options): string {
  const { app, listCSS, listSyncJS } = JSON.parse(readFileSync(join(folder, 'app-config.json'), 'utf8')) as {
    app: { title: string };
    listCSS: string[];
    listSyncJS: string[];
  };
  const ids = JSON.stringify({ APP_ID: miniAppId, zAppID: zalo.world.settings.appId });
  return [
    `<!doctype html><html><head><meta charset="utf-8"><title>${app.title}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">',
    `<script>Object.assign(window, ${ids})</script>`,
    ...listCSS.map((name) => `<link rel="stylesheet" href="${FILES}${name}">`),
    '</head><body><div id="app"></div>',
    ...listSyncJS.map((name) => `<script type="module" src="${FILES}${name}"></script>`),
    '</body></html>',
  ].join('');
}

export async function makeZaloPlace(options: Options) {
  const { zalo } = options;
  const folder = build(options.apiUrl);
  const people = new Map<number, FakePerson>();
  const personOf = (account: number): FakePerson => {
    const person = people.get(account) ?? zalo.world.person({ name: `Người ${account}` });
    people.set(account, person);
    return person;
  };
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
    response.setHeader('access-control-allow-origin', request.headers.origin ?? '*');
    response.setHeader('access-control-allow-headers', 'content-type');
    if (url.hostname === 'oauth.zaloapp.com') {
      const person = personOf(Number(url.searchParams.get('code')));
      return send(
        response,
        'json',
        JSON.stringify({ access_token: zalo.graph.accessToken(person), expires_in: '3600' }),
      );
    }
    if (url.hostname !== 'h5.zdn.vn') return send(response, 'json', '{}');
    if (!url.pathname.startsWith(FILES)) return send(response, 'html', hostPage(folder, options));
    const name = url.pathname.slice(FILES.length);
    return send(response, name.split('.').at(-1) ?? '', readFileSync(join(folder, name)));
  };
  const server = createServer(selfSigned('h5.zdn.vn'), answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    personOf,
    resolverRules: HOSTS.map((host) => `MAP ${host}:443 127.0.0.1:${port}`).join(','),
    pageOptions: {
      ignoreHTTPSErrors: true,
      alsoOwn: HOSTS.map((host) => `https://${host}/`),
      userAgent:
        'Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.0.0 Mobile Safari/537.36 Zalo android/24112000 ZaloTheme/light ZaloLanguage/vi',
    },
    play: (visit: Visit, account: number) => playNative(visit, account, zalo, personOf(account)),
    stop: async () => {
      await closeServer(server);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function send(response: ServerResponse, kind: string, body: string | Buffer): void {
  response.setHeader('content-type', `${TYPES[kind] ?? 'text/html'}; charset=utf-8`);
  response.end(body);
}

/** What the app on the phone does for each call of the SDK; an unknown one is not answered, as in an old Zalo. */
async function playNative({ context }: Visit, account: number, zalo: ZaloEmulator, person: FakePerson): Promise<void> {
  const { appUserId } = person;
  await context.exposeFunction('phoneTokenOfZalo', () => zalo.graph.phoneToken(person));
  await context.addInitScript(
    ({ account, appUserId }) => {
      const kept = new Map<string, string>();
      const told: { method: string; params: Record<string, unknown> }[] = [];
      const cookies = [
        { name: 'h5.zdn.vn_zoauth', value: String(account) },
        { name: 'h5.zdn.vn_zlink3rd', value: 'js-token' },
      ];
      const page = window as unknown as Record<string, unknown> & {
        phoneTokenOfZalo(): Promise<string>;
        onNativeMessage(serial?: string, name?: string): (answer: string) => void;
      };
      const answers: Record<string, () => unknown> = {
        'action.jump.login': () => ({
          cookiesOAuthLogins: cookies,
          miniProgramConfig: { userId: appUserId, canUseAccessTokenByDefault: true, userAuthorized: true },
        }),
        'action.mp.get.number': async () => ({ token: await page.phoneTokenOfZalo() }),
        'action.open.qr': () => ({ content: page['codeBeforeCamera'] ?? '' }),
        'action.open.sharesheet': () => ({ status: 1 }),
        'action.change.title.header': () => ({}),
        'action.change.actionbar': () => ({}),
      };
      Object.assign(window, {
        toldToHost: told,
        ZJSBridge: { setJSToken() {}, setZAccSession() {} },
        ZaloJavaScriptInterface: {
          jsCall: async (_token: string, action: string, _access: string, params: string, back: string) => {
            told.push({ method: action, params: JSON.parse(params || '{}') as Record<string, unknown> });
            const answer = answers[action];
            if (!answer) return;
            const reply = JSON.stringify({ error_code: 0, error_message: '', action, data: await answer() });
            // On Android the SDK hands over a piece of script; it names the call that waits for the answer.
            const [, serial, name] = /onNativeMessage\("([^"]*)", "([^"]*)"\)/.exec(back) ?? [];
            page.onNativeMessage(serial, name)(reply);
          },
          jsH5EventCallback() {},
          processActionMPDS: (asked: string) => {
            const { mpds_action, mpds_data } = JSON.parse(asked) as {
              mpds_action: string;
              mpds_data: { keys?: string[]; map?: Record<string, string> };
            };
            const keys = mpds_data.keys ?? [];
            for (const [key, value] of Object.entries(mpds_data.map ?? {})) kept.set(key, value);
            if (mpds_action === 'mpds.remove.key') keys.forEach((key) => kept.delete(key));
            const map = Object.fromEntries(keys.map((key) => [key, kept.get(key) ?? '']));
            return JSON.stringify({ error_code: 0, data: { mpds_data: { map } } });
          },
        },
      });
    },
    { account, appUserId },
  );
}
