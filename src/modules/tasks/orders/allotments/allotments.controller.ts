import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ChangeAllotment } from './change-allotment.ts';
import { CommunesToAsk } from './communes-to-ask.ts';
import { IssueAllotment } from './issue-allotment.ts';
import { ReadAllotments } from './read-allotments.ts';

/** Numbers that an office above communes gives them. */
@Controller()
export class AllotmentsController {
  constructor(
    private readonly read: ReadAllotments,
    private readonly communes: CommunesToAsk,
    private readonly issuing: IssueAllotment,
    private readonly changing: ChangeAllotment,
  ) {}

  @Handle(routes.communesToAsk)
  toAsk(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.communes.execute(actor, unitId);
  }

  @Handle(routes.allot)
  async allot(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.allot>,
  ) {
    return this.read.one(actor, await this.issuing.execute(actor, unitId, input));
  }

  @Handle(routes.listAllotments)
  list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listAllotments>,
  ) {
    return this.read.list(actor, unitId, query);
  }

  @Handle(routes.readAllotment)
  one(@CurrentActor() actor: Actor, @PathId('allotmentId') id: string) {
    return this.read.one(actor, id);
  }

  @Handle(routes.changeAllotment)
  async change(
    @CurrentActor() actor: Actor,
    @PathId('allotmentId') id: string,
    @Input() input: RouteBody<typeof routes.changeAllotment>,
  ) {
    await this.changing.execute(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.cancelAllotment)
  async cancel(
    @CurrentActor() actor: Actor,
    @PathId('allotmentId') id: string,
    @Input() { reason }: RouteBody<typeof routes.cancelAllotment>,
  ) {
    await this.changing.cancel(actor, id, reason);
    return this.read.one(actor, id);
  }
}
