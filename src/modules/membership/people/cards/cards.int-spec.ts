import { gzipSync } from 'node:zlib';
import sharp from 'sharp';
import { routes } from '#contracts';
import { cardStamp, makeCardKey, publicHalf } from '#contracts/membership/card-codes';
import { execute, raw, sql } from '#platform/database';
import { startApp, stopApps, type TestApp } from '../../../../../test/support/app.ts';
import { jpegOf } from '../../../../../test/support/drawn-photos.ts';
import { textOfPdf } from '../../../../../test/support/files/pdf-text.ts';
import { buildVillage, type Village } from '../../../../../test/support/orders.ts';
import type { TestPerson } from '../../../../../test/support/people.ts';
import { CardPhotos } from './card-photos.ts';

const MORNING = new Date('2026-11-20T01:15:00Z');
let app: TestApp;
let village: Village;

beforeAll(async () => {
  app = await startApp({ CLOCK: MORNING.toISOString() });
});
afterAll(stopApps);
beforeEach(async () => {
  app.clock.set(MORNING);
  village = await buildVillage(app, { commune: 'Minh Sơn' });
  for (const table of ['card_photos', 'card_reports'] as const) await app.database.rows(sql`delete from ${raw(table)}`);
});

const team = () => village.teams[0]!;
const asTeam = (person: TestPerson) => ({ token: person.token, params: { teamId: team().id } });
const ofMember = (by: TestPerson, person: TestPerson) => ({
  token: by.token,
  params: { teamId: team().id, personId: person.id },
});

/** A phone with its key and its card. */
async function phoneOf(person: TestPerson) {
  const keys = await makeCardKey();
  const { status, body } = await app.call(routes.registerCard, {
    ...asTeam(person),
    body: { publicKey: await publicHalf(keys) },
  });
  expect((await app.call(routes.myCard, asTeam(person))).body.publicKey).toBe(await publicHalf(keys));
  expect(status).toBe(201);
  const code: string = body.code;
  return {
    card: body,
    path: async (at = app.clock.now()) => `/the/${code}/${await cardStamp(keys.privateKey, code, at)}`,
  };
}

const askForCard = async (person: TestPerson) =>
  app.call(routes.registerCard, { ...asTeam(person), body: { publicKey: await publicHalf(await makeCardKey()) } });

const visit = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await app.nest.inject({ method: 'GET', url: path, headers });
  return { status: answer.statusCode, html: answer.body, headers: answer.headers };
};
const report = (path: string, text: string, from = '203.0.113.7') =>
  app.nest.inject({
    method: 'POST',
    url: path,
    remoteAddress: from,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    payload: new URLSearchParams({ text }).toString(),
  });
const revoke = (by: TestPerson, person: TestPerson) => app.call(routes.revokeCards, ofMember(by, person));

