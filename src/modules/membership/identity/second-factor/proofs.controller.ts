import { Controller, Ip } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input } from '#platform/http';
import { ProveSignIn } from './prove-sign-in.ts';
import { ShowProof } from './show-proof.ts';

/** A code, a key or a password that is asked for: to come in, and before what weighs much. */
@Controller()
export class ProofsController {
  constructor(
    private readonly proveSignIn: ProveSignIn,
    private readonly showProof: ShowProof,
  ) {}

  @Handle(routes.proveSignIn)
  signIn(@CurrentActor() actor: Actor, @Input() shown: RouteBody<typeof routes.proveSignIn>, @Ip() address: string) {
    return this.proveSignIn.execute(actor, shown, address);
  }

  @Handle(routes.showProof)
  again(@CurrentActor() actor: Actor, @Input() shown: RouteBody<typeof routes.showProof>, @Ip() address: string) {
    return this.showProof.execute(actor, shown, address);
  }
}
