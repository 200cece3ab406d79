import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { execute, prepared, sql, type Tx } from '#platform/database';
import { unitOf } from '#platform/auth';
import { traceParent } from '#platform/telemetry';
import { v7 } from 'uuid';
import type { EventActor, OutboxEvent } from './event.ts';

/** Writes events beside the change that they tell of, in the same transaction; the rows are also the audit trail. */
@Injectable()
export class Outbox {
  constructor(private readonly clock: Clock) {}

  /** @throws Error outside a transaction: an event that could survive a rollback would be a lie. */
  async append(tx: Tx, event: OutboxEvent, actor?: EventActor): Promise<string> {
    const [id] = await this.appendMany(tx, [event], actor);
    return id as string;
  }

  /** Many events of one act, or of several people's acts, in one statement, which also wakes the relay. Gives their ids. */
  async appendMany(tx: Tx, events: readonly OutboxEvent[], actor?: EventActor): Promise<string[]> {
    if (!tx.queryRunner?.isTransactionActive)
      throw new Error(`outbox.append(${events[0]?.definition.name ?? ''}) needs a transaction.`);
    if (events.length === 0) return [];
    const by = events.map((event) => event.by ?? actor);
    const ids = events.map(() => v7());
    await execute(
      tx,
      prepared(
        'outbox.append',
        sql`with told as (
           insert into outbox (id, name, payload, occurred_at, actor_id, post_id, unit_id, command_id, changes, place_id, session_id,
             trace_parent)
           select n.id, n.name, n.payload::jsonb, ${this.clock.now()}::timestamptz, n.actor_id, n.post_id, n.unit_id, n.command_id,
                  n.changes::jsonb, coalesce(n.unit_id, n.by_unit_id), n.session_id, ${traceParent()}::text
             from unnest(${ids}::uuid[], ${events.map((event) => event.definition.name)}::text[],
                    ${events.map((event) => JSON.stringify(event.definition.payload.parse(event.payload)))}::text[],
                    ${by.map((one) => one?.personId ?? null)}::uuid[], ${by.map((one) => one?.postId ?? null)}::uuid[],
                    ${events.map((event) => event.unitId ?? null)}::uuid[], ${by.map((one) => one?.commandId ?? null)}::uuid[],
                    ${events.map((event) => JSON.stringify(event.changes ?? {}))}::text[],
                    ${by.map((one) => (one ? unitOf(one) : null))}::uuid[], ${by.map((one) => one?.sessionId || null)}::uuid[])
                  as n(id, name, payload, actor_id, post_id, unit_id, command_id, changes, by_unit_id, session_id))
         select pg_notify('outbox', '')`,
      ),
    );
    return ids;
  }
}
