// @everyday
import { type INestApplicationContext, Injectable, Module, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import { z } from 'zod';
import { Clock } from '#platform/clock';
import { Database, type Sql, sql } from '#platform/database';
import { defineEvent, EventRegistry, HandleEvent, OnEvent, Outbox, Relay } from '#platform/outbox';
import { EraseOld } from '#platform/retention';
import { startPlatform, until } from '../../../test/support/platform.ts';

const teaPoured = defineEvent('tea.poured', z.object({ cup: z.string() }));
const nobodyCares = defineEvent('tea.forgotten', z.object({ cup: z.string() }), { auditOnly: true });

const heard: string[] = [];
const failFor = new Set<string>();

@Injectable()
class TeaSubscribers {
  @OnEvent(teaPoured, 'guest.drink')
  async drink({ cup }: { cup: string }): Promise<void> {
    if (failFor.has(cup)) throw new Error('too hot, call 0512 345 678');
    heard.push(`drink ${cup}`);
  }

  @OnEvent(teaPoured, 'host.count')
  async count({ cup }: { cup: string }): Promise<void> {
    heard.push(`count ${cup}`);
  }
}

@Module({ providers: [TeaSubscribers] })
class TeaModule {}

/** Subscribes from a table instead of by marked methods. */
@Injectable()
class TeaTable implements OnModuleInit {
  constructor(private readonly registry: EventRegistry) {}

  onModuleInit(): void {
    for (const subscriber of ['guest.drink', 'table.wipe'])
      this.registry.subscribe(teaPoured, subscriber, async ({ cup }) => {
        heard.push(`${subscriber} ${cup}`);
      });
  }
}
@Module({ providers: [TeaTable] })
class TableModule {}

let app: INestApplicationContext;
const database = () => app.get(Database);

async function pour(cup: string): Promise<string> {
  return database().tx((tx) => app.get(Outbox).append(tx, teaPoured({ cup })));
}

async function doneCount(eventId: string): Promise<number> {
  const row = await database().one<{ n: number }>(
    sql`select count(*)::int as n from event_handlings where event_id = ${eventId} and done_at is not null`,
  );
  return row?.n ?? 0;
}

beforeAll(async () => {
  app = await startPlatform({ modules: [TeaModule] });
});
afterAll(() => app.close());

describe('the outbox', () => {
  it('refuses an event outside a transaction', async () => {
    await expect(app.get(Outbox).append(database().source.manager, teaPoured({ cup: 'x' }))).rejects.toThrow(
      'needs a transaction',
    );
  });

  it('brings an event to each of its subscribers', async () => {
    const event = await pour('first');
    await until(async () => (await doneCount(event)) === 2);
    expect(heard.filter((line) => line.endsWith('first')).sort()).toEqual(['count first', 'drink first']);
  });

  it('tells nobody of a change that was rolled back', async () => {
    const undone = database().tx(async (tx) => {
      await app.get(Outbox).append(tx, teaPoured({ cup: 'spilled' }));
      throw new Error('spilled');
    });
    await expect(undone).rejects.toThrow('spilled');
    await app.get(Relay).run();
    expect(heard).not.toContain('drink spilled');
  });

  it('keeps an event without subscribers as audit trail and publishes it', async () => {
    const event = await database().tx((tx) =>
      app.get(Outbox).append(tx, nobodyCares({ cup: 'cold' }), { personId: v7() }),
    );
    await until(async () => (await app.get(Relay).run(), true));
    await until(async () =>
      Boolean(
        (await database().one<{ at: Date | null }>(sql`select published_at as at from outbox where id = ${event}`))?.at,
      ),
    );
  });

  it('runs a failed subscriber again, and only that one', async () => {
    failFor.add('hot');
    const event = await pour('hot');
    await until(async () => {
      const row = await database().one<{ attempts: number }>(
        sql`select attempts from event_handlings where event_id = ${event} and subscriber = 'guest.drink'`,
      );
      return (row?.attempts ?? 0) > 0;
    });
    failFor.delete('hot');
    app.get(Clock).advance(5_000);
    await app.get(Relay).offerAgain();
    await until(async () => (await doneCount(event)) === 2);
    expect(heard.filter((line) => line === 'count hot')).toHaveLength(1);
    expect(heard).toContain('drink hot');
  });

  it('takes up what a relay claimed before it died', async () => {
    const id = v7();
    const now = app.get(Clock).now();
    await database().rows(
      sql`insert into outbox (id, name, payload, occurred_at, claimed_until)
        values (${id}, 'tea.poured', '{"cup":"orphan"}', ${now}, ${new Date(now.getTime() + 10_000)})`,
    );
    await app.get(Relay).run();
    expect(await doneCount(id)).toBe(0);
    app.get(Clock).advance(20_000);
    await app.get(Relay).run();
    await until(async () => (await doneCount(id)) === 2);
  });

  it('offers again what the queue lost', async () => {
    const id = v7();
    const now = app.get(Clock).now();
    await database().rows(
      sql`insert into outbox (id, name, payload, occurred_at, published_at)
        values (${id}, 'tea.poured', '{"cup":"lost"}', ${now}, ${now})`,
    );
    await database().rows(
      sql`insert into event_handlings (event_id, subscriber, next_attempt_at) values (${id}, 'guest.drink', ${now})`,
    );
    app.get(Clock).advance(1);
    await app.get(Relay).offerAgain();
    await until(async () => (await doneCount(id)) === 1);
    expect(heard).toContain('drink lost');
  });

  it('handles one event once although its job comes twice', async () => {
    const event = await pour('twice');
    await until(async () => (await doneCount(event)) === 2);
    await app.get(HandleEvent).execute({ eventId: event, event: 'tea.poured', subscriber: 'guest.drink' });
    expect(heard.filter((line) => line === 'drink twice')).toHaveLength(1);
  });

  it('publishes once when two relays run at the same time', async () => {
    const events = await Promise.all(Array.from({ length: 30 }, (_, i) => pour(`race ${i}`)));
    await Promise.all([app.get(Relay).run(), app.get(Relay).run()]);
    await until(async () => (await Promise.all(events.map(doneCount))).every((n) => n === 2));
    expect(heard.filter((line) => line.startsWith('drink race'))).toHaveLength(30);
  });
});

describe('a subscription that is made from a table', () => {
  it('satisfies the check at boot and hears of the event under its name', async () => {
    const other = await startPlatform({ modules: [TableModule] });
    try {
      const id = await other.get(Database).tx((tx) => other.get(Outbox).append(tx, teaPoured({ cup: 'by table' })));
      await until(async () => {
        await other.get(Relay).run();
        return heard.filter((line) => line.endsWith('by table')).length === 2;
      });
      expect(heard.filter((line) => line.endsWith('by table')).sort()).toEqual([
        'guest.drink by table',
        'table.wipe by table',
      ]);
      const jobs = await other
        .get(Database)
        .rows<{ subscriber: string }>(sql`select subscriber from event_handlings where event_id = ${id} order by 1`);
      expect(jobs.map(({ subscriber }) => subscriber)).toEqual(['guest.drink', 'table.wipe']);
    } finally {
      await other.close();
    }
  });
});

describe('retention', () => {
  it('keeps the audit trail for 24 months', async () => {
    const ages = [{ days: 100 }, { days: 731 }].map(
      ({ days }) => new Date(app.get(Clock).now().getTime() - days * 86_400_000),
    );
    const person = v7();
    for (const at of ages)
      await database().rows(
        sql`insert into outbox (id, name, payload, occurred_at, published_at, actor_id)
          values (${v7()}, 'tea.forgotten', '{}', ${at}, ${at}, ${person})`,
      );
    await app.get(EraseOld, { strict: false }).run();
    const left = await database().rows(sql`select 1 from outbox where actor_id = ${person}`);
    expect(left).toHaveLength(1);
  });
});

describe('the audit trail', () => {
  const refused = (statement: Sql) =>
    expect(database().rows(statement)).rejects.toMatchObject({ driverError: { code: 'TS001' } });

  it('cannot be changed, thinned out or emptied by the role that the application works as', async () => {
    const before = await database().rows(sql`select * from outbox order by id`);
    expect(before.length).toBeGreaterThan(0);
    await refused(sql`update outbox set payload = '{}'`);
    await refused(sql`update outbox set actor_id = null, occurred_at = now()`);
    await refused(sql`delete from outbox`);
    await refused(sql`truncate outbox cascade`);
    await refused(sql`delete from outbox where set_config('to_so.forgetting', 'on', true) = 'on'`);
    await database().rows(sql`select forget_old_events(${new Date('2999-01-01')}, 1000)`);
    expect(await database().rows(sql`select * from outbox order by id`)).toEqual(before);
  });

  it('has the log of reads beside it, which can be added to only', async () => {
    const value1 = v7();
    await database().rows(
      sql`insert into access_log (id, at, person_id, what) values (${value1}, now(), ${value1}, 'phone.read')`,
    );
    await refused(sql`update access_log set subject_id = null`);
    await refused(sql`delete from access_log`);
    await refused(sql`truncate access_log`);
    expect(await database().rows(sql`select 1 from access_log`)).toHaveLength(1);
  });
});

describe('the boot check', () => {
  @Module({})
  class Deaf {}

  it('refuses to start when an event has no subscriber, and says what to write', async () => {
    await expect(startPlatform({ modules: [Deaf] })).rejects.toThrow(
      "Event tea.poured has no subscriber: write @OnEvent for it in a *.subscribers.ts, name it in a definition that is subscribed (a message's `on`), or define it with { auditOnly: true }.",
    );
  });

  @Injectable()
  class Echo {
    @OnEvent(teaPoured, 'guest.drink')
    async drink(): Promise<void> {
      heard.push('echo');
    }
  }
  @Module({ imports: [TeaModule], providers: [Echo] })
  class Doubled {}

  it('refuses to start when a subscriber is there twice', async () => {
    await expect(startPlatform({ modules: [Doubled] })).rejects.toThrow('subscriber guest.drink twice');
  });

  it('refuses to start when a table and a method subscribe under one name', async () => {
    await expect(startPlatform({ modules: [TeaModule, TableModule] })).rejects.toThrow(
      'Event tea.poured has subscriber guest.drink twice',
    );
  });
});
