import { v7 } from 'uuid';
import { Sweep } from '#modules/notifications';
import { sql } from '#platform/database';
import { startSmtpEmulator, type SmtpEmulator } from '../../../test/emulators/smtp.ts';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';
import { buildVillage, issueOrder, type Village } from '../../../test/support/orders.ts';

let smtp: SmtpEmulator;
let app: TestApp;
let village: Village;

beforeAll(async () => {
  smtp = await startSmtpEmulator();
  app = await startApp({ CLOCK: '2022-06-21T02:00:00.000Z', SMTP_URL: smtp.url, PUBLIC_URL: 'https://to-so.example' });
  app.drainables.push(() => app.get(Sweep).run());
  village = await buildVillage(app, { hamlets: 1 });
  const { leader, deputy, member } = village.teams[0]!;
  for (const [person, address] of [
    [leader, 'leader@x.example'],
    [deputy, 'deputy@x.example'],
    [member, 'member@x.example'],
  ] as const)
    await app.database.rows(
      sql`insert into emails (id, person_id, address, is_primary, added_at)
        values (${v7()}, ${person.id}, ${address}, true, ${app.clock.now()})`,
    );
});
afterAll(async () => {
  await stopApps();
  await smtp.stop();
});

const stateOf = async (address: string) =>
  app.database.one<{ state: string; address: string | null; failure_code: string | null }>(
    sql`select d.state, d.address, d.failure_code from deliveries d join emails e on e.person_id = d.person_id
      where e.address = ${address}`,
  );

describe('an order by e-mail', () => {
  it('reaches every mailbox once, with a link to the task that signs nobody in', async () => {
    smtp.fail('deputy@x.example', 'unknown-mailbox');
    smtp.fail('member@x.example', 'try-later', 1);
    const order = await issueOrder(app, village);
    await app.drain();
    expect(await stateOf('leader@x.example')).toEqual({ state: 'sent', address: null, failure_code: null });
    expect(await stateOf('deputy@x.example')).toMatchObject({ state: 'failed', failure_code: '550' });
    expect(await stateOf('member@x.example')).toMatchObject({
      state: 'due',
      failure_code: '451',
      address: 'member@x.example',
    });
    app.clock.advance(31_000);
    await app.drain();
    expect(await stateOf('member@x.example')).toMatchObject({ state: 'sent' });
    expect([...smtp.counts]).toEqual([
      ['leader@x.example', 1],
      ['member@x.example', 1],
    ]);
    const mail = smtp.mails.find(({ to }) => to === 'leader@x.example')!;
    expect(mail.subject).toBe('Việc mới: Giúp bà con nộp hồ sơ trực tuyến');
    expect(mail.text).toContain(`https://to-so.example/app/#/viec/${order.taskIds[0]}`);
    expect(mail.text).toContain('Tin này không tắt được vì là việc của Tổ.');
    expect(mail.text).not.toMatch(/token|moi\/|code=/);
    expect(mail.headers.get('list-unsubscribe')).toBeUndefined();
    expect(smtp.mails.find(({ to }) => to === 'member@x.example')!.headers.get('list-unsubscribe')).toBe(
      '<https://to-so.example/app/#/cai-dat>',
    );
  });
});
