import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ReadCatalogue } from '../catalogue/read-catalogue.ts';
import { AcknowledgeChange } from '../sessions/changes/acknowledge-change.ts';
import { ReadMySessions } from '../sessions/reads/read-my-sessions.ts';
import { CheckMyselfIn } from '../attendance/check-in/check-myself-in.ts';
import { GiveFeedback } from '../results/results/give-feedback.ts';
import { AnswerInvitation } from '../sessions/seats/answer-invitation.ts';

/** Training as an invited member has it. */
@Controller()
export class MyTrainingController {
  constructor(
    private readonly read: ReadMySessions,
    private readonly answer: AnswerInvitation,
    private readonly acknowledge: AcknowledgeChange,
    private readonly catalogue: ReadCatalogue,
    private readonly checkIn: CheckMyselfIn,
    private readonly feedback: GiveFeedback,
  ) {}

  @Handle(routes.trainingTopics)
  topics(@CurrentActor() actor: Actor) {
    return this.catalogue.topics(actor);
  }

  @Handle(routes.trainingCards)
  cards(@CurrentActor() actor: Actor) {
    return this.catalogue.cards(actor);
  }

  @Handle(routes.myTraining)
  mine(@CurrentActor() actor: Actor) {
    return this.read.all(actor);
  }

  @Handle(routes.myTrainingSession)
  one(@CurrentActor() actor: Actor, @PathId('sessionId') id: string) {
    return this.read.one(actor, id);
  }

  @Handle(routes.answerInvitation)
  async respond(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Input() input: RouteBody<typeof routes.answerInvitation>,
  ) {
    await this.answer.execute(actor, id, input.answer);
    return this.read.one(actor, id);
  }

  @Handle(routes.acknowledgeChange)
  know(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Input() { version }: RouteBody<typeof routes.acknowledgeChange>,
  ) {
    return this.acknowledge.byMyself(actor, id, version);
  }

  @Handle(routes.checkMyselfIn)
  here(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Input() input: RouteBody<typeof routes.checkMyselfIn>,
  ) {
    return this.checkIn.execute(actor, id, input);
  }

  @Handle(routes.giveFeedback)
  say(
    @CurrentActor() actor: Actor,
    @PathId('sessionId') id: string,
    @Input() input: RouteBody<typeof routes.giveFeedback>,
  ) {
    return this.feedback.execute(actor, id, input);
  }
}
