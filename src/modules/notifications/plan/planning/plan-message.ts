/**
 * From an event to inbox entries and deliveries, in pages. Every page is one transaction that also moves the message's
 * cursor: a crash between pages resumes there, a replay finds everything done. Nothing is sent here.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { TeamRole } from '#contracts/enums';
import type { InvitationState } from '#contracts/training/training-states';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, execute, rowsOf, sql, sqlState, takeTurn, type Tx, violation } from '#platform/database';
import type { Occurrence } from '#platform/outbox';
import { traceParent } from '#platform/telemetry';
import { ChunkQueue, type OfferedChunk } from './chunk-queue.ts';
import type { Chase } from '../messages/facts/chase.entity.ts';
import {
  type Audience,
  definitionOf,
  type MessageDefinition,
  type MessageDraft,
  MessageFacts,
} from '../messages/index.ts';
import { ChannelOrderQueries } from './channel-order.ts';
import { digestDayOf } from './digest-day.ts';
import { actOf, heldBy } from './held-by-act.ts';
import type { Message } from './message.entity.ts';
import {
  digestPeople,
  invitedPeople,
  officersOfReform,
  namedPeople,
  oneTeam,
  pageQuery,
  type PageSource,
  teamsChased,
  teamsMoved,
  teamsOfAssignment,
  teamsOfChange,
  teamsUnderRule,
  teamsWithWork,
  toldPeople,
} from './page-sql.ts';

/** Teams per page: about 10,000 people, a few hundred milliseconds, a few megabytes. */
const PAGE_TEAMS = 2_000;
/** More than a page has. */
const PAGE_PEOPLE = 40_000;
/** Rows below which an index may not have been worth a plan. */
const SMALL_TABLE = 4_000;
/** Read by people of offices, or by whoever a session concerns. */
const notMembers: ReadonlySet<Audience['by']> = new Set([
  'people',
  'supporters-of-chased',
  'session',
  'digest',
  'reform-officers',
  'told',
]);
const FIRST = '00000000-0000-0000-0000-000000000000';
const dutyOf = {
  all: null,
  leaders: ['leader', 'deputy'] satisfies TeamRole[],
  seated: ['seated', 'waiting'] satisfies InvitationState[],
  nobody: [],
};

type MessageRow = Pick<Message, 'id' | 'kind' | 'holdUntil' | 'pageCursor' | 'plannedAt' | 'cancelledAt'>;
interface PageAnswer {
  teams: number;
  cursor: string | null;
  people: number;
  chunks: OfferedChunk[];
}

