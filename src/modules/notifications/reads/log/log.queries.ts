import { Injectable } from '@nestjs/common';
import type { ActKind, LogKind } from '#contracts/access/log-kinds';
import { membershipSql } from '#modules/membership';
import { Database, type Sql, sql } from '#platform/database';
import { outboxSql } from '#platform/outbox';
import { trailSql } from '#platform/trail';
import { MANY_LISTS, MANY_NUMBERS, MANY_REFUSALS, NIGHT_ENDS, NIGHT_STARTS, type UsedHour } from './unusual.ts';

/** Of a whole country in a bad week; more would be read by nobody. */
const MOST_HOURS = 5_000;

/** Whose log is read: of a unit and below, or of all of the installation where nothing stands above the unit. */
export interface LogPlace {
  unitId: string;
  isWhole: boolean;
}

export interface LogWindow {
  from: Date;
  /** Rows before this one, and of its time those with a smaller id. */
  before: readonly [at: Date, id: string];
  limit: number;
}

export interface LogFilter {
  kinds: readonly LogKind[];
  personId: string | null;
  purpose: string | null;
}

export interface LogRow {
  id: string;
  at: Date;
  kind: LogKind;
  what: string;
  personId: string;
  unitId: string | null;
  people: number | null;
  purpose: string | null;
  sessionId: string | null;
  commandId: string | null;
  screen: string | null;
  route: string | null;
  payload: Record<string, unknown> | null;
  trace: string | null;
}

/** What stands behind a line. */
export type LogLine = Pick<LogRow, 'id' | 'unitId' | 'personId' | 'sessionId'>;

const actColumns = sql`a.id, a.at, a.kind, a.what, a.person_id, a.unit_id, a.people, a.purpose, a.session_id, a.command_id,
  a.screen, a.route, null::jsonb as payload, a.trace`;
const eventColumns = sql`o.id, o.occurred_at as at, 'change'::text as kind, o.name as what, o.actor_id as person_id,
  o.place_id as unit_id, null::int as people, null::text as purpose, o.session_id, o.command_id, null::text as screen,
  null::text as route, o.payload, null::text as trace`;
const rowColumns = sql`id, at, kind, what, person_id as "personId", unit_id as "unitId", people, purpose,
  session_id as "sessionId", command_id as "commandId", screen, route, payload, trace`;

/**
 * The log is a union of what changed and of what was only looked at. Each part is entered by an index that has its rows in
 * the log's order (of a unit, of a person, of all) and gives a page of them, so that a page costs the reader's units and
 * never the length of the log.
 */
@Injectable()
export class LogQueries {
  constructor(private readonly database: Database) {}

  rows(place: LogPlace, filter: LogFilter, window: LogWindow): Promise<LogRow[]> {
    const parts = filter.personId ? ofPerson(filter.personId, place, filter, window) : ofPlace(place, filter, window);
    return this.database.rows(
      sql`with ${area(place)}, found as (${parts})
        select ${rowColumns} from found order by at desc, id desc limit ${window.limit}`,
    );
  }

  /** A look or a list of the place. */
  act(place: LogPlace, id: string): Promise<Pick<LogRow, 'id' | 'unitId' | 'people' | 'personId'> | undefined> {
    return this.database.one(
      sql`select a.id, a.unit_id as "unitId", a.people, a.person_id as "personId" from ${trailSql.acts} a
        where a.id = ${id} and a.kind in ('look', 'export') and ${stands(place, sql`a.unit_id`)}`,
    );
  }

  /** Any line of the place. */
  line(place: LogPlace, id: string): Promise<LogLine | undefined> {
    return this.database.one(
      sql`select l.id, l.unit_id as "unitId", l.person_id as "personId", l.session_id as "sessionId" from (
          select a.id, a.unit_id, a.person_id, a.session_id from ${trailSql.acts} a where a.id = ${id}
          union all
          select o.id, o.place_id, o.actor_id, o.session_id from ${outboxSql.events} o where o.id = ${id}) l
        where l.person_id is not null and ${stands(place, sql`l.unit_id`)}`,
    );
  }

