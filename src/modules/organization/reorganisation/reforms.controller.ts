import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Bytes, Handle, Input, PathId, Query } from '#platform/http';
import { EditReform } from './drafts/edit-reform.ts';
import { LoadAllotments } from './allotments/load-allotments.ts';
import { LoadReformList } from './drafts/load-reform-list.ts';
import { ReadReforms } from './lines/read-reforms.ts';
import { SaveReform } from './drafts/save-reform.ts';
import { ScheduleReform } from './running/schedule-reform.ts';

/** Reforms of communes and above: how they are written, scheduled and taken back. */
@Controller()
export class ReformsController {
  constructor(
    private readonly read: ReadReforms,
    private readonly save: SaveReform,
    private readonly load: LoadReformList,
    private readonly hamlets: LoadAllotments,
    private readonly edits: EditReform,
    private readonly schedules: ScheduleReform,
  ) {}

  @Handle(routes.listReforms)
  list(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listReforms>,
  ) {
    return this.read.list(actor, unitId, query);
  }

  @Handle(routes.getReform)
  one(@CurrentActor() actor: Actor, @PathId('reformId') id: string) {
    return this.read.one(actor, id);
  }

  @Handle(routes.createReform)
  async create(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.createReform>,
  ) {
    return this.read.one(actor, await this.save.create(actor, unitId, input));
  }

  @Handle(routes.changeReform)
  async change(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Input() input: RouteBody<typeof routes.changeReform>,
  ) {
    await this.save.change(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.loadReformList)
  async loadList(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Bytes() file: Buffer,
    @Query() query: RouteQuery<typeof routes.loadReformList>,
  ) {
    await this.load.execute(actor, id, file, query);
    return this.read.one(actor, id);
  }

  @Handle(routes.loadReformHamlets)
  async loadHamlets(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @PathId('dividedId') unitId: string,
    @Bytes() file: Buffer,
    @Query() query: RouteQuery<typeof routes.loadReformHamlets>,
  ) {
    await this.hamlets.execute(actor, { id, unitId }, file, query);
    return this.read.one(actor, id);
  }

  @Handle(routes.editReform)
  async edit(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Input() input: RouteBody<typeof routes.editReform>,
  ) {
    await this.edits.execute(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.scheduleReform)
  async schedule(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Input() input: RouteBody<typeof routes.scheduleReform>,
  ) {
    await this.schedules.schedule(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.revokeReform)
  async revoke(
    @CurrentActor() actor: Actor,
    @PathId('reformId') id: string,
    @Input() input: RouteBody<typeof routes.revokeReform>,
  ) {
    await this.schedules.revoke(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.discardReform)
  discard(@CurrentActor() actor: Actor, @PathId('reformId') id: string) {
    return this.schedules.discard(actor, id);
  }
}
