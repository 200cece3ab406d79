/** The orders of the last month, what the teams did with them and the messages that told of them. */
import { area, idOf, MEMBERS, type Seats } from './seats.ts';
import { orderColumns, orderValues, taskColumns } from './year.ts';
import type { Size } from './country.ts';

const NOW = `timestamptz '2026-11-18 02:00Z'`;
/** Of the province and of the commune that are asked, each. */
const WATCHED = 20;
/** Kinds of ids that only orders have; each is taken four times, by who issued the order. */
const taskArea = 50;
const messageArea = 60;
const toldArea = 70;
const entryArea = 80;
const decisionArea = 90;
const chunkTeams = 250;

type Which = 'behind' | 'watched';
const tables = (which: Which) => ({ orders: `seed_orders_${which}`, tasks: `seed_tasks_${which}` });

/** One order of each other province and of each commune. */
export function ordersBehind({ communes }: Size): string[] {
  return issued(
    'behind',
    `select 0 as kind, ${idOf(area.provinceOrder, 'p')} as id, p as seq, p as k, p as province, null::int as commune, ${idOf(area.province, 'p')} as unit_id, ${idOf(area.officer, '900000000 + p')} as by_id,
            ${idOf(area.directive, '900000000 + p * 100 + 1')} as directive_id, ${NOW} - interval '20 days' + p * interval '1 second' as at
       from (select distinct province as p from seed_communes where province > 1) p
     union all select 1, ${idOf(area.communeOrder, 'n')}, 1000 + n, n, null, n, id, ${idOf(area.officer, 'n * 10 + 1')}, ${idOf(area.directive, 'n * 100 + 1')}, ${NOW} - interval '10 days' + n * interval '1 second'
       from seed_communes where n <= ${communes}`,
  );
}

/** Twenty orders of the first province to all its teams and twenty of its first commune, in every state. */
export function ordersWatched(_size: Size, { province, commune }: Seats): string[] {
  const at = `${NOW} - (${WATCHED + 2} - k) * interval '34 hours'`;
  return issued(
    'watched',
    `select 2 as kind, ${idOf(area.watchedProvince, 'k')} as id, 10000 + k as seq, k, 1 as province, null::int as commune, '${province}'::uuid as unit_id, ${idOf(area.officer, '2')} as by_id, ${idOf(area.directive, '900000101')} as directive_id, ${at} as at from generate_series(1, ${WATCHED}) k
     union all select 3, ${idOf(area.watchedCommune, 'k')}, 10100 + k, k, null, 1, '${commune}'::uuid, ${idOf(area.officer, '11')}, ${idOf(area.directive, '101')}, ${at} + interval '1 hour' from generate_series(1, ${WATCHED}) k`,
  );
}

/** Mixed, all fresh, mostly submitted, mostly confirmed; the first of the watched ones is cancelled. */
const state = `case when o.kind > 1 and o.k = 1 then 'cancelled'
  when o.k % 5 = 2 then 'assigned'
  when o.k % 5 = 3 then case when h < 12 then 'submitted' else 'accepted' end
  when o.k % 5 = 4 then case when h < 18 then 'confirmed' else 'submitted' end
  else (array['assigned','assigned','assigned','assigned','assigned','accepted','accepted','accepted','accepted','accepted','submitted','submitted','submitted','submitted','confirmed','confirmed','declined','returned','accepted','accepted'])[1 + h] end`;

