import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { ChannelId, DeliveryState } from '#contracts/enums';
import { MembershipApi } from '#modules/membership';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { Notification } from '../../deliver/inbox/notification.entity.ts';
import { wordMessage } from '../../plan/messages/index.ts';
import { notificationErrors } from '../../notifications.errors.ts';
import type { Message } from '../../plan/planning/message.entity.ts';
import { AssignmentPlace } from './assignment-place.ts';

type Trace = RouteAnswer<typeof routes.personTrace>;
type TeamMessages = RouteAnswer<typeof routes.teamMessages>;

interface TraceRow
  extends Pick<Message, 'kind' | 'params'>,
    Pick<Notification, 'messageId' | 'createdAt' | 'fetchedAt' | 'seenAt'> {
  steps: {
    channel: ChannelId;
    state: DeliveryState;
    attempts: number;
    costVnd: number;
    at: string;
    next: string | null;
    failure: string | null;
  }[];
}
interface TeamRow extends Pick<Message, 'id' | 'kind' | 'params' | 'createdAt'> {
  people: number;
  reached: number;
  seen: number;
  notSeen: string[];
}
const MESSAGES = 50;

/** What became of messages: to one person, and of one team's own. */
@Injectable()
export class ReadTraces {
  constructor(
    private readonly place: AssignmentPlace,
    private readonly scope: Scope,
    private readonly membership: MembershipApi,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws notification.personNotFound for somebody outside the reader's part of the order */
  async ofPerson(actor: Actor, assignmentId: string, personId: string): Promise<Trace> {
    const { unitIds } = await this.place.open(actor, 'assignment.read', assignmentId);
    const rows = await this.database.rows<TraceRow>(
      sql`select m.id as "messageId", m.kind, m.params, n.created_at as "createdAt", n.fetched_at as "fetchedAt",
        n.seen_at as "seenAt", coalesce((
          select json_agg(json_build_object('channel', d.channel, 'state', case when d.state = 'due' and c.state = 'claimed'
            and d.position < c.attempted then 'claimed'
              else d.state end, 'attempts', d.attempts, 'costVnd', d.cost_vnd, 'at', d.changed_at,
                   'next', coalesce(d.next_attempt_at, case
                     when d.state = 'due' then c.due_at end), 'failure', coalesce(d.failure_class || ' ' || d.failure_code,
                       d.failure_code)) order by d.chunk_id)
            from deliveries d join delivery_chunks c on c.id = d.chunk_id where d.message_id = m.id
              and d.person_id = n.person_id), '[]') as steps
         from messages m join notifications n on n.message_id = m.id and n.person_id = ${personId}
        where m.assignment_id = ${assignmentId} and (n.team_id is null or exists (
                select 1 from tasks t join unit_closure u on u.descendant_id = t.unit_id and u.ancestor_id = any(${unitIds})
                  where t.assignment_id = ${assignmentId} and t.team_id = n.team_id))
        order by m.id desc`,
    );
    if (rows.length === 0) throw notificationErrors.personNotFound();
    const iso = (at: string) => new Date(at).toISOString();
    return rows.map((row) => ({
      notificationId: row.messageId,
      kind: row.kind,
      title: wordMessage(row.kind, row.params, actor.language, this.clock.now()).title,
      createdAt: row.createdAt.toISOString(),
      fetchedAt: row.fetchedAt?.toISOString() ?? null,
      seenAt: row.seenAt?.toISOString() ?? null,
      steps: row.steps.map((step) => ({
        channel: step.channel,
        state: step.state,
        attempts: step.attempts,
        costVnd: step.costVnd,
        at: iso(step.at),
        nextAttemptAt: step.next && step.state === 'due' ? iso(step.next) : null,
        failure: step.failure,
      })),
    }));
  }

  /** "Tin Tổ đã gửi": what people of the team set off, and who of the team has not seen it. */
  async ofTeam(actor: Actor, teamId: string): Promise<TeamMessages> {
    const team = (await this.membership.teams([teamId])).get(teamId);
    if (!team) throw notificationErrors.teamNotFound();
    await this.scope.require(actor, 'task.answer', { unitId: team.unitId, teamId });
    const today = this.clock.today();
    const rows = await this.database.rows<TeamRow>(
      sql`select m.id, m.kind, m.params, m.created_at as "createdAt", count(*)::int as people, count(n.fetched_at)::int as reached,
        count(n.seen_at)::int as seen,
              coalesce(array_agg(n.person_id) filter (where n.seen_at is null), '{}') as "notSeen"
         from messages m join team_members_at(${today}::date) r on r.team_id = m.team_id join notifications n
           on n.message_id = m.id and n.person_id = r.person_id
        where m.team_id = ${teamId} and m.withdrawn_at is null
          and m.sender_id in (select person_id from team_members_at(${today}::date) where team_id = ${teamId})
        group by m.id order by m.id desc limit ${MESSAGES}`,
    );
    const people = await this.membership.people(rows.flatMap((row) => row.notSeen));
    return rows.map((row) => ({
      id: row.id,
      title: wordMessage(row.kind, row.params, actor.language, this.clock.now()).title,
      at: row.createdAt.toISOString(),
      people: row.people,
      reached: row.reached,
      seen: row.seen,
      notSeen: row.notSeen.flatMap((id) => people.get(id) ?? []),
    }));
  }
}
