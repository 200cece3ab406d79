import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { CreateInvite } from '../invites/create-invite.ts';
import { LiftSecondFactor } from '../second-factor/lift-second-factor.ts';
import { ReportLostPhone } from '../invites/report-lost-phone.ts';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import { RevealPhones } from '../../people/people/reveal-phones.ts';

@Controller()
export class PeopleController {
  constructor(
    private readonly createInvite: CreateInvite,
    private readonly reportLostPhone: ReportLostPhone,
    private readonly liftFactor: LiftSecondFactor,
    private readonly revealPhones: RevealPhones,
    private readonly people: PeopleQueries,
  ) {}

  @Handle(routes.createInvite)
  async invite(@CurrentActor() actor: Actor, @PathId('personId') personId: string) {
    return this.createInvite.execute(actor, await this.people.current(personId));
  }

  @Handle(routes.reportLostPhone)
  async lostPhone(@CurrentActor() actor: Actor, @PathId('personId') personId: string) {
    return this.reportLostPhone.execute(actor, await this.people.current(personId));
  }

  @Handle(routes.liftSecondFactor)
  async lift(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @Input() { reason }: RouteBody<typeof routes.liftSecondFactor>,
  ) {
    return this.liftFactor.execute(actor, await this.people.current(personId), reason);
  }

  @Handle(routes.revealPhones)
  async phones(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @Input() input: RouteBody<typeof routes.revealPhones>,
  ) {
    return this.revealPhones.execute(actor, await this.people.current(personId), input.purpose);
  }
}
