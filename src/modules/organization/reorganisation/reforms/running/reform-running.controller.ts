import { Controller } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId } from '#platform/http';
import { PauseReform } from './pause-reform.ts';
import { ReadReforms } from '../read-reforms.ts';
import { ReformRunning } from './reform-running.ts';

/** Since the day of a reform: whether all is there, and whoever looks after it holds it or lets it go on. */
@Controller()
export class ReformRunningController {
  constructor(
    private readonly read: ReadReforms,
    private readonly running: ReformRunning,
    private readonly pausing: PauseReform,
  ) {}

  @Handle(routes.reformRunning)
  since(@CurrentActor() actor: Actor, @PathId('reformId') id: string) {
    return this.running.read(actor, id);
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
