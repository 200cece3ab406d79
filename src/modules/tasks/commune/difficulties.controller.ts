import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AnswerDifficulty } from './answer-difficulty.ts';
import { ReadUnitWork } from '../reads/read-unit-work.ts';

@Controller()
export class DifficultiesController {
  constructor(
    private readonly answers: AnswerDifficulty,
    private readonly read: ReadUnitWork,
  ) {}

  @Handle(routes.takeDifficulty)
  async take(@CurrentActor() actor: Actor, @PathId('difficultyId') id: string) {
    await this.answers.take(actor, id);
    return this.read.difficulty(id);
  }

  @Handle(routes.passUpDifficulty)
  async passUp(@CurrentActor() actor: Actor, @PathId('difficultyId') id: string) {
    await this.answers.passUp(actor, id);
    return this.read.difficulty(id);
  }

  @Handle(routes.answerDifficulty)
  async answer(
    @CurrentActor() actor: Actor,
    @PathId('difficultyId') id: string,
    @Input() input: RouteBody<typeof routes.answerDifficulty>,
  ) {
    await this.answers.answer(actor, id, input);
    return this.read.difficulty(id);
  }

  @Handle(routes.listKnowHow)
  knowHow(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.knowHow(actor, unitId);
  }
}
