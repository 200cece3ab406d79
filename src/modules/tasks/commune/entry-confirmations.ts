import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { ProblemError } from '#platform/http';
import { progressErrors } from '../tasks.errors.ts';
import { entryConfirmed } from '../tasks.events.ts';
import type { ConfirmationManner } from '../work/task/task-decision.entity.ts';
import { EntryAccess, idsOf, type OpenEntry } from './entry-access.ts';
import { NamedProducts } from './named-products.ts';
import { already, confirmed, refused, type ResultOutcome } from './result-outcome.ts';

/** Quick reports without a task become confirmed, one or hundreds. Their lines count in reports from now on. */
@Injectable()
export class EntryConfirmations {
  constructor(
    private readonly access: EntryAccess,
    private readonly products: NamedProducts,
    private readonly outbox: Outbox,
  ) {}

  /** Each that waits; of the others it is told why not. */
  async confirm(
    tx: Tx,
    actor: Actor,
    entryIds: readonly string[],
    now: Date,
    manner: ConfirmationManner,
  ): Promise<ResultOutcome[]> {
    const found = await this.access.lockMany(tx, entryIds);
    const open: OpenEntry[] = [];
    const outcomes = [...found].map(([id, entry]) => {
      if (entry instanceof ProblemError) return refused(id, entry);
      if (entry.decision?.kind === 'confirm') return already(id, entry.decision.byId, actor.personId);
      if (entry.decision) return refused(id, progressErrors.alreadyReturned());
      open.push(entry);
      return confirmed(id);
    });
    await this.products.recordTold(tx, actor, await this.write(tx, actor, open, now, manner));
    return outcomes;
  }

  /** @param entries locked by `tx` and undecided, with the figure that counts. Gives the decision behind each */
  async write(
    tx: Tx,
    actor: Actor,
    entries: readonly OpenEntry[],
    now: Date,
    manner: ConfirmationManner = 'each',
  ): Promise<string[]> {
    if (entries.length === 0) return [];
    const decisionIds = await this.access.record(tx, entries, {
      kind: 'confirm',
      byId: actor.personId,
      at: now,
      manner,
    });
    await execute(
      tx,
      sql`update progress_lines l set confirmed_value = case when l.position = 0 then e.value else l.value end,
        confirmed_by = ${actor.personId}, confirmed_at = ${now}, entry_decision_id = e.decision_id
         from unnest(${entries.map(({ id }) => id)}::uuid[], ${entries.map(({ value }) => value)}::int[],
           ${decisionIds}::uuid[]) as e(id, value, decision_id)
        where l.entry_id = e.id`,
    );
    const events = entries.map((entry) =>
      entryConfirmed(idsOf(entry), { unitId: entry.unitId, changes: { value: entry.value, manner } }),
    );
    await this.outbox.appendMany(tx, events, actor);
    return decisionIds;
  }
}
