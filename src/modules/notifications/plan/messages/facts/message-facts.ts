/** What messages tell of: read from the tables of tasks (read-only, by join) and through the modules' Apis. */
import { Injectable } from '@nestjs/common';
import { type Action, actions } from '#contracts/actions';
import { teamRoles } from '#contracts/enums';
import { listedProducts } from '#contracts/organization/ocop';
import {
  BusyWordsApi,
  DataRequestsApi,
  HandoversApi,
  MembershipApi,
  membershipSql,
  NumbersApi,
  SendRequestsApi,
  TeamGroupsApi,
} from '#modules/membership';
import { OrganizationApi, ReorganisationsApi, RuleNews } from '#modules/organization';
import { FormsApi, ReportingApi } from '#modules/reporting';
import { ChangeFacts, TasksApi } from '#modules/tasks';
import { TrainingApi } from '#modules/training';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { endOfDay } from '#i18n';
import type { Chase } from './chase.entity.ts';
import { LogQuestions } from './log-questions.ts';
import { ReportAudience } from './report-audience.ts';
import { teamTitle } from './team-title.ts';

export interface AssignmentFacts {
  id: string;
  title: string;
  work: string;
  issuerUnitId: string;
  issuer: string;
  issuedBy: string;
  issuedAt: Date;
  dueOn: string;
  replyByOn: string;
  directiveId: string;
  indicatorCode: string;
  /** Of every team; null where they differ. */
  target: number | null;
  urgent: boolean;
  unit: string;
  unitEn: string;
  holdUntil: Date;
  cancelledAt: Date | null;
  cancelReason: string | null;
}

export interface TaskFacts {
  id: string;
  assignmentId: string;
  teamId: string;
  communeId: string;
  title: string;
  issuerUnitId: string;
  dueOn: string;
  target: number;
  state: string;
  doerId: string | null;
  team: string;
}

