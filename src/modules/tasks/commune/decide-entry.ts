import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { mayStillUndo } from '../work/task/task-states.ts';
import { progressErrors, returnErrors, taskErrors } from '../tasks.errors.ts';
import { entryDecisionUndone, entryReturned } from '../tasks.events.ts';
import { EntryAccess, idsOf } from './entry-access.ts';
import { EntryConfirmations } from './entry-confirmations.ts';
import { NamedProducts } from './named-products.ts';
import { EntryDecision } from '../work/task/task-decision.entity.ts';

export interface EntryOutcome {
  /** Who had decided the same before, when this one changed nothing. */
  alreadyBy?: string;
}

/** Confirms a quick report without a task as reported, or with a lower figure. */
@Injectable()
export class ConfirmEntry {
  constructor(
    private readonly access: EntryAccess,
    private readonly confirmations: EntryConfirmations,
    private readonly products: NamedProducts,
  ) {}

  /** @throws progress.alreadyReturned, return.partTooLarge */
  execute(actor: Actor, entryId: string, input: RouteBody<typeof routes.confirmEntry>): Promise<EntryOutcome> {
    return this.access.change(actor, entryId, async (tx, entry, now) => {
      if (entry.decision?.kind === 'confirm') return { alreadyBy: entry.decision.byId };
      if (entry.decision) throw progressErrors.alreadyReturned();
      const value = input.value ?? entry.value;
      if (value > entry.value) throw returnErrors.partTooLarge({ path: 'value', reported: entry.value });
      const [decisionId = ''] = await this.confirmations.write(tx, actor, [{ ...entry, value }], now);
      await this.products.record(tx, actor, { unitId: entry.unitId, decisionId }, input.products);
      return {};
    });
  }
}

/** A quick report without a task does not count; whoever sent it hears why and may report anew. */
@Injectable()
export class ReturnEntry {
  constructor(
    private readonly access: EntryAccess,
    private readonly outbox: Outbox,
  ) {}

  /** @throws progress.alreadySettled, return.commentMissing */
  execute(
    actor: Actor,
    entryId: string,
    { reasons, comment }: RouteBody<typeof routes.returnEntry>,
  ): Promise<EntryOutcome> {
    return this.access.change(actor, entryId, async (tx, entry, now) => {
      if (entry.decision?.kind === 'return') return { alreadyBy: entry.decision.byId };
      if (entry.decision) throw progressErrors.alreadySettled();
      if (reasons.includes('other') && comment === '') throw returnErrors.commentMissing({ path: 'comment' });
      await this.access.record(tx, [entry], { kind: 'return', reasons, comment, byId: actor.personId, at: now });
      await this.outbox.append(tx, entryReturned(idsOf(entry), { unitId: entry.unitId, changes: { reasons } }), actor);
      return {};
    });
  }
}

/** Takes a decision on a quick report back within a minute. */
@Injectable()
export class UndoEntryDecision {
  constructor(
    private readonly access: EntryAccess,
    private readonly products: NamedProducts,
    private readonly outbox: Outbox,
  ) {}

  execute(actor: Actor, entryId: string): Promise<EntryOutcome> {
    return this.access.change(actor, entryId, async (tx, entry, now) => {
      if (!entry.decision) throw progressErrors.nothingDecided();
      if (!mayStillUndo(entry.decision.at, now)) throw taskErrors.tooLateToUndo();
      await this.products.takeBack(tx, actor, entry.decision.id);
      await this.take(tx, entry.decision.id, now);
      await this.outbox.append(tx, entryDecisionUndone(idsOf(entry), { unitId: entry.unitId }), actor);
      return {};
    });
  }

  private async take(tx: Tx, decisionId: string, now: Date): Promise<void> {
    await rowsOf(
      tx,
      sql`update progress_lines set confirmed_value = null, confirmed_by = null, confirmed_at = null, entry_decision_id = null
        where entry_decision_id = ${decisionId}`,
    );
    await tx.update(EntryDecision, { id: decisionId }, { undoneAt: now });
  }
}
