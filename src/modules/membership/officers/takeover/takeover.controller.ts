import { Controller } from '@nestjs/common';
import { type RouteBody, type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId, Query } from '#platform/http';
import { ReadTakeover } from './read-takeover.ts';
import { ReadTakeoverPeople } from './read-takeover-people.ts';
import { ReadTakeoverReceived } from './read-takeover-received.ts';
import { TickTakeover } from './tick-takeover.ts';

/** "Bàn giao" of a commune after a reform. */
@Controller()
export class TakeoverController {
  constructor(
    private readonly read: ReadTakeover,
    private readonly received: ReadTakeoverReceived,
    private readonly people: ReadTakeoverPeople,
    private readonly tick: TickTakeover,
  ) {}

  @Handle(routes.getTakeover)
  one(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.execute(actor, unitId);
  }

  @Handle(routes.takeoverReceived)
  whatCame(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.received.execute(actor, unitId);
  }

  @Handle(routes.listTakeoverReceived)
  items(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Query() query: RouteQuery<typeof routes.listTakeoverReceived>,
  ) {
    return this.received.list(actor, unitId, query);
  }

  @Handle(routes.takeoverPeople)
  whoIsNew(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.people.execute(actor, unitId);
  }

  @Handle(routes.tickTakeover)
  async ticked(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.tickTakeover>,
  ) {
    await this.tick.execute(actor, unitId, input);
    return this.read.execute(actor, unitId);
  }
}
