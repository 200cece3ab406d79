import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input } from '#platform/http';
import { ReadQueues } from './read-queues.ts';
import { ReadStuck } from './read-stuck.ts';
import { ReadSystem } from './read-system.ts';
import { ResendStuck } from './resend-stuck.ts';
import { RetryFailed } from './retry-failed.ts';

@Controller()
export class SystemController {
  constructor(
    private readonly board: ReadSystem,
    private readonly queues: ReadQueues,
    private readonly retry: RetryFailed,
    private readonly stuck: ReadStuck,
    private readonly resend: ResendStuck,
  ) {}

  @Handle(routes.system)
  system(@CurrentActor() actor: Actor) {
    return this.board.execute(actor);
  }

  @Handle(routes.systemQueues)
  systemQueues(@CurrentActor() actor: Actor) {
    return this.queues.execute(actor);
  }

  @Handle(routes.retryFailed)
  retryFailed(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.retryFailed>) {
    return this.retry.execute(actor, input);
  }

  @Handle(routes.stuckMessages)
  stuckMessages(@CurrentActor() actor: Actor) {
    return this.stuck.execute(actor);
  }

  @Handle(routes.resendStuck)
  resendStuck(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.resendStuck>) {
    return this.resend.execute(actor, input);
  }
}