describe('The public page', () => {
  it('says that a phone belongs to a member, without script, phone number or more than 6 kB', async () => {
    const phone = await phoneOf(team().deputy);
    expect(phone.card).toMatchObject({ role: 'deputy', validUntil: '2026-12-31', fullName: team().deputy.fullName });
    app.clock.set(MORNING);
    const { status, html, headers } = await visit(await phone.path());
    expect(status).toBe(200);
    for (const words of [
      'Đúng là người của Tổ',
      team().deputy.fullName,
      'Tổ phó',
      'xã Minh Sơn',
      'Kiểm tra lúc 8:15 ngày 20/11/2026',
      'Thẻ đến hết ngày 31/12/2026',
    ])
      expect(html).toContain(words);
    expect(html).not.toMatch(/<script|051\d|\+84/);
    expect(Buffer.byteLength(html)).toBeLessThan(6_000);
    expect(gzipSync(html).length).toBeLessThan(3_000);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    const english = await visit(await phone.path(), { 'accept-language': 'en-GB,en;q=0.9' });
    expect(english.html).toContain('Genuine team member');
    expect((await visit(`${await phone.path()}?lang=vi`, { 'accept-language': 'en' })).html).toContain('Đúng là người');
  });

  it('says that an old code is old, and that one of another phone is none', async () => {
    const phone = await phoneOf(team().member);
    const path = await phone.path();
    app.clock.advance(4 * 60_000);
    expect((await visit(path)).html).toContain('Đúng là người của Tổ');
    app.clock.advance(8 * 60_000);
    const old = await visit(path);
    expect(old.html).toContain('Mã này đã cũ, có thể là ảnh chụp lại. Nhờ mở thẻ trên máy.');
    expect(old.html).not.toContain(team().member.fullName);
    const other = await phoneOf(team().leader);
    const [, , code] = path.split('/');
    const stolen = `/the/${code}/${(await other.path()).split('/')[3]}`;
    for (const forged of [stolen, `/the/${code}`, '/the/NOSUCHCARD', '/the/%00'])
      expect([forged, (await visit(forged)).status]).toEqual([forged, 404]);
  });

  it('names nobody once the card is revoked; phones have one again when the team or the commune has given one', async () => {
    const phone = await phoneOf(team().member);
    expect((await revoke(village.officer, team().member)).status).toBe(204);
    const { html } = await visit(await phone.path());
    expect(html).toContain('Thẻ này không còn giá trị');
    expect(html).toContain('Xã đã thu hồi ngày 20/11/2026');
    expect(html).not.toContain(team().member.fullName);
    expect((await app.call(routes.myCard, asTeam(team().member))).body.card).toBeNull();
    expect((await askForCard(team().member)).body.code).toBe('card.takenAway');
    expect((await app.call(routes.issuePaperCard, ofMember(team().leader, team().member))).status).toBe(201);
    const again = await phoneOf(team().member);
    expect((await visit(await again.path())).html).toContain(team().member.fullName);
  });

  it('is withheld from who never had one', async () => {
    expect((await revoke(village.officer, team().member)).status).toBe(204);
    expect((await askForCard(team().member)).body.code).toBe('card.takenAway');
  });

  it.each([
    ['the member lost it', () => app.call(routes.reportCardLost, asTeam(team().member))],
    ['another phone has taken its place', () => phoneOf(team().member)],
    [
      'the sign-in has ended',
      () => app.database.rows(sql`update sessions set ended_at = now() where person_id = ${team().member.id}`),
    ],
    [
      'the person has left the team',
      () =>
        app.database.tx((tx) =>
          execute(
            tx,
            sql`update team_members set validity = validity * daterange(null, '2026-11-20') where person_id = ${team().member.id}`,
          ),
        ),
    ],
    ['the year is over', async () => app.clock.set(new Date('2027-01-01T01:00:00Z'))],
  ])('does not hold when %s, and does not say that the commune revoked it', async (_, end) => {
    const phone = await phoneOf(team().member);
    await end();
    const { html } = await visit(await phone.path());
    expect(html).toContain('Thẻ này không còn giá trị');
    expect(html).not.toContain('thu hồi ngày');
    expect(html).not.toContain(team().member.fullName);
  });
});

it('looks up thirty codes that are none from one place, and others from everywhere else', async () => {
  const from = (remoteAddress: string, n = 50) =>
    app.nest.inject({ method: 'GET', url: `/the/ABCDEFGHJKMNPQ${n}`, remoteAddress });
  const guesses = await Promise.all(Array.from({ length: 40 }, (_, n) => from('203.0.113.70', n + 10)));
  expect(guesses.filter(({ statusCode }) => statusCode === 404)).toHaveLength(30);
  expect((await from('203.0.113.70')).payload).toContain('Đã thử quá nhiều mã không có');
  expect((await from('203.0.113.71')).statusCode).toBe(404);
});

