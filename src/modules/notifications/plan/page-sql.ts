/**
 * One page of planning as one statement: people of the page's teams, their inbox entries, their deliveries and the
 * chunks of these. The database does the work where the rows are; a repeated page adds nothing.
 */
import type { TeamRole } from '#contracts/enums';

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
  mandatoryRoles: readonly TeamRole[] | null;
  channels: readonly string[];
  chunkSize: number;
  /** People of the page may have been told by an earlier one: slower, and needed for few pages. */
  isRepeatSafe: boolean;
}

/** Where a page's people come from: rows of (person_id, team_id, task_id, role), and the page's last team. */
export interface PageSource {
  /** CTEs `page(team_id, task_id)` and `audience(person_id, team_id, task_id, role)`; parameters from $9 on. */
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
             where assignment_id = $9 and assignee_kind = 'team' and assignee_id > $10::uuid order by assignee_id limit $11),${members('$12')}`,
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
            select distinct team_id, task_id from chases where event_id = $9 and team_id > $10::uuid order by team_id limit $11),${members('$12')}`,
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
    sql: `page as materialized (select $9::uuid as team_id, $10::uuid as task_id),${members('$11', '$12')}`,
    parameters: [teamId, taskId, roles, except],
  };
}

export function namedPeople(personIds: readonly string[], teamId: string | null, taskId: string | null): PageSource {
  return {
    sql: `page as materialized (select null::uuid as team_id where false),
          audience as (select p.id as person_id, $10::uuid as team_id, $11::uuid as task_id, 'named' as role from people p where p.id = any($9) and p.anonymised_at is null)`,
    parameters: [personIds, teamId, taskId],
  };
}

/** Answers { teams, cursor, people, chunks }: chunks are the ids of what may be queued. */
export function pageQuery(settings: PageSettings, source: PageSource): PageQuery {
  const { messageId, kind, now, day, holdUntil, mandatoryRoles, channels, chunkSize, isRepeatSafe } = settings;
  const sql = `
    with ${source.sql},
    fresh as (
      insert into notifications (person_id, message_id, team_id, task_id, mandatory, created_at)
      select distinct on (person_id) person_id, $1::uuid, team_id, task_id, $5::text[] is null or role = any($5), $3::timestamptz from audience
       order by person_id, role = any('{leader,deputy}') desc
      ${isRepeatSafe ? 'on conflict do nothing' : ''}
      returning person_id, mandatory),
    routed as (${channels.length > 1 ? firstRoute : onlyRoute}),
    placed as (
      select person_id, channel, address, language, (row_number() over (partition by channel) - 1)::int as n from routed),
    parts as materialized (
      select channel, n / $8::int as part, count(*) as size, nextval('delivery_chunks_id_seq') as id from placed group by 1, 2),
    chunks as (
      insert into delivery_chunks (id, message_id, channel, due_at, offered_at, size)
      select id, $1, channel, $6, case when $6::timestamptz <= $3 then $3::timestamptz end, size from parts),
    planned as (
      insert into deliveries (message_id, person_id, channel, chunk_id, position, changed_at, language, address)
      select $1, p.person_id, p.channel, c.id, p.n % $8::int, $3, p.language, p.address from placed p join parts c on c.channel = p.channel and c.part = p.n / $8::int)
    select $4::date as day, (select count(*)::int from page) as teams, (select team_id::text from page order by team_id desc limit 1) as cursor,
           (select count(*)::int from fresh) as people,
           (select coalesce(json_agg(json_build_object('id', id, 'channel', channel)), '[]') from parts) as chunks`;
  return {
    sql,
    parameters: [messageId, kind, now, day, mandatoryRoles, holdUntil, channels, chunkSize, ...source.parameters],
  };
}

/** Nobody is pushed by a channel that they switched off, or with a kind that they muted, unless it is their duty. */
const wanted = `
  not exists (
    select 1 from notification_preferences n
     where n.person_id = f.person_id and not f.mandatory and ($2 = any(n.muted) or a.channel = any(n.off_channels)))`;

/** By person, in a sub-query of its own: the address is worked out once and not again for each place that names it. */
const addressOf = (person: string): string =>
  `cross join lateral (select x.channel, x.address, x.language from addresses_at($3) x where x.person_id = ${person} and x.channel = any($7::text[]) offset 0) a`;

const onlyRoute = `select f.person_id, a.channel, a.address, a.language from fresh f ${addressOf('f.person_id')} where a.address is not null and ${wanted}`;

/** The inbox plus exactly one external channel: the first of the ladder that has an address. */
const firstRoute = `
  select distinct on (f.person_id) f.person_id, a.channel, a.address, a.language from fresh f ${addressOf('f.person_id')}
   where a.address is not null and ${wanted} order by f.person_id, array_position($7::text[], a.channel)`;
