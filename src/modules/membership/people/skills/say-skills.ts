import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import { type Skill, skills as kinds } from '#contracts/membership/skill-kinds';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { platformErrors } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../membership.errors.ts';
import { memberSkillsSaid } from '../../membership.events.ts';
import { MemberSkills } from '../people/member-skills.entity.ts';
import { TeamAccess } from '../teams/team-access.ts';

/** "Mình giúp được gì": said by the person, or written by who may invite them until they have said it themself. */
@Injectable()
export class SaySkills {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** An empty list is kept as such: taken back, it stays taken back. @throws platform.denied for who is in no team today */
  async mine(actor: Actor, { skills }: RouteBody<typeof routes.saySkills>): Promise<void> {
    if (!actor.posts.some(({ teamId }) => teamId)) throw platformErrors.denied();
    await this.database.tx((tx) => this.write(tx, actor, actor.personId, skills));
  }

  /** @throws membership.teamNotFound, platform.denied, membership.memberNotFound, membership.skillsSaid */
  async ofMember(
    actor: Actor,
    teamId: string,
    personId: string,
    { skills }: RouteBody<typeof routes.setMemberSkills>,
  ): Promise<void> {
    const { unitId } = await this.places.require(actor, 'invite.create', teamId);
    await this.database.tx(async (tx) => {
      const [member] = await rowsOf(
        tx,
        sql`select 1 from team_members_at(${this.clock.today()}::date) where team_id = ${teamId} and person_id = ${personId}`,
      );
      if (!member) throw membershipErrors.memberNotFound();
      await this.write(tx, actor, personId, skills, unitId);
    });
  }

  /** @param unitId of the team in which somebody else writes it; absent where the person says it */
  private async write(tx: Tx, actor: Actor, personId: string, said: readonly Skill[], unitId?: string): Promise<void> {
    const own = unitId === undefined;
    const list = kinds.filter((kind) => said.includes(kind));
    // Two who write at the same time come one after the other, and the person's own word is seen.
    await execute(tx, sql`select 1 from people where id = ${personId} for update`);
    const [before] = await rowsOf<{ bySelf: boolean; same: boolean }>(
      tx,
      sql`select by_self as "bySelf", skills = ${list}::text[] as same from member_skills where person_id = ${personId}`,
    );
    if (before?.bySelf && !own) throw membershipErrors.skillsSaid();
    if (before ? before.same && before.bySelf === own : !own && list.length === 0) return;
    if (own || list.length > 0)
      await execute(
        tx,
        sql`insert into member_skills (person_id, skills, by_self, said_at) values (${personId}, ${list}::text[], ${own}, ${this.clock.now()})
            on conflict (person_id) do update set skills = excluded.skills, by_self = excluded.by_self, said_at = excluded.said_at`,
      );
    else await tx.delete(MemberSkills, { personId });
    await this.outbox.append(tx, memberSkillsSaid({ personId }, unitId ? { unitId } : {}), actor);
  }
}
