import { Controller } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId } from '#platform/http';
import { ClearObstacle } from './clear-obstacle.ts';
import { PauseReform } from './pause-reform.ts';
import { ReadReforms } from '../lines/read-reforms.ts';
import { ReformRunning } from './reform-running.ts';

/** Around the day of a reform: what is in its way is cleared, whether all is there, and it is held or let go on. */
@Controller()
export class ReformRunningController {
  constructor(
    private readonly read: ReadReforms,
    private readonly running: ReformRunning,
    private readonly pausing: PauseReform,
    private readonly clearing: ClearObstacle,
  ) {}

  @Handle(routes.reformRunning)
  since(@CurrentActor() actor: Actor, @PathId('reformId') id: string) {
    return this.running.read(actor, id);
  }

  @Handle(routes.clearReformObstacle)
  async clear(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @PathId('reorganisationId') otherId: string,
  ) {
    await this.clearing.execute(actor, id, otherId);
    return this.read.one(actor, id);
  }

  @Handle(routes.pauseReform)
  async pause(@CurrentActor() actor: Actor, @PathId('reformId') id: string) {
    await this.pausing.pause(actor, id);
    return this.read.one(actor, id);
  }

  @Handle(routes.resumeReform)
  async resume(@CurrentActor() actor: Actor, @PathId('reformId') id: string) {
    await this.pausing.resume(actor, id);
    return this.read.one(actor, id);
  }
}
