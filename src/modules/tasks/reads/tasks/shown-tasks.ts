import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type RouteAnswer, routes } from '#contracts';
import { ShownAnswers } from '#platform/commands';
import { TaskReceipt } from '#contracts/tasks/tasks';
import { ReadTask } from './read-task.ts';

type Answer = RouteAnswer<typeof routes.acceptTask>;

/** What is kept of a command on a task: the number of its entry, and who was first. */
interface Kept {
  taskId: string;
  receipt: string | null;
  alreadyBy: string | null;
}

/** Commands that answer with the task as it is now; sent again, they show it as it is then. */
@Injectable()
export class ShownTasks implements OnModuleInit {
  constructor(
    private readonly read: ReadTask,
    private readonly answers: ShownAnswers,
  ) {}

  onModuleInit(): void {
    const commands = Object.values(routes).filter((route) => 'response' in route && route.response === TaskReceipt);
    this.answers.define<Answer, Kept>('task', commands, {
      keep: ({ task, receipt, alreadyBy }) => ({ taskId: task.id, receipt, alreadyBy: alreadyBy?.id ?? null }),
      show: (actor, { taskId, receipt, alreadyBy }) =>
        this.read.receiptAgain(actor, taskId, { ...(receipt && { receipt }), alreadyBy }),
    });
  }
}
