import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { ReadAssignments } from '../lists/read-assignments.ts';
import type { OrderChange, OrderStand } from '../order/order-change.entity.ts';
import { Assignment } from '../order/assignment.entity.ts';

type Version = RouteAnswer<typeof routes.orderVersions>[number];
type Change = Omit<OrderChange, 'assignmentId'> & { changed: number; added: number; withdrawn: number };
interface First extends OrderStand {
  issuedBy: string;
  issuedAt: Date;
}

/** The versions of an order, newest first, with how many teams accepted while each stood. */
@Injectable()
export class ReadVersions {
  constructor(
    private readonly database: Database,
    private readonly assignments: ReadAssignments,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, assignmentId: string): Promise<Version[]> {
    await this.assignments.visibleUnits(actor, assignmentId);
    const [changes, first] = await Promise.all([this.changes(assignmentId), this.first(assignmentId)]);
    if (!first) return [];
    const { issuedBy, issuedAt, ...stand } = first;
    const [people, accepted] = await Promise.all([
      this.membership.people([issuedBy, ...changes.map(({ changedBy }) => changedBy)]),
      this.accepted(assignmentId, [issuedAt, ...changes.map(({ changedAt }) => changedAt)]),
    ]);
    const person = (id: string) => people.get(id) ?? { id, fullName: '', position: null };
    const undone = new Set(changes.flatMap(({ undoes }) => undoes ?? []));
    const now = this.clock.now();
    const versions: Version[] = changes.map((change, index) => ({
      version: change.version,
      at: change.changedAt.toISOString(),
      by: person(change.changedBy),
      reason: change.reason,
      before: change.before,
      after: change.after,
      teams: { changed: change.changed, added: change.added, withdrawn: change.withdrawn },
      accepted: accepted.get(change.version) ?? 0,
      undoes: change.undoes,
      undone: undone.has(change.version),
      undoUntil: index === changes.length - 1 && now < change.undoUntil ? change.undoUntil.toISOString() : null,
    }));
    const issued: Version = {
      version: 1,
      at: issuedAt.toISOString(),
      by: person(issuedBy),
      reason: null,
      before: null,
      after: changes[0]?.before ?? stand,
      teams: { changed: 0, added: 0, withdrawn: 0 },
      accepted: accepted.get(1) ?? 0,
      undoes: null,
      undone: false,
      undoUntil: null,
    };
    return [issued, ...versions].reverse();
  }

  private changes(assignmentId: string): Promise<Change[]> {
    return this.database.rows<Change>(
      sql`select c.version, c.changed_by as "changedBy", c.changed_at as "changedAt", c.reason, c.before, c.after,
          c.undo_until as "undoUntil", c.undoes, n.changed, n.added, n.withdrawn
         from order_changes c cross join lateral (
              select count(*) filter (where t.kind = 'changed')::int as changed, count(*) filter (where t.kind = 'added')::int as added,
                     count(*) filter (where t.kind = 'withdrawn')::int as withdrawn
                from task_changes t where t.assignment_id = c.assignment_id and t.version = c.version) n
        where c.assignment_id = ${assignmentId} order by c.version`,
    );
  }

  private async first(assignmentId: string): Promise<First | undefined> {
    return (
      (await this.database.manager.findOne(Assignment, {
        select: {
          title: true,
          work: true,
          target: true,
          dueOn: true,
          replyByOn: true,
          priority: true,
          issuedBy: true,
          issuedAt: true,
        },
        where: { id: assignmentId },
      })) ?? undefined
    );
  }

  /** @param begins when each version began, the first one first. @returns how many teams accepted while it stood. */
  private async accepted(assignmentId: string, begins: Date[]): Promise<Map<number, number>> {
    const rows = await this.database.rows<{ version: number; teams: number }>(
      sql`select width_bucket(t.accepted_at, ${begins}::timestamptz[]) as version, count(*)::int as teams
         from tasks t where t.assignment_id = ${assignmentId} and t.accepted_at is not null group by 1`,
    );
    return new Map(rows.map(({ version, teams }) => [version, teams]));
  }
}
