import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { TaskState } from '#contracts/tasks/task-states';
import type { Actor } from '#platform/auth';
import { Database, execute, sql, type Tx } from '#platform/database';
import { type AllotmentInfo, allotmentInfo } from './orders/allotments/allotment-info.ts';
import { type ProductsOfCommune, ProductsToList } from './orders/order/products-to-list.ts';
import { type ResolvedOrder, ResolveOrder } from './orders/assignments/resolve-order.ts';
import { type SimilarOrder, SimilarWorkQueries } from './orders/assignments/similar-work.queries.ts';
import { lastActivity } from './reads/oversight/last-activity.ts';
import { ReadAssignments, type RollUp } from './orders/lists/read-assignments.ts';
import { type AnswersWanted, type TeamTask, TeamTaskQueries } from './reads/tasks/team-task.queries.ts';
import { ExtensionRequest } from './team/answers/extension-request.entity.ts';

export interface AssignmentInfo {
  id: string;
  title: string;
  work: string;
  issuerUnitId: string;
  issuedBy: string;
  issuedAt: Date;
  /** Last day, inclusive. */
  dueOn: string;
  replyByOn: string;
  templateCode: string;
  target: number;
  indicatorCode: string;
  /** The target's unit as worded in the order: "hồ sơ". */
  indicatorUnit: string;
  indicatorUnitEn: string;
  directiveId: string;
  priority: 'normal' | 'urgent';
  /** External channels wait until the later of the two. */
  recallUntil: Date;
  sendAt: Date | null;
  cancelledAt: Date | null;
  cancelReason: string | null;
}
export interface TaskInfo {
  taskId: string;
  assignmentId: string;
  teamId: string;
  unitId: string;
  communeId: string;
  state: TaskState;
  stateSince: Date;
  target: number;
  dueOn: string;
  replyByOn: string;
  doerId: string | null;
  acceptedBy: string | null;
  submittedBy: string | null;
}
export interface ExtensionInfo {
  id: string;
  taskId: string;
  until: string;
  askedBy: string;
  granted: boolean | null;
  grantedUntil: string | null;
  note: string | null;
}
export interface DifficultyInfo {
  id: string;
  kind: string;
  teamId: string;
  communeId: string;
  taskId: string | null;
  byId: string;
  text: string;
  /** The office above the commune before which it stands. */
  escalatedTo: string | null;
  /** The company that is to settle it. */
  providerId: string | null;
  /** Who answered last. */
  answererId: string | null;
  promisedOn: string | null;
}

export interface KnowHowInfo {
  difficultyId: string;
  title: string;
  communeId: string;
  /** The team that had asked. */
  teamId: string;
  /** What the work counts to which it belongs. */
  indicatorCode: string | null;
}

export interface QuickReportInfo {
  entryId: string;
  teamId: string;
  unitId: string;
  byId: string;
  happenedOn: string;
  value: number;
  receipt: string;
  /** Why the commune does not count it; null while it does. */
  returned: { reasons: string[]; comment: string | null } | null;
}

/** A part of the work, and who else has sent parts of the same task. */
export interface PartInfo {
  taskId: string;
  byId: string;
  happenedOn: string;
  value: number;
  /** Of the whole task, with this part. */
  reported: number;
  otherIds: string[];
}

const assignmentColumns = sql`a.id, a.title, a.work, a.issuer_unit_id as "issuerUnitId", a.issued_by as "issuedBy",
  a.issued_at as "issuedAt", a.due_on as "dueOn", a.reply_by_on as "replyByOn", a.template_code as "templateCode",
  a.target, a.indicator_code as "indicatorCode", a.indicator->>'unit' as "indicatorUnit",
    a.indicator->>'unitEn' as "indicatorUnitEn", a.directive_id as "directiveId", a.priority, a.recall_until as "recallUntil",
      a.send_at as "sendAt",
  a.cancelled_at as "cancelledAt", a.cancel_reason as "cancelReason"`;
const taskColumns = sql`t.id as "taskId", t.assignment_id as "assignmentId", t.team_id as "teamId", t.unit_id as "unitId",
  t.commune_id as "communeId", t.state, t.state_since as "stateSince", t.target, t.due_on as "dueOn",
  t.reply_by_on as "replyByOn", t.doer_id as "doerId", t.accepted_by as "acceptedBy", t.submitted_by as "submittedBy"`;