@Injectable()
export class PlanMessage {
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly database: Database,
    private readonly facts: MessageFacts,
    private readonly channelOrders: ChannelOrderQueries,
    private readonly queue: ChunkQueue,
    private readonly clock: Clock,
  ) {}

  /** Idempotent: the event's id is the message's. */
  async execute<P>(definition: MessageDefinition<P>, payload: P, occurrence: Occurrence): Promise<void> {
    const drafted = await definition.draft(payload, occurrence, this.facts);
    if (!drafted) return;
    const draft = heldBy(actOf(payload), drafted);
    await this.begin(definition, draft, occurrence);
    const audience = await this.resolve(draft.audience, occurrence.id);
    while (await this.page(occurrence.id, audience, draft)) {
      // Each turn is one page.
    }
  }

  private async begin<P>(
    definition: MessageDefinition<P>,
    draft: MessageDraft,
    { id, occurredAt }: Occurrence,
  ): Promise<void> {
    const hold = draft.holdUntil && draft.holdUntil > occurredAt ? draft.holdUntil : occurredAt;
    await this.database.rows(
      sql`insert into messages (id, kind, params, assignment_id, task_id, team_id, session_id, issuer_unit_id, sender_id,
        repeatable, to_members, hold_until, expires_at, created_at, subject, trace_parent)
       values (${id}, ${definition.kind}, ${draft.params}, ${draft.assignmentId ?? null}, ${draft.taskId ?? null},
         ${draft.teamId ?? null}, ${draft.sessionId ?? null}, ${draft.issuerUnitId ?? null}, ${draft.senderId ?? null},
           ${definition.repeatable}, ${!notMembers.has(draft.audience.by)},
             ${hold}, ${draft.expiresAt}, ${this.clock.now()}, ${draft.subject ?? null}, ${traceParent()})
       on conflict do nothing`,
    );
  }

  /** True while there is another page. */
  private async page(messageId: string, audience: Audience, draft: MessageDraft): Promise<boolean> {
    const answer = await this.database.alone(async (tx) => {
      // Two messages of one kind that are planned side by side would not see each other's entries.
      if (audience.by === 'session' && audience.once) await takeTurn(tx, [`invite ${audience.sessionId}`]);
      if (audience.by === 'moved-teams') await takeTurn(tx, [audience.subject]);
      const [message] = await rowsOf<MessageRow>(
        tx,
        sql`select id, kind, hold_until as "holdUntil", page_cursor as "pageCursor", planned_at as "plannedAt",
          cancelled_at as "cancelledAt" from messages where id = ${messageId} for update`,
      );
      if (!message || message.plannedAt || message.cancelledAt) return undefined;
      return this.writePage(tx, message, this.source(message, audience, draft));
    });
    if (!answer) return false;
    if (!answer.isLast) await this.refreshPlans();
    await this.queue.add(answer.chunks);
    return !answer.isLast;
  }

  private async writePage(
    tx: Tx,
    message: MessageRow,
    source: PageSource,
  ): Promise<{ chunks: OfferedChunk[]; isLast: boolean }> {
    const now = this.clock.now();
    const { teams, cursor, people, chunks } = await this.insertPage(tx, message, source, now);
    const isLast = teams < PAGE_TEAMS;
    await execute(
      tx,
      sql`with moved as (update messages set page_cursor = coalesce(${cursor}, page_cursor), people = people + ${people},
        planned_at = ${isLast ? now : null} where id = ${message.id})
       select pg_notify('live', ${JSON.stringify({ message: message.id })})`,
    );
    return { chunks: message.holdUntil <= now ? chunks : [], isLast };
  }

  /** Nearly always nobody of a page was told by an earlier one: only where somebody was, the page is written carefully. */
  private async insertPage(tx: Tx, message: MessageRow, source: PageSource, now: Date): Promise<PageAnswer> {
    const { mandatory = 'nobody', digest = false, changesChannel = false } = definitionOf(message.kind) ?? {};
    const settings = {
      message,
      now,
      digestOn: digest ? digestDayOf(this.clock, this.env) : null,
      channelOrder: await this.channelOrders.within(tx, PAGE_PEOPLE),
      changesChannel,
      mandatoryRoles: dutyOf[mandatory],
    };
    const insert = async (isRepeatSafe: boolean): Promise<PageAnswer> =>
      (await rowsOf<PageAnswer>(tx, pageQuery({ ...settings, isRepeatSafe }, source)))[0] as PageAnswer;
    await execute(tx, sql`savepoint page`);
    try {
      return await insert(false);
    } catch (error) {
      if (violation(error)?.state !== sqlState.unique) throw error;
      await execute(tx, sql`rollback to savepoint page`);
      return insert(true);
    }
  }

  /** Plans that PostgreSQL kept while these tables were small would read them whole now. */
  private async refreshPlans(): Promise<void> {
    const [small] = await this.database.rows(
      sql`select 1 from pg_class where oid = 'notifications'::regclass and reltuples < ${SMALL_TABLE}`,
    );
    if (small) await this.database.rows(sql`analyze notifications, delivery_rows, delivery_chunks`);
  }

  private source(message: MessageRow, audience: Audience, draft: MessageDraft): PageSource {
    const cursor = message.pageCursor || FIRST;
    const roles = 'roles' in audience ? (audience.roles ?? null) : null;
    const teams = { day: this.clock.today(), cursor, limit: PAGE_TEAMS, roles };
    switch (audience.by) {
      case 'assignment':
        return teamsOfAssignment(audience.assignmentId, teams);
      case 'change':
        return teamsOfChange(audience, teams);
      case 'chases':
        return teamsChased(message.id, teams);
      case 'open-work':
        return teamsWithWork(audience, teams);
      case 'team':
        return oneTeam(audience.teamId, draft.taskId ?? null, { ...teams, except: audience.except ?? null });
      case 'rule':
        return teamsUnderRule(audience, teams);
      case 'people':
        return namedPeople(audience, draft.taskId ?? null);
      case 'session':
        return invitedPeople(audience, message, cursor, PAGE_TEAMS);
      case 'moved-teams':
        return teamsMoved(audience, message.id, teams);
      case 'reform-officers':
        return officersOfReform(audience.reorganisationId, teams);
      case 'told':
        return toldPeople(audience.subject, teams);
      case 'digest':
        return digestPeople(audience.day, cursor, PAGE_TEAMS);
      case 'supporters-of-chased':
        throw new Error('resolved before');
    }
  }

  private async resolve(audience: Audience, eventId: string): Promise<Audience> {
    if (audience.by !== 'supporters-of-chased') return audience;
    const teams = await this.database.rows<Pick<Chase, 'teamId'>>(
      sql`select distinct team_id as "teamId" from chases where event_id = ${eventId}`,
    );
    return {
      by: 'people',
      personIds: await this.facts.supportersOf(teams.map(({ teamId }) => teamId)),
      teamId: null,
    };
  }
}
