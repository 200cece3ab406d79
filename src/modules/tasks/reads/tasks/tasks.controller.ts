import { Controller } from '@nestjs/common';
import { type RouteQuery, routes } from '#contracts';
import { type Actor, CurrentActor } from '#platform/auth';
import { Handle, PathId, Query } from '#platform/http';
import { ReadMyTasks } from './read-my-tasks.ts';
import { ReadTask } from './read-task.ts';
import { ReadTrail } from './read-trail.ts';

@Controller()
export class TasksController {
  constructor(
    private readonly mine: ReadMyTasks,
    private readonly read: ReadTask,
    private readonly trail: ReadTrail,
  ) {}

  @Handle(routes.myTasks)
  myTasks(@CurrentActor() actor: Actor, @Query() query: RouteQuery<typeof routes.myTasks>) {
    return this.mine.read(actor, query);
  }

  @Handle(routes.getTask)
  one(@CurrentActor() actor: Actor, @PathId('taskId') taskId: string) {
    return this.read.one(actor, taskId);
  }

  @Handle(routes.taskTrail)
  whatHappened(@CurrentActor() actor: Actor, @PathId('taskId') taskId: string) {
    return this.trail.read(actor, taskId);
  }
}
