import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AskSend } from './ask-send.ts';
import { DecideSend } from './decide-send.ts';
import { ReadSendRequests } from './read-send-requests.ts';

/** What passes between two officers of one unit before anything goes to very many. */
@Controller()
export class SendRequestsController {
  constructor(
    private readonly read: ReadSendRequests,
    private readonly asking: AskSend,
    private readonly deciding: DecideSend,
  ) {}

  @Handle(routes.listSendRequests)
  list(@CurrentActor() actor: Actor, @PathId('unitId') unitId: string) {
    return this.read.list(actor, unitId);
  }

  @Handle(routes.askSend)
  async ask(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.askSend>) {
    return this.read.one(actor, await this.asking.execute(actor, input));
  }

  @Handle(routes.readSendRequest)
  one(@CurrentActor() actor: Actor, @PathId('requestId') id: string) {
    return this.read.one(actor, id);
  }

  @Handle(routes.approveSend)
  async approve(
    @CurrentActor() actor: Actor,
    @PathId('requestId') id: string,
    @Input() input: RouteBody<typeof routes.approveSend>,
  ) {
    await this.deciding.approve(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.refuseSend)
  async refuse(
    @CurrentActor() actor: Actor,
    @PathId('requestId') id: string,
    @Input() input: RouteBody<typeof routes.refuseSend>,
  ) {
    await this.deciding.refuse(actor, id, input);
    return this.read.one(actor, id);
  }

  @Handle(routes.dropSendRequest)
  async drop(@CurrentActor() actor: Actor, @PathId('requestId') id: string) {
    await this.deciding.drop(actor, id);
    return this.read.one(actor, id);
  }
}
