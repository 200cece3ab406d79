import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AcknowledgeChange } from './changes/acknowledge-change.ts';
import { ReadPeopleToCall } from './changes/read-people-to-call.ts';

/** Calling whom no message settles. */
@Controller()
export class SessionCallsController {
  constructor(
    private readonly calls: ReadPeopleToCall,
    private readonly acknowledge: AcknowledgeChange,
  ) {}

  @Handle(routes.unacknowledged)
  missing(@CurrentActor() actor: Actor, @PathId('sessionId') id: string) {
    return this.calls.of(actor, id);
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