  /** The list whose file carries the code. */
  traced(place: LogPlace, trace: string): Promise<LogRow | undefined> {
    return this.database.one(
      sql`select ${rowColumns} from (
        select ${actColumns} from ${trailSql.acts} a where a.trace = ${trace} and ${stands(place, sql`a.unit_id`)}) x`,
    );
  }

  names(actId: string, today: string, limit: number) {
    return this.database.rows<{ id: string; fullName: string; position: string | null; unitId: string | null }>(
      sql`select p.id, p.full_name as "fullName", pp.title as position, pp.unit_id as "unitId"
         from ${membershipSql.lookedAt} l join ${membershipSql.people} p on p.id = l.subject_id
         left join lateral (select x.title, x.unit_id from person_places x
           where x.person_id = l.subject_id and x.validity @> ${today}::date order by x.team_id nulls last limit 1) pp on true
        where l.act_id = ${actId} order by p.full_name collate "vi-natural", p.id limit ${limit}`,
    );
  }

  async orderTitles(assignmentIds: readonly string[], taskIds: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.database.rows<{ id: string; title: string }>(
      sql`select a.id, a.title from assignments a where a.id = any(${assignmentIds})
       union all select t.id, a.title from tasks t join assignments a on a.id = t.assignment_id where t.id = any(${taskIds})`,
    );
    return new Map(rows.map(({ id, title }) => [id, title]));
  }

  /** Hours since then in which something may stand out: much of one kind, at night, or of another place. */
  usedHours(place: LogPlace, since: Date): Promise<UsedHour[]> {
    const local = sql`extract(hour from w.at at time zone 'Asia/Ho_Chi_Minh')`;
    return this.database.rows(
      sql`with ${area(place)}, w as materialized (${recent(place, ['look', 'export', 'refused'], since)}),
       hours as (
         select w.person_id, date_trunc('hour', w.at) as hour, min(w.at) as first, max(w.at) as last,
                bool_or(${local} >= ${NIGHT_STARTS}::int or ${local} < ${NIGHT_ENDS}::int) as night,
                coalesce(sum(w.people) filter (where w.kind = 'look'), 0)::int as numbers,
                coalesce(sum(w.people) filter (where w.kind = 'look' and ${isElsewhere}), 0)::int as elsewhere,
                count(*) filter (where w.kind = 'export')::int as lists, count(*) filter (where w.kind = 'refused')::int as refusals
           from w group by 1, 2)
       select person_id as "personId", hour, numbers, elsewhere, lists, refusals, first, last from hours
        where numbers >= ${MANY_NUMBERS} or lists >= ${MANY_LISTS} or refusals >= ${MANY_REFUSALS} or elsewhere > 0 or night and numbers > 0
        order by hour desc limit ${MOST_HOURS}`,
    );
  }
}

/** The unit is neither above nor below that of the post by which it was done. */
const isElsewhere = sql`w.by_unit_id <> w.unit_id
  and not exists (select 1 from unit_closure c where c.ancestor_id = w.by_unit_id and c.descendant_id = w.unit_id)
  and not exists (select 1 from unit_closure c where c.ancestor_id = w.unit_id and c.descendant_id = w.by_unit_id)`;

/** Whether a row of this unit stands in the log of the place. */
const stands = ({ unitId, isWhole }: LogPlace, column: Sql): Sql =>
  sql`(${isWhole}::boolean or exists (
    select 1 from unit_closure c where c.ancestor_id = ${unitId} and c.descendant_id = ${column}))`;

const area = ({ unitId }: LogPlace): Sql =>
  sql`area as materialized (select c.descendant_id as unit_id from unit_closure c where c.ancestor_id = ${unitId})`;

