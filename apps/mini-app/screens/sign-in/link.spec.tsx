/** Telegram opened the app: the launch data is in the address before the first file of ours runs. */
import type { Asked } from '../../testing/phone.ts';

const initData = `query_id=AAH1&user=${encodeURIComponent('{"id":5120001}')}&auth_date=1&hash=abc`;
history.replaceState(null, '', `/app/#tgWebAppData=${encodeURIComponent(initData)}&tgWebAppVersion=8.0`);
sessionStorage.clear();
localStorage.clear();

const { asked, findings, me, refusal, serverNow, serverSays } = await import('../../testing/phone.ts');
const { cleanup, render, screen } = await import('@testing-library/preact');
const { userEvent } = await import('@testing-library/user-event');
const { mockTelegramEnv, emitEvent } = await import('@tma.js/bridge');
const { App } = await import('../../app.tsx');
const { enter } = await import('../../model/sign-in/enter.ts');
const { entering } = await import('../../model/sign-in/entering.ts');
const { route } = await import('../../router.ts');
const { session } = await import('../../model/sign-in/session.ts');
const { followSignIn } = await import('../../start.ts');

const ticket = 'ticket-of-twenty-letters';
const link = { ticket, space: 'telegram', expiresAt: '2022-11-18T01:00:00.000Z', waiting: false };
const person = { fullName: 'Lê Thị Hoa', roleTitle: 'Tổ phó', teamName: 'Thôn 1', unitName: 'Xã Minh Sơn' };
const emit = emitEvent as (name: string, payload: unknown) => void;
let agrees = true;
const bodies = (path: string) => asked.filter((one) => one.path === path).map(({ body }) => body);
beforeAll(followSignIn);
beforeAll(() =>
  mockTelegramEnv({
    onEvent: ({ name, params }) =>
      setTimeout(() => {
        if (name === 'web_app_request_phone') emit('phone_requested', { status: agrees ? 'sent' : 'cancelled' });
        const { req_id } = (params ?? {}) as { req_id?: string };
        if (name === 'web_app_invoke_custom_method')
          emit('custom_method_invoked', { req_id, result: 'contact=1&hash=a' });
      }),
    launchParams: { tgWebAppVersion: '8.0', tgWebAppPlatform: 'android', tgWebAppThemeParams: {} },
  }),
);
beforeEach(async () => {
  asked.length = 0;
  agrees = true;
  session.value = undefined;
  sessionStorage.removeItem('to-so.ticket');
  serverSays({
    'POST /session/telegram': { session: null, link },
    'POST /session/link/phone': { outcome: 'match', person },
    'POST /session/link/confirm': { token: 't', expiresAt: '2023-01-01T00:00:00.000Z', me },
    'POST /session/link/reject': {},
    'GET /me': me,
    'GET /me/tasks': { tasks: [], asOf: serverNow },
  });
  await enter(true);
});
afterEach(cleanup);

it('sends the launch data as it came, which the hash no longer holds', () => {
  expect(bodies('/session/telegram')).toEqual([{ initData, device: expect.stringContaining('Telegram') }]);
  expect(location.hash).toBe('#/');
});

it('asks whose account it is, and ties it only after "Đúng, là tôi"', async () => {
  render(<App />);
  await screen.findByRole('heading', { name: 'Mình là ai trong Tổ?' });
  expect(await findings()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: /^Vào\sbằng\ssố/ }));
  await screen.findByRole('heading', { name: 'Có đúng tên mình không?' });
  await screen.findByText('Telegram trên máy này');
  expect(bodies('/session/link/phone')).toEqual([{ ticket, proof: 'contact=1&hash=a' }]);
  expect(bodies('/session/link/confirm')).toEqual([]);
  expect(await findings()).toEqual([]);
  await userEvent.click(screen.getByRole('button', { name: 'Đúng, là tôi' }));
  await screen.findByText('Chưa có việc nào đang chờ');
  expect(session.value).toEqual({ token: 't', personId: me.person.id, account: 'telegram:5120001' });
});

it('says what to do when the number was not given', async () => {
  agrees = false;
  render(<App />);
  await userEvent.click(await screen.findByRole('button', { name: /^Vào\sbằng\ssố/ }));
  await screen.findByText(/Chưa được phép xem số điện thoại/);
  expect(bodies('/session/link/phone')).toEqual([]);
});

it('waits for the officer after "Không phải tôi", and when nobody or several have the number', async () => {
  render(<App />);
  await userEvent.click(await screen.findByRole('button', { name: /^Vào\sbằng\ssố/ }));
  await userEvent.click(await screen.findByRole('button', { name: 'Không phải tôi' }));
  await screen.findByRole('heading', { name: 'Xã đang xem để cho vào' });
  expect(bodies('/session/link/reject')).toEqual([{ ticket }]);
  expect(await findings()).toEqual([]);
  cleanup();
  serverSays({ 'POST /session/link/phone': { outcome: 'waiting', person: null } });
  await enter(true);
  render(<App />);
  await userEvent.click(await screen.findByRole('button', { name: /^Vào\sbằng\ssố/ }));
  await screen.findByRole('heading', { name: 'Xã đang xem để cho vào' });
  await screen.findByText('Gọi Tổ trưởng hoặc Ban chỉ đạo xã, nhờ gửi mã mời.');
});

it('goes on with its ticket when the page was reloaded, though the launch is used up', async () => {
  serverSays({
    'POST /session/telegram': refusal(401, 'telegram.usedBefore'),
  });
  await enter(true);
  expect(entering.value).toMatchObject({ is: 'link', ticket });
  sessionStorage.removeItem('to-so.ticket');
  await enter(true);
  expect(entering.value).toEqual({ is: 'stale' });
  render(<App />);
  await screen.findByText('Mở lại Tổ Số từ Telegram');
  expect(await findings()).toEqual([]);
});

it('gives an invite the ticket of the account that opened it', async () => {
  serverSays({
    'GET /invites/abc': {
      issuer: 'UBND xã Minh Sơn',
      ...person,
      phoneMasked: null,
      decision: null,
      expiresAt: '2022-12-01T00:00:00.000Z',
    },
    'POST /invites/abc/accept': (one: Asked) => {
      expect(one.body).toMatchObject({ ticket });
      return { token: 't', expiresAt: '2023-01-01T00:00:00.000Z', me };
    },
  });
  route.value = ['moi', 'abc'];
  render(<App />);
  await userEvent.click(await screen.findByRole('button', { name: 'Đúng, là tôi' }));
  await screen.findByText('Chưa có việc nào đang chờ');
  expect(bodies('/invites/abc/accept')).toHaveLength(1);
});

it('comes in again by itself when the session has ended', async () => {
  serverSays({ 'POST /session/telegram': { session: { token: 'new', me }, link: null } });
  await enter(true);
  expect(session.value?.token).toBe('new');
});

it('reads what Telegram and the person were told when an account may not come in', async () => {
  serverSays({
    'POST /session/telegram': refusal(403, 'account.personLeft'),
  });
  await enter(true);
  render(<App />);
  await screen.findByRole('heading', { name: 'Chưa vào được' });
  await screen.findByText(/hiện không ở Tổ nào/);
  expect(await findings()).toEqual([]);
});
