import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { PreviewRemind } from './preview-remind.ts';

@Controller()
export class RemindersController {
  constructor(private readonly preview: PreviewRemind) {}

  @Handle(routes.previewRemind)
  previewRemind(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.previewRemind>,
  ) {
    return this.preview.execute(actor, unitId, input);
  }
}