function issued(which: Which, orders: string): string[] {
  const t = tables(which);
  const title = `'Giúp bà con nộp hồ sơ trực tuyến, đợt ' || k`;
  return [
    `create temp table ${t.orders} as ${orders}`,
    `create temp table ${t.tasks} as
     select ('00000000-' || lpad(to_hex(o.kind + ${taskArea}), 4, '0') || '-7000-8000-' || lpad(to_hex(t.n * 100::bigint + o.k % 100), 12, '0'))::uuid as id,
            o.id as order_id, o.kind, o.k, o.seq, o.at, t.n, t.id as team_id, t.unit_id, t.commune, t.commune_id, t.h, ${state} as state,
            ${idOf(area.person, `(t.n - 1) * ${MEMBERS} + 1`)} as leader, ${idOf(area.officer, 't.commune * 10 + 1')} as judge
       from ${t.orders} o join (select *, (n * 7) % 20 as h from seed_teams) t on t.province = o.province or t.commune = o.commune`,
    `analyze ${t.tasks}`,
    `${orderColumns} select id, unit_id, 'NV03', 'digital_government', ${title}, ${orderValues}, 100000, (at + interval '20 days')::date, (at + interval '3 days')::date, directive_id, '{count}', 'normal', by_id, at, at, id,
            case when kind > 1 and k = 1 then at + interval '1 day' end from ${t.orders} order by at`,
    // Every seventh order of a watched unit is one that is given anew each month.
    `insert into assignment_schedules (series_id, unit_id, set_by, set_at, last_month) select id, unit_id, by_id, at, to_char(at, 'YYYY-MM') from ${t.orders} where kind > 1 and k % 7 = 6`,
    `${taskColumns}
     select id, order_id, 'team', team_id, team_id, unit_id, commune_id, 20, (at + interval '20 days')::date, (at + interval '3 days')::date, state, at + interval '2 days',
            case when did then leader end, case when did then at + interval '1 day' end,
            case when state in ('submitted', 'confirmed', 'returned') then leader end, case when state in ('submitted', 'confirmed', 'returned') then at + interval '2 days' end,
            case when state in ('confirmed', 'returned') then judge end, case when state in ('confirmed', 'returned') then at + interval '2 days' end
       from (select *, state in ('accepted', 'submitted', 'confirmed', 'returned') as did from ${t.tasks}) t order by at, n`,
    `insert into task_decisions (id, task_id, kind, reasons, by_id, at)
     select ${ofTask(decisionArea)}, id, case state when 'confirmed' then 'confirm' when 'returned' then 'return' else 'decline' end, case state when 'returned' then '{photo_unclear}' when 'declined' then '{needs_training}' else '{}' end::text[],
            case state when 'declined' then leader else judge end, at + interval '2 days' from ${t.tasks} where state in ('confirmed', 'returned', 'declined')`,
    `insert into progress_entries (id, task_id, team_id, unit_id, commune_id, kind, happened_on, recorded_at, actor_id, command_id, receipt)
     select ${ofTask(entryArea)}, id, team_id, unit_id, commune_id, 'progress', (at + interval '2 days')::date, at + interval '2 days', leader, id, 'o' || seq || '-' || n from ${t.tasks} where state in ('accepted', 'submitted', 'confirmed', 'returned') order by at, n`,
    `insert into progress_lines (entry_id, position, indicator_code, value, confirmed_value, confirmed_by, confirmed_at, decision_id)
     select ${ofTask(entryArea)}, 0, 'CQ02', 15, case state when 'confirmed' then 15 end, case state when 'confirmed' then judge end, case state when 'confirmed' then at + interval '2 days' end, case state when 'confirmed' then ${ofTask(decisionArea)} end
       from ${t.tasks} where state in ('accepted', 'submitted', 'confirmed', 'returned') order by at, n`,
    `insert into extension_requests (id, task_id, until, reason, asked_by, asked_at) select ${ofTask(decisionArea)}, id, (at + interval '30 days')::date, 'Mưa bão', leader, at + interval '2 days' from ${t.tasks} where state = 'accepted' and h = 8`,
    `insert into chases (id, assignment_id, task_id, team_id, step, event_id, at)
     select gen_random_uuid(), order_id, id, team_id, step, order_id, at + interval '30 hours' from ${t.tasks} cross join (values ('remind'), ('supporter')) s(step) where state = 'assigned' and at < ${NOW} - interval '3 days'`,
    `insert into outbox (id, name, payload, occurred_at, actor_id, unit_id, published_at)
     select gen_random_uuid(), name, jsonb_build_object('taskId', id), at + interval '1 day', leader, unit_id, at + interval '1 day'
       from ${t.tasks} cross join (values ('task.accepted'), ('task.submitted')) e(name) where state in ('submitted', 'confirmed', 'returned') or (state = 'accepted' and name = 'task.accepted')`,
  ];
}

