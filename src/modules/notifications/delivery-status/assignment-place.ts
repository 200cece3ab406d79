import { Injectable } from '@nestjs/common';
import type { Action } from '#contracts/actions';
import { Scope } from '#modules/organization';
import { type AssignmentInfo, TasksApi } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { notificationErrors } from '../notifications.errors.ts';

/** An order seen from the reader's posts: the order, and the units whose teams of it they may see. */
@Injectable()
export class AssignmentPlace {
  constructor(
    private readonly scope: Scope,
    private readonly tasks: TasksApi,
    private readonly database: Database,
  ) {}

  /** @throws notification.assignmentNotFound, platform.denied when the order concerns none of the reader's units */
  async open(
    actor: Actor,
    action: Action,
    assignmentId: string,
  ): Promise<{ order: AssignmentInfo; unitIds: string[] }> {
    this.scope.requireAnywhere(actor, action);
    const order = await this.tasks.assignment(assignmentId);
    if (!order) throw notificationErrors.assignmentNotFound();
    const unitIds = this.scope.unitIds(actor, action);
    if (!(await this.concerns(order, unitIds))) throw platformErrors.denied();
    return { order, unitIds };
  }

  private async concerns(order: AssignmentInfo, unitIds: string[]): Promise<boolean> {
    const row = await this.database.one(
      sql`select 1 where exists (select 1 from unit_closure where descendant_id = ${order.issuerUnitId} and ancestor_id = any(${unitIds}))
          or exists (select 1 from tasks t join unit_closure c on c.descendant_id = t.unit_id
            and c.ancestor_id = any(${unitIds}) where t.assignment_id = ${order.id})`,
    );
    return row !== undefined;
  }
}
