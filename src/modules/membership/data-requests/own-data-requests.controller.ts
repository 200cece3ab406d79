import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input } from '#platform/http';
import { FileDataRequest } from './file-data-request.ts';
import { ReadDataRequests } from './read-data-requests.ts';

/** One's own requests. */
@Controller()
export class OwnDataRequestsController {
  constructor(
    private readonly filing: FileDataRequest,
    private readonly read: ReadDataRequests,
  ) {}

  @Handle(routes.fileDataRequest)
  async file(@CurrentActor() actor: Actor, @Input() input: RouteBody<typeof routes.fileDataRequest>) {
    return this.read.filed(actor, await this.filing.execute(actor, input));
  }

  @Handle(routes.myDataRequests)
  mine(@CurrentActor() actor: Actor) {
    return this.read.mine(actor);
  }
}
