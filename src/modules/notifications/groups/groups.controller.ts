import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { GroupSeats } from './group-seats.ts';
import { MakeGroup } from './make-group.ts';
import { ReadGroups } from './read-groups.ts';
import { SendGroupNames } from './names/send-group-names.ts';
import { UnlinkGroup } from './unlink-group.ts';

@Controller()
export class GroupsController {
  constructor(
    private readonly read: ReadGroups,
    private readonly unlink: UnlinkGroup,
    private readonly names: SendGroupNames,
    private readonly seats: GroupSeats,
    private readonly make: MakeGroup,
  ) {}

  @Handle(routes.groups)
  groups(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.groups>,
  ) {
    return this.read.execute(actor, unitId, query);
  }

  @Handle(routes.unlinkGroup)
  unlinkGroup(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string) {
    return this.unlink.ofTeam(actor, teamId);
  }

  @Handle(routes.sendGroupName)
  sendGroupName(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() { teamIds }: RouteBody<typeof routes.sendGroupName>,
  ) {
    return this.names.execute(actor, unitId, teamIds);
  }

  @Handle(routes.groupSeats)
  groupSeats(@CurrentActor() actor: Actor) {
    return this.seats.read(actor);
  }

  @Handle(routes.makeGroup)
  makeGroup(
    @CurrentActor() actor: Actor,
    @PathId('teamId') teamId: string,
    @Input() { assetId }: RouteBody<typeof routes.makeGroup>,
  ) {
    return this.make.execute(actor, teamId, assetId);
  }
}
