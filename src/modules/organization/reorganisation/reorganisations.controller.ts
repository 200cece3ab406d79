import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ReadReorganisations } from './mergers/read-reorganisations.ts';
import { RehearseMerger } from './mergers/rehearse-merger.ts';
import { RevokeReorganisation } from './mergers/revoke-reorganisation.ts';
import { SaveMerger } from './mergers/save-merger.ts';
import { ScheduleReorganisation } from './running/schedule-reorganisation.ts';

/** Reforms of the hamlets of a commune. */
@Controller()
export class ReorganisationsController {
  constructor(
    private readonly read: ReadReorganisations,
    private readonly rehearsal: RehearseMerger,
    private readonly save: SaveMerger,
    private readonly schedules: ScheduleReorganisation,
    private readonly revocation: RevokeReorganisation,
  ) {}

  @Handle(routes.listReorganisations)
  list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listReorganisations>,
  ) {
    return this.read.list(actor, unitId, query);
  }

  @Handle(routes.getReorganisation)
  one(@CurrentActor() actor: Actor, @PathId('reorganisationId') id: string) {
    return this.read.one(actor, id);
  }

  @Handle(routes.rehearseMerger)
  rehearse(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.rehearseMerger>,
  ) {
    return this.rehearsal.execute(actor, unitId, query);
  }

  @Handle(routes.createMerger)
  async create(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.createMerger>,
  ) {
    return this.read.one(actor, await this.save.create(actor, unitId, input));
  }

  @Handle(routes.changeMerger)
  async change(
    @CurrentActor() actor: Actor,
    @PathId('reorganisationId') id: string,
    @Input() input: RouteBody<typeof routes.changeMerger>,
  ) {
    await this.save.change(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.scheduleReorganisation)
  async schedule(
    @CurrentActor() actor: Actor,
    @PathId('reorganisationId') id: string,
    @Input() input: RouteBody<typeof routes.scheduleReorganisation>,
  ) {
    await this.schedules.execute(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.revokeReorganisation)
  async revoke(
    @CurrentActor() actor: Actor,
    @PathId('reorganisationId') id: string,
    @Input() input: RouteBody<typeof routes.revokeReorganisation>,
  ) {
    await this.revocation.revoke(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.discardReorganisation)
  discard(@CurrentActor() actor: Actor, @PathId('reorganisationId') id: string) {
    return this.revocation.discard(actor, id);
  }
}
