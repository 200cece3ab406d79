/** Reforms of hamlets and those of communes and above stand in one table: what their stores ask alike. */
import { type Sql, sql } from '#platform/database';
import type { Reorganisation } from './reorganisation.entity.ts';

export type ReformKey = [isOpen: boolean, onDate: string, id: string];
type Reach = Reorganisation['reach'];

export const reformColumns = sql`r.id, r.unit_id as "unitId", r.title, r.directive_id as "directiveId", r.on_date::text as "onDate", r.state,
  r.version, r.made_at as "madeAt", r.scheduled_by as "scheduledBy", r.scheduled_at as "scheduledAt", r.applied_at as "appliedAt",
  r.revoked_at as "revokedAt", r.revoke_reason as "revokeReason", r.checked_on::text as "checkedOn", r.held, r.gave_way_to as "gaveWayTo"`;
const isOpen = sql`(r.state in ('draft', 'scheduled'))`;

export interface ReformsAsked {
  reach: Reach;
  unitId: string;
  after: ReformKey | null;
  limit: number;
}

/** The open ones by their day, then the others, the latest day first; one more than the limit, each with how many there are. */
export function reformsPage(columns: Sql, { reach, unitId, after, limit }: ReformsAsked): Sql {
  const [open, day, id] = after ?? [true, '', ''];
  const isLater = sql`case when ${isOpen} then ${open}::boolean and (r.on_date, r.id) > (${day}::date, ${id}::uuid)
      else ${open}::boolean or (r.on_date, r.id) < (${day}::date, ${id}::uuid) end`;
  const ofUnit = sql`r.unit_id = ${unitId} and r.reach = ${reach}`;
  return sql`
    select ${columns}, (select count(*)::int from reorganisations r where ${ofUnit}) as total
      from reorganisations r where ${ofUnit} and ${after ? isLater : sql`true`}
     order by ${isOpen} desc, case when ${isOpen} then r.on_date end, case when ${isOpen} then r.id end,
       r.on_date desc, r.id desc limit ${limit + 1}`;
}

/** Scheduled ones whose day is still to come, and of which was not asked yet today what stands against them. */
export const reformsAhead = (reach: Reach, today: string): Sql => sql`
  select r.id from reorganisations r where r.state = 'scheduled' and r.reach = ${reach} and r.on_date > ${today}::date
     and r.checked_on is distinct from ${today}::date order by r.on_date, r.id`;

/** Scheduled ones whose day has come. */
export const dueReforms = (reach: Reach, today: string): Sql => sql`
  select r.id from reorganisations r where r.state = 'scheduled' and r.reach = ${reach} and r.on_date <= ${today}::date
   order by r.on_date, r.id`;
