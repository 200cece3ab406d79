import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ReadReformNames } from './read-reform-names.ts';
import { AnswerNames } from './answer-names.ts';
import { AskCommunes } from './ask-communes.ts';
import { ReadAskedNames } from './read-asked-names.ts';

/** Communes are asked about names of their hamlets, and answer. */
@Controller()
export class NameOpinionsController {
  constructor(
    private readonly asking: AskCommunes,
    private readonly names: ReadReformNames,
    private readonly read: ReadAskedNames,
    private readonly answers: AnswerNames,
  ) {}

  @Handle(routes.askCommunes)
  async ask(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Input() input: RouteBody<typeof routes.askCommunes>,
  ) {
    await this.asking.execute(actor, id, input);
    return this.names.one(actor, id, input);
  }

  @Handle(routes.askedNames)
  asked(@CurrentActor() actor: Actor, @PathId('reformId') id: string, @PathId('unitId') unitId: string) {
    return this.read.execute(actor, { id, unitId });
  }

  @Handle(routes.answerNames)
  async answer(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.answerNames>,
  ) {
    await this.answers.execute(actor, { id, unitId }, input);
    return this.read.execute(actor, { id, unitId });
  }
}
