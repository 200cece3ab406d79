import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { PreviewFormRemind } from './preview-form-remind.ts';

/** What is shown before many are reminded of a form. */
@Controller()
export class FormRemindersController {
  constructor(private readonly forms: PreviewFormRemind) {}

  @Handle(routes.previewRoundReminder)
  previewRound(
    @CurrentActor() actor: Actor,
    @PathId('roundId') roundId: string,
    @Input() input: RouteBody<typeof routes.previewRoundReminder>,
  ) {
    return this.forms.execute(actor, roundId, input);
  }
}