describe('A photo on the card', () => {
  const set = async (person: TestPerson, colour = '#37a', teamId = team().id) =>
    app.call(routes.setCardPhoto, {
      token: person.token,
      params: { teamId },
      body: await jpegOf(
        `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="400"><rect width="600" height="400" fill="${colour}"/></svg>`,
      ),
    });
  const picture = (path: string) =>
    app.nest.inject({ method: 'GET', url: path.replace('/the/', '/the-anh/'), headers: { accept: 'image/*' } });

  it('stands on the card and on its page once the member has put it there, square and by itself', async () => {
    const phone = await phoneOf(team().member);
    expect(phone.card.photo).toBeNull();
    const path = await phone.path();
    expect((await visit(path)).html).not.toContain('<img');
    const { body } = await set(team().member);
    expect((await app.nest.inject(body.card.photo.url)).headers['content-type']).toContain('image/jpeg');
    const { html, headers } = await visit(path);
    expect(html).toContain(`<img src="${path.replace('/the/', '/the-anh/')}"`);
    expect(headers['content-security-policy']).toContain("img-src 'self'");
    expect(Buffer.byteLength(html)).toBeLessThan(6_000);
    const shown = await picture(path);
    expect([shown.statusCode, shown.headers['content-type'], shown.headers['cache-control']]).toEqual([
      200,
      'image/jpeg',
      'no-store',
    ]);
    expect(await sharp(shown.rawPayload).metadata()).toMatchObject({ width: 320, height: 320 });
    expect(JSON.stringify((await app.call(routes.getTeam, asTeam(team().leader))).body)).not.toContain(
      body.card.photo.id,
    );
  });

  it('is not shown by an old code, a forged one, or a card that ended; and is printed on paper', async () => {
    const phone = await phoneOf(team().member);
    const path = await phone.path();
    await set(team().member);
    const issued = await app.call(routes.issuePaperCard, ofMember(team().leader, team().member));
    expect((await app.call(routes.paperCard, ofMember(team().leader, team().member))).raw.includes('/DCTDecode')).toBe(
      true,
    );
    expect((await picture(new URL(issued.body.address).pathname)).statusCode).toBe(200);
    expect((await picture(path.replace(/[^/]+$/, 'x.y'))).statusCode).toBe(404);
    app.clock.advance(20 * 60_000);
    expect((await picture(path)).statusCode).toBe(404);
    await revoke(village.officer, team().member);
    expect((await picture(new URL(issued.body.address).pathname)).statusCode).toBe(404);
  });

  it('is the member’s own to change and to take off, and its bytes go with it', async () => {
    const { url: first } = (await phoneOf(team().member), (await set(team().member)).body.card.photo);
    const { url: second } = (await set(team().member, '#a33')).body.card.photo;
    expect([(await app.nest.inject(first)).statusCode, (await app.nest.inject(second)).statusCode]).toEqual([404, 200]);
    expect((await set(village.officer)).status).toBe(403);
    expect((await set(team().member, '#a33', village.teams[1]!.id)).status).toBe(403);
    const notAPhoto = { ...asTeam(team().member), body: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') };
    expect((await app.call(routes.setCardPhoto, notAPhoto)).body.code).toBe('photo.notAPhoto');
    expect((await app.call(routes.removeCardPhoto, asTeam(team().member))).body.card.photo).toBeNull();
    expect((await app.nest.inject(second)).statusCode).toBe(404);
  });

  it('goes when its member leaves the last team', async () => {
    await phoneOf(team().member);
    const { url } = (await set(team().member)).body.card.photo;
    await app.database.rows(
      sql`update team_members set validity = validity * daterange(null, '2026-11-20') where person_id = ${team().member.id}`,
    );
    await app.get(CardPhotos).forgetWhoLeft({ personId: team().member.id, teamId: team().id });
    expect((await app.nest.inject(url)).statusCode).toBe(404);
  });
});

describe('An impostor', () => {
  const told = async () => {
    await app.drain();
    const inbox = await app.call(routes.inbox, { token: village.officer.token });
    return inbox.body.items.map(({ title, body }: { title: string; body: string }) => `${title} ${body}`);
  };

  it('is reported from the page to the officers of the commune, without links and without who told it', async () => {
    const phone = await phoneOf(team().member);
    const answer = await report(await phone.path(), 'Đòi 200.000 đồng <b>phí</b> https://bad.example/x');
    expect([answer.statusCode, answer.body.includes('Xã đã nhận tin báo')]).toEqual([200, true]);
    const [message] = await told();
    expect(message).toContain('Đòi 200.000 đồng <b>phí</b> …');
    expect(message).not.toContain('bad.example');
    const [kept] = await app.database.rows<{ text: string; fromHash: Buffer }>(
      sql`select text, from_hash as "fromHash" from card_reports`,
    );
    expect([kept?.text.slice(0, 8), kept?.fromHash.length]).toEqual(['Đòi 200.', 16]);
  });

  it('is not a way to flood the commune', async () => {
    const path = await (await phoneOf(team().member)).path();
    const answers = [];
    for (let i = 0; i < 4; i++) answers.push((await report(path, 'x')).statusCode);
    expect(answers).toEqual([200, 200, 200, 429]);
    for (let i = 0; i < 8; i++) answers.push((await report(path, 'x', `198.51.100.${i}`)).statusCode);
    expect(answers.slice(4)).toEqual([200, 200, 200, 200, 200, 200, 200, 429]);
    expect((await report(path, 'x'.repeat(20_000), '192.0.2.1')).statusCode).toBe(413);
    expect((await report('/the/NOSUCHCARD', 'x', '192.0.2.1')).statusCode).toBe(404);
    await app.drain();
  });
});

describe('A card on paper', () => {
  it('is printed by who may invite, says that it is paper, and ends with the next one', async () => {
    const [by, member] = [team().leader, team().member];
    const issued = await app.call(routes.issuePaperCard, ofMember(by, member));
    expect(issued.status).toBe(201);
    const path = new URL(issued.body.address).pathname;
    const { html } = await visit(path);
    expect(html).toContain('Thẻ giấy. Còn ngờ thì gọi UBND xã');
    expect(html).toContain(member.fullName);
    const file = await app.call(routes.paperCard, ofMember(by, member));
    const pages = textOfPdf(file.raw);
    expect([file.status, pages.length]).toEqual([200, 1]);
    for (const words of [member.fullName, 'Thẻ thành viên Tổ công nghệ số', 'Đến hết ngày 31/12/2026'])
      expect(pages[0]).toContain(words);
    await app.call(routes.issuePaperCard, ofMember(by, member));
    expect((await visit(path)).html).toContain('Thẻ này không còn giá trị');
    await revoke(by, member);
    expect((await app.call(routes.paperCard, ofMember(by, member))).body.code).toBe('card.notFound');
    expect((await revoke(by, village.teams[1]!.member)).body.code).toBe('membership.memberNotFound');
    expect((await app.call(routes.issuePaperCard, ofMember(by, village.teams[1]!.member))).body.code).toBe(
      'membership.memberNotFound',
    );
  });

  it('is asked for by the member, told to the leader, and printed; a leader asks the commune', async () => {
    const asked = (person: TestPerson) => app.call(routes.askForPaperCard, asTeam(person));
    const heard = async (person: TestPerson) => {
      await app.drain();
      const { items } = (await app.call(routes.inbox, { token: person.token })).body;
      return items.map(({ title }: { title: string }) => title).filter((title: string) => title.includes('thẻ giấy'));
    };
    const waits = async () => {
      const { members } = (await app.call(routes.getTeam, asTeam(team().leader))).body;
      return members.filter(({ paperCardAskedAt }: { paperCardAskedAt: string | null }) => paperCardAskedAt).length;
    };
    for (let i = 0; i < 2; i++) expect((await asked(team().member)).body.paperAskedAt).toMatch(/^2026-11-20T01:15/);
    expect([await heard(team().leader), await waits()]).toEqual([[`${team().member.fullName} xin thẻ giấy`], 1]);
    await app.call(routes.issuePaperCard, ofMember(team().leader, team().member));
    expect([(await app.call(routes.myCard, asTeam(team().member))).body.paperAskedAt, await waits()]).toEqual([
      null,
      0,
    ]);
    await asked(team().leader);
    expect(await heard(village.officer)).toEqual([`${team().leader.fullName} xin thẻ giấy`]);
  });

  it('takes no key that is none', async () => {
    const answer = await app.call(routes.registerCard, {
      ...asTeam(team().member),
      body: { publicKey: 'A'.repeat(122) },
    });
    expect(answer.body.code).toBe('card.keyUnreadable');
  });
});
