/**
 * One page of planning as one statement: people of the page's teams, their inbox entries, their deliveries and the
 * chunks of these. The database does the work where the rows are; a repeated page adds nothing.
 */
import { membersOf, membershipSql } from '#modules/membership';
import { organizationSql, touchedUnits } from '#modules/organization';
import { tasksSql } from '#modules/tasks';
import { trainingSql } from '#modules/training';
import type { TeamRole } from '#contracts/enums';
import { empty, type Sql, sql } from '#platform/database';
import type { Audience } from '../messages/message-definition.ts';
import { foldedChunksOf } from './chunk-sql.ts';
import type { ChannelOrder } from './channel-order.ts';
import type { Message } from './message.entity.ts';
import { routesOf } from './route-sql.ts';

export interface PageSettings {
  message: Pick<Message, 'id' | 'kind' | 'holdUntil'>;
  now: Date;
  /** Null: a duty for everybody. */
  mandatoryRoles: readonly string[] | null;
  channelOrder: ChannelOrder;
  /** Who was called by a channel before is called by another one now. */
  changesChannel: boolean;
  /** The day with whose digest it goes out; null: at once, by a channel. */
  digestOn: string | null;
  /** People of the page may have been told by an earlier one: slower, and needed for few pages. */
  isRepeatSafe: boolean;
}

/** Where a page's people come from: CTEs `page(team_id, task_id)` and `audience(person_id, team_id, task_id, role)`. */
export type PageSource = Sql;

/** Teams of a day, from the one after the cursor. */
export interface TeamPage {
  day: string;
  cursor: string;
  limit: number;
  /** Null: all members. */
  roles: readonly TeamRole[] | null;
}

const members = (day: string, roles: readonly TeamRole[] | null, except: string | null = null): Sql => sql`
  audience as (
    select x.person_id, x.team_id, x.task_id, x.role from (
      select m.person_id, p.team_id, p.task_id, m.role
        from page p full join ${membersOf(sql`(select array_agg(team_id) from page)::uuid[]`, day)} m on m.team_id = p.team_id offset 0) x
     where x.person_id is not null and (${roles}::text[] is null or x.role = any(${roles}::text[]))${except === null ? empty : sql` and x.person_id <> ${except}::uuid`})`;

export function teamsOfAssignment(assignmentId: string, { day, cursor, limit, roles }: TeamPage): PageSource {
  return sql`page as materialized (
      select team_id, id as task_id from tasks
       where assignment_id = ${assignmentId} and assignee_kind = 'team' and assignee_id > ${cursor}::uuid
       order by assignee_id limit ${limit}),${members(day, roles)}`;
}

/** Those for whom this version of the order is something of this kind. */
export function teamsOfChange(
  { assignmentId, version, kind }: Extract<Audience, { by: 'change' }>,
  { day, cursor, limit, roles }: TeamPage,
): PageSource {
  return sql`page as materialized (
      select team_id, task_id from ${tasksSql.taskChanges} c
       where assignment_id = ${assignmentId} and version = ${version}::int and kind = ${kind} and team_id > ${cursor}::uuid
       order by team_id limit ${limit}),${members(day, roles)}`;
}

export function teamsChased(eventId: string, { day, cursor, limit, roles }: TeamPage): PageSource {
  return sql`page as materialized (
      select distinct team_id, task_id from chases where event_id = ${eventId} and team_id > ${cursor}::uuid
       order by team_id limit ${limit}),${members(day, roles)}`;
}

/** Teams of the district, or of the province without one, with open work of the indicator; each with one task of it. */
export function teamsWithWork(
  { communeId, indicatorCode, except }: Extract<Audience, { by: 'open-work' }>,
  { day, cursor, limit, roles }: TeamPage,
): PageSource {
  return sql`page as materialized (
      select distinct on (t.team_id) t.team_id, t.id as task_id
        from (select u.ancestor_id from unit_closure u where u.descendant_id = ${communeId}::uuid
                 and u.ancestor_kind in ('district', 'province') order by u.depth limit 1) top
        join unit_closure c on c.ancestor_id = top.ancestor_id
       cross join lateral (
             select id, team_id, assignment_id from tasks
              where unit_id = c.descendant_id and state in ('assigned', 'accepted', 'returned')
                and team_id > ${cursor}::uuid and team_id <> ${except}::uuid offset 0) t
        join assignments a on a.id = t.assignment_id and a.indicator_code = ${indicatorCode}
       order by t.team_id, t.id limit ${limit}),${members(day, roles)}`;
}

