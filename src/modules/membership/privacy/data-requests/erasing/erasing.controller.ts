import { Controller } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId } from '#platform/http';
import { ReadDataRequests } from '../read-data-requests.ts';
import { PlanErasing } from './plan-erasing.ts';

/** An erasing by paper between its asking and its day. */
@Controller()
export class ErasingController {
  constructor(
    private readonly planning: PlanErasing,
    private readonly read: ReadDataRequests,
  ) {}

  @Handle(routes.secondErasing)
  async second(@CurrentActor() actor: Actor, @PathId('requestId') id: string) {
    await this.planning.second(actor, id);
    return this.read.one(actor, id);
  }

  @Handle(routes.dropErasing)
  async drop(@CurrentActor() actor: Actor, @PathId('requestId') id: string) {
    await this.planning.drop(actor, id);
    return this.read.one(actor, id);
  }
}
