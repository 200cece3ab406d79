import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { AddCommitteeMember } from './add-committee-member.ts';
import { CreateCommittee } from './create-committee.ts';
import { EndCommitteeMember } from './end-committee-member.ts';
import { ShareSupport } from '../../people/teams/share-support.ts';
import { ReadCommittee } from './read-committee.ts';

@Controller()
export class CommitteeController {
  constructor(
    private readonly read: ReadCommittee,
    private readonly create: CreateCommittee,
    private readonly addMember: AddCommitteeMember,
    private readonly endMember: EndCommitteeMember,
    private readonly shareSupport: ShareSupport,
  ) {}

  @Handle(routes.getCommittee)
  find(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.getCommittee>,
  ) {
    return this.read.find(actor, unitId, query.at);
  }

  @Handle(routes.createCommittee)
  async establish(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.createCommittee>,
  ) {
    await this.create.execute(actor, unitId, input);
    return this.read.one(actor, unitId, input.from);
  }

  @Handle(routes.addCommitteeMember)
  async add(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.addCommitteeMember>,
  ) {
    await this.addMember.execute(actor, unitId, input);
    return this.read.one(actor, unitId);
  }

  @Handle(routes.endCommitteeMember)
  async end(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @PathId('memberId') memberId: string,
    @Input() input: RouteBody<typeof routes.endCommitteeMember>,
  ) {
    await this.endMember.execute(actor, unitId, memberId, input);
    return this.read.one(actor, unitId);
  }

  @Handle(routes.shareSupport)
  share(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() { changes }: RouteBody<typeof routes.shareSupport>,
  ) {
    return this.shareSupport.execute(actor, unitId, changes);
  }
}
