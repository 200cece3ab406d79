/**
 * One page of planning as one statement: people of the page's teams, their inbox entries, their deliveries and the
 * chunks of these. The database does the work where the rows are; a repeated page adds nothing.
 */
import { membershipSql } from '#modules/membership';
import { trainingSql } from '#modules/training';
import type { TeamRole } from '#contracts/enums';
import type { Audience } from '../messages/message-definition.ts';
import { chunksOf } from './chunk-sql.ts';
import type { ChannelOrder } from './channel-order.ts';
import { type RoutePeople, routesOf } from './route-sql.ts';

export interface PageQuery {
  sql: string;
  parameters: unknown[];
}

export interface PageSettings {
  messageId: string;
  kind: string;
  now: Date;
  day: string;
  holdUntil: Date;
  /** Null: a duty for everybody. */
  mandatoryRoles: readonly string[] | null;
  channelOrder: ChannelOrder;
  /** Who was called by a channel before is called by another one now. */
  changesChannel: boolean;
  chunkSize: number;
  /** The day with whose digest it goes out; null: at once, by a channel. */
  digestOn: string | null;
  /** People of the page may have been told by an earlier one: slower, and needed for few pages. */
  isRepeatSafe: boolean;
}

/** Where a page's people come from: rows of (person_id, team_id, task_id, role), and the page's last team. */
export interface PageSource {
  /** CTEs `page(team_id, task_id)` and `audience(person_id, team_id, task_id, role)`; parameters from $8 on. */
  sql: string;
  parameters: unknown[];
}

const members = (rolesAt: string, exceptAt?: string): string => `
  audience as (
    select m.person_id, p.team_id, p.task_id, m.role
      from page p join team_members_at($4::date) m on m.team_id = p.team_id
     where (${rolesAt}::text[] is null or m.role = any(${rolesAt}))${exceptAt ? ` and m.person_id is distinct from ${exceptAt}::uuid` : ''})`;

export function teamsOfAssignment(
  assignmentId: string,
  cursor: string,
  limit: number,
  roles: readonly TeamRole[] | null,
): PageSource {
  return {
    sql: `page as materialized (
            select team_id, id as task_id from tasks
             where assignment_id = $8 and assignee_kind = 'team' and assignee_id > $9::uuid order by assignee_id limit $10),${members('$11')}`,
    parameters: [assignmentId, cursor, limit, roles],
  };
}

export function teamsChased(
  eventId: string,
  cursor: string,
  limit: number,
  roles: readonly TeamRole[] | null,
): PageSource {
  return {
    sql: `page as materialized (
            select distinct team_id, task_id from chases where event_id = $8 and team_id > $9::uuid order by team_id limit $10),${members('$11')}`,
    parameters: [eventId, cursor, limit, roles],
  };
}

export function oneTeam(
  teamId: string,
  taskId: string | null,
  roles: readonly TeamRole[] | null,
  except: string | null,
): PageSource {
  return {
    sql: `page as materialized (select $8::uuid as team_id, $9::uuid as task_id),${members('$10', '$11')}`,
    parameters: [teamId, taskId, roles, except],
  };
}

export function namedPeople(personIds: readonly string[], teamId: string | null, taskId: string | null): PageSource {
  return {
    sql: `page as materialized (select null::uuid as team_id where false),
          audience as (select p.id as person_id, $9::uuid as team_id, $10::uuid as task_id, 'named' as role from ${membershipSql.people.text} p where p.id = any($8) and p.anonymised_at is null)`,
    parameters: [personIds, teamId, taskId],
  };
}

