import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ChangeSession } from './change-session.ts';
import { CheckSessionPlan } from './check-session-plan.ts';
import { DecideSession } from './decide-session.ts';
import { ProposeSession } from './propose-session.ts';
import { ReadCalendar } from '../reads/read-calendar.ts';
import { ReadSession } from '../reads/read-session.ts';

/** Planning a session between trainer and commune. */
@Controller()
export class SessionsController {
  constructor(
    private readonly calendar: ReadCalendar,
    private readonly read: ReadSession,
    private readonly check: CheckSessionPlan,
    private readonly propose: ProposeSession,
    private readonly change: ChangeSession,
    private readonly decide: DecideSession,
  ) {}

  @Handle(routes.trainingSessions)
  list(@CurrentActor() actor: Actor, @Query() query: RouteQuery<typeof routes.trainingSessions>) {
    return this.calendar.execute(actor, query);
  }

  @Handle(routes.trainingSession)
  one(@CurrentActor() actor: Actor, @PathId('sessionId') id: string) {
    return this.read.execute(actor, id);
  }

  @Handle(routes.checkSessionPlan)
  clashes(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.checkSessionPlan>) {
    return this.check.execute(actor, input);
  }

  @Handle(routes.proposeSession)
  async create(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.proposeSession>) {
    return this.read.row(actor, await this.propose.execute(actor, input));
  }

  @Handle(routes.changeSession)
  async update(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Input() input: RouteBody<typeof routes.changeSession>,
  ) {
    await this.change.execute(actor, id, input);
    return this.read.row(actor, id);
  }

  @Handle(routes.decideSession)
  async answer(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Input() input: RouteBody<typeof routes.decideSession>,
  ) {
    await this.decide.execute(actor, id, input);
    return this.read.row(actor, id);
  }
}
