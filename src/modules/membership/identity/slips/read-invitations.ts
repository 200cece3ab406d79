import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { InvitingRules } from '#modules/organization';
import type { Actor } from '#platform/auth';
import type { MemberToInvite, TeamToInvite } from './invitation.queries.ts';
import { SlipPeople } from './slip-people.ts';

type View = RouteAnswer<typeof routes.invitations>;
type Member = View['teams'][number]['members'][number];

/** Who of a commune has come into the application, by name. */
@Injectable()
export class ReadInvitations {
  constructor(
    private readonly people: SlipPeople,
    private readonly rules: InvitingRules,
  ) {}

  /** @throws platform.denied, invite.oneCommune */
  async execute(actor: Actor, unitId: string): Promise<View> {
    return toView(await this.people.teams(actor, unitId), await this.rules.of(unitId));
  }

  /** @throws platform.notFound, platform.denied */
  async ofTeam(actor: Actor, teamId: string): Promise<View> {
    const { unitId, teams } = await this.people.ofTeam(actor, teamId);
    return toView(teams, await this.rules.of(unitId));
  }
}

function toView(found: readonly TeamToInvite[], rule: View['rule']): View {
  const teams = found.map(({ id, name, members }) => ({ id, name, members: members.map(toMember) }));
  const all = teams.flatMap(({ members }) => members);
  const having = (state: Member['state']) => all.filter((one) => one.state === state).length;
  return { people: all.length, opened: having('opened'), invited: having('invited'), teams, rule };
}

function toMember({ personId, fullName, position, role, openedAt, invitedAt, onPaper }: MemberToInvite): Member {
  return {
    person: { id: personId, fullName, position },
    role,
    state: openedAt ? 'opened' : invitedAt ? 'invited' : 'none',
    at: (openedAt ?? invitedAt)?.toISOString() ?? null,
    onPaper: !openedAt && onPaper,
  };
}
