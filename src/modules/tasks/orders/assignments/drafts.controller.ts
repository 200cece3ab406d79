import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { DeleteDraft } from './delete-draft.ts';
import { SaveDraft } from './save-draft.ts';
import { ReadDrafts } from '../lists/read-drafts.ts';
import { ReadProductsToList } from '../lists/read-products-to-list.ts';
import { ReadTemplates } from '../lists/read-templates.ts';

@Controller()
export class DraftsController {
  constructor(
    private readonly templates: ReadTemplates,
    private readonly drafts: ReadDrafts,
    private readonly products: ReadProductsToList,
    private readonly saveDraft: SaveDraft,
    private readonly deleteDraft: DeleteDraft,
  ) {}

  @Handle(routes.listTemplates)
  listTemplates(@CurrentActor() actor: Actor, @Query() { at }: RouteQuery<typeof routes.listTemplates>) {
    return this.templates.read(actor, at);
  }

  @Handle(routes.listDrafts)
  list(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.drafts.list(actor, unitId);
  }

  @Handle(routes.productsToList)
  productsToList(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.products.execute(actor, unitId);
  }

  @Handle(routes.saveDraft)
  save(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @PathId('draftId') draftId: string,
    @Input() input: RouteBody<typeof routes.saveDraft>,
  ) {
    return this.saveDraft.execute(actor, unitId, draftId, input);
  }

  @Handle(routes.deleteDraft)
  delete(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string, @PathId('draftId') draftId: string) {
    return this.deleteDraft.execute(actor, unitId, draftId);
  }
}
