import { Controller, Header } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { answerWith } from '../papers/documents/printed-file.ts';
import { AskForm } from './rounds/ask-form.ts';
import { ExportRound } from './rounds/export-round.ts';
import { PlanRound } from './rounds/plan-round.ts';
import { ReadRound } from './rounds/read-round.ts';
import { RecallRound } from './rounds/recall-round.ts';
import { RemindRound } from './rounds/remind-round.ts';

/** Each time that a form is asked: whom, who has answered, and what all say together. */
@Controller()
export class FormRoundsController {
  constructor(
    private readonly plan: PlanRound,
    private readonly asking: AskForm,
    private readonly rounds: ReadRound,
    private readonly exports: ExportRound,
    private readonly reminding: RemindRound,
    private readonly recalling: RecallRound,
  ) {}

  @Handle(routes.previewRound)
  preview(
    @CurrentActor() actor: Actor,
    @PathId('formId') id: string,
    @Query() query: RouteQuery<typeof routes.previewRound>,
  ) {
    return this.plan.preview(actor, id, query);
  }

  @Handle(routes.askForm)
  ask(@CurrentActor() actor: Actor, @PathId('formId') id: string, @Input() input: RouteBody<typeof routes.askForm>) {
    return this.asking.execute(actor, id, input);
  }

  @Handle(routes.readRound)
  round(@CurrentActor() actor: Actor, @PathId('roundId') id: string) {
    return this.rounds.execute(actor, id);
  }

  @Handle(routes.exportRound)
  @Header('cache-control', 'private, no-store')
  async export(@CurrentActor() actor: Actor, @PathId('roundId') id: string) {
    return answerWith(await this.exports.execute(actor, id));
  }

  @Handle(routes.remindRound)
  remind(
    @CurrentActor() actor: Actor,
    @PathId('roundId') id: string,
    @Input() input: RouteBody<typeof routes.remindRound>,
  ) {
    return this.reminding.execute(actor, id, input);
  }

  @Handle(routes.recallRound)
  recall(
    @CurrentActor() actor: Actor,
    @PathId('roundId') id: string,
    @Input() input: RouteBody<typeof routes.recallRound>,
  ) {
    return this.recalling.execute(actor, id, input);
  }
}
