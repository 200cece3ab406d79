import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { OwnTemplates } from './own-templates.ts';
import { ReadCatalogue } from './read-catalogue.ts';

@Controller()
export class CatalogueController {
  constructor(
    private readonly catalogue: ReadCatalogue,
    private readonly templates: OwnTemplates,
  ) {}

  @Handle(routes.unitCatalogue)
  read(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.catalogue.execute(actor, unitId);
  }

  @Handle(routes.previewCatalogue)
  preview(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.previewCatalogue>,
  ) {
    return this.catalogue.preview(actor, unitId, input);
  }

  @Handle(routes.addTemplate)
  add(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.addTemplate>,
  ) {
    return this.templates.add(actor, unitId, input);
  }

  @Handle(routes.endTemplate)
  end(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.endTemplate>,
  ) {
    return this.templates.end(actor, unitId, input);
  }
}
