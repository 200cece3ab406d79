import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ReadReorganisations } from '../read-reorganisations.ts';
import { RehearseSplit } from './rehearse-split.ts';
import { SaveSplit } from './save-split.ts';

/** One hamlet of a commune that becomes two. How it is scheduled and taken back is that of every reform. */
@Controller()
export class HamletSplitsController {
  constructor(
    private readonly read: ReadReorganisations,
    private readonly rehearsal: RehearseSplit,
    private readonly save: SaveSplit,
  ) {}

  @Handle(routes.hamletToSplit)
  facts(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.hamletToSplit>,
  ) {
    return this.rehearsal.execute(actor, unitId, query);
  }

  @Handle(routes.createSplit)
  async create(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.createSplit>,
  ) {
    return this.read.one(actor, await this.save.create(actor, unitId, input));
  }

  @Handle(routes.changeSplit)
  async change(
    @CurrentActor() actor: Actor,
    @PathId('reorganisationId') id: string,
    @Input() input: RouteBody<typeof routes.changeSplit>,
  ) {
    await this.save.change(actor, id, input);
    return this.read.one(actor, id);
  }
}
