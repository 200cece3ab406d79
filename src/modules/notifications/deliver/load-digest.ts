import { type Prepared, prepared, sql } from '#platform/database';
import { digestKinds } from '../messages/index.ts';
import { type DueOf, dueSql } from './load-chunk.ts';

/**
 * A digest's chunk: for each person what is new in their inbox since the digest before, has not been seen, is no stale
 * news now and is of a kind that waits and is not muted. Nothing left means that they saw it all.
 */
export const loadDigestSql = (due: DueOf, channel: string, since: string | undefined, now: Date): Prepared =>
  prepared(
    'load-digest',
    sql`with due as materialized (${dueSql(due)})
    select d.position, d.person_id as "personId", d.attempts, d.repeats, d.language, d.address, null::uuid as "taskId",
           false as mandatory, p.quiet_from as "quietFrom", p.quiet_to as "quietTo", i.items,
           case when i.items is null then 'seen' when ${channel}::text = any(p.off_channels) then 'muted' end as skip
      from due d left join notification_preferences p on p.person_id = d.person_id
      cross join lateral (
        select json_agg(json_build_object('kind', m.kind, 'params', m.params) order by n.message_id desc) as items
          from notifications n join messages m on m.id = n.message_id
         where n.person_id = d.person_id and n.seen_at is null and n.created_at >= ${since}::timestamptz
           and m.kind = any(${digestKinds}::text[]) and m.withdrawn_at is null and m.cancelled_at is null
           and m.expires_at > ${now}::timestamptz and not m.kind = any(coalesce(p.muted, '{}'))) i
     order by d.position`,
  );
