import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { AcknowledgeChange } from './acknowledge-change.ts';
import { ReadPeopleToCall } from './read-people-to-call.ts';
import { ListInvited } from '../reads/list-invited.ts';

/** The people of a session: who is invited, and whom to call because no message settles it. */
@Controller()
export class SessionPeopleController {
  constructor(
    private readonly invited: ListInvited,
    private readonly calls: ReadPeopleToCall,
    private readonly acknowledge: AcknowledgeChange,
  ) {}

  @Handle(routes.invitedPeople)
  people(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Query() query: RouteQuery<typeof routes.invitedPeople>,
  ) {
    return this.invited.people(actor, id, query);
  }

  @Handle(routes.invitedTeams)
  teams(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Query() query: RouteQuery<typeof routes.invitedTeams>,
  ) {
    return this.invited.teams(actor, id, query);
  }

  @Handle(routes.unacknowledged)
  missing(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Query() query: RouteQuery<typeof routes.unacknowledged>,
  ) {
    return this.calls.of(actor, id, query);
  }

  @Handle(routes.toldOfChange)
  told(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Input() { personId }: RouteBody<typeof routes.toldOfChange>,
  ) {
    return this.acknowledge.byPhone(actor, id, personId);
  }
}
