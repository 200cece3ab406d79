import { Controller } from '@nestjs/common';
import { routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle } from '#platform/http';
import { BackUpNow } from './back-up-now.ts';
import { ReadBackups } from './read-backups.ts';

@Controller()
export class BackupsController {
  constructor(
    private readonly read: ReadBackups,
    private readonly now: BackUpNow,
  ) {}

  @Handle(routes.backups)
  backups(@CurrentActor() actor: Actor) {
    return this.read.execute(actor);
  }

  @Handle(routes.backUpNow)
  backUpNow(@CurrentActor() actor: Actor) {
    return this.now.execute(actor);
  }
}
