import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { FindMergeCandidates } from './find-merge-candidates.ts';
import { MergePeople } from './merge-people.ts';
import { PreviewMerge } from './preview-merge.ts';

@Controller()
export class MergesController {
  constructor(
    private readonly candidates: FindMergeCandidates,
    private readonly preview: PreviewMerge,
    private readonly merge: MergePeople,
  ) {}

  @Handle(routes.mergeCandidates)
  find(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @Query() { q = '' }: RouteQuery<typeof routes.mergeCandidates>,
  ) {
    return this.candidates.execute(actor, personId, q);
  }

  @Handle(routes.previewMerge)
  look(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @Query() { absorbedId }: RouteQuery<typeof routes.previewMerge>,
  ) {
    return this.preview.execute(actor, personId, absorbedId);
  }

  @Handle(routes.mergePeople)
  work(
    @CurrentActor() actor: Actor,
    @PathId('personId') personId: string,
    @Input() input: RouteBody<typeof routes.mergePeople>,
  ) {
    return this.merge.execute(actor, personId, input);
  }
}
