import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { EndRule } from './end-rule.ts';
import { PreviewRule } from './preview-rule.ts';
import { ReadRules } from './read-rules.ts';
import { SetRule } from './set-rule.ts';
import { TakeRuleBack } from './take-rule-back.ts';

/** Dated rules of a unit, of every kind. */
@Controller()
export class RulesController {
  constructor(
    private readonly read: ReadRules,
    private readonly preview: PreviewRule,
    private readonly setRule: SetRule,
    private readonly takeRuleBack: TakeRuleBack,
    private readonly endRule: EndRule,
  ) {}

  @Handle(routes.datedRules)
  list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.datedRules>,
  ) {
    return this.read.execute(actor, unitId, query);
  }

  @Handle(routes.previewDatedRule)
  touched(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.previewDatedRule>,
  ) {
    return this.preview.execute(actor, unitId, input);
  }

  @Handle(routes.setDatedRule)
  set(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.setDatedRule>,
  ) {
    return this.setRule.execute(actor, unitId, input);
  }

  @Handle(routes.takeBackDatedRule)
  takeBack(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.takeBackDatedRule>,
  ) {
    return this.takeRuleBack.execute(actor, unitId, input);
  }

  @Handle(routes.endDatedRule)
  end(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.endDatedRule>,
  ) {
    return this.endRule.execute(actor, unitId, input);
  }
}
