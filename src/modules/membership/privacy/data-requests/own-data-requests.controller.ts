import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { KeepOwnData } from './erasing/keep-own-data.ts';
import { FileDataRequest } from './file-data-request.ts';
import { ReadDataRequests } from './read-data-requests.ts';

/** One's own requests. */
@Controller()
export class OwnDataRequestsController {
  constructor(
    private readonly filing: FileDataRequest,
    private readonly read: ReadDataRequests,
    private readonly keeping: KeepOwnData,
  ) {}

  @Handle(routes.fileDataRequest)
  async file(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.fileDataRequest>) {
    return this.read.filed(actor, await this.filing.execute(actor, input));
  }

  @Handle(routes.keepMyData)
  async keep(
    @CurrentActor() actor: Actor,
    @PathId('requestId') id: string,
    @Input() input: RouteBody<typeof routes.keepMyData>,
  ) {
    await this.keeping.execute(actor, id, input);
    return this.read.filed(actor, id);
  }

  @Handle(routes.myDataRequests)
  mine(@CurrentActor() actor: Actor) {
    return this.read.mine(actor);
  }
}
