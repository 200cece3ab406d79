/** Days on which people did work that counts. A day counts once, however much was done on it. */
import { Injectable } from '@nestjs/common';
import type { Period } from '#contracts/reporting/periods';
import { startOfDay } from '#i18n/dates';
import { communeOn, communesAround } from '#modules/organization';
import { tasksSql } from '#modules/tasks';
import { Database, type Sql, sql } from '#platform/database';

export interface DayOfPerson {
  personId: string;
  teamId: string;
  day: string;
  isConfirmed: boolean;
}

export interface WorkOfDay {
  day: string;
  code: string;
  value: number;
  isConfirmed: boolean;
  title: string | null;
  minutes: number;
}

type Window = Pick<Period, 'startsOn' | 'endsOn'>;

/** Of `l`, a counted line: confirmed, or the commune can still confirm it. */
const counts = sql`(l.confirmed_value > 0 or l.confirmed_value is null
  and not exists (select 1 from ${tasksSql.closedEntries} x where x.entry_id = l.entry_id))`;
/** Whose work it is, entered line by line: who put a colleague's number right does not take the colleague's day. */
const workers: Sql = sql`cross join lateral (
  select worker_id from ${tasksSql.entryWorkers} e where e.entry_id = l.entry_id offset 0) w`;

@Injectable()
export class ServiceDayQueries {
  constructor(private readonly database: Database) {}

  /**
   * Of all people with work in the commune.
   * @param day by whose tree it is the commune's; null: each by that of its own day. Never by both, whatever was confirmed when.
   */
  ofCommune(communeId: string, { startsOn, endsOn }: Window, day: string | null): Promise<DayOfPerson[]> {
    const commune = communeOn(sql`p.unit_id`, sql`coalesce(${day}::date, p.happened_on)`);
    return this.database.rows(
      sql`with lines as materialized (
         select l.* from counted_lines l
          where l.commune_id = any(array(${communesAround(sql`${communeId}::uuid`, sql`${startsOn}::date`)}))
            and l.happened_on between ${startsOn}::date and ${endsOn}::date),
       places as materialized (
         select p.unit_id, p.happened_on from (select distinct unit_id, happened_on, commune_id from lines) p
          where coalesce(${commune}, p.commune_id) = ${communeId})
       select w.worker_id as "personId", l.team_id as "teamId", l.happened_on::text as day,
             coalesce(bool_or(l.confirmed_value > 0), false) as "isConfirmed"
        from places join lines l using (unit_id, happened_on) ${workers}
       where ${counts}
       group by 1, 2, 3`,
    );
  }

  /**
   * What one person did, in the team and in others of its commune of today. Starts from the person's teams; nothing is recorded before
   * it was done, so that a team's entries are read from the first day on.
   */
  ofPerson(
    personId: string,
    { teamId, communeId, today }: { teamId: string; communeId: string; today: string },
    { startsOn, endsOn }: Window,
  ): Promise<WorkOfDay[]> {
    return this.database.rows(
      sql`with mine as materialized (
         select distinct team_id from person_places where person_id = ${personId} and team_id is not null
           and validity && daterange(${startsOn}::date, ${endsOn}::date, '[]'))
       select l.happened_on::text as day, l.indicator_code as code, coalesce(l.confirmed_value, l.value) as value,
              l.confirmed_value is not null as "isConfirmed", t.title,
              (select coalesce(sum(b.value), 0)::int from ${tasksSql.entryBreakdowns} b
                where b.entry_id = l.entry_id and b.by = 'minutes_spent') as minutes
         from mine
        cross join lateral (
              select * from counted_lines n where n.team_id = mine.team_id and n.recorded_at >= ${new Date(startOfDay(startsOn))}
                 and n.happened_on between ${startsOn}::date and ${endsOn}::date
                 and (n.team_id = ${teamId} or coalesce(${communeOn(sql`n.unit_id`, sql`${today}::date`)}, n.commune_id) = ${communeId}) offset 0) l
        ${workers}
         left join ${tasksSql.taskTitles} t on t.task_id = l.task_id
        where w.worker_id = ${personId} and ${counts}
        order by l.happened_on desc, l.confirmed_value is not null desc, l.recorded_at, l.entry_id, l.position`,
    );
  }
}
