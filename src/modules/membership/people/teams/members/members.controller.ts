import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AddMember } from './add-member.ts';
import { ChangeMember } from './change-member.ts';
import { EndMember } from './end-member.ts';
import { ReadTeams } from '../read-teams.ts';
import { RemoveMember } from './remove-member.ts';
import { ReplaceMember } from './replace-member.ts';

@Controller()
export class MembersController {
  constructor(
    private readonly read: ReadTeams,
    private readonly addMember: AddMember,
    private readonly changeMember: ChangeMember,
    private readonly endMember: EndMember,
    private readonly replaceMember: ReplaceMember,
    private readonly removeMember: RemoveMember,
  ) {}

  @Handle(routes.addMember)
  async add(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Input() input: RouteBody<typeof routes.addMember>,
  ) {
    await this.addMember.execute(actor, teamId, input);
    return this.read.one(actor, teamId);
  }

  @Handle(routes.changeMember)
  async change(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @PathId('memberId') memberId: string,
    @Input() input: RouteBody<typeof routes.changeMember>,
  ) {
    await this.changeMember.execute(actor, teamId, memberId, input);
    return this.read.one(actor, teamId);
  }

  @Handle(routes.endMember)
  async end(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @PathId('memberId') memberId: string,
    @Input() input: RouteBody<typeof routes.endMember>,
  ) {
    await this.endMember.execute(actor, teamId, memberId, input);
    return this.read.one(actor, teamId);
  }

  @Handle(routes.removeMember)
  async remove(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @PathId('memberId') memberId: string,
    @Input() input: RouteBody<typeof routes.removeMember>,
  ) {
    await this.removeMember.execute(actor, teamId, memberId, input);
    return this.read.one(actor, teamId);
  }

  @Handle(routes.replaceMember)
  async replace(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @PathId('memberId') memberId: string,
    @Input() input: RouteBody<typeof routes.replaceMember>,
  ) {
    await this.replaceMember.execute(actor, teamId, memberId, input);
    return this.read.one(actor, teamId);
  }
}