/** What other modules may ask of tasks. Single rows by hand: a task has the columns and the names of their pages. */
@Injectable()
export class TasksApi {
  constructor(
    private readonly database: Database,
    private readonly similar: SimilarWorkQueries,
    private readonly products: ProductsToList,
    private readonly orders: ResolveOrder,
    private readonly assignments: ReadAssignments,
    private readonly rows: TeamTaskQueries,
  ) {}

  /** The order as it would be issued now. */
  resolved(actor: Actor, order: RouteBody<typeof routes.issueAssignment>): Promise<ResolvedOrder> {
    return this.orders.execute(actor, order);
  }

  assignment(id: string): Promise<AssignmentInfo | undefined> {
    return this.database.one(sql`select ${assignmentColumns} from assignments a where a.id = ${id}`);
  }

  /** A commune's number; null where it has none any more. */
  allotment(id: string, unitId: string): Promise<AllotmentInfo | undefined> {
    return allotmentInfo(this.database, id, unitId);
  }

  task(id: string): Promise<TaskInfo | undefined> {
    return this.database.one(sql`select ${taskColumns} from tasks t where t.id = ${id}`);
  }

  /** A page of an order's tasks by id, from behind `afterTaskId` on. */
  tasksOf(assignmentId: string, afterTaskId: string | null, limit: number): Promise<TaskInfo[]> {
    return this.database.rows(
      sql`select ${taskColumns} from tasks t where t.assignment_id = ${assignmentId} and t.team_id is not null
        and (${afterTaskId}::uuid is null or t.id > ${afterTaskId}) order by t.id limit ${limit}`,
    );
  }

  /** A page of an order's tasks, as the screen that follows it shows them. */
  teamTasks(taskIds: readonly string[]): Promise<TeamTask[]> {
    return this.rows.rows(taskIds);
  }

  /** The newest orders of the unit that still have open tasks. */
  runningOrders(unitId: string, limit: number): Promise<string[]> {
    return this.assignments.running(unitId, limit);
  }

  /** Which teams of the orders, below the unit, wait for the commune's answer. */
  answersWanted(assignmentIds: readonly string[], unitId: string, named: number): Promise<AnswersWanted[]> {
    return this.rows.answersWanted(assignmentIds, unitId, named);
  }

  /** The order's sums by commune of the tree of a day, of the tasks below the units. */
  rollUp(assignmentId: string, unitIds: readonly string[], day: string): Promise<RollUp[]> {
    return this.assignments.rollUp(assignmentId, unitIds, day);
  }

  async extension(requestId: string): Promise<ExtensionInfo | undefined> {
    return (await this.database.manager.findOneBy(ExtensionRequest, { id: requestId })) ?? undefined;
  }

  difficulty(id: string): Promise<DifficultyInfo | undefined> {
    return this.database.one(
      sql`select id, kind, team_id as "teamId", commune_id as "communeId", task_id as "taskId", by_id as "byId", text,
        escalated_to as "escalatedTo", provider_id as "providerId", promised_on::text as "promisedOn",
        (select s.by_id from difficulty_steps s where s.difficulty_id = ${id} and s.kind = 'answered' order by s.at desc limit 1)
          as "answererId"
          from difficulties where id = ${id}`,
    );
  }

  knowHow(difficultyId: string): Promise<KnowHowInfo | undefined> {
    return this.database.one(
      sql`select k.difficulty_id as "difficultyId", k.title, k.commune_id as "communeId", k.indicator_code as "indicatorCode",
        d.team_id as "teamId" from know_how k join difficulties d on d.id = k.difficulty_id where k.difficulty_id = ${difficultyId} and k.withdrawn_at is null`,
    );
  }

  /** The last return's reasons and comment. */
  returned(taskId: string): Promise<{ reasons: string[]; comment: string | null; byId: string } | undefined> {
    return this.database.one(
      sql`select reasons, comment, by_id as "byId" from task_decisions where task_id = ${taskId} and kind = 'return'
        and undone_at is null order by at desc limit 1`,
    );
  }

