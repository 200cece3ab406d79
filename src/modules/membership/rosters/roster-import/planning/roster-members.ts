/** The people of a confirmed list: who is new, who changed, and the events that tell of it. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { EndAccess } from '../../../people/people/end-access.ts';
import { memberChanged, memberJoined, memberLeft } from '../../../membership.events.ts';
import { type Gift, GivenRights } from '../../../people/rights/given-rights.ts';
import { TellEndedMemberships } from '../../../people/teams/members/tell-ended-memberships.ts';
import { isAnswering } from '../../../people/teams/members/membership-store.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import type { MemberRow } from '../roster-import.queries.ts';
import type { PreparedTeams } from './roster-teams.ts';
import type { Reading } from '../staged-rosters.ts';
import { writePlan } from './write-plan.ts';

@Injectable()
export class RosterMembers {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly endedMemberships: TellEndedMemberships,
    private readonly access: EndAccess,
    private readonly rights: GivenRights,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Imports of one commune, and changes of its units and teams, come one after the other; always in the same order. */
  async lock(tx: Tx, communeId: string): Promise<void> {
    await this.organization.lockCommune(tx, communeId);
    await execute(
      tx,
      sql`select 1 from teams where unit_id in (select descendant_id from unit_closure where ancestor_id = ${communeId}
        and descendant_kind = 'hamlet') order by id for update`,
    );
  }

  /** @param teams by hamlet key of the list, each with its first day */
  plan(
    { diff, others, members, known, guarded }: Reading,
    teams: ReadonlyMap<string, { id: string; from: string }>,
    from: string,
  ): ImportPlan {
    return planImport({ diff, others, members, known, guarded, from, teams, newId: () => v7() });
  }

  /** @throws membership.rightNotYours, membership.rightToYourself */
  async write(tx: Tx, actor: Actor, plan: ImportPlan, { members }: Reading, teams: PreparedTeams): Promise<void> {
    await this.rights.require(tx, actor, giftsOf(plan, members, teams));
    const replaced = await writePlan(tx, plan, this.clock.now());
    await this.access.doubtByNumber(tx, replaced);
    await this.access.execute(tx, replaced, 'phone', actor);
    await this.access.execute(tx, risenBy(plan, members, this.clock.today()), 'role', actor);
    await this.tell(tx, actor, plan, new Map([...teams.byKey.values()].map(({ id, unitId }) => [id, unitId])));
  }

  private async tell(tx: Tx, actor: Actor, plan: ImportPlan, units: ReadonlyMap<string, string>): Promise<void> {
    const at = (teamId: string) => ({ ...(units.has(teamId) && { unitId: units.get(teamId) as string }) });
    const events = [
      ...plan.joined.map(({ teamId, personId, role, from }) =>
        memberJoined({ teamId, personId }, { ...at(teamId), changes: { role, from } }),
      ),
      ...plan.changed.map(({ teamId, personId, fields }) =>
        memberChanged({ teamId, personId }, { ...at(teamId), changes: { fields } }),
      ),
      ...plan.left.map(({ teamId, personId }) => memberLeft({ teamId, personId }, at(teamId))),
    ];
    await this.outbox.appendMany(tx, events, actor);
    await this.endedMemberships.tell(tx, actor);
    await execute(tx, sql`select pg_notify('actor_changed', '')`);
  }
}

/** Who has a place in a team by the list that they did not have, or another one. */
function giftsOf(plan: ImportPlan, members: readonly MemberRow[], teams: PreparedTeams): Gift[] {
  const units = new Map([...teams.byKey.values()].map(({ id, unitId }) => [id, unitId]));
  const had = new Set(members.map(({ teamId, personId, role }) => `${teamId}|${personId}|${role}`));
  return [...plan.seats, ...plan.corrections].flatMap(({ teamId, personId, role }) => {
    const unitId = units.get(teamId);
    return unitId && !had.has(`${teamId}|${personId}|${role}`) ? [{ personId, role, unitId }] : [];
  });
}

/** Who comes to lead a team, or to be its deputy, and was nothing of the kind there until now. */
function risenBy(plan: ImportPlan, members: readonly MemberRow[], today: string): string[] {
  const seatOf = (teamId: string, personId: string) => `${teamId}|${personId}`;
  const answered = new Set(
    members
      .filter(({ role, to }) => isAnswering(role) && (to === null || to > today))
      .map((row) => seatOf(row.teamId, row.personId)),
  );
  const created = new Set(plan.people.map(({ id }) => id));
  const risen = [...plan.seats, ...plan.corrections].filter(
    ({ teamId, personId, role }) =>
      isAnswering(role) && !created.has(personId) && !answered.has(seatOf(teamId, personId)),
  );
  return [...new Set(risen.map(({ personId }) => personId))];
}
