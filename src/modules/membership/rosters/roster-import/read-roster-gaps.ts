import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { membershipErrors } from '../../membership.errors.ts';
import { RosterMembers } from './planning/roster-members.ts';
import { StartingTeams } from './planning/starting-teams.ts';
import { StagedRosters } from './staged-rosters.ts';

/** What an officer is shown before a list is written with a decision: the teams that would start incomplete, by name. */
@Injectable()
export class ReadRosterGaps {
  constructor(
    private readonly database: Database,
    private readonly staged: StagedRosters,
    private readonly members: RosterMembers,
    private readonly starting: StartingTeams,
    private readonly clock: Clock,
  ) {}

  /** @throws roster.notFound, roster.erased, membership.decisionInFuture */
  async execute(actor: Actor, importId: string, signedOn: string): Promise<RouteAnswer<typeof routes.rosterGaps>> {
    const found = await this.staged.require(actor, importId);
    if (signedOn > this.clock.today()) throw membershipErrors.decisionInFuture({ path: 'signedOn' });
    const facts = await this.staged.facts(found.unitId);
    const current = await this.staged.current(found, facts);
    const reading = await this.staged.read(this.database.manager, current, facts);
    const teams = reading.placed.map(({ team, unitId }) => {
      const known = unitId ? reading.teams.get(unitId) : undefined;
      // What is not there yet goes by ids that nobody keeps; a new hamlet has the rules of its commune.
      const from = known?.status === 'active' ? known.from : signedOn;
      return {
        key: team.hamletKey,
        name: team.name,
        id: known?.id ?? v7(),
        unitId: unitId ?? facts.unit.id,
        from,
        known,
      };
    });
    const plan = this.members.plan(reading, new Map(teams.map((team) => [team.key, team])), signedOn);
    const drafts = teams.filter(({ known }) => known?.status !== 'active');
    const lacking = await this.starting.lacking(drafts, { plan, reading, facts }, signedOn);
    return drafts.flatMap(({ id, key, name }) => {
      const gaps = lacking.get(id);
      return gaps ? [{ key, name, gaps: gaps.map(({ fits: _, ...gap }) => gap) }] : [];
    });
  }
}
