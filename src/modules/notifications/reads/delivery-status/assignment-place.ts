import { Injectable } from '@nestjs/common';
import type { Action } from '#contracts/actions';
import { type Reach, SecondApproval, type ShownApproval } from '#modules/membership';
import { Scope } from '#modules/organization';
import { type AssignmentInfo, TasksApi } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { notificationErrors } from '../../notifications.errors.ts';

/** Those who answer for the teams. */
export const reachOf = (teamIds: readonly string[]): Reach => ({ teamIds, roles: ['leader', 'deputy'] });

/** An order seen from the reader's posts: the order, and the units whose teams of it they may see. */
@Injectable()
export class AssignmentPlace {
  constructor(
    private readonly scope: Scope,
    private readonly tasks: TasksApi,
    private readonly database: Database,
    private readonly approval: SecondApproval,
  ) {}

  /** @throws notification.assignmentNotFound, platform.denied when the order concerns none of the reader's units */
  async open(
    actor: Actor,
    action: Action,
    assignmentId: string,
  ): Promise<{ order: AssignmentInfo; unitIds: string[] }> {
    this.scope.requireAnywhere(actor, action);
    const order = await this.order(assignmentId);
    const unitIds = this.scope.unitIds(actor, action);
    if (!(await this.concerns(order, unitIds))) throw platformErrors.denied();
    return { order, unitIds };
  }

  /** @throws notification.assignmentNotFound */
  async order(assignmentId: string): Promise<AssignmentInfo> {
    const order = await this.tasks.assignment(assignmentId);
    if (!order) throw notificationErrors.assignmentNotFound();
    return order;
  }

  /** @throws sendRequest.needed for a reminder of so many that a second officer is to approve it */
  async refuseUnapproved(order: AssignmentInfo, unitIds: readonly string[], teamIds: readonly string[]): Promise<void> {
    await this.approval.refuseUnapproved(await this.sender(order, unitIds, teamIds), reachOf(teamIds));
  }

  /** For the preview of a reminder; null: it goes at once. */
  async secondApproval(
    actor: Actor,
    order: AssignmentInfo,
    unitIds: readonly string[],
    teamIds: readonly string[],
  ): Promise<ShownApproval | null> {
    const unitId = await this.sender(order, unitIds, teamIds);
    return this.approval.shown(unitId, 'assignment.chase', reachOf(teamIds), actor.personId);
  }

  /**
   * The unit that a reminder goes out from: the one that gave the order, for those who may remind in all of it; else the one
   * of theirs with the most of the teams.
   */
  async sender(order: AssignmentInfo, unitIds: readonly string[], teamIds: readonly string[]): Promise<string> {
    const row = await this.database.one<{ id: string }>(
      sql`select id from (
          select ${order.issuerUnitId}::uuid as id, null::bigint as n from unit_closure
            where descendant_id = ${order.issuerUnitId} and ancestor_id = any(${unitIds})
          union all
          select c.ancestor_id, count(*) from tasks t join unit_closure c on c.descendant_id = t.unit_id
            and c.ancestor_id = any(${unitIds}) where t.assignment_id = ${order.id} and t.team_id = any(${teamIds}) group by 1) s
        order by n desc nulls first, id limit 1`,
    );
    return row?.id ?? unitIds[0] ?? order.issuerUnitId;
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
