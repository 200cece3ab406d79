import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { CancelAssignment } from './cancel-assignment.ts';
import { ChooseTeams } from './choose-teams.ts';
import { IssueAssignment } from './issue-assignment.ts';
import { SetRecurrence } from '../series/set-recurrence.ts';
import { ReadAssignments } from '../lists/read-assignments.ts';

@Controller()
export class AssignmentsController {
  constructor(
    private readonly read: ReadAssignments,
    private readonly teams: ChooseTeams,
    private readonly issueAssignment: IssueAssignment,
    private readonly cancelAssignment: CancelAssignment,
    private readonly setRecurrence: SetRecurrence,
  ) {}

  @Handle(routes.issueAssignment)
  async issue(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.issueAssignment>) {
    return this.read.one(actor, await this.issueAssignment.execute(actor, await this.teams.resolve(actor, input)));
  }

  @Handle(routes.splitAssignment)
  split(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.splitAssignment>) {
    return this.teams.split(actor, input);
  }

  @Handle(routes.listAssignments)
  list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listAssignments>,
  ) {
    return this.read.list(actor, unitId, query);
  }

  @Handle(routes.getAssignment)
  one(@CurrentActor() actor: Actor, @PathId('assignmentId') assignmentId: string) {
    return this.read.one(actor, assignmentId);
  }

  @Handle(routes.cancelAssignment)
  async cancel(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Input() input: RouteBody<typeof routes.cancelAssignment>,
  ) {
    await this.cancelAssignment.execute(actor, assignmentId, input);
    return this.read.one(actor, assignmentId);
  }

  @Handle(routes.issueAgainMonthly)
  async recurrence(
    @CurrentActor() actor: Actor,
    @PathId('assignmentId') assignmentId: string,
    @Input() input: RouteBody<typeof routes.issueAgainMonthly>,
  ) {
    await this.setRecurrence.execute(actor, assignmentId, input);
    return this.read.one(actor, assignmentId);
  }
}
