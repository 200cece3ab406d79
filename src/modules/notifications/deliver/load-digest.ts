import { prepared } from '#platform/database';

/**
 * A digest's chunk: for each person what is new in their inbox since the digest before ($2), has not been seen, is no stale
 * news at $3 and is of a kind that waits ($4) and is not muted. Nothing left means that they saw it all.
 */
export const loadDigestSql = prepared(
  'load-digest',
  `
  select d.position, d.person_id, d.attempts, d.repeats, d.language, d.address, null::uuid as task_id, false as mandatory, p.quiet_from, p.quiet_to, i.items,
         case when i.items is null then 'seen' when d.channel = any(p.off_channels) then 'muted' end as skip
    from deliveries d left join notification_preferences p on p.person_id = d.person_id
    cross join lateral (
      select json_agg(json_build_object('kind', m.kind, 'params', m.params) order by n.message_id desc) as items
        from notifications n join messages m on m.id = n.message_id
       where n.person_id = d.person_id and n.seen_at is null and n.created_at >= $2 and m.kind = any($4) and m.withdrawn_at is null and m.cancelled_at is null and m.expires_at > $3
         and not m.kind = any(coalesce(p.muted, '{}'))) i
   where d.chunk_id = $1 and d.state = 'due' order by d.position`,
);
