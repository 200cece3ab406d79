import { Controller, Header } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { ListJobs } from './list-jobs.ts';
import { answerWith } from '../documents/printed-file.ts';

/** Long lists, made in the background. */
@Controller()
export class ListsController {
  constructor(private readonly jobs: ListJobs) {}

  @Handle(routes.makeList)
  make(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.makeList>,
  ) {
    return this.jobs.ask(actor, unitId, input);
  }

  @Handle(routes.myLists)
  mine(@CurrentActor() actor: Actor) {
    return this.jobs.mine(actor);
  }

  @Handle(routes.readList)
  one(@CurrentActor() actor: Actor, @PathId('jobId') jobId: string) {
    return this.jobs.one(actor, jobId);
  }

  @Handle(routes.listFile)
  @Header('cache-control', 'private, no-store')
  async file(@CurrentActor() actor: Actor, @PathId('jobId') jobId: string) {
    return answerWith(await this.jobs.file(actor, jobId));
  }
}
