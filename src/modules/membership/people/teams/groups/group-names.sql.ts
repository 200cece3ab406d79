import { addDays, startOfDay } from '#i18n';
import { nearestRule, organizationSql } from '#modules/organization';
import { type Sql, sql } from '#platform/database';
import { outboxSql } from '#platform/outbox';
import { groupRegistered } from '../../../membership.events.ts';
import type { Team } from '../team.entity.ts';
import type { ChatGroup } from './chat-group.entity.ts';

export interface GroupNameRow extends Pick<Team, 'status'> {
  teamId: string;
  communeId: string;
  hamlet: string;
  commune: string;
  district: string | null;
  template: string | null;
  groupName: ChatGroup['name'] | null;
}

/**
 * What the names of all teams' groups are measured by, as `GroupNameRow`: the name is the one that stood when the day ended. The
 * register keeps the last one, those before it stand in the trail.
 */
export function groupNamesAt(communeIds: readonly string[], at: string): Sql {
  const before = new Date(startOfDay(addDays(at, 1)));
  return sql`with communes as (
     select c.id, c.full_name, d.full_name as district, n.template from units_at(${at}::date) c
       left join lateral (select u.full_name from unit_closure_at(${at}::date) x join units_at(${at}::date) u on u.id = x.ancestor_id
         where x.descendant_id = c.id and x.ancestor_kind = 'district' limit 1) d on true
       left join lateral ${nearestRule(organizationSql.groupNameTemplates, sql`c.id`, sql`${at}::date`)} n on true
      where c.id = any(${communeIds}))
   select t.id as "teamId", t.status, c.id as "communeId", case when u.kind = 'hamlet' then u.full_name else '' end as hamlet,
     c.full_name as commune, c.district, c.template, g.name as "groupName"
     from communes c
     -- Unit by unit and team by team: joined as a whole, those of the country would be read for one commune.
     cross join lateral (
       select n.id, case when n.status = 'draft' then 'draft' else 'active' end as status, n.unit_id,
           not upper_inf(n.validity) as has_ended
         from unit_closure_at(${at}::date) x join teams n on n.unit_id = x.descendant_id and n.validity @> ${at}::date
        where x.ancestor_id = c.id offset 0) t
     cross join lateral (select x.kind, x.full_name from units_at(${at}::date) x where x.id = t.unit_id offset 0) u
     left join lateral (select coalesce(
         (select k.name from chat_groups k where k.team_id = t.id and k.registered_at < ${before}),
         -- Of what was called otherwise since, or had a team that has gone; the group of any other has never been called anything.
         case when t.has_ended or exists (select 1 from chat_groups k where k.team_id = t.id) then (
           select e.name from (select o.changes ->> 'name' as name, o.occurred_at from ${outboxSql.events} o
               where o.name = ${groupRegistered.definition.name} and o.payload @> jsonb_build_object('teamId', t.id::text) offset 0) e
            where e.occurred_at < ${before} order by e.occurred_at desc limit 1) end) as name) g on true`;
}
