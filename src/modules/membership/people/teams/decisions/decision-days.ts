import { Injectable } from '@nestjs/common';
import type { Validity } from '#modules/organization';
import { Clock } from '#platform/clock';
import { execute, raw, sql, type Tx } from '#platform/database';
import { membershipErrors } from '../../../membership.errors.ts';
import { type DecisionData, refuseOutOfOrder } from './decisions.ts';
import { TeamKnownSince } from '../team-known-since.ts';
import { refusing } from '../team-constraints.ts';
import { TeamQueries } from '../team.queries.ts';

export interface DecisionOfTeam extends DecisionData {
  id: string;
  kind: 'establish' | 'change' | 'dissolve';
  version: number;
  teamId: string;
  unitId: string;
  validity: Validity;
}

/** Another day of signature: what speaks against it, and what moves with it. */
@Injectable()
export class DecisionDays {
  constructor(
    private readonly deeds: TeamKnownSince,
    private readonly queries: TeamQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws membership.decisionOutOfOrder, membership.decisionAfterWork, membership.hamletHasTeam */
  async move(tx: Tx, row: DecisionOfTeam, day: string): Promise<void> {
    await refuseOutOfOrder(tx, this.clock, row, day);
    if (row.kind !== 'establish') return;
    if (day > row.signedOn) await this.refuseAfterWork(tx, row, day);
    if (row.validity.from === row.signedOn) await this.moveStart(tx, row, day);
  }

  private async refuseAfterWork(tx: Tx, { teamId, validity }: DecisionOfTeam, day: string): Promise<void> {
    const deed = await this.deeds.first(tx, teamId);
    const on = deed && deed < day ? deed : validity.to !== null && validity.to <= day ? validity.to : null;
    if (on) throw membershipErrors.decisionAfterWork({ path: 'signedOn', on, ...(await this.team(teamId)) });
  }

  /** The team begins on the day of its decision, and with it those who were there from the first day. */
  private async moveStart(tx: Tx, { teamId, unitId, signedOn }: DecisionOfTeam, day: string): Promise<void> {
    const subject = { unitId, teamId, on: day, path: 'signedOn' };
    await refusing(tx, subject, async (inner) => {
      for (const [table, key] of [
        ['teams', 'id'],
        ['team_members', 'team_id'],
      ] as const)
        await execute(
          inner,
          sql`update ${raw(table)} set validity = daterange(${day}::date, upper(validity)) where ${raw(key)} = ${teamId}
            and lower(validity) = ${signedOn}::date`,
        );
    });
  }

  private async team(teamId: string): Promise<{ team: string }> {
    const [row] = await this.queries.byId([teamId], this.clock.today());
    return { team: row?.name ?? '' };
  }
}
