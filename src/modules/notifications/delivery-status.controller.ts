import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ReadCallList, TellByPhone } from './delivery-status/call-list.ts';
import { PreviewAssignment } from './delivery-status/preview.ts';
import { ReadDeliveryStatus } from './delivery-status/read-delivery-status.ts';
import { ReadTraces } from './delivery-status/read-traces.ts';
import { Remind } from './delivery-status/remind.ts';

@Controller()
export class DeliveryStatusController {
  constructor(
    private readonly preview: PreviewAssignment,
    private readonly readStatus: ReadDeliveryStatus,
    private readonly reminding: Remind,
    private readonly calls: ReadCallList,
    private readonly telling: TellByPhone,
    private readonly traces: ReadTraces,
  ) {}

  @Handle(routes.previewAssignment)
  previewAssignment(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.previewAssignment>) {
    return this.preview.execute(actor, input);
  }

  @Handle(routes.deliveryStatus)
  read(@CurrentActor() actor: Actor, @PathId('assignmentId') assignmentId: string) {
    return this.readStatus.execute(actor, assignmentId);
  }

  @Handle(routes.remind)
  remind(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Input() input: RouteBody<typeof routes.remind>,
  ) {
    return this.reminding.execute(actor, assignmentId, input);
  }

  @Handle(routes.callList)
  callList(@CurrentActor() actor: Actor, @PathId('assignmentId') assignmentId: string) {
    return this.calls.execute(actor, assignmentId);
  }

  @Handle(routes.told)
  told(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Input() input: RouteBody<typeof routes.told>,
  ) {
    return this.telling.execute(actor, assignmentId, input);
  }

  @Handle(routes.personTrace)
  trace(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @PathId('personId') personId: string,
  ) {
    return this.traces.ofPerson(actor, assignmentId, personId);
  }

  @Handle(routes.teamMessages)
  teamMessages(@CurrentActor() actor: Actor, @PathId('teamId') teamId: string) {
    return this.traces.ofTeam(actor, teamId);
  }
}
