/**
 * Who has heard of an order, counted per team by its leader and deputies: fragments that the sums and the pages share. Each
 * team is looked up by itself: of a fresh order statistics know nothing, and joins of whole sets would be taken for joins of
 * one row.
 */
import type { TaskState } from '#contracts/tasks/task-states';
import { communeOn, organizationSql } from '#modules/organization';
import { membershipSql } from '#modules/membership';
import { type Sql, sql } from '#platform/database';

/** Teams of an order that a reader may see, or some of them. */
export interface Place {
  assignmentId: string;
  /** The units of the reader's posts. */
  unitIds: readonly string[];
  communeId?: string | undefined;
  teamId?: string | undefined;
  /** The day whose communes are meant; without one today, or the last day of a commune that has ended. */
  day?: string | undefined;
}

/** What is looked up beside the tasks: the messages by which teams hear of the order, and today. */
export interface Heard {
  messages: readonly string[];
  today: string;
}

/** Today, or a day on which the commune that is asked for stood. */
const dayOf = ({ communeId, day }: Place, today: string): Sql =>
  communeId && !day
    ? sql`coalesce((select least(${today}::date, upper(e.validity) - 1) from ${organizationSql.units} e where e.id = ${communeId}), ${today}::date)`
    : sql`${day ?? today}::date`;

/**
 * Their tasks: `visible`, each with its commune by one tree, also of what was confirmed before a reform.
 * @param states null: whatever their state
 */
export const visibleTasks = (place: Place, today: string, states: readonly TaskState[] | null = null): Sql => sql`
  placed as materialized (
    select t.id, t.assignment_id, t.team_id, t.state, t.state_since, t.reply_by_on, t.target,
           coalesce(${communeOn(sql`t.unit_id`, dayOf(place, today))}, t.commune_id) as commune_id
      from tasks t
     where t.assignment_id = ${place.assignmentId} and t.team_id is not null
       and (${place.teamId ?? null}::uuid is null or t.team_id = ${place.teamId ?? null}::uuid)
       and (${states}::text[] is null or t.state = any(${states}::text[]))
       and exists (select 1 from unit_closure c where c.descendant_id = t.unit_id and c.ancestor_id = any(${place.unitIds}::uuid[]))),
  visible as materialized (
    select * from placed where ${place.communeId ?? null}::uuid is null or commune_id = ${place.communeId ?? null}::uuid)`;

/** Ids grow with time: a person's entries from before the order are not read. */
const first = (messages: readonly string[]): string | null => messages.toSorted()[0] ?? null;

/**
 * Of a team `v`: when it was reached and has seen, and by what. The inbox is delivered when the client fetched it; a call
 * counts as both. An order may have hundreds of messages (each reminder is one) of which a person got a few: those are found
 * among the person's entries, not looked up one by one.
 * @param only which teams are looked up; the others have nulls
 */
export const lookUp = ({ messages, today }: Heard, only: Sql = sql`true`): Sql => sql`
  lateral (
    select least(min(n.fetched_at), min(d.delivered_at), min(c.at)) as reached_at, least(min(n.seen_at), min(c.at)) as seen_at,
           min(c.at) as told_at, min(n.fetched_at) is not null as fetched, min(d.channel) as channel
      from (select person_id from team_members_at(${today}::date)
             where team_id = v.team_id and role in ('leader', 'deputy') and ${only} offset 0) m
     cross join lateral (
           select e.message_id, e.fetched_at, e.seen_at
             from (select message_id, fetched_at, seen_at from notifications
                    where person_id = m.person_id and message_id >= ${first(messages)}::uuid offset 0) e
            where e.message_id = any(${messages}::uuid[])
           union all select null, null, null) n
     cross join lateral (
           select min(changed_at) filter (where state = 'delivered') as delivered_at,
                  min(channel) filter (where state in ('due', 'sent', 'delivered')) as channel
             from deliveries where message_id = n.message_id and person_id = m.person_id) d
     cross join lateral (
           select min(at) as at from call_notes where assignment_id = v.assignment_id and person_id = m.person_id) c)`;

/** Who has answered has heard, whatever became of the message. */
const unanswered = sql`v.state in ('assigned', 'cancelled')`;

/** What the committee sees of each team: `heard`, the visible ones with `shown` (its answer, or that it has not heard, or which of the two kinds of silence) and `since` when. */
export const heardTeams = (heard: Heard): Sql => sql`
  heard as materialized (
    select v.*, ${heard.today}::date as today, h.reached_at, h.seen_at, h.told_at,
           case when v.state = 'accepted' then 'doing' when v.state <> 'assigned' then v.state
             when h.seen_at is not null then 'not_answered' when h.reached_at is not null then 'not_seen'
             else 'not_delivered' end as shown,
           case when v.state = 'assigned' then coalesce(h.seen_at, h.reached_at, v.state_since) else v.state_since end as since
      from visible v cross join ${lookUp(heard, unanswered)} h)`;

/** Of a team `v`: whether anybody who answers for it is signed in somewhere, when it was reminded and put on the call list. */
export const chasedOf = (today: string, now: Date): Sql => sql`
  lateral (
    select s.has_session, r.reminded_at, r.listed_at
      from (select coalesce(bool_or(k.has_session), false) as has_session
              from (select person_id from team_members_at(${today}::date)
                     where team_id = v.team_id and role in ('leader', 'deputy') offset 0) m
             cross join lateral (select has_session from contactable_at(${now}) where person_id = m.person_id offset 0) k) s
     cross join (
           select max(at) filter (where step in ('manual', 'remind')) as reminded_at,
                  max(at) filter (where step = 'call_list') as listed_at
             from chases where assignment_id = v.assignment_id and team_id = v.team_id and task_id = v.id) r)`;

/** Until when the leader or a deputy of a team has said that they cannot work, as a text; null where nobody has: the team is not silent. */
export const busyUntil = (teamId: Sql, today: string): Sql => sql`(
  select max(b.until_on)::text from (
    select person_id from team_members_at(${today}::date)
     where team_id = ${teamId} and role in ('leader', 'deputy') offset 0) m
   join ${membershipSql.busyWords} b on b.person_id = m.person_id and b.until_on >= ${today}::date)`;
