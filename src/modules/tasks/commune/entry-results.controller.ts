import { Controller } from '@nestjs/common';
import { type RouteAnswer, type RouteBody, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ConfirmEntry, type EntryOutcome, ReturnEntry, UndoEntryDecision } from './decide-entry.ts';
import { EntryQueries } from '../reads/results/entry.queries.ts';
import { progressErrors } from '../tasks.errors.ts';

/** What the commune decides about a quick report that belongs to no task. */
@Controller()
export class EntryResultsController {
  constructor(
    private readonly entries: EntryQueries,
    private readonly membership: MembershipApi,
    private readonly confirmEntry: ConfirmEntry,
    private readonly returnEntry: ReturnEntry,
    private readonly undoDecision: UndoEntryDecision,
  ) {}

  @Handle(routes.confirmEntry)
  async confirm(
    @CurrentActor() actor: Actor,
    @PathId('entryId') entryId: string,
    @Input() input: RouteBody<typeof routes.confirmEntry>,
  ) {
    return this.receipt(actor, entryId, await this.confirmEntry.execute(actor, entryId, input));
  }

  @Handle(routes.returnEntry)
  async giveBack(
    @CurrentActor() actor: Actor,
    @PathId('entryId') entryId: string,
    @Input() input: RouteBody<typeof routes.returnEntry>,
  ) {
    return this.receipt(actor, entryId, await this.returnEntry.execute(actor, entryId, input));
  }

  @Handle(routes.undoEntryDecision)
  async undo(@CurrentActor() actor: Actor, @PathId('entryId') entryId: string) {
    return this.receipt(actor, entryId, await this.undoDecision.execute(actor, entryId));
  }

  private async receipt(
    actor: Actor,
    entryId: string,
    { alreadyBy }: EntryOutcome,
  ): Promise<RouteAnswer<typeof routes.confirmEntry>> {
    const found = await this.entries.one(entryId, actor.personId);
    if (!found) throw progressErrors.notFound();
    const other =
      alreadyBy && alreadyBy !== actor.personId ? (await this.membership.people([alreadyBy])).get(alreadyBy) : null;
    return { entry: found.entry, alreadyBy: other ?? null };
  }
}
