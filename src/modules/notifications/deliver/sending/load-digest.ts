import { addDays, dateInVietnam } from '#i18n';
import { type Prepared, prepared, type Sql, sql } from '#platform/database';
import { digestKinds } from '../../plan/messages/index.ts';
import { dueWorkOf, SOON_DAYS } from '../../plan/planning/due-work-sql.ts';
import { type DueOf, dueSql } from './chunks/load-chunk.ts';

/** Work that one digest names; a phone shows hardly more before it has to be opened. */
const MOST_DUE = 6;
/** A delivery that was put off past the end of its message, since the digest before. */
const isStale = (messageId: Sql, personId: Sql, since: Sql): Sql => sql`exists (
  select 1 from delivery_rows r where r.message_id = ${messageId} and r.person_id = ${personId}
     and r.state = 'skipped' and r.failure_code = 'expired' and r.changed_at >= ${since})`;

/**
 * How many of the person's messages became stale before they could go out, since the digest before: those that were put off
 * past their end, and what stood in digests that were.
 */
const missedOf = (personId: Sql, since: Sql): Sql => sql`
  select count(*)::int as missed
    from notifications n join messages m on m.id = n.message_id
   where n.person_id = ${personId} and n.seen_at is null and n.created_at >= ${since} - interval '14 days'
     and m.withdrawn_at is null and m.cancelled_at is null and m.kind <> 'digest'
     and (${isStale(sql`n.message_id`, personId, since)} or m.kind = any(${digestKinds}::text[]) and exists (
       select 1 from notifications o join messages g on g.id = o.message_id and g.kind = 'digest'
        where o.person_id = ${personId} and g.created_at > n.created_at and n.created_at >= (g.params->>'since')::timestamptz
          and ${isStale(sql`g.id`, personId, since)}))`;

/**
 * A digest's chunk: for each person the work in hand that is due; what is new in their inbox since the digest before, has not
 * been seen, is no stale news now and is of a kind that waits and is not muted; and how much became stale on its way. Nothing
 * of it left means that they saw it all.
 */
export const loadDigestSql = (due: DueOf, channel: string, since: string | undefined, now: Date): Prepared => {
  const today = dateInVietnam(now);
  const person = sql`d.person_id`;
  const from = sql`${since}::timestamptz`;
  return prepared(
    due.folded ? 'load-digest-folded' : 'load-digest',
    sql`with due as materialized (${dueSql(due)})
    select d.position, d.person_id as "personId", d.attempts, d.repeats, d.language, d.address, null::uuid as "taskId",
           w.due is not null as mandatory, p.quiet_from as "quietFrom", p.quiet_to as "quietTo",
           coalesce(i.items, '[]') as items, w.due, s.missed,
           case when i.items is null and w.due is null and s.missed = 0 then 'seen'
                when ${channel}::text = any(p.off_channels) then 'muted' end as skip
      from due d left join notification_preferences p on p.person_id = d.person_id
      cross join lateral (
        select json_agg(json_build_object('kind', m.kind, 'params', m.params) order by n.message_id desc) as items
          from notifications n join messages m on m.id = n.message_id
         where n.person_id = d.person_id and n.seen_at is null and n.created_at >= ${from}
           and m.kind = any(${digestKinds}::text[]) and m.withdrawn_at is null and m.cancelled_at is null
           and m.expires_at > ${now}::timestamptz and not m.kind = any(coalesce(p.muted, '{}'))) i
      cross join lateral (${dueWorkOf(person, sql`${today}`, sql`${addDays(today, SOON_DAYS)}`, MOST_DUE)}) w
      cross join lateral (${missedOf(person, from)}) s
     order by d.position`,
  );
};
