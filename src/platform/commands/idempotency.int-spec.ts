// @everyday
import { randomUUID } from 'node:crypto';
import { ExecutionContextHost } from '@nestjs/core/helpers/execution-context-host.js';
import { lastValueFrom, of } from 'rxjs';
import { routes } from '#contracts';
import { sql } from '#platform/database';
import { Handle } from '#platform/http';
import { Log } from '#platform/logging';
import { startApp, stopApps, type TestApp } from '../../../test/support/app.ts';
import { buildOfficer, type TestPerson } from '../../../test/support/people.ts';
import { buildPlace, type Place } from '../../../test/support/units.ts';
import { IdempotencyInterceptor } from './idempotency.interceptor.ts';

let app: TestApp;
let place: Place;
let officer: TestPerson;
beforeAll(async () => {
  app = await startApp();
  place = await buildPlace(app, { hamlets: 2 });
  officer = await buildOfficer(app, { role: 'focal_officer', unitId: place.communeId });
});
afterAll(stopApps);

const product = (name: string) => ({ name, owner: 'Hộ bà Lê Thị Bình' });
const add = (key: string, body: object = product(`Mật ong ${key}`), token = officer.token) =>
  app.call(routes.addOcopProduct, { token, key, params: { unitId: place.hamletIds[0] ?? '' }, body });
const count = async () =>
  (await app.database.one<{ n: number }>(sql`select count(*)::int as n from ocop_products`))?.n ?? 0;

