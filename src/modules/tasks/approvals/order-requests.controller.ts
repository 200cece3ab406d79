import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AskOrder } from './ask-order.ts';
import { DecideOrder } from './decide-order.ts';
import { ReadOrderRequests } from './read-order-requests.ts';

/** What passes between two officers of one unit before an order to very many is sent. */
@Controller()
export class OrderRequestsController {
  constructor(
    private readonly read: ReadOrderRequests,
    private readonly asking: AskOrder,
    private readonly deciding: DecideOrder,
  ) {}

  @Handle(routes.listOrderRequests)
  list(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.list(actor, unitId);
  }

  @Handle(routes.askOrder)
  async ask(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.askOrder>) {
    return this.read.one(actor, await this.asking.execute(actor, input));
  }

  @Handle(routes.readOrderRequest)
  one(@CurrentActor() actor: Actor, @PathId('requestId') id: string) {
    return this.read.one(actor, id);
  }

  @Handle(routes.approveOrder)
  async approve(
    @CurrentActor() actor: Actor,
    @PathId('requestId') id: string,
    @Input() input: RouteBody<typeof routes.approveOrder>,
  ) {
    await this.deciding.approve(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.refuseOrder)
  async refuse(
    @CurrentActor() actor: Actor,
    @PathId('requestId') id: string,
    @Input() input: RouteBody<typeof routes.refuseOrder>,
  ) {
    await this.deciding.refuse(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.dropOrderRequest)
  async drop(@CurrentActor() actor: Actor, @PathId('requestId') id: string) {
    await this.deciding.drop(actor, id);
    return this.read.one(actor, id);
  }
}
