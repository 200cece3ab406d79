import { aTask, hoa, serverNow, signInHere } from '../../testing/phone.ts';

signInHere([aTask(1)]);
const { read, write } = await import('../local.ts');
const { closeQueue, openQueue, queueRead } = await import('./queue.ts');

const left = { personId: hoa.id, n: 2, name: hoa.fullName, since: Date.parse(serverNow) };

it('says that what waited is gone when the phone was cleared, and not when another person left it', async () => {
  write('unsent', { ...left, personId: 'another' });
  await openQueue();
  expect(read('lost')).toBeUndefined();
  // What another has left here is still known.
  expect(read('unsent')).toMatchObject({ personId: 'another' });
  closeQueue();

  write('unsent', left);
  await openQueue();
  expect(queueRead.value).toBe(true);
  expect(read('lost')).toEqual(left);
  expect(read('unsent')).toBeUndefined();
});
