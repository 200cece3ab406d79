/** A phone without its person: what waits is counted, and comes out as a file only in the right hands. */
import { me, networkIs, signInHere } from '../../testing/phone.ts';
import { cleanup, render, screen } from '@testing-library/preact';
import { commands } from '../../model/queue/kept-commands.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { closeQueue, openQueue } from '../../model/queue/queue.ts';
import { forgetSession, keepMe, session } from '../../model/sign-in/session.ts';
import { read, write } from '../../model/local.ts';
import '../../model/words/door-words.ts';
import '../../model/words/more-words.ts';
import { SignedOutScreen } from './signed-out.tsx';

const onTask = (kind: string, view: Record<string, string | number>) => ({
  kind,
  lane: kind,
  method: 'POST' as const,
  path: '/tasks/1/progress' as const,
  view,
});

beforeAll(async () => {
  signInHere([]);
  session.value = { token: 't', personId: me.person.id };
  keepMe(me as Parameters<typeof keepMe>[0]);
  networkIs(false);
  await openQueue();
  await enqueue(
    onTask('task.progress', { value: 12, unit: 'hồ sơ', happenedOn: '2022-11-17' }),
    onTask('task.progress', { value: 5, unit: 'hồ sơ', happenedOn: '2022-11-18' }),
    onTask('photo', { number: 1 }),
    onTask('task.complete', {}),
    onTask('task.accept', {}),
    onTask('seen', {}),
  );
  expect(commands.value).toHaveLength(6);
  forgetSession(true);
});
afterEach(cleanup);

const file = () => screen.queryByRole('button', { name: /chưa gửi ra tệp/ });

it('counts by kind, and gives a file once it is known that the phone was not lost', async () => {
  write('over', { why: 'expired', at: '2022-11-18T00:00:00.000Z' });
  render(<SignedOutScreen />);
  await screen.findByText(/^17\shồ\ssơ \(17\/11(\/2022)? đến 18\/11(\/2022)?\), 1 ảnh, 1 báo hoàn thành, 1 việc khác$/);
  expect(file()).not.toBeNull();
});

it('gives none of a lost phone, nor while nobody knows why', async () => {
  for (const why of ['t', { why: 'lost', at: '2022-11-18T00:00:00.000Z' }]) {
    write('over', why);
    render(<SignedOutScreen />);
    await screen.findByText(/^17\shồ\ssơ/);
    expect(file()).toBeNull();
    cleanup();
  }
});

it('gives none when the queue and a read hear of it one after the other, before the server has said why', async () => {
  write('over', 't');
  forgetSession(true);
  render(<SignedOutScreen />);
  await screen.findByText(/^17\shồ\ssơ/);
  expect(read('over')).toBe('t');
  expect(file()).toBeNull();
});

it('says that this page alone has it, where the phone cannot store', async () => {
  session.value = { token: 't', personId: me.person.id };
  keepMe(me as Parameters<typeof keepMe>[0]);
  await openQueue();
  const { add, put } = IDBObjectStore.prototype;
  const refuse = () => {
    throw new DOMException('full', 'QuotaExceededError');
  };
  IDBObjectStore.prototype.add = IDBObjectStore.prototype.put = refuse;
  try {
    await enqueue({ ...onTask('task.complete', { title: 'Việc' }), path: '/tasks/2/complete' as '/tasks/1/progress' });
    forgetSession(true);
    closeQueue();
    render(<SignedOutScreen />);
    await screen.findByText('Máy không lưu được, đừng đóng trang', { selector: '.title' });
    expect(screen.queryByText(/vẫn còn nguyên/)).toBeNull();
    await screen.findByText(/2 báo hoàn thành/);
  } finally {
    Object.assign(IDBObjectStore.prototype, { add, put });
  }
  dispatchEvent(new Event('online'));
  await screen.findByText(/vẫn còn nguyên/);
});

it('says who answers at the office and when, without a network', () => {
  const office = { name: 'UBND xã Minh Sơn', phone: '0512 000 678', holder: 'Lê Quang Hải', hours: '7:00 đến 11:30' };
  write('helper', office);
  render(<SignedOutScreen />);
  const { parentElement } = screen.getByRole('button', { name: /^Gọi UBND/ });
  expect(parentElement?.textContent?.replaceAll('\u00a0', ' ')).toContain(
    'Lê Quang Hải nghe máy. Gọi được 7:00 đến 11:30',
  );
  write('helper', undefined);
});
