import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { v7 } from 'uuid';
import type { OutboxEvent } from './event.ts';

/** Writes events beside the change that they tell of, in the same transaction; the rows are also the audit trail. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** @throws Error outside a transaction: an event that could survive a rollback would be a lie. */
  async append(tx: Tx, event: OutboxEvent, actor?: Pick<Actor, 'personId' | 'postId' | 'commandId'>): Promise<string> {
    if (!tx.queryRunner?.isTransactionActive)
      throw new Error(`outbox.append(${event.definition.name}) needs a transaction.`);
    const id = v7();
    await tx.query(
      `insert into outbox (id, name, payload, occurred_at, actor_id, post_id, unit_id, command_id, changes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        event.definition.name,
        event.definition.payload.parse(event.payload),
        this.clock.now(),
        actor?.personId ?? null,
        actor?.postId ?? null,
        event.unitId ?? null,
        actor?.commandId ?? null,
        event.changes ?? {},
      ],
    );
    await tx.query(`select pg_notify('outbox', '')`);
    return id;
  }

  /** The same for many events of one act, in one statement. */
  async appendMany(
    tx: Tx,
    events: readonly OutboxEvent[],
    actor?: Pick<Actor, 'personId' | 'postId' | 'commandId'>,
  ): Promise<void> {
    if (!tx.queryRunner?.isTransactionActive) throw new Error('outbox.appendMany needs a transaction.');
    if (events.length === 0) return;
    const payloads = events.map((event) => JSON.stringify(event.definition.payload.parse(event.payload)));
    await tx.query(
      `insert into outbox (id, name, payload, occurred_at, actor_id, post_id, unit_id, command_id, changes)
       select n.id, n.name, n.payload::jsonb, $6, $7, $8, n.unit_id, $9, n.changes::jsonb
         from unnest($1::uuid[], $2::text[], $3::text[], $4::uuid[], $5::text[]) as n(id, name, payload, unit_id, changes)`,
      [
        events.map(() => v7()),
        events.map((event) => event.definition.name),
        payloads,
        events.map((event) => event.unitId ?? null),
        events.map((event) => JSON.stringify(event.changes ?? {})),
        this.clock.now(),
        actor?.personId ?? null,
        actor?.postId ?? null,
        actor?.commandId ?? null,
      ],
    );
    await tx.query(`select pg_notify('outbox', '')`);
  }
}
