import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sqlState, type Tx, violation } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../membership.errors.ts';
import { rosterImported } from '../../membership.events.ts';
import { blockingFindings } from '../roster/findings.ts';
import { RosterFile } from './files/roster-file.entity.ts';
import { RosterImport, type RosterResult } from './roster-import.entity.ts';
import { RosterMembers } from './planning/roster-members.ts';
import { RosterTeams } from './planning/roster-teams.ts';
import { StartingTeams } from './planning/starting-teams.ts';
import { rosterErrors } from './roster.errors.ts';
import { type CommuneFacts, StagedRosters } from './staged-rosters.ts';

type Input = RouteBody<typeof routes.confirmRoster>;

/** What the rows are written with. */
interface Day extends Input {
  from: string;
}

/** The list becomes the register, all of it or nothing. A second confirmation gives the result of the first. */
@Injectable()
export class ConfirmRoster {
  // oxlint-disable-next-line max-params -- the file, its teams, its people and the decision, and who is told
  constructor(
    private readonly database: Database,
    private readonly staged: StagedRosters,
    private readonly teams: RosterTeams,
    private readonly members: RosterMembers,
    private readonly starting: StartingTeams,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * Dated from `from`, else from the decision's day, else from today.
   * With a decision, the teams that keep the rules become active, and of the others those that the officer has seen to lack
   * somebody.
   * @throws roster.unsettled, roster.fromInFuture, roster.changedMeanwhile, membership.decisionInFuture, membership.hamletHasTeam
   */
  async execute(actor: Actor, importId: string, input: Input): Promise<RosterResult> {
    const asked = await this.staged.require(actor, importId);
    const day = this.dayOf(input);
    const facts = await this.staged.facts(asked.unitId);
    if (asked.result) return asked.result;
    await this.staged.current(asked, facts);
    try {
      return await this.database.tx((tx) => this.confirm(tx, actor, importId, facts, day));
    } catch (error) {
      if (violation(error)?.state === sqlState.exclusion) throw rosterErrors.changedMeanwhile();
      throw error;
    }
  }

  private dayOf(input: Input): Day {
    const today = this.clock.today();
    if (input.decision && input.decision.signedOn > today)
      throw membershipErrors.decisionInFuture({ path: 'decision.signedOn' });
    if (input.from && input.from > today) throw rosterErrors.fromInFuture({ path: 'from' });
    return { ...input, from: input.from ?? input.decision?.signedOn ?? today };
  }

  private async confirm(tx: Tx, actor: Actor, importId: string, facts: CommuneFacts, day: Day): Promise<RosterResult> {
    const staged = await this.staged.lock(tx, importId);
    if (staged.result) return staged.result;
    await this.members.lock(tx, facts.unit.id);
    const reading = await this.staged.read(tx, staged, facts);
    if (!reading.canConfirm) throw rosterErrors.unsettled({ left: blockingFindings(reading.findings).length });
    const prepared = await this.teams.prepare(tx, actor, facts, reading, day.from);
    const plan = this.members.plan(reading, prepared.byKey, day.from);
    const started = await this.starting.activate(tx, actor, prepared.drafts, { plan, reading, facts, day });
    await this.members.write(tx, actor, plan, reading, prepared);
    const { added, changed, unchanged } = reading.diff;
    const { teamsCreated, unitsCreated } = prepared;
    const result = {
      teamsCreated,
      unitsCreated,
      added: added.length,
      changed: changed.length,
      unchanged: unchanged.length,
      ...started,
    };
    await tx.update(
      RosterImport,
      { id: importId },
      { status: 'confirmed', confirmedBy: actor.personId, confirmedAt: this.clock.now(), result },
    );
    await tx.delete(RosterFile, { importId });
    await this.outbox.append(
      tx,
      rosterImported({ importId }, { unitId: facts.unit.id, changes: { ...result, from: day.from } }),
      actor,
    );
    return result;
  }
}
