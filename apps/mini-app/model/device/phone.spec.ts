import { me, networkIs, serverSays, signInHere } from '../../testing/phone.ts';

signInHere([]);
const { read, write } = await import('../local.ts');
const { communeOf, post } = await import('../sign-in/session.ts');
await (await import('../words/more-words.ts')).ready;
const { helper, keepOffice, officeReach } = await import('./phone.ts');

const unitId = communeOf(post.value)?.id ?? '';
const card = {
  office: 'UBND xã Minh Sơn',
  phone: '0512 000 678',
  email: null,
  holder: 'Lê Quang Hải',
  hours: '7:00 đến 11:30',
};
const path = `GET /units/${unitId}/contact`;

it('keeps who answers at the office and when, for a phone without a network', async () => {
  serverSays({ [path]: card });
  await keepOffice();
  networkIs(false);
  expect(officeReach(unitId)).toBe('Lê Quang Hải nghe máy. Gọi được 7:00 đến 11:30');
  expect(officeReach(me.person.id)).toBe('');
  expect(helper()).toMatchObject({ name: card.office, phone: card.phone, holder: card.holder, hours: card.hours });
  networkIs(true);
});

it('learns of a change, and leaves a leader who was called the nearer one', async () => {
  serverSays({ [path]: { ...card, hours: null, phone: '0512 000 690' } });
  await keepOffice();
  expect([officeReach(unitId), helper()?.phone]).toEqual(['Lê Quang Hải nghe máy', '0512 000 690']);
  const leader = { name: 'Trịnh Văn Tuấn', phone: '+84512345678', leader: true };
  write('helper', leader);
  await keepOffice();
  expect(read('helper')).toEqual(leader);
});
