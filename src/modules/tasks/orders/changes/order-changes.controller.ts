import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ReadAssignments } from '../lists/read-assignments.ts';
import { ChangeAssignment } from './change-assignment.ts';
import { ReadVersions } from './read-versions.ts';
import { UndoChange } from './undo-change.ts';

@Controller()
export class OrderChangesController {
  constructor(
    private readonly read: ReadAssignments,
    private readonly changeAssignment: ChangeAssignment,
    private readonly undoChange: UndoChange,
    private readonly versions: ReadVersions,
  ) {}

  @Handle(routes.changeAssignment)
  async change(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Input() input: RouteBody<typeof routes.changeAssignment>,
  ) {
    await this.changeAssignment.execute(actor, assignmentId, input);
    return this.read.one(actor, assignmentId);
  }

  @Handle(routes.undoChange)
  async undo(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Input() { version }: RouteBody<typeof routes.undoChange>,
  ) {
    await this.undoChange.execute(actor, assignmentId, version);
    return this.read.one(actor, assignmentId);
  }

  @Handle(routes.orderVersions)
  list(@CurrentActor() actor: Actor, @PathId('assignmentId') assignmentId: string) {
    return this.versions.execute(actor, assignmentId);
  }
}
