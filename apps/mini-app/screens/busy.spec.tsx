import { asked, findings, networkIs, serverSays, signInHere } from '../testing/phone.ts';

signInHere([]);
await import('../model/words/more-words.ts');
const { cleanup, fireEvent, render, screen, waitFor } = await import('@testing-library/preact');
const { userEvent } = await import('@testing-library/user-event');
const { BusyRow } = await import('./busy.tsx');
const { QueueScreen } = await import('./queue/queue.tsx');
const { commands } = await import('../model/queue/kept-commands.ts');
const { myBusy } = await import('../model/busy.ts');
const { setLang } = await import('../model/words/words.ts');

afterEach(cleanup);
const said = () => asked.filter(({ path, method }) => method === 'POST' && path.startsWith('/me/busy'));
// Names and small words do not break from each other.
const press = async (name: string) =>
  userEvent.click(await screen.findByRole('button', { name: new RegExp(`^${name.replaceAll(' ', '\\s')}`) }));

it('says in one touch, why and until when that this week is not possible, without a network too', async () => {
  serverSays({ 'POST /me/busy': {}, 'POST /me/busy/end': {} });
  networkIs(false);
  render(<BusyRow />);
  await press('Tuần này chưa làm được');
  await press('Báo cho Tổ');
  await screen.findByText('Chọn một lý do');
  expect(await findings()).toEqual([]);
  await userEvent.click(screen.getByLabelText('Đang mùa vụ'));
  await press('Báo cho Tổ');
  await screen.findByText('Đang báo bận');
  expect(said()).toEqual([]);
  expect(commands.value.map(({ kind, state }) => [kind, state])).toEqual([['busy.say', 'saved']]);
  expect(myBusy.value?.reason).toBe('harvest');
  const until = myBusy.value?.until as string;
  expect(new Date(`${until}T00:00:00Z`).getUTCDay()).toBe(0);
  cleanup();
  render(<QueueScreen />);
  await screen.findByText(/^Báo bận đến hết ngày/);
  networkIs(true);
  await waitFor(() => expect(said().map(({ body }) => body)).toEqual([{ reason: 'harvest', until }]));
});

it('is not sent for longer than a month, and is taken back when work is possible again', async () => {
  render(<BusyRow />);
  await press('Đang báo bận');
  await userEvent.click(screen.getByLabelText('Đến một ngày khác'));
  fireEvent.input(screen.getByLabelText('Bận đến hết ngày', { selector: 'input[type=date]' }), {
    target: { value: '2099-01-01' },
  });
  await press('Báo cho Tổ');
  await screen.findByText('Chọn một ngày trong 31 ngày tới');
  expect(said()).toHaveLength(1);
  await press('Tôi làm lại được');
  await waitFor(() => expect(said().at(-1)?.path).toBe('/me/busy/end'));
  await screen.findByText('Tuần này chưa làm được');
  expect(myBusy.value).toBeUndefined();
});

it('reads in English', async () => {
  await setLang('en');
  render(<BusyRow />);
  await press('Not this week');
  await screen.findByLabelText('Harvest or planting');
  expect(await findings()).toEqual([]);
  await setLang('vi');
});