/** Those invited to a session in these states; their state is their role. Each stands for a team of the page. */
export function invitedPeople(
  { sessionId, states, step, personIds, once }: Extract<Audience, { by: 'session' }>,
  cursor: string,
  limit: number,
): PageSource {
  return {
    sql: `page as materialized (
            select i.person_id as team_id, null::uuid as task_id from ${trainingSql.invitations.text} i join ${membershipSql.people.text} p on p.id = i.person_id and p.anonymised_at is null
             where i.session_id = $8 and i.state = any($9) and ($10::text is null or $10 = any(i.reminded)) and ($11::uuid[] is null or i.person_id = any($11)) and i.person_id > $12::uuid
               and not ($14::boolean and exists (
                 select 1 from messages m join notifications n on n.message_id = m.id and n.person_id = i.person_id where m.session_id = $8 and m.kind = $2 and m.id <> $1))
             order by i.person_id limit $13),
          audience as (select i.person_id, i.team_id, null::uuid as task_id, i.state as role from page p join ${trainingSql.invitations.text} i on i.session_id = $8 and i.person_id = p.team_id)`,
    parameters: [sessionId, states, step ?? null, personIds ?? null, cursor, limit, once ?? false],
  };
}

/** People whom the day's digest concerns; each stands for a team of the page. */
export function digestPeople(day: string, cursor: string, limit: number): PageSource {
  return {
    sql: `page as materialized (
            select person_id as team_id, null::uuid as task_id from digest_people where due_on <= $8::date and person_id > $9::uuid group by person_id order by person_id limit $10),
          audience as (select p.team_id as person_id, null::uuid as team_id, null::uuid as task_id, 'named' as role from page p)`,
    parameters: [day, cursor, limit],
  };
}

/** Answers { teams, cursor, people, chunks }: chunks are the ids of what may be queued. */
export function pageQuery(settings: PageSettings, source: PageSource): PageQuery {
  const { messageId, kind, now, day, holdUntil, mandatoryRoles, chunkSize, digestOn, isRepeatSafe } = settings;
  const sql = `
    with ${source.sql},
    fresh as (
      insert into notifications (person_id, message_id, team_id, task_id, mandatory, created_at)
      select distinct on (person_id) person_id, $1::uuid, team_id, task_id, $5::text[] is null or role = any($5), $3::timestamptz from audience
       order by person_id, role = any('{leader,deputy}') desc
      ${isRepeatSafe ? 'on conflict do nothing' : ''}
      returning person_id, mandatory),
    ${digestOn === null ? pushed(settings) : kept(digestOn)}
    select $4::date as day, (select count(*)::int from page) as teams, (select team_id::text from page order by team_id desc limit 1) as cursor,
           (select count(*)::int from fresh) as people,
           (select coalesce(json_agg(json_build_object('id', id, 'channel', channel)), '[]') from parts) as chunks`;
  return {
    sql,
    parameters: [messageId, kind, now, day, mandatoryRoles, holdUntil, chunkSize, ...source.parameters],
  };
}

const pushed = ({ channelOrder, changesChannel }: PageSettings): string =>
  `routed as (${routesOf({ ...freshPeople, ...(changesChannel && { later: wasCalledBy }) }, channelOrder)}),${chunksOf({ messageId: '$1', now: '$3', dueAt: '$6', chunkSize: '$7' })}`;

/** Whoever muted the kind hears nothing of it outside the inbox. */
const kept = (day: string): string => `
    kept as (
      insert into digest_people (due_on, person_id)
      select date '${day}', f.person_id from fresh f
       where $6::timestamptz is not null and $7::int > 0 and not exists (select 1 from notification_preferences pref where pref.person_id = f.person_id and $2::text = any(pref.muted))
      on conflict do nothing),
    parts as (select null::bigint as id, null::text as channel where false)`;

/** Of the channel `a.channel`: an earlier message of the kind about the same session took it. */
const wasCalledBy = `exists (
    select 1 from messages now_told join messages told on told.session_id = now_told.session_id and told.kind = now_told.kind and told.id <> now_told.id
      join deliveries d on d.message_id = told.id and d.person_id = f.person_id and d.channel = a.channel where now_told.id = $1)`;

const freshPeople: RoutePeople = {
  from: 'fresh f',
  personId: 'f.person_id',
  mandatory: 'f.mandatory',
  kind: '$2',
  now: '$3',
};
