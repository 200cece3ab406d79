/** @jest-environment jsdom */
import { pathOfStartParam, startParamOf } from '../channels/telegram/telegram-buttons.ts';
import { detectHost, takeLaunch } from './launch.ts';
import { inviteCodeIn } from './invite-code.ts';
import { routeOfStartParam } from './start-param.ts';

const user = encodeURIComponent(JSON.stringify({ id: 5120001, first_name: 'Hoa' }));
const initData = `query_id=AAH1&user=${user}&auth_date=1668729600&start_param=viec_7f3a&hash=abc`;
const hash = `#tgWebAppData=${encodeURIComponent(initData)}&tgWebAppVersion=8.0&tgWebAppPlatform=android&tgWebAppThemeParams=${encodeURIComponent('{"bg_color":"#17212b"}')}`;
/** A window that was opened at an address of our own origin. */
function openAt(path: string): Window {
  history.replaceState(null, '', path);
  return window;
}
beforeEach(() => sessionStorage.clear());

it("takes Telegram's data out of the hash, keeps it as it came, and leaves the route of the link", () => {
  const launch = takeLaunch(openAt(`/app/${hash}`));
  expect(launch).toMatchObject({
    kind: 'telegram',
    account: 'telegram:5120001',
    initData,
    version: '8.0',
    platform: 'android',
    themeParams: { bg_color: '#17212b' },
  });
  expect(location.href).toBe(`${location.origin}/app/#/viec/7f3a`);
});

it('is the same launch after a reload, on the route where the person was', () => {
  takeLaunch(openAt(`/app/${hash}`));
  expect(takeLaunch(openAt('/app/#/hop-thu'))).toMatchObject({ kind: 'telegram', initData });
  expect(location.hash).toBe('#/hop-thu');
});

it('reads what a button in a private chat carries, and lets it leave the address', () => {
  const plain = hash.replace(encodeURIComponent('&start_param=viec_7f3a'), '');
  takeLaunch(openAt(`/app/?startapp=moi_aB_c-9${plain}`));
  expect(location.href).toBe(`${location.origin}/app/#/moi/aB_c-9`);
});

it('opens the task of a forwarded link in a plain browser, and signs nobody in', () => {
  const launch = takeLaunch(openAt('/app/?startapp=viec_7f3a'));
  expect(launch).toMatchObject({ kind: 'browser', account: null, initData: null });
  expect(location.hash).toBe('#/viec/7f3a');
});

it('leaves a browser and its routes alone', () => {
  expect(takeLaunch(openAt('/app/#/to')).kind).toBe('browser');
  expect(location.hash).toBe('#/to');
  takeLaunch(openAt('/app/?startapp=../../etc'));
  expect(location.search).toBe('?startapp=../../etc');
});

it('survives launch data that is broken', () => {
  expect(takeLaunch(openAt('/app/#tgWebAppData=user%3Dnonsense&tgWebAppThemeParams={'))).toMatchObject({
    kind: 'telegram',
    account: null,
    themeParams: {},
  });
});

it('knows Zalo by its address only', () => {
  const at = (hostname: string, pathname: string) => detectHost({ hash: '', hostname, pathname });
  expect(at('h5.zdn.vn', '/zapps/320/viec/7')).toBe('zalo');
  expect(at('h5.zdn.vn', '/elsewhere')).toBe('browser');
  expect(at('evil.example', '/zapps/320/')).toBe('browser');
});

it('goes to the path that a Zalo link names, and keeps the address of Zalo', () => {
  const replaced: string[] = [];
  const zalo = {
    location: { hash: '', hostname: 'h5.zdn.vn', pathname: '/zapps/320/viec/7f3a', search: '?env=TESTING' },
    history: { replaceState: (_state: unknown, _title: string, to: string) => void replaced.push(to) },
  } as unknown as Window;
  expect(takeLaunch(zalo).kind).toBe('zalo');
  expect(replaced).toEqual(['/zapps/320/viec/7f3a?env=TESTING#/viec/7f3a']);
});

it('says start parameters as the server does, for every kind of link', () => {
  for (const path of ['/viec/0190-a', '/moi/aB_c-9', '/cai-dat', '/hop-thu']) {
    const param = startParamOf(`https://to-so.example/app/#${path}`);
    expect(`/${routeOfStartParam(param)?.join('/')}`).toBe(path);
    expect(pathOfStartParam(param ?? '')).toBe(path);
  }
  for (const bad of ['', 'a/b', 'viec_', '<x>', null, undefined, 'x'.repeat(513)])
    expect(routeOfStartParam(bad)).toBeUndefined();
});

it("finds an invite's code in what the officer's code says, and in nothing else", () => {
  const code = 'Zk3vT0_q9-LmPo12aBcD';
  for (const text of [
    `https://to-so.example/app/#/moi/${code}`,
    ` https://t.me/to_so_bot/app?startapp=moi_${code} `,
    `https://zalo.me/s/320/moi/${code}?env=TESTING`,
  ])
    expect(inviteCodeIn(text)).toBe(code);
  for (const text of [
    'https://to-so.example/app/#/viec/1',
    'moi',
    `https://x.example/moi/${code}"><script>`,
    '0512000111',
  ])
    expect(inviteCodeIn(text)).toBeUndefined();
});