export function oneTeam(
  teamId: string,
  taskId: string | null,
  { day, roles, except }: Pick<TeamPage, 'day' | 'roles'> & { except: string | null },
): PageSource {
  return sql`page as materialized (select ${teamId}::uuid as team_id, ${taskId}::uuid as task_id),${members(day, roles, except)}`;
}

/** Those who have it as officers already do not get it again for their team. */
export function teamsUnderRule(
  { place, exceptIds, told }: Extract<Audience, { by: 'rule' }>,
  { cursor, limit, roles }: TeamPage,
): PageSource {
  return sql`page as materialized (
      select t.id as team_id, null::uuid as task_id from ${touchedUnits(place)} u
       cross join lateral (select n.id from ${membershipSql.teams} n
         where n.unit_id = u.id and n.status <> 'draft' and n.validity @> ${place.day}::date offset 0) t
       where t.id > ${cursor}::uuid order by t.id limit ${limit}),
    audience as (
      select m.person_id, p.team_id, p.task_id, m.role
        from page p cross join lateral (
             select person_id, role from team_members_at(${place.day}::date) where team_id = p.team_id offset 0) m
       where m.role = any(${roles}::text[]) and m.person_id <> all(${exceptIds}::uuid[])
         and (${told ?? null}::text is null or exists (
           select 1 from messages s join notifications n on n.message_id = s.id and n.person_id = m.person_id
            where s.subject = ${told ?? null})))`;
}

/** Whose records have become part of another are told as that one. */
export function namedPeople(
  { personIds, teamId, exact = false }: Extract<Audience, { by: 'people' }>,
  taskId: string | null,
): PageSource {
  return sql`page as materialized (select null::uuid as team_id where false),
    audience as (
      select distinct case when ${exact}::boolean then p.id else coalesce(p.merged_into_id, p.id) end as person_id,
             ${teamId}::uuid as team_id, ${taskId}::uuid as task_id, 'named' as role
        from ${membershipSql.people} p where p.id = any(${personIds}::uuid[]) and p.anonymised_at is null)`;
}

/** Those invited to a session in these states; their state is their role. Each stands for a team of the page. */
export function invitedPeople(
  { sessionId, states, once = false, ...only }: Extract<Audience, { by: 'session' }>,
  { id, kind }: Pick<Message, 'id' | 'kind'>,
  cursor: string,
  limit: number,
): PageSource {
  const { step, personIds } = { step: null, personIds: null, ...only };
  return sql`page as materialized (
      select i.person_id as team_id, null::uuid as task_id
        from ${trainingSql.invitations} i join ${membershipSql.people} p on p.id = i.person_id and p.anonymised_at is null
       where i.session_id = ${sessionId} and i.state = any(${states}::text[])
         and (${step}::text is null or ${step}::text = any(i.reminded))
         and (${personIds}::uuid[] is null or i.person_id = any(${personIds}::uuid[])) and i.person_id > ${cursor}::uuid
         and not (${once}::boolean and exists (
           select 1 from messages m join notifications n on n.message_id = m.id and n.person_id = i.person_id
            where m.session_id = ${sessionId} and m.kind = ${kind} and m.id <> ${id}))
       order by i.person_id limit ${limit}),
    audience as (
      select i.person_id, i.team_id, null::uuid as task_id, i.state as role
        from page p join ${trainingSql.invitations} i on i.session_id = ${sessionId} and i.person_id = p.team_id)`;
}

/** The hamlets' teams of today: whoever is in one hears it, once for the whole reform. */
export function teamsMoved(
  { fromUnitId, toUnitId, onDate, subject }: Extract<Audience, { by: 'moved-teams' }>,
  messageId: string,
  { day, cursor, limit }: TeamPage,
): PageSource {
  return sql`page as materialized (
      select t.id as team_id, null::uuid as task_id from unit_closure_at((${onDate}::date - 1)) o
        join unit_closure_at(${onDate}::date) n on n.descendant_id = o.descendant_id and n.ancestor_id = ${toUnitId}
       cross join lateral (select x.id from ${membershipSql.teams} x
         where x.unit_id = o.descendant_id and x.status <> 'draft' and x.validity @> ${day}::date offset 0) t
       where o.ancestor_id = ${fromUnitId} and o.descendant_kind = 'hamlet' and t.id > ${cursor}::uuid
       order by t.id limit ${limit}),
    audience as (
      select m.person_id, p.team_id, p.task_id, m.role
        from page p cross join lateral (
             select person_id, role from team_members_at(${day}::date) where team_id = p.team_id offset 0) m
       where not exists (select 1 from notifications n join messages s on s.id = n.message_id
         where n.person_id = m.person_id and s.subject = ${subject} and s.id <> ${messageId}))`;
}