  quickReport(entryId: string): Promise<QuickReportInfo | undefined> {
    return this.database.one(
      sql`select e.id as "entryId", e.team_id as "teamId", e.unit_id as "unitId", e.actor_id as "byId",
        e.happened_on as "happenedOn", l.value, e.receipt,
              case when d.id is not null then json_build_object('reasons', d.reasons, 'comment', d.comment) end as returned
         from progress_entries e join progress_lines l on l.entry_id = e.id and l.position = 0
         left join entry_decisions d on d.entry_id = e.id and d.kind = 'return' and d.undone_at is null where e.id = ${entryId}`,
    );
  }

  /** Undefined once it was corrected or taken back. */
  part(entryId: string): Promise<PartInfo | undefined> {
    return this.database.one(
      sql`select e.task_id as "taskId", e.actor_id as "byId", e.happened_on::text as "happenedOn", e.value, o.reported,
          coalesce(o.ids, '{}') as "otherIds"
        from counted_lines e
        cross join lateral (select sum(coalesce(l.confirmed_value, l.value))::int as reported,
            array_agg(distinct l.actor_id) filter (where l.actor_id <> e.actor_id) as ids
          from counted_lines l where l.task_id = e.task_id and l.position = 0) o
        where e.entry_id = ${entryId} and e.position = 0 and e.task_id is not null`,
    );
  }

  /** Which products both parts name, of which the first has them: their ids. */
  namedTwice(
    entryId: string,
    againId: string,
  ): Promise<{ firstById: string; againById: string; productIds: string[] } | undefined> {
    return this.database.one(
      sql`select e.actor_id as "firstById", a.actor_id as "againById", array_agg(p.product_id) as "productIds"
        from entry_products p join progress_entries a on a.id = p.entry_id join progress_entries e on e.id = p.first_entry_id
        where p.entry_id = ${againId} and p.first_entry_id = ${entryId} group by e.id, a.id`,
    );
  }

  /** What the part names that others had named before it, and who they are. */
  namedBefore(
    entryId: string,
  ): Promise<{ byId: string; taskId: string | null; firstByIds: string[]; productIds: string[] } | undefined> {
    return this.database.one(
      sql`select a.actor_id as "byId", a.task_id as "taskId", array_agg(distinct e.actor_id) as "firstByIds",
          array_agg(distinct p.product_id) as "productIds"
        from entry_products p join progress_entries a on a.id = p.entry_id join progress_entries e on e.id = p.first_entry_id
        where p.entry_id = ${entryId} and e.actor_id <> a.actor_id group by a.id`,
    );
  }

  /** Tasks with a request for more time that waits for its answer: nobody is chased meanwhile. */
  async withOpenExtension(taskIds: readonly string[]): Promise<Set<string>> {
    return new Set(
      (
        await this.database.rows<{ id: string }>(
          sql`select task_id as id from extension_requests where task_id = any(${taskIds}) and answered_at is null`,
        )
      ).map((row) => row.id),
    );
  }

  /** Unfinished orders of the same template with some of these teams. */
  similarOpen(unitId: string, templateCode: string, teamIds: readonly string[]): Promise<SimilarOrder[]> {
    return this.similar.open(unitId, templateCode, teamIds);
  }

  /** What an order for OCOP products asks of each commune, and whether it can; null for any other order. */
  productsOfOrder(order: Parameters<ProductsToList['ofTeams']>[0]): Promise<ProductsOfCommune[] | null> {
    return this.products.ofTeams(order);
  }

  async openTasksOf(teamIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await this.database.rows<{ id: string; n: number }>(
      sql`select team_id as id, count(*)::int as n from tasks where team_id = any(${teamIds})
        and state not in ('confirmed', 'cancelled') group by team_id`,
    );
    return new Map(rows.map((row) => [row.id, row.n]));
  }

  /** The last progress or answer of each team; teams without any are absent. */
  lastActivity(teamIds: readonly string[]): Promise<Map<string, Date>> {
    return lastActivity(this.database, teamIds);
  }

  /** These entries count for the commune in which their hamlet is today. */
  followHamlets(tx: Tx, entryIds: readonly string[]): Promise<void> {
    return execute(
      tx,
      sql`update progress_entries e set commune_id = c.ancestor_id from unit_closure c
        where e.id = any(${entryIds}::uuid[]) and c.descendant_id = e.unit_id and c.ancestor_kind = 'commune' and c.ancestor_id <> e.commune_id`,
    );
  }
}
