import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, type Sql, sql } from '#platform/database';
import { orderRequestErrors } from '../tasks.errors.ts';
import { SecondApproval } from './second-approval.ts';
import type { OrderRequest } from './second-approval.entity.ts';

type Row = RouteAnswer<typeof routes.listOrderRequests>[number];
type Detail = RouteAnswer<typeof routes.readOrderRequest>;

/** As many as a unit can have asked for and not heard of. */
const MOST = 100;
const columns = sql`q.id, q.unit_id as "unitId", q.content, q.teams, q.people, q.draft_id as "draftId", q.asked_by as "askedBy",
  q.asked_at as "askedAt", q.outcome, q.decided_by as "decidedBy", q.decided_at as "decidedAt", q.reason,
  q.assignment_id as "assignmentId"`;

/** Orders that wait for a second officer of the unit, and what became of each. */
@Injectable()
export class ReadOrderRequests {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly approval: SecondApproval,
  ) {}

  /** Those that are open, the one that waits longest first. */
  async list(actor: Actor, unitId: string): Promise<Row[]> {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    const rows = await this.rows(
      sql`q.unit_id = ${unitId} and q.outcome is null order by q.asked_at, q.id limit ${MOST}`,
    );
    return Promise.all(rows.map((row) => this.toRow(actor, row)));
  }

  /** @throws orderRequest.notFound */
  async one(actor: Actor, id: string): Promise<Detail> {
    const [row] = await this.rows(sql`q.id = ${id}`);
    if (!row) throw orderRequestErrors.notFound();
    await this.scope.require(actor, 'assignment.issue', { unitId: row.unitId });
    const head = await this.toRow(actor, row);
    const others = await this.approval.approvers(row.unitId, row.askedBy);
    const people = await this.membership.people(others);
    return { ...head, order: row.content, approvers: others.flatMap((other) => people.get(other) ?? []) };
  }

  private rows(where: Sql): Promise<OrderRequest[]> {
    return this.database.rows<OrderRequest>(sql`select ${columns} from order_requests q where ${where}`);
  }

  private async toRow(actor: Actor, row: OrderRequest): Promise<Row> {
    const [units, people, approvers] = await Promise.all([
      this.organization.unitRefs([row.unitId]),
      this.membership.people([row.askedBy, ...(row.decidedBy ? [row.decidedBy] : [])]),
      this.approval.approvers(row.unitId, row.askedBy),
    ]);
    const person = (id: string) => people.get(id) ?? { id, fullName: '', position: null };
    return {
      id: row.id,
      unit: units.get(row.unitId) ?? { id: row.unitId, kind: 'commune', name: '', fullName: '' },
      title: row.content.title,
      dueOn: row.content.dueOn,
      target: row.content.target,
      teams: row.teams,
      people: row.people,
      draftId: row.draftId,
      asked: { by: person(row.askedBy), at: row.askedAt.toISOString() },
      outcome: row.outcome,
      decided:
        row.decidedBy && row.decidedAt
          ? { by: person(row.decidedBy), at: row.decidedAt.toISOString(), reason: row.reason }
          : null,
      assignmentId: row.assignmentId,
      mayDecide: row.outcome === null && approvers.includes(actor.personId),
      isOwn: row.askedBy === actor.personId,
    };
  }
}