/** Each stands for a team of the page. */
const people = (found: Sql): PageSource => sql`page as materialized (${found}),
    audience as (select p.team_id as person_id, null::uuid as team_id, null::uuid as task_id, 'named' as role from page p)`;

/** Officers of the units that a reform takes hold of, as they are today. */
export const officersOfReform = (reorganisationId: string, { day, cursor, limit }: TeamPage): PageSource =>
  people(sql`select o.person_id as team_id, null::uuid as task_id from ${organizationSql.reformedUnits} u
      join ${membershipSql.posts} o on o.unit_id = u.unit_id and o.validity @> ${day}::date and o.role <> 'trainer'
      join ${membershipSql.people} p on p.id = o.person_id and p.anonymised_at is null
     where u.reorganisation_id = ${reorganisationId} and o.person_id > ${cursor}::uuid
     group by o.person_id order by o.person_id limit ${limit}`);

export const toldPeople = (subject: string, { cursor, limit }: TeamPage): PageSource =>
  people(sql`select n.person_id as team_id, null::uuid as task_id from messages s join notifications n on n.message_id = s.id
     where s.subject = ${subject} and n.person_id > ${cursor}::uuid group by n.person_id order by n.person_id limit ${limit}`);

/** People whom the day's digest concerns; each stands for a team of the page. */
export function digestPeople(day: string, cursor: string, limit: number): PageSource {
  return sql`page as materialized (
      select person_id as team_id, null::uuid as task_id from digest_people
       where due_on <= ${day}::date and person_id > ${cursor}::uuid group by person_id order by person_id limit ${limit}),
    audience as (select p.team_id as person_id, null::uuid as team_id, null::uuid as task_id, 'named' as role from page p)`;
}

/** Answers { teams, cursor, people, chunks }: chunks are the ids of what may be queued. */
export function pageQuery(settings: PageSettings, source: PageSource): Sql {
  const { message, mandatoryRoles, digestOn, isRepeatSafe } = settings;
  return sql`
    with ${source},
    fresh as materialized (
      select distinct on (person_id) person_id, team_id, task_id,
             ${mandatoryRoles}::text[] is null or role = any(${mandatoryRoles}::text[]) as mandatory from audience a
      ${isRepeatSafe ? isNew(message.id) : empty}
       order by person_id, role = any('{leader,deputy}') desc),
    ${digestOn === null ? pushed(settings) : kept(settings, digestOn)}
    select (select count(*)::int from page) as teams, (select team_id::text from page order by team_id desc limit 1) as cursor,
           (select count(*)::int from fresh) as people,
           (select coalesce(json_agg(json_build_object('id', id, 'channel', channel)), '[]') from parts) as chunks`;
}

const pushed = ({ message, now, channelOrder, changesChannel }: PageSettings): Sql => {
  const people = {
    from: sql`fresh f`,
    personId: sql`f.person_id`,
    mandatory: sql`f.mandatory`,
    kind: message.kind,
    now,
    withAll: true,
    columns: sql`, f.team_id, f.task_id, f.mandatory`,
    columnsAgain: sql`, c.team_id, c.task_id, c.mandatory`,
    later: changesChannel ? wasCalledBy(message.id) : sql`false`,
  };
  const places = { messageId: message.id, now, dueAt: message.holdUntil };
  return sql`routed as (${routesOf(people, channelOrder)}),${foldedChunksOf(places)}`;
};

/** The message is told by one planner at a time: who has an entry got it from an earlier page. */
const isNew = (messageId: string): Sql => sql`
       where not exists (select 1 from notifications n where n.person_id = a.person_id and n.message_id = ${messageId}::uuid)`;

/** Whoever muted the kind hears nothing of it outside the inbox. */
const kept = ({ message, now }: PageSettings, day: string): Sql => sql`
    entered as (
      insert into notifications (person_id, message_id, team_id, task_id, mandatory, created_at)
      select person_id, ${message.id}::uuid, team_id, task_id, mandatory, ${now}::timestamptz from fresh),
    kept as (
      insert into digest_people (due_on, person_id)
      select ${day}::date, f.person_id from fresh f
       where not exists (
         select 1 from notification_preferences pref where pref.person_id = f.person_id and ${message.kind}::text = any(pref.muted))
      on conflict do nothing),
    parts as (select null::bigint as id, null::text as channel where false)`;

/** Of the channel `a.channel`: an earlier message of the kind about the same session took it. */
const wasCalledBy = (messageId: string): Sql => sql`exists (
    select 1 from messages now_told
      join messages told on told.session_id = now_told.session_id and told.kind = now_told.kind and told.id <> now_told.id
      join deliveries d on d.message_id = told.id and d.person_id = f.person_id and d.channel = a.channel
     where now_told.id = ${messageId})`;
