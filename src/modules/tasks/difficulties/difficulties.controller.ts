import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { AnswerDifficulty } from './answer-difficulty.ts';
import { PassOnDifficulty } from './pass-on-difficulty.ts';
import { PublishAnswer } from './publish-answer.ts';
import { ReadDifficulties } from './read-difficulties.ts';

/** The desk: what the commune, the office above and the company do with difficulties. */
@Controller()
export class DifficultiesController {
  constructor(
    private readonly answers: AnswerDifficulty,
    private readonly passOn: PassOnDifficulty,
    private readonly publish: PublishAnswer,
    private readonly read: ReadDifficulties,
  ) {}

  @Handle(routes.listDifficulties)
  list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listDifficulties>,
  ) {
    return this.read.list(actor, unitId, query);
  }

  @Handle(routes.getDifficulty)
  one(@CurrentActor() actor: Actor, @PathId('difficultyId') id: string) {
    return this.read.open(actor, id);
  }

  @Handle(routes.takeDifficulty)
  async take(@CurrentActor() actor: Actor, @PathId('difficultyId') id: string) {
    await this.answers.take(actor, id);
    return this.read.one(id);
  }

  @Handle(routes.passUpDifficulty)
  async passUp(@CurrentActor() actor: Actor, @PathId('difficultyId') id: string) {
    await this.answers.passUp(actor, id);
    return this.read.one(id);
  }

  @Handle(routes.difficultyProviders)
  providers(@CurrentActor() actor: Actor, @PathId('difficultyId') id: string) {
    return this.passOn.choices(actor, id);
  }

  @Handle(routes.passOnDifficulty)
  async pass(
    @CurrentActor() actor: Actor,
    @PathId('difficultyId') id: string,
    @Input() { providerId }: RouteBody<typeof routes.passOnDifficulty>,
  ) {
    await this.passOn.execute(actor, id, providerId);
    return this.read.one(id);
  }

  @Handle(routes.answerDifficulty)
  async answer(
    @CurrentActor() actor: Actor,
    @PathId('difficultyId') id: string,
    @Input() input: RouteBody<typeof routes.answerDifficulty>,
  ) {
    await this.answers.answer(actor, id, input);
    return this.read.one(id);
  }

  @Handle(routes.publishAnswer)
  async open(
    @CurrentActor() actor: Actor,
    @PathId('difficultyId') id: string,
    @Input() { title }: RouteBody<typeof routes.publishAnswer>,
  ) {
    await this.publish.execute(actor, id, title);
    return this.read.one(id);
  }

  @Handle(routes.withdrawAnswer)
  async withdraw(@CurrentActor() actor: Actor, @PathId('difficultyId') id: string) {
    await this.publish.withdraw(actor, id);
    return this.read.one(id);
  }
}
