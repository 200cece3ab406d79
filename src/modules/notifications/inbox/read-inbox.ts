import { Injectable } from '@nestjs/common';
import { validate as isId } from 'uuid';
import { type RouteAnswer, type RouteQuery, type routes } from '#contracts';
import type { ChannelId, DeliveryState, TeamRole } from '#contracts/enums';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { badCursor } from '#platform/http';
import { type MessageParams, wordMessage } from '../messages/index.ts';
import { word } from '../messages/word.ts';

type Page = RouteAnswer<typeof routes.inbox>;

interface EntryRow {
  message_id: string;
  kind: string;
  params: MessageParams;
  mandatory: boolean;
  team_id: string | null;
  task_id: string | null;
  assignment_id: string | null;
  session_id: string | null;
  directive_id: string | null;
  created_at: Date;
  fetched_at: Date | null;
  seen_at: Date | null;
  role: TeamRole | null;
  channel: ChannelId | null;
  state: DeliveryState | null;
  changed_at: Date | null;
}

/** The inbox newest first. Reading it is what delivers: the person's own client has it now. */
@Injectable()
export class ReadInbox {
  constructor(
    private readonly database: Database,
    private readonly membership: MembershipApi,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { cursor, limit, unseen }: RouteQuery<typeof routes.inbox>): Promise<Page> {
    if (cursor !== undefined && !isId(cursor)) throw badCursor();
    const rows = await this.entries(actor.personId, cursor ?? null, limit + 1, unseen ?? false);
    const shown = rows.slice(0, limit);
    await this.markFetched(
      actor.personId,
      shown.filter((row) => row.fetched_at === null).map((row) => row.message_id),
    );
    const { total, unseen: open, mandatory_open } = await this.counts(actor.personId);
    const [teams, citations] = await Promise.all([
      this.membership.teams(shown.flatMap((row) => row.team_id ?? [])),
      this.citations(shown),
    ]);
    return {
      items: shown.map((row) => this.entry(row, actor, teams.get(row.team_id ?? '')?.name ?? '', citations)),
      total,
      unseen: open,
      mandatoryOpen: mandatory_open,
      nextCursor: rows.length > limit ? (shown.at(-1)?.message_id ?? null) : null,
    };
  }

  private entries(personId: string, before: string | null, limit: number, onlyUnseen: boolean): Promise<EntryRow[]> {
    return this.database.rows<EntryRow>(
      sql`select n.message_id, m.kind, m.params, n.mandatory, n.team_id, n.task_id, m.assignment_id, m.session_id,
        a.directive_id, n.created_at, n.fetched_at, n.seen_at, d.channel, d.state, d.changed_at,
              (select r.role from team_members_at(${this.clock.today()}::date) r where r.team_id = n.team_id
                and r.person_id = n.person_id) as role
         from notifications n join messages m on m.id = n.message_id left join assignments a on a.id = m.assignment_id
         left join lateral (select channel, state, changed_at from deliveries d where d.message_id = n.message_id
           and d.person_id = n.person_id order by (state in ('sent', 'delivered')) desc, changed_at desc limit 1) d on true
        where n.person_id = ${personId} and (${before}::uuid is null or n.message_id < ${before}) and m.withdrawn_at is null
          and m.kind <> 'digest' and (not ${onlyUnseen}::boolean or n.seen_at is null)
        order by n.message_id desc limit ${limit}`,
    );
  }

  private async counts(personId: string): Promise<{ total: number; unseen: number; mandatory_open: number }> {
    const row = await this.database.one<{ total: number; unseen: number; mandatory_open: number }>(
      sql`select count(*)::int as total, count(*) filter (where n.seen_at is null)::int as unseen,
        count(*) filter (where n.mandatory and n.seen_at is null)::int as mandatory_open
         from notifications n join messages m on m.id = n.message_id where n.person_id = ${personId} and m.withdrawn_at is null
           and m.kind <> 'digest'`,
    );
    return row ?? { total: 0, unseen: 0, mandatory_open: 0 };
  }

  private async markFetched(personId: string, messageIds: string[]): Promise<void> {
    if (messageIds.length === 0) return;
    await this.database.rows(
      sql`update notifications set fetched_at = ${this.clock.now()} where person_id = ${personId}
        and message_id = any(${messageIds}) and fetched_at is null`,
    );
  }

  private async citations(rows: EntryRow[]): Promise<Map<string, string>> {
    const directives = await this.organization.directives([...new Set(rows.flatMap((row) => row.directive_id ?? []))]);
    return new Map([...directives].map(([id, { citation }]) => [id, citation]));
  }

  private entry(row: EntryRow, actor: Actor, team: string, citations: Map<string, string>): Page['items'][number] {
    const { title, body } = wordMessage(row.kind, row.params, actor.language, this.clock.now());
    return {
      id: row.message_id,
      kind: row.kind,
      mandatory: row.mandatory,
      title,
      body,
      taskId: row.task_id,
      assignmentId: row.assignment_id,
      sessionId: row.session_id,
      reportId: row.params.report?.id ?? null,
      difficultyId: row.params.difficultyId ?? null,
      at: row.created_at.toISOString(),
      fetchedAt: (row.fetched_at ?? this.clock.now()).toISOString(),
      seenAt: row.seen_at?.toISOString() ?? null,
      via:
        row.channel && row.state
          ? { channel: row.channel, state: row.state, at: row.changed_at?.toISOString() ?? null }
          : null,
      why: {
        post: row.role ? word(`post.${row.role}`, actor.language, { team }) : word('post.officer', actor.language),
        citation: citations.get(row.directive_id ?? '') ?? null,
      },
    };
  }
}
