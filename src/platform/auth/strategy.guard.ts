import { randomUUID } from 'node:crypto';
import { type CanActivate, Inject, mixin, type OnApplicationShutdown, type Type } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import passport, { type Strategy } from 'passport';

/**
 * `@UseGuards(StrategyGuard(PasswordStrategy))` is what others write as `AuthGuard('password')`. Passport keeps strategies by
 * name for the whole process, and a process may run several applications (tests, benches), so that the last one's strategy
 * would answer for all of them: here each application registers its own under a name that nobody else has.
 */
export function StrategyGuard(type: Type<Strategy>): Type<CanActivate> {
  class Guard extends AuthGuard() implements OnApplicationShutdown {
    private readonly registered: string;

    constructor(@Inject(type) strategy: Strategy) {
      const registered = randomUUID();
      passport.use(registered, strategy);
      super({ defaultStrategy: registered });
      this.registered = registered;
    }

    /** When the server has stopped listening. */
    onApplicationShutdown(): void {
      passport.unuse(this.registered);
    }
  }
  return mixin(Guard);
}
