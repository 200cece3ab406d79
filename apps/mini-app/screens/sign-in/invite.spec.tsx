/** An invite that opens nothing any more: true words, a way on, and nothing at all for whoever is in already. */
import { findings, hoa, me, networkIs, refusal, serverSays, signInHere } from '../../testing/phone.ts';
import { cleanup, render, screen, waitFor } from '@testing-library/preact';
import { userEvent } from '@testing-library/user-event';
import { forgetSession, session } from '../../model/sign-in/session.ts';
import { write } from '../../model/local.ts';
import { route } from '../../router.ts';
import { ready } from '../../model/words/more-words.ts';
import { InviteScreen } from './invite.tsx';
import { SignedOutScreen } from './signed-out.tsx';

const CODE = 'AbCdEfGhIjKlMnOp';
const over = (code: string, params?: object) => refusal(410, `invite.${code}`, params);

beforeAll(async () => {
  signInHere([]);
  await ready;
});
beforeEach(() => {
  forgetSession();
  networkIs(true);
  location.hash = `#/moi/${CODE}`;
});
afterEach(cleanup);

it.each([
  ['used', 'Mã mời này đã dùng rồi'],
  ['expired', 'Mã mời này đã hết hạn'],
  ['replaced', 'Đã có mã mời mới hơn'],
  ['rejected', 'Mã mời này đã báo là gửi nhầm người'],
  ['notFound', 'Không mở được mã này'],
])('says truly that it is %s, and takes another code', async (code, words) => {
  serverSays({ [`GET /invites/${CODE}`]: over(code) });
  render(<InviteScreen code={CODE} />);
  await screen.findByText(words);
  await userEvent.type(
    await screen.findByLabelText(/Đường dẫn hoặc mã mời/),
    'https://to-so.example/app/#/moi/QrStUvWxYz012345',
  );
  await userEvent.click(screen.getByRole('button', { name: 'Mở mã mời' }));
  await waitFor(() => expect(route.value).toEqual(['moi', 'QrStUvWxYz012345']));
  expect(await findings()).toEqual([]);
});

it('names the office to call, whose number the server has told', async () => {
  serverSays({
    [`GET /invites/${CODE}`]: over('used', { office: 'Văn phòng UBND xã Minh Sơn', phone: '+84512345678' }),
  });
  render(<InviteScreen code={CODE} />);
  await screen.findByRole('button', { name: /^Gọi\sVăn\sphòng\sUBND\sxã\sMinh\sSơn$/ });
});

it('goes home with whoever is in already', async () => {
  session.value = { token: 't', personId: hoa.id };
  serverSays({ [`GET /invites/${CODE}`]: over('used') });
  render(<InviteScreen code={CODE} />);
  await waitFor(() => expect(route.value).toEqual([]));
  expect(screen.queryByText('Mã mời này đã dùng rồi')).toBeNull();
});

it('asks again by what was used meanwhile, and says so', async () => {
  const invite = {
    fullName: me.person.fullName,
    roleTitle: 'Thành viên',
    issuer: 'UBND xã Minh Sơn',
    unitName: 'Xã Minh Sơn',
  };
  serverSays({
    [`GET /invites/${CODE}`]: { ...invite, teamName: null, phoneMasked: null, decision: null, expiresAt: '' },
  });
  render(<InviteScreen code={CODE} />);
  const yes = await screen.findByRole('button', { name: 'Đúng, là tôi' });
  serverSays({ [`POST /invites/${CODE}/accept`]: over('used'), [`GET /invites/${CODE}`]: over('used') });
  await userEvent.click(yes);
  await screen.findByText('Mã mời này đã dùng rồi');
});

it('offers both ways where nobody is signed in and nothing waits, also in the browser inside of another app', async () => {
  write('unsent', undefined);
  write('helper', { name: 'Trịnh Văn Tuấn', phone: '+84512345678', leader: true });
  render(<SignedOutScreen />);
  expect(screen.getByLabelText(/Đường dẫn hoặc mã mời/)).toBeTruthy();
  expect(screen.getByRole('button', { name: /Gọi Trịnh Văn Tuấn/ })).toBeTruthy();
  expect(screen.getByText(/mở lại ở đó/)).toBeTruthy();
  expect(await findings()).toEqual([]);
});
