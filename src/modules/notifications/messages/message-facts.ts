/** What messages tell of: read from the tables of tasks (read-only, by join) and through the modules' Apis. */
import { Injectable } from '@nestjs/common';
import { MembershipApi, type TeamGroupsApi } from '#modules/membership';
import type { ReportingApi } from '#modules/reporting';
import type { TasksApi } from '#modules/tasks';
import type { TrainingApi } from '#modules/training';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { endOfDay } from '#i18n';
import { MessageSources } from './message-sources.ts';
import { ReportAudience } from './report-audience.ts';
import { teamTitle } from './word.ts';

export interface AssignmentFacts {
  id: string;
  title: string;
  work: string;
  issuer_unit_id: string;
  issuer: string;
  issued_by: string;
  issued_at: Date;
  due_on: string;
  reply_by_on: string;
  hold_until: Date;
  cancelled_at: Date | null;
  cancel_reason: string | null;
}

export interface TaskFacts {
  id: string;
  assignment_id: string;
  team_id: string;
  commune_id: string;
  title: string;
  issuer_unit_id: string;
  due_on: string;
  target: number;
  state: string;
  doer_id: string | null;
  team: string;
}

@Injectable()
export class MessageFacts {
  readonly groups: TeamGroupsApi;
  readonly tasks: TasksApi;
  readonly training: TrainingApi;
  readonly reporting: ReportingApi;

  constructor(
    private readonly database: Database,
    private readonly membership: MembershipApi,
    sources: MessageSources,
    readonly reportAudience: ReportAudience,
    private readonly clock: Clock,
  ) {
    this.groups = sources.groups;
    this.tasks = sources.tasks;
    this.training = sources.training;
    this.reporting = sources.reporting;
  }

  assignment(id: string): Promise<AssignmentFacts | undefined> {
    return this.database.one<AssignmentFacts>(
      sql`select a.id, a.title, a.work, a.issuer_unit_id, coalesce(u.full_name, '') as issuer, a.issued_by, a.issued_at,
        a.due_on, a.reply_by_on,
              greatest(a.recall_until, a.send_at) as hold_until, a.cancelled_at, a.cancel_reason
         from assignments a left join units_at(${this.clock.today()}) u on u.id = a.issuer_unit_id where a.id = ${id}`,
    );
  }

  /** A team's task; undefined for tasks of units and providers. */
  async task(id: string): Promise<TaskFacts | undefined> {
    const row = await this.database.one<Omit<TaskFacts, 'team'>>(
      sql`select t.id, t.assignment_id, t.team_id, t.commune_id, a.title, a.issuer_unit_id, t.due_on, t.target, t.state, t.doer_id
         from tasks t join assignments a on a.id = t.assignment_id where t.id = ${id} and t.team_id is not null`,
    );
    return row && { ...row, team: await this.teamName(row.team_id) };
  }

  /** "Tổ Thôn 1" */
  async teamName(teamId: string): Promise<string> {
    const team = (await this.membership.teams([teamId])).get(teamId);
    return team ? teamTitle(team.name) : '';
  }

  async personName(id: string | null): Promise<string> {
    return id ? ((await this.membership.people([id])).get(id)?.fullName ?? '') : '';
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
    const rows = await this.database.rows<{ team_id: string }>(
      sql`select distinct team_id from chases where event_id = ${eventId}`,
    );
    const teams = await this.membership.teams(rows.slice(0, limit).map(({ team_id }) => team_id));
    return { names: [...teams.values()].map(({ name }) => name), count: rows.length };
  }

  /** The end of a task's last day: later it is no use to push it. */
  endOf(dueOn: string): Date {
    return new Date(endOfDay(dueOn));
  }
}
