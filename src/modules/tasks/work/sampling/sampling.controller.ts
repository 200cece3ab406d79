import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { EndSamplingRule } from './end-sampling-rule.ts';
import { ReadSamplingRules } from './read-sampling-rules.ts';
import { SetSamplingRule } from './set-sampling-rule.ts';

/** Rules by which small results may be confirmed unseen. */
@Controller()
export class SamplingController {
  constructor(
    private readonly rules: ReadSamplingRules,
    private readonly setRule: SetSamplingRule,
    private readonly endRule: EndSamplingRule,
  ) {}

  @Handle(routes.samplingRules)
  list(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.rules.execute(actor, unitId);
  }

  @Handle(routes.setSamplingRule)
  set(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.setSamplingRule>,
  ) {
    return this.setRule.execute(actor, unitId, input);
  }

  @Handle(routes.endSamplingRule)
  end(
    @CurrentActor() actor: Actor,
    @PathId('ruleId') ruleId: string,
    @Input() input: RouteBody<typeof routes.endSamplingRule>,
  ) {
    return this.endRule.execute(actor, ruleId, input);
  }
}
