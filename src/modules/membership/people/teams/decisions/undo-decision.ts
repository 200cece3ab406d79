import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { execute, raw, rowsOf, sql, type Tx } from '#platform/database';
import { membershipErrors } from '../../../membership.errors.ts';
import { TeamEnding } from '../endings/team-ending.entity.ts';
import { refusing } from '../team-constraints.ts';
import { TeamKnownSince } from '../team-known-since.ts';
import { TeamQueries } from '../team.queries.ts';
import type { DecisionOfTeam } from './decision-days.ts';
import { Team } from '../team.entity.ts';

/**
 * What a decision did to the team, taken back as if it had never been signed. Only while nothing rests on it: work of a team
 * cannot hang in the air, and an end that has come has moved or cancelled what was open.
 */
@Injectable()
export class UndoDecision {
  constructor(
    private readonly deeds: TeamKnownSince,
    private readonly queries: TeamQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws membership.voidAfterWork, voidAfterChange, voidAfterEnd, draftExists, hamletHasTeam */
  async execute(tx: Tx, decision: DecisionOfTeam): Promise<void> {
    if (decision.kind === 'establish') await this.backToDraft(tx, decision);
    if (decision.kind === 'dissolve') await this.goOn(tx, decision);
  }

  private async backToDraft(tx: Tx, { teamId, unitId }: DecisionOfTeam): Promise<void> {
    const on = await this.deeds.first(tx, teamId);
    if (on) throw membershipErrors.voidAfterWork({ on, ...(await this.team(teamId)) });
    const [later] = await rowsOf<{ number: string }>(
      tx,
      sql`select number from establishing_decisions where team_id = ${teamId} and kind <> 'establish' and voided_at is null limit 1`,
    );
    if (later) throw membershipErrors.voidAfterChange({ ...later, ...(await this.team(teamId)) });
    const drafts = await rowsOf(tx, sql`select 1 from teams where unit_id = ${unitId} and status = 'draft'`);
    if (drafts.length > 0) throw membershipErrors.draftExists();
    await tx.update(Team, { id: teamId }, { status: 'draft' });
  }

  /** The end has not come: everybody who would have left with it stays as they were. */
  private async goOn(tx: Tx, { teamId, unitId, validity }: DecisionOfTeam): Promise<void> {
    const [ending] = await rowsOf<Pick<TeamEnding, 'fromOn' | 'told' | 'cut'>>(
      tx,
      sql`select from_on::text as "fromOn", told, cut from team_endings where team_id = ${teamId} for update`,
    );
    if (!ending || ending.told || ending.fromOn <= this.clock.today())
      throw membershipErrors.voidAfterEnd({ on: ending?.fromOn ?? validity.to, ...(await this.team(teamId)) });
    const { fromOn, cut } = ending;
    await refusing(tx, { unitId, teamId, on: fromOn }, (inner) =>
      execute(
        inner,
        sql`update teams set status = 'active', validity = daterange(lower(validity), null) where id = ${teamId}`,
      ),
    );
    for (const table of ['team_members', 'supporters'] as const) {
      const before = JSON.stringify((table === 'supporters' ? cut.supporters : cut.members) ?? []);
      await execute(
        tx,
        sql`update ${raw(table)} m set validity = w.validity
          from jsonb_populate_recordset(null::${raw(table)}, ${before}::jsonb) w
         where m.id = w.id and upper(m.validity) = ${fromOn}::date`,
      );
      // Who was to come after the end comes; a place that somebody has taken meanwhile stays theirs.
      await execute(
        tx,
        sql`insert into ${raw(table)} select * from jsonb_populate_recordset(null::${raw(table)}, ${before}::jsonb)
         where lower(validity) >= ${fromOn}::date on conflict do nothing`,
      );
    }
    await tx.delete(TeamEnding, { teamId });
  }

  private async team(teamId: string): Promise<{ team: string }> {
    const [row] = await this.queries.byId([teamId], this.clock.today());
    return { team: row?.name ?? '' };
  }
}
