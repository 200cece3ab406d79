import { Injectable } from '@nestjs/common';
import { validate as isId } from 'uuid';
import { type RouteAnswer, type RouteQuery, type routes } from '#contracts';
import type { ChannelId, DeliveryState, TeamRole } from '#contracts/enums';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { ChangeFacts, type OwnChange } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, prepared, short, sql } from '#platform/database';
import { badCursor } from '#platform/http';
import { hasOwnChanges, wordMessage, wordShort, withOwn } from '../../plan/messages/index.ts';
import { word } from '../../plan/messages/words/word.ts';
import type { Message } from '../../plan/planning/message.entity.ts';
import { InboxQuestions } from './inbox-questions.ts';
import type { Notification } from './notification.entity.ts';

type Page = RouteAnswer<typeof routes.inbox>;

interface EntryRow
  extends Pick<Notification, 'messageId' | 'mandatory' | 'teamId' | 'taskId' | 'createdAt' | 'fetchedAt' | 'seenAt'>,
    Pick<Message, 'kind' | 'params' | 'assignmentId' | 'sessionId'> {
  directiveId: string | null;
  /** Of the team's task. */
  ownTarget: number | null;
  /** What a version of the order changed for it. */
  changed?: OwnChange | undefined;
  role: TeamRole | null;
  channel: ChannelId | null;
  state: DeliveryState | null;
  changedAt: Date | null;
}

/** The inbox newest first. Reading it is what delivers: the person's own client has it now. */
@Injectable()
export class ReadInbox {
  constructor(
    private readonly database: Database,
    private readonly membership: MembershipApi,
    private readonly organization: OrganizationApi,
    private readonly changes: ChangeFacts,
    private readonly questions: InboxQuestions,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, { cursor, limit, unseen }: RouteQuery<typeof routes.inbox>): Promise<Page> {
    if (cursor !== undefined && !isId(cursor)) throw badCursor();
    const rows = await this.entries(actor.personId, cursor ?? null, limit + 1, unseen ?? false);
    const shown = rows.slice(0, limit);
    const fresh = shown.filter((row) => row.fetchedAt === null).map((row) => row.messageId);
    const [{ total, unseen: open, mandatoryOpen }, teams, citations, asked] = await Promise.all([
      this.counts(actor.personId),
      this.membership.teamNames(shown.flatMap((row) => row.teamId ?? [])),
      this.citations(shown),
      this.questions.of(shown),
      this.addChanges(shown),
      this.markFetched(actor.personId, fresh),
    ]);
    return {
      items: shown.map((row) => ({
        ...this.entry(row, actor, teams.get(row.teamId ?? '') ?? '', citations),
        ...asked(row),
      })),
      total,
      unseen: open,
      mandatoryOpen,
      nextCursor: rows.length > limit ? (shown.at(-1)?.messageId ?? null) : null,
    };
  }

  private entries(personId: string, before: string | null, limit: number, onlyUnseen: boolean): Promise<EntryRow[]> {
    return this.database.rows<EntryRow>(
      prepared(
        'inbox-entries',
        sql`select n.message_id as "messageId", m.kind, m.params, n.mandatory, n.team_id as "teamId", n.task_id as "taskId",
        m.assignment_id as "assignmentId", m.session_id as "sessionId", a.directive_id as "directiveId",
        (select t.target from tasks t where t.id = n.task_id) as "ownTarget",
        n.created_at as "createdAt", n.fetched_at as "fetchedAt", n.seen_at as "seenAt", d.channel, d.state,
        d.changed_at as "changedAt",
              (select r.role from team_members_at(${this.clock.today()}::date) r where r.team_id = n.team_id
                and r.person_id = n.person_id) as role
         from notifications n join messages m on m.id = n.message_id left join assignments a on a.id = m.assignment_id
         left join lateral (select channel, state, changed_at from deliveries d where d.message_id = n.message_id
           and d.person_id = n.person_id order by (state in ('sent', 'delivered')) desc, changed_at desc limit 1) d on true
        where n.person_id = ${personId} and (${before}::uuid is null or n.message_id < ${before}) and m.withdrawn_at is null
          and m.kind <> 'digest' and (not ${onlyUnseen}::boolean or n.seen_at is null)
        order by n.message_id desc limit ${limit}`,
      ),
    );
  }

  private async counts(personId: string): Promise<{ total: number; unseen: number; mandatoryOpen: number }> {
    const row = await this.database.one<{ total: number; unseen: number; mandatoryOpen: number }>(
      prepared(
        'inbox-counts',
        sql`select count(*)::int as total, count(*) filter (where n.seen_at is null)::int as unseen,
        count(*) filter (where n.mandatory and n.seen_at is null)::int as "mandatoryOpen"
         from notifications n join messages m on m.id = n.message_id where n.person_id = ${personId} and m.withdrawn_at is null
           and m.kind <> 'digest'`,
      ),
    );
    return row ?? { total: 0, unseen: 0, mandatoryOpen: 0 };
  }

  private async markFetched(personId: string, messageIds: string[]): Promise<void> {
    if (messageIds.length === 0) return;
    await this.database.rows(
      short(
        sql`update notifications set fetched_at = ${this.clock.now()} where person_id = ${personId}
        and message_id = any(${messageIds}) and fetched_at is null`,
      ),
    );
  }

  /** Few of a page tell of an order that was changed differently for its teams. */
  private async addChanges(rows: readonly EntryRow[]): Promise<void> {
    for (const row of rows.filter(({ kind, params }) => hasOwnChanges(kind, params)))
      if (row.taskId) row.changed = (await this.changes.own(row.params.version ?? 0, [row.taskId])).get(row.taskId);
  }

  private async citations(rows: EntryRow[]): Promise<Map<string, string>> {
    const directives = await this.organization.directives([...new Set(rows.flatMap((row) => row.directiveId ?? []))]);
    return new Map([...directives].map(([id, { citation }]) => [id, citation]));
  }

  private entry(row: EntryRow, actor: Actor, team: string, citations: Map<string, string>): Page['items'][number] {
    const params = withOwn(row.kind, row.params, { target: row.ownTarget, changed: row.changed });
    const { title, body } = wordMessage(row.kind, params, actor.language, this.clock.now());
    return {
      id: row.messageId,
      kind: row.kind,
      mandatory: row.mandatory,
      title,
      short: wordShort(row.kind, params, actor.language, this.clock.now()),
      body,
      taskId: row.taskId,
      assignmentId: row.assignmentId,
      sessionId: row.sessionId,
      reportId: row.params.report?.id ?? null,
      difficultyId: row.params.difficultyId ?? null,
      page: row.params.page ?? null,
      moved: movedOf(row),
      at: row.createdAt.toISOString(),
      fetchedAt: (row.fetchedAt ?? this.clock.now()).toISOString(),
      seenAt: row.seenAt?.toISOString() ?? null,
      via:
        row.channel && row.state
          ? { channel: row.channel, state: row.state, at: row.changedAt?.toISOString() ?? null }
          : null,
      why: {
        post: row.role ? word(`post.${row.role}`, actor.language, { team }) : word('post.officer', actor.language),
        citation: citations.get(row.directiveId ?? '') ?? null,
      },
    };
  }
}

function movedOf({ kind, params }: EntryRow): Page['items'][number]['moved'] {
  const { name = '', title = '', until, actor, basis } = params;
  if (kind !== 'unitMoved' || !until) return null;
  return { from: name, to: title, on: until, ask: actor ?? null, citation: basis ?? null };
}
