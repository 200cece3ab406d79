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
    if (!tx.queryRunner?.isTransactionActive) throw new Error(`outbox.append(${event.definition.name}) needs a transaction.`);
    const id = v7();
    await tx.query(
      `insert into outbox (id, name, payload, occurred_at, actor_id, post_id, unit_id, command_id, changes)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, event.definition.name, event.definition.payload.parse(event.payload), this.clock.now(), actor?.personId ?? null, actor?.postId ?? null, event.unitId ?? null, actor?.commandId ?? null, event.changes ?? {}],
    );
    await tx.query(`select pg_notify('outbox', '')`);
    return id;
  }
}
