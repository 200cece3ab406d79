import { Controller } from '@nestjs/common';
import { type RouteBody, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, Input, PathId } from '#platform/http';
import { AppointMany } from './appoint-many.ts';
import { EndPosts } from './end-posts.ts';

@Controller()
export class ManyPostsController {
  constructor(
    private readonly endPosts: EndPosts,
    private readonly appointMany: AppointMany,
  ) {}

  @Handle(routes.endPosts)
  end(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.endPosts>,
  ) {
    return this.endPosts.execute(actor, unitId, input);
  }

  @Handle(routes.appointMany)
  appoint(
    @CurrentActor() actor: Actor,
    @PathId('unitId') unitId: string,
    @Input() input: RouteBody<typeof routes.appointMany>,
  ) {
    return this.appointMany.execute(actor, unitId, input);
  }
}
