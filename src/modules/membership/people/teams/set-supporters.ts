import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../membership.errors.ts';
import { supportersSet } from '../../membership.events.ts';
import { TeamAccess } from './team-access.ts';

/** Names the committee members who support the team from today; who is no longer named ends today. */
@Injectable()
export class SetSupporters {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly organization: OrganizationApi,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, teamId: string, personIds: string[]): Promise<void> {
    const team = await this.places.require(actor, 'committee.manage', teamId);
    const commune = await this.organization.communeOf(team.unitId);
    const today = this.clock.today();
    await this.database.tx(async (tx) => {
      await this.places.lock(tx, teamId);
      await requireCommittee(tx, commune?.id ?? team.unitId, personIds, today, (n) => `personIds.${n}`);
      await execute(
        tx,
        sql`delete from supporters where team_id = ${teamId} and lower(validity) >= ${today}::date and not person_id = any(${personIds})`,
      );
      await execute(
        tx,
        sql`update supporters set validity = daterange(lower(validity), ${today}::date) where team_id = ${teamId}
          and validity @> ${today}::date and not person_id = any(${personIds})`,
      );
      await execute(
        tx,
        sql`insert into supporters (id, team_id, person_id, validity)
         select n.id, ${teamId}, n.person_id, daterange(${today}::date, null)
           from unnest(${personIds.map(() => v7())}::uuid[], ${personIds}::uuid[]) as n(id, person_id)
          where not exists (select 1 from supporters s where s.team_id = ${teamId} and s.person_id = n.person_id
            and s.validity @> ${today}::date)`,
      );
      await this.outbox.append(tx, supportersSet({ teamId }, { unitId: team.unitId, changes: { personIds } }), actor);
    });
  }
}

/** @throws membership.notCommitteeMember for who is not of the commune's committee today */
export async function requireCommittee(
  tx: Tx,
  communeId: string,
  personIds: readonly string[],
  today: string,
  pathOf: (n: number) => string,
): Promise<void> {
  const rows = await rowsOf<{ personId: string }>(
    tx,
    sql`select distinct person_id as "personId" from posts
      where unit_id = ${communeId} and role in ('committee_member', 'focal_officer') and validity @> ${today}::date
        and person_id = any(${personIds}::uuid[])`,
  );
  const members = new Set(rows.map((row) => row.personId));
  const stranger = personIds.findIndex((id) => !members.has(id));
  if (stranger >= 0) throw membershipErrors.notCommitteeMember({ path: pathOf(stranger) });
}
