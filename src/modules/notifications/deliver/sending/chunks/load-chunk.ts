import type { Language } from '#contracts/enums';
import { membersOf } from '#modules/membership';
import { type Prepared, prepared, type Sql, sql } from '#platform/database';
import type { DeliveryRow } from './chunk-rows.ts';

/** Which deliveries of a chunk are due: of a folded one the entries from `settled` on, else its rows. */
export interface DueOf {
  chunkId: number;
  folded: boolean;
  settled: number;
}
/** What of message and channel the guards look at, and the day. */
export interface GuardsOf {
  channel: string;
  kind: string;
  toMembers: boolean;
  day: string;
}

const dueEntries = ({ chunkId, settled }: Omit<DueOf, 'folded'>): Sql => sql`
  select n.position::int as position, n.person_id, 0::smallint as attempts, 0::smallint as repeats, null::text as language,
         null::text as address, n.task_id, n.team_id, n.mandatory, n.seen_at
    from notifications n where n.chunk_id = ${chunkId} and n.position >= ${settled}::int`;

const dueRows = (chunkId: number): Sql => sql`
  select d.position, d.person_id, d.attempts, d.repeats, d.language, d.address, n.task_id, n.team_id, n.mandatory, n.seen_at
    from delivery_rows d join notifications n on n.person_id = d.person_id and n.message_id = d.message_id
   where d.chunk_id = ${chunkId} and d.state = 'due'`;

/** Address and language of what is folded stand in the chunk. */
export const dueSql = ({ folded, ...of }: DueOf): Sql => (folded ? dueEntries(of) : dueRows(of.chunkId));

/** Every guard that all channels share, decided once and in the database. Membership is read once, for all teams of the chunk. */
const guarded = (due: Sql, { channel, kind, toMembers, day }: GuardsOf): Sql => sql`
  with due as materialized (${due}),
  present as materialized (
    select team_id, person_id from ${membersOf(sql`(select array_agg(distinct team_id) from due)::uuid[]`, day)} m)
  select d.position, d.person_id as "personId", d.attempts, d.repeats, d.language, d.address, d.task_id as "taskId", d.mandatory,
         p.quiet_from as "quietFrom", p.quiet_to as "quietTo",
         case when d.seen_at is not null then 'seen'
              when ${toMembers}::boolean and d.team_id is not null
               and (d.team_id, d.person_id) not in (select team_id, person_id from present) then 'left'
              when not d.mandatory and (${kind}::text = any(p.muted) or ${channel}::text = any(p.off_channels)) then 'muted' end as skip
    from due d left join notification_preferences p on p.person_id = d.person_id
   order by d.position`;

/** One row per delivery that is due, of a chunk whose deliveries have rows. */
export const loadChunkSql = (chunkId: number, guards: GuardsOf): Prepared =>
  prepared('load-chunk', guarded(dueRows(chunkId), guards));

/** The deliveries of a folded chunk, all in one row: a line for each, and what only few of them have by position. */
export interface FoldedDue {
  positions: string | null;
  personIds: string | null;
  taskIds: string | null;
  /** A character for each. */
  mandatory: string | null;
  skips: Record<string, DeliveryRow['skip']> | null;
  quiet: Record<string, [from: string | null, to: string | null]> | null;
}

/** Nearly every chunk is loaded so: five hundred rows of eleven columns cost the worker three times as much to read. */
export const loadFoldedSql = (of: Omit<DueOf, 'folded'>, guards: GuardsOf): Prepared =>
  prepared(
    'load-folded',
    sql`select string_agg(position::text, E'\\n') as positions, string_agg("personId"::text, E'\\n') as "personIds",
         string_agg(coalesce("taskId"::text, ''), E'\\n') as "taskIds",
         string_agg(case when mandatory then '1' else '0' end, '') as mandatory,
         json_object_agg(position, skip) filter (where skip is not null) as skips,
         json_object_agg(position, json_build_array("quietFrom", "quietTo"))
           filter (where "quietFrom" is not null or "quietTo" is not null) as quiet
    from (${guarded(dueEntries(of), guards)}) d`,
  );

/** By position: what a folded chunk keeps of its deliveries. */
export interface KeptByChunk {
  addresses: readonly string[];
  languages: readonly string[];
}

export const ofPosition = ({ addresses, languages }: KeptByChunk, position: number) => ({
  language: languages[position] as Language,
  address: addresses[position] || null,
});

export function rowsOfFolded(due: FoldedDue, kept: KeptByChunk): DeliveryRow[] {
  const { positions, personIds, taskIds, mandatory, skips, quiet } = due;
  if (!positions) return [];
  const [people = [], tasks = []] = [personIds?.split('\n'), taskIds?.split('\n')];
  return positions
    .split('\n')
    .map(Number)
    .map((position, i) => ({
      position,
      personId: people[i] ?? '',
      attempts: 0,
      repeats: 0,
      ...ofPosition(kept, position),
      taskId: tasks[i] || null,
      mandatory: mandatory?.[i] === '1',
      quietFrom: quiet?.[position]?.[0] ?? null,
      quietTo: quiet?.[position]?.[1] ?? null,
      skip: skips?.[position] ?? null,
    }));
}
