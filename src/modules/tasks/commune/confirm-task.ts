import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { TaskAccess } from '../work/task/task-access.ts';
import type { Outcome } from '../work/task/task-outcome.ts';
import { NamedProducts } from './named-products.ts';
import { TaskConfirmations } from './task-confirmations.ts';

/** Confirms a submitted task, and enters the products that are named with it. */
@Injectable()
export class ConfirmTask {
  constructor(
    private readonly access: TaskAccess,
    private readonly confirmations: TaskConfirmations,
    private readonly products: NamedProducts,
  ) {}

  execute(actor: Actor, taskId: string, { products }: RouteBody<typeof routes.confirmTask>): Promise<Outcome> {
    return this.access.change(actor, taskId, 'result.confirm', async (tx, task, now) => {
      if (task.state === 'confirmed') return { alreadyBy: task.decidedBy };
      if (!this.confirmations.isOpen(task)) throw await this.access.refusal(tx, task);
      const [decisionId = ''] = await this.confirmations.write(tx, actor, [task], now);
      await this.products.record(tx, actor, { unitId: task.unitId, decisionId }, products);
      return {};
    });
  }
}
