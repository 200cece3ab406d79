import { Controller, Ip } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input } from '#platform/http';
import { ConfirmSecondFactor } from './confirm-second-factor.ts';
import { EndSecondFactor } from './end-second-factor.ts';
import { ReadSecondFactor } from './read-second-factor.ts';
import { RenewRecoveryCodes } from './renew-recovery-codes.ts';
import { StartSecondFactor } from './start-second-factor.ts';

/** The person's own second factor. */
@Controller()
export class SecondFactorController {
  constructor(
    private readonly read: ReadSecondFactor,
    private readonly startFactor: StartSecondFactor,
    private readonly confirmFactor: ConfirmSecondFactor,
    private readonly renewCodes: RenewRecoveryCodes,
    private readonly endFactor: EndSecondFactor,
  ) {}

  @Handle(routes.mySecondFactor)
  mine(@CurrentActor() actor: Actor) {
    return this.read.execute(actor);
  }

  @Handle(routes.startSecondFactor)
  start(@CurrentActor() actor: Actor) {
    return this.startFactor.execute(actor);
  }

  @Handle(routes.confirmSecondFactor)
  confirm(
    @CurrentActor() actor: Actor,
    @Input() { code }: RouteBody<typeof routes.confirmSecondFactor>,
    @Ip() address: string,
  ) {
    return this.confirmFactor.execute(actor, code, address);
  }

  @Handle(routes.renewRecoveryCodes)
  renew(@CurrentActor() actor: Actor) {
    return this.renewCodes.execute(actor);
  }

  @Handle(routes.endSecondFactor)
  end(@CurrentActor() actor: Actor) {
    return this.endFactor.execute(actor);
  }
}