const actsAsked = ({ kinds }: LogFilter): string[] => kinds.filter((kind) => kind !== 'change');
/** Nothing that changes something names a purpose. */
const hasChanges = ({ kinds, purpose }: LogFilter): boolean => kinds.includes('change') && purpose === null;
const ofPurpose = ({ purpose }: LogFilter): Sql => (purpose === null ? sql`true` : sql`a.purpose = ${purpose}`);
const within = (column: Sql, window: LogWindow): Sql =>
  sql`${column} >= ${window.from}::timestamptz and (${column}, id) < (${window.before[0]}::timestamptz, ${window.before[1]}::uuid)`;

function ofPlace(place: LogPlace, filter: LogFilter, window: LogWindow): Sql {
  const kinds = sql`unnest(${actsAsked(filter)}::text[]) as k(kind)`;
  const acts = (where: Sql): Sql =>
    sql`cross join lateral (select ${actColumns} from ${trailSql.acts} a where ${where} and a.kind = k.kind
      and ${within(sql`a.at`, window)} and ${ofPurpose(filter)} order by a.at desc, a.id desc limit ${window.limit}) x`;
  const events = (where: Sql): Sql =>
    sql`(select ${eventColumns} from ${outboxSql.events} o where ${where} and o.actor_id is not null
      and ${hasChanges(filter)}::boolean and ${within(sql`o.occurred_at`, window)} order by o.occurred_at desc, o.id desc limit ${window.limit})`;
  if (place.isWhole)
    return sql`select x.* from ${kinds} ${acts(sql`true`)} union all select x.* from ${events(sql`true`)} x`;
  return sql`select x.* from area cross join ${kinds} ${acts(sql`a.unit_id = area.unit_id`)}
    union all select x.* from area cross join lateral ${events(sql`o.place_id = area.unit_id`)} x`;
}

/** What the person did, and looks at the person's number by others; also under the ids of records that became part of this one. */
function ofPerson(personId: string, { isWhole }: LogPlace, filter: LogFilter, window: LogWindow): Sql {
  const here = (column: Sql): Sql => sql`(${isWhole}::boolean or ${column} in (select unit_id from area))`;
  const asked = sql`a.kind = any(${actsAsked(filter)}::text[]) and ${ofPurpose(filter)} and ${here(sql`a.unit_id`)}`;
  return sql`select x.* from (select id from ${membershipSql.people} p where p.id = ${personId} or p.merged_into_id = ${personId}) own
    cross join lateral (
    (select ${actColumns} from ${trailSql.acts} a where a.person_id = own.id and ${asked}
      and ${within(sql`a.at`, window)} order by a.at desc, a.id desc limit ${window.limit})
    union all
    (select ${actColumns} from ${membershipSql.lookedAt} l cross join lateral (
        select * from ${trailSql.acts} a where a.id = l.act_id and a.person_id <> own.id offset 0) a
      where l.subject_id = own.id and l.at >= ${window.from}::timestamptz and l.at <= ${window.before[0]}::timestamptz
        and ${asked} and (a.at, a.id) < (${window.before[0]}::timestamptz, ${window.before[1]}::uuid)
      order by l.at desc limit ${window.limit})
    union all
    (select ${eventColumns} from ${outboxSql.events} o where o.actor_id = own.id and ${hasChanges(filter)}::boolean
        and ${here(sql`o.place_id`)} and ${within(sql`o.occurred_at`, window)}
      order by o.occurred_at desc, o.id desc limit ${window.limit})) x`;
}

function recent({ isWhole }: LogPlace, kinds: readonly ActKind[], since: Date): Sql {
  if (isWhole) return sql`select a.* from ${trailSql.acts} a where a.kind = any(${kinds}::text[]) and a.at >= ${since}`;
  return sql`select x.* from area cross join unnest(${kinds}::text[]) as k(kind) cross join lateral (
    select a.* from ${trailSql.acts} a where a.unit_id = area.unit_id and a.kind = k.kind and a.at >= ${since} offset 0) x`;
}
