import { Controller } from '@nestjs/common';
import { routes } from '#contracts';
import { Scope } from '#modules/organization';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle } from '#platform/http';
import { OaConsent } from './oa-consent.ts';

/** The administrator's consent of the Official Account; Zalo's way back is no part of the API. */
@Controller()
export class OaConsentController {
  constructor(
    private readonly consent: OaConsent,
    private readonly scope: Scope,
  ) {}

  @Handle(routes.authoriseOa)
  async authorise(@CurrentActor() actor: Actor) {
    await this.scope.requireAtTop(actor, 'channel.manage');
    return this.consent.begin(actor);
  }
}
