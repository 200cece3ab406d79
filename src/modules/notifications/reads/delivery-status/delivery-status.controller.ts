import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { PreviewChange } from './preview-change.ts';
import { PreviewAssignment } from './preview.ts';
import { ReadTraces } from './read-traces.ts';

@Controller()
export class DeliveryStatusController {
  constructor(
    private readonly preview: PreviewAssignment,
    private readonly change: PreviewChange,
    private readonly traces: ReadTraces,
  ) {}

  @Handle(routes.previewAssignment)
  previewAssignment(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.previewAssignment>) {
    return this.preview.execute(actor, input);
  }

  @Handle(routes.previewChange)
  previewChange(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Input() input: RouteBody<typeof routes.previewChange>,
  ) {
    return this.change.execute(actor, assignmentId, input);
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