@Injectable()
export class MessageFacts {
  // oxlint-disable-next-line max-params -- messages read through it what any module tells: one for each
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    readonly reforms: ReorganisationsApi,
    readonly groups: TeamGroupsApi,
    readonly tasks: TasksApi,
    readonly changes: ChangeFacts,
    readonly training: TrainingApi,
    readonly reporting: ReportingApi,
    readonly forms: FormsApi,
    readonly numbers: NumbersApi,
    readonly busyWords: BusyWordsApi,
    readonly handovers: HandoversApi,
    readonly reportAudience: ReportAudience,
    readonly logQuestions: LogQuestions,
    readonly rules: RuleNews,
    readonly sends: SendRequestsApi,
    readonly dataRequests: DataRequestsApi,
    private readonly clock: Clock,
  ) {}

  async assignment(id: string): Promise<AssignmentFacts | undefined> {
    const order = await this.database.one<Omit<AssignmentFacts, 'issuer'>>(
      sql`select a.id, a.title, a.work, a.issuer_unit_id as "issuerUnitId",
        a.issued_by as "issuedBy", a.issued_at as "issuedAt", a.due_on as "dueOn", a.reply_by_on as "replyByOn",
        a.directive_id as "directiveId", a.indicator_code as "indicatorCode", a.indicator->>'unit' as unit, a.indicator->>'unitEn' as "unitEn",
        (select case when min(t.target) = max(t.target) then min(t.target) end from tasks t
          where t.assignment_id = a.id and t.team_id is not null) as target,
        a.priority = 'urgent' as urgent, greatest(a.recall_until, a.send_at) as "holdUntil", a.cancelled_at as "cancelledAt", a.cancel_reason as "cancelReason"
         from assignments a where a.id = ${id}`,
    );
    return order && { ...order, issuer: await this.unitName(order.issuerUnitId) };
  }

  /** "Công văn 577/STTTT-CNTT ngày 28/3/2022" */
  async citation(directiveId: string): Promise<string | undefined> {
    return (await this.organization.directives([directiveId])).get(directiveId)?.citation;
  }

  /** A team's task; undefined for tasks of units and providers. */
  async task(id: string): Promise<TaskFacts | undefined> {
    const row = await this.database.one<Omit<TaskFacts, 'team'>>(
      sql`select t.id, t.assignment_id as "assignmentId", t.team_id as "teamId", t.commune_id as "communeId", a.title,
        a.issuer_unit_id as "issuerUnitId", t.due_on as "dueOn", t.target, t.state, t.doer_id as "doerId"
         from tasks t join assignments a on a.id = t.assignment_id where t.id = ${id} and t.team_id is not null`,
    );
    return row && { ...row, team: await this.teamName(row.teamId) };
  }

  cardReport(id: string) {
    return this.membership.cardReport(id);
  }

  /** The team's leader, else the officers who support it. */
  async whoLeads(teamId: string, exceptId: string): Promise<string[]> {
    const team = (await this.membership.teams([teamId])).get(teamId);
    const leader = (await this.membership.leadersOf([teamId])).get(teamId);
    if (leader && leader.id !== exceptId) return [leader.id];
    return team ? this.committeeFor(teamId, team.communeId ?? team.unitId, exceptId) : [];
  }

  /** "Tổ Thôn 1" */
  async teamName(teamId: string): Promise<string> {
    const team = (await this.membership.teams([teamId])).get(teamId);
    return team ? teamTitle(team.name) : '';
  }

  /** "Tổ Thôn Tân Minh", "Tổ Thôn 3, Tổ Thôn 4", and the day from which it is so. */
  async mergedTeams(teamId: string, earlierIds: readonly string[], reorganisationId: string) {
    const [merger] = await this.reforms.appliedMergers(reorganisationId);
    return this.teamOf(teamId, earlierIds, merger?.onDate);
  }

  /** "Tổ Thôn 9A", "Tổ Thôn 9", and the day from which it is so. */
  async splitTeam(teamId: string, earlierId: string, reorganisationId: string) {
    const [split] = await this.reforms.appliedSplits(reorganisationId);
    return this.teamOf(teamId, [earlierId], split?.onDate);
  }

  private async teamOf(teamId: string, earlierIds: readonly string[], since: string | undefined) {
    const names = await this.membership.teamNames(earlierIds);
    const earlier = earlierIds.map((id) => teamTitle(names.get(id) ?? '')).join(', ');
    return { team: await this.teamName(teamId), earlier, since };
  }

  /** One that has ended is called as it was. */
  async unitName(unitId: string): Promise<string> {
    return (await this.organization.unitRef(unitId))?.fullName ?? '';
  }

  /** As it is called on that day; before it began and after it ended, as it is or was called then. */
  async unitNameOn(unitId: string, day: string): Promise<string> {
    return (await this.organization.unitRef(unitId, day))?.fullName ?? '';
  }

  /** Who holds a post of the unit itself with this right. */
  async officersAt(unitId: string, action: Action): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct p.person_id as id from ${membershipSql.posts} p where p.unit_id = ${unitId}
        and p.role = any(${actions[action]}::text[]) and p.validity @> ${this.clock.today()}::date`,
    );
    return rows.map(({ id }) => id);
  }

  /** Who looks after the whole installation. */
  async administrators(): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct p.person_id as id from ${membershipSql.posts} p where p.role = 'admin' and p.validity @> ${this.clock.today()}::date
        and not exists (select 1 from unit_closure c where c.descendant_id = p.unit_id and c.ancestor_id <> p.unit_id)`,
    );
    return rows.map(({ id }) => id);
  }

  /** Who holds a post with this right at the nearest unit above that has such a post. */
  async officersOver(unitId: string, action: Action): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`with holders as (
          select p.person_id as id, min(c.depth) as depth from unit_closure c
            join ${membershipSql.posts} p on p.unit_id = c.ancestor_id and p.role = any(${actions[action]}::text[])
              and p.validity @> ${this.clock.today()}::date
           where c.descendant_id = ${unitId} and c.depth > 0 group by 1)
        select id from holders where depth = (select min(depth) from holders)`,
    );
    return rows.map(({ id }) => id);
  }

  /** A company's people who work where the unit is. */
  async companyAt(providerId: string, unitId: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct t.person_id as id from trainers_at(${this.clock.today()}) t
        join unit_closure c on c.ancestor_id = t.unit_id and c.descendant_id = ${unitId} where t.provider_id = ${providerId}`,
    );
    return rows.map(({ id }) => id);
  }

  /** Those of the people who have a message of this subject. */
  async toldOf(subject: string, personIds: readonly string[]): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct n.person_id as id from messages m join notifications n on n.message_id = m.id
        where m.subject = ${subject} and n.person_id = any(${personIds}::uuid[])`,
    );
    return rows.map(({ id }) => id);
  }

  async personName(id: string | null): Promise<string> {
    return id ? ((await this.membership.people([id])).get(id)?.fullName ?? '') : '';
  }

  /** Their work is at a computer, in the console. */
  async holdsOffice(personId: string): Promise<boolean> {
    const [found] = await this.membership.recipients([personId]);
    return found !== undefined && !teamRoles.some((role) => role === found.role);
  }

  /** What the register says of an order for products, where it goes to one commune. */
  async productsOf({
    id,
    indicatorCode,
  }: AssignmentFacts): Promise<{ registered: number; missing: number } | undefined> {
    if (indicatorCode !== listedProducts) return undefined;
    const communes = await this.database.rows<{ id: string }>(
      sql`select distinct commune_id as id from tasks where assignment_id = ${id} limit 2`,
    );
    const [commune, other] = communes;
    return commune && !other ? (await this.organization.ocopCounts([commune.id])).get(commune.id) : undefined;
  }

  /** "Miến gạo, Mật ong" */
  async productNames(ids: readonly string[]): Promise<string> {
    return [...(await this.organization.productNames(ids)).values()].join(', ');
  }

  /** Each once. */
  async supportersOf(teamIds: readonly string[]): Promise<string[]> {
    const supporters = await this.membership.supportersOf(teamIds);
    return [...new Set([...supporters.values()].flat().map(({ id }) => id))];
  }

  /** All of it, each once. */
  async committeeOf(communeId: string): Promise<string[]> {
    return [...new Set((await this.membership.committeeOf(communeId)).map(({ personId }) => personId))];
  }

  /** Supporters first; where a team has none, the commune's committee. The person who acted is not told. */
  async committeeFor(teamId: string, communeId: string, actorId: string | null): Promise<string[]> {
    const supporters = (await this.membership.supportersOf([teamId])).get(teamId) ?? [];
    const ids = supporters.length > 0 ? supporters.map(({ id }) => id) : await this.committeeOf(communeId);
    return ids.filter((id) => id !== actorId);
  }

  /** Names of the teams chased under an event, at most `limit`, and their number. */
  async chased(eventId: string, limit: number): Promise<{ names: string[]; count: number }> {
    const rows = await this.database.rows<Pick<Chase, 'teamId'>>(
      sql`select distinct team_id as "teamId" from chases where event_id = ${eventId}`,
    );
    const teams = await this.membership.teams(rows.slice(0, limit).map(({ teamId }) => teamId));
    return { names: [...teams.values()].map(({ name }) => name), count: rows.length };
  }

  /** The end of a task's last day: later it is no use to push it. */
  endOf(dueOn: string): Date {
    return new Date(endOfDay(dueOn));
  }
}