/** A task's own row of another kind has the task's number. */
function ofTask(kind: number): string {
  return `(lpad(to_hex(kind), 8, '0') || '-' || lpad(to_hex(${kind}), 4, '0') || '-7000-8000-' || right(id::text, 12))::uuid`;
}

/** To all four members of each team: who has a session has fetched it, every second person has an account. */
export function messages(which: Which): string[] {
  const t = tables(which);
  const messageId = `(lpad(to_hex(extract(epoch from at)::bigint - 1700000000), 8, '0') || '-' || lpad(to_hex(kind + ${messageArea}), 4, '0') || '-7000-8000-000000000000')::uuid`;
  const person = idOf(area.person, 'p');
  const members = `(select x.*, ${messageId} as message_id, (n - 1) * ${MEMBERS} + q as p, q from ${t.tasks} x cross join generate_series(1, ${MEMBERS}) q) m`;
  const params = `jsonb_build_object('title', 'Giúp bà con nộp hồ sơ trực tuyến', 'issuer', 'UBND', 'work', 'Cùng bà con nộp hồ sơ.', 'dueOn', '2026-12-01', 'replyBy', '2026-11-20', 'team', 'Thôn 1', 'by', 'Nguyễn Văn An', 'count', 5, 'reason', '')`;
  const columns = `insert into messages (id, kind, params, assignment_id, task_id, team_id, issuer_unit_id, sender_id, repeatable, to_members, hold_until, expires_at, created_at, people, planned_at)`;
  const columnsOf = `insert into notifications (person_id, message_id, team_id, task_id, mandatory, created_at, fetched_at, seen_at)`;
  return [
    `${columns} select ${messageId}, 'taskAssigned', ${params}, id, null, null, unit_id, by_id, true, true, at, at + interval '20 days', at, 1, at from ${t.orders} order by at`,
    `${columnsOf} select ${person}, message_id, team_id, id, q < 3, at, case when p % 5 < 2 then at + interval '1 hour' end, case when p % 5 < 2 and h < 14 then at + interval '1 hour' end from ${members} order by at, n`,
    `insert into delivery_rows (message_id, person_id, chunk_id, changed_at, position, attempts, channel, state, language, provider_id)
     select message_id, ${person}, seq * 2000::bigint + n / ${chunkTeams} * 2 + (p % 10 = 1)::int, at + interval '2 minutes', n % ${chunkTeams} * ${MEMBERS} + q, 1, case p % 10 when 1 then 'telegram' else 'zalo-oa' end,
            case when p % 40 = 3 then 'failed' when p % 3 = 0 then 'delivered' else 'sent' end, 'vi', p::text from ${members} where p % 2 = 1 order by at, n`,
    `insert into delivery_chunks (id, message_id, channel, state, due_at, size, sent, done_at, attempted)
     select chunk_id, message_id, channel, 'done', min(changed_at), count(*), count(*), min(changed_at), count(*) from delivery_rows where chunk_id >= 2000 and not exists (select 1 from delivery_chunks c where c.id = chunk_id) group by 1, 2, 3`,
    // Told to the committee, and to the team when it is confirmed.
    `${columns} select ${ofTask(toldArea)}, case state when 'submitted' then 'taskSubmitted' else 'taskConfirmed' end, ${params}, order_id, id, team_id, commune_id, leader, false, true, at, at + interval '20 days', at + interval '2 days', 2, at from ${t.tasks} where state in ('submitted', 'confirmed')`,
    `${columnsOf} select case state when 'submitted' then ${idOf(area.officer, 'commune * 10 + q')} else ${idOf(area.person, `(n - 1) * ${MEMBERS} + q`)} end, ${ofTask(toldArea)}, team_id, id, false, at + interval '2 days', case when h < 10 then at + interval '3 days' end, null
       from ${t.tasks} cross join generate_series(1, 2) q where state in ('submitted', 'confirmed')`,
  ];
}