describe('a command with an Idempotency-Key', () => {
  it('acts once and gives the same answer again', async () => {
    const key = randomUUID();
    const before = await count();
    const first = await add(key);
    const second = await add(key);
    expect(second).toMatchObject({ status: first.status, body: first.body });
    expect(await count()).toBe(before + 1);
  });

  it('acts once when it comes several times at the same moment', async () => {
    const key = randomUUID();
    const before = await count();
    const answers = await Promise.all([add(key), add(key), add(key)]);
    expect(new Set(answers.map(({ body }) => body.id)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('is named by each answer, so that a phone takes nothing else for a receipt or a refusal', async () => {
    const key = randomUUID();
    for (const answer of [await add(key), await add(key), await add(key, {}), await add(key, product('Gạo'), 'nobody')])
      expect(answer.headers).toMatchObject({ 'x-to-so': '1', 'idempotency-key': key });
    const odd = await add('a\tb');
    expect(odd).toMatchObject({ status: 400, headers: { 'x-to-so': '1' } });
    expect(odd.headers).not.toHaveProperty('idempotency-key');
    const unknown = await app.nest.inject({
      method: 'POST',
      url: '/api/v1/nowhere',
      headers: { 'idempotency-key': key },
    });
    expect(unknown).toMatchObject({ statusCode: 404, headers: { 'x-to-so': '1', 'idempotency-key': key } });
    const elsewhere = await app.nest.inject({ url: '/app/nowhere' });
    expect(elsewhere.headers).not.toHaveProperty('x-to-so');
  });

  it('keeps a refusal too', async () => {
    const key = randomUUID();
    const other = await buildPlace(app, { commune: 'Dân Lý' });
    const refused = () =>
      app.call(routes.addOcopProduct, {
        token: officer.token,
        key,
        params: { unitId: other.hamletIds[0] ?? '' },
        body: product('Gạo'),
      });
    const first = await refused();
    expect(first).toMatchObject({ status: 403, body: { code: 'platform.denied' } });
    expect(await refused()).toMatchObject({ status: 403, body: first.body });
  });

  it('is not worked a second time when it was done and its answer is lost', async () => {
    const before = await count();
    const gone = [randomUUID(), randomUUID()] as const;
    for (const key of gone) await add(key, product(`Mật ong ${key}`));
    // As after an answer that failed behind the commit, and as after a process that ended there.
    await app.database.rows(sql`delete from command_answers where command_id = ${gone[0]}`);
    await app.database.rows(
      sql`update command_answers set status = null, answer = null, started_at = started_at - interval '1 hour'
        where command_id = ${gone[1]}`,
    );
    for (const key of [...gone, ...gone])
      expect(await add(key, product(`Mật ong ${key}`))).toMatchObject({
        status: 409,
        body: { code: 'platform.alreadyDone' },
      });
    expect(await count()).toBe(before + 2);
  });

  it('is taken back by its owner alone, and not worked when it arrives after that', async () => {
    const [late, lost, running] = [randomUUID(), randomUUID(), randomUUID()] as const;
    const withdraw = async (commandId: string, token = officer.token) =>
      (await app.call(routes.withdrawCommand, { token, params: { commandId } })).body;
    const before = await count();
    expect(await withdraw(late)).toEqual({ state: 'withdrawn', status: null, answer: null });
    expect(await add(late)).toMatchObject({ status: 410, body: { code: 'platform.commandWithdrawn' } });
    expect(await withdraw(late)).toMatchObject({ state: 'withdrawn' });
    expect(await count()).toBe(before);

    const done = await add(lost);
    const other = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
    expect(await withdraw(lost, other.token)).toMatchObject({ state: 'withdrawn' });
    expect(await withdraw(lost)).toEqual({ state: 'done', status: 201, answer: done.body });
    await app.database.rows(sql`delete from command_answers where command_id = ${lost}`);
    expect(await withdraw(lost)).toEqual({ state: 'done', status: null, answer: null });
    await app.database.rows(
      sql`insert into command_answers (person_id, command_id, route, body_hash, started_at)
        values (${other.id}, ${running}, 'POST /', '', now())`,
    );
    expect(await withdraw(running, other.token)).toMatchObject({ state: 'running' });
  });

  it('is worked or taken back, never both, when the two meet', async () => {
    const before = await count();
    const met = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const key = randomUUID();
        const params = { commandId: key };
        const [worked, taken] = await Promise.all([
          add(key),
          app.call(routes.withdrawCommand, { token: officer.token, params }),
        ]);
        expect([worked.status === 201, taken.body.state === 'withdrawn']).toContain(true);
        expect(worked.status === 201 && taken.body.state === 'withdrawn').toBe(false);
        return worked.status === 201;
      }),
    );
    expect(await count()).toBe(before + met.filter(Boolean).length);
  });

  it('makes a provider once, also one that begins on a later day', async () => {
    const admin = await buildOfficer(app, { role: 'admin', unitId: place.provinceId });
    const body = { name: 'Bưu điện huyện', kind: 'post', coverage: [place.communeId], from: '2199-01-01' };
    const key = randomUUID();
    const make = () => app.call(routes.createProvider, { token: admin.token, key, body });
    const first = await make();
    expect(first).toMatchObject({ status: 201, body: { name: body.name, coverage: [{ id: place.communeId }] } });
    expect((await make()).body).toEqual(first.body);
    expect(await app.database.rows(sql`select 1 from providers`)).toHaveLength(1);
  });

  it('is refused for another body, and when the key is no UUID', async () => {
    const key = randomUUID();
    await add(key);
    expect(await add(key, product('Gạo nếp'))).toMatchObject({ status: 422, body: { code: 'platform.commandReused' } });
    expect(await add('tap-1')).toMatchObject({ status: 400, body: { code: 'platform.badCommandId' } });
  });

  it('belongs to the person: another one may use the same key', async () => {
    const key = randomUUID();
    const colleague = await buildOfficer(app, { role: 'committee_member', unitId: place.communeId });
    const first = await add(key);
    const second = await add(key, product('Mật ong'), colleague.token);
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
  });

  it('takes over what was cut off before it could answer', async () => {
    const key = randomUUID();
    await add(key);
    await app.database.rows(sql`update command_answers set status = null, answer = null where command_id = ${key}`);
    // Cut off before its transaction was committed: nothing was written, the event neither.
    await app.database.rows(sql`delete from ocop_products where name = ${`Mật ong ${key}`}`);
    await app.database.rows(sql`alter table outbox disable trigger user`);
    await app.database.rows(sql`delete from outbox where command_id = ${key}`);
    await app.database.rows(sql`alter table outbox enable trigger user`);
    app.clock.advance(31_000);
    expect((await add(key)).status).toBe(201);
  });

  it('is refused at another address with the same body, also after the first was cut off', async () => {
    const key = randomUUID();
    const elsewhere = (at = 1) =>
      app.call(routes.addOcopProduct, {
        token: officer.token,
        key,
        params: { unitId: place.hamletIds[at] ?? '' },
        body: product('Mật ong'),
      });
    await add(key);
    expect(await elsewhere()).toMatchObject({ status: 422, body: { code: 'platform.commandReused' } });
    const before = await count();
    await app.database.rows(sql`update command_answers set status = null, answer = null where command_id = ${key}`);
    app.clock.advance(31_000);
    expect(await elsewhere()).toMatchObject({ status: 422, body: { code: 'platform.commandReused' } });
    expect(await count()).toBe(before);
  });

  it.each([[false, 409, 'platform.alreadyDone'] as const, [true, null, undefined] as const])(
    'keeps no answer that is larger than what a command has to say (worked again: %s)',
    async (repeats, status, code) => {
      const handler = () => undefined;
      Handle({ ...routes.addOcopProduct, ...(repeats && { repeats }) })(handler, 'handler', { value: handler });
      const actor = { personId: officer.id, commandId: randomUUID() };
      const request = { method: 'POST', url: '/large', body: {}, actor };
      const context = new ExecutionContextHost([request, { statusCode: 201 }], undefined, handler);
      const answer = { text: 'ă'.repeat(40_000) };
      const interceptor = new IdempotencyInterceptor(app.database, app.clock, app.get(Log));
      const given = await interceptor.intercept(context, { handle: () => of(answer) });
      expect(await lastValueFrom(given)).toBe(answer);
      const row = await app.database.one<{ status: number; answer: { code: string } }>(
        sql`select status, answer from command_answers where command_id = ${actor.commandId}`,
      );
      expect([row?.status ?? null, row?.answer.code]).toEqual([status, code]);
    },
  );
});
