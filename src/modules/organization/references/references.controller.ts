import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { CorrectDirective } from '../directives/correct-directive.ts';
import { CreateProvider } from '../providers/create-provider.ts';
import { ReadReferences } from './read-references.ts';
import { RegisterDirective } from '../directives/register-directive.ts';

@Controller()
export class ReferencesController {
  constructor(
    private readonly read: ReadReferences,
    private readonly registerDirective: RegisterDirective,
    private readonly correctDirective: CorrectDirective,
    private readonly createProvider: CreateProvider,
  ) {}

  @Handle(routes.listDirectives)
  directives(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listDirectives>,
  ) {
    return this.read.directives(actor, unitId, query);
  }

  @Handle(routes.createDirective)
  async createDirective(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.createDirective>,
  ) {
    return this.read.directive(await this.registerDirective.execute(actor, unitId, input));
  }

  @Handle(routes.correctDirective)
  async correct(
    @CurrentActor() actor: Actor,
    @PathId('directiveId') directiveId: string,
    @Input() input: RouteBody<typeof routes.correctDirective>,
  ) {
    await this.correctDirective.execute(actor, directiveId, input);
    return this.read.directive(directiveId);
  }

  @Handle(routes.listIndicators)
  indicators(@Query() { at }: RouteQuery<typeof routes.listIndicators>) {
    return this.read.indicators(at);
  }

  @Handle(routes.listRules)
  rules(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() { at }: RouteQuery<typeof routes.listRules>,
  ) {
    return this.read.rules(actor, unitId, at);
  }

  @Handle(routes.listProviders)
  providers(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listProviders>,
  ) {
    return this.read.providers(actor, unitId, query);
  }

  @Handle(routes.createProvider)
  async provider(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.createProvider>) {
    return this.read.provider(await this.createProvider.execute(actor, input), input.from);
  }

  @Handle(routes.contactCard)
  contact(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.contact(actor, unitId);
  }

  @Handle(routes.currentPeriod)
  period(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() { at }: RouteQuery<typeof routes.currentPeriod>,
  ) {
    return this.read.period(actor, unitId, at);
  }
}
