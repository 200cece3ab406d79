/** The people of a confirmed list: who is new, who changed, and the events that tell of it. */
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { memberChanged, memberJoined, memberLeft } from '../membership.events.ts';
import { Leavings } from '../teams/leavings.ts';
import { type ImportPlan, planImport } from './plan-import.ts';
import { RosterImportQueries } from './roster-import.queries.ts';
import type { PreparedTeams } from './roster-teams.ts';
import type { CommuneFacts, Reading } from './staged-rosters.ts';
import { writePlan } from './write-plan.ts';

@Injectable()
export class RosterMembers {
  constructor(
    private readonly queries: RosterImportQueries,
    private readonly leavings: Leavings,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Imports of one commune, and changes of its teams, come one after the other. */
  lock(tx: Tx, communeId: string): Promise<void> {
    return this.queries.lock(tx, communeId);
  }

  async write(
    tx: Tx,
    actor: Actor,
    facts: CommuneFacts,
    { diff, others, members }: Reading,
    teams: PreparedTeams,
    from: string,
  ): Promise<void> {
    const phones = diff.added.flatMap(({ member }) => member.phones.map(({ e164 }) => e164));
    const known = await this.queries.peopleByPhone(tx, facts.unit.id, phones);
    const plan = planImport({ diff, others, members, known, from, teams: teams.byKey, newId: () => v7() });
    await writePlan(tx, plan, this.clock.now());
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
    await this.leavings.tell(tx, actor);
    await tx.query(`select pg_notify('actor_changed', '')`);
  }
}
