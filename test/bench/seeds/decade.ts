/**
 * What years of use leave behind, by SQL, on top of a seeded year: messages with their deliveries, the trail, the log, sessions,
 * answers of commands, told events, drafts, lists, photos. Foreign keys are not looked at while it is written.
 */
import type { Client } from 'pg';
import { communeOf, idOf, MEMBERS } from './year.ts';

export interface Months {
  teams: number;
  communes: number;
  /** The first of them, and how many: month 0 is `epoch`. */
  from: number;
  count: number;
  /** `YYYY-MM-01` */
  epoch: string;
}

const CHUNK = 500;
/** Kinds of ids that only these rows have. */
const area = {
  order: 40,
  orderMessage: 41,
  teamMessage: 42,
  session: 43,
  photo: 44,
  draft: 45,
  list: 46,
  act: 47,
  webhook: 48,
} as const;

export async function seedMonths(client: Client, months: Months): Promise<void> {
  for (const part of [orders, teamMessages, trail, log, access, leftovers])
    for (const statement of part(months)) await client.query(statement);
}

const monthsOf = ({ from, count }: Months): string => `generate_series(${from}, ${from + count - 1}) m`;
const at = ({ epoch }: Months, more = `interval '0'`): string =>
  `(timestamptz '${epoch} 01:00Z' + m * interval '1 month' + ${more})`;
/** Numbers of months and rows in one. */
const of = (n: string): string => `(m * 20000000::bigint + ${n})`;

/** One order a month to every team: told to all members, by e-mail, one in twenty not at the first try. */
function orders(months: Months): string[] {
  const people = months.teams * MEMBERS;
  const sent = at(months, `interval '2 days'`);
  const chunk = `(m * 100000::bigint + 1 + (p - 1) / ${CHUNK})`;
  return [
    `insert into assignments (id, issuer_unit_id, template_code, pillar, title, work, indicator_code, indicator, target, due_on, reply_by_on, directive_id, evidence, priority, issued_by, issued_at, recall_until, series_id)
     select ${idOf(area.order, 'm')}, ${idOf(1, '1')}, 'NV03', 'digital_government', 'Đợt ' || m, 'Việc', 'CQ02', '{}', 10, ${sent}::date + 20, ${sent}::date + 3, ${idOf(9, '1')}, '{count}', 'normal', ${idOf(5, '1')}, ${sent}, ${sent}, ${idOf(area.order, 'm')} from ${monthsOf(months)}`,
    `insert into messages (id, kind, params, assignment_id, issuer_unit_id, sender_id, repeatable, to_members, hold_until, expires_at, created_at, people, planned_at)
     select ${idOf(area.orderMessage, 'm')}, 'taskAssigned', '{"title":"Giúp bà con nộp hồ sơ","by":"Nguyễn Văn An"}', ${idOf(area.order, 'm')}, ${idOf(1, '1')}, ${idOf(5, '1')}, true, true, ${sent}, ${sent}, ${sent}, ${people}, ${sent} from ${monthsOf(months)}`,
    `insert into delivery_chunks (id, message_id, channel, state, due_at, size, sent, failed, done_at, folded, settled, settled_at, languages)
     select m * 100000::bigint + c, ${idOf(area.orderMessage, 'm')}, 'email', 'done', ${sent}, ${CHUNK}, ${CHUNK} - 25, 25, ${sent}, true, ${CHUNK}, ${sent}, repeat(E'vi\\n', ${CHUNK})
       from ${monthsOf(months)} cross join generate_series(1, ${Math.ceil(people / CHUNK)}) c`,
    `insert into notifications (person_id, message_id, team_id, mandatory, created_at, fetched_at, seen_at, chunk_id, position)
     select ${idOf(5, 'p')}, ${idOf(area.orderMessage, 'm')}, ${idOf(4, `((p - 1) / ${MEMBERS} + 1)`)}, true, ${sent}, ${sent}, ${sent}, ${chunk}, (p - 1) % ${CHUNK}
       from ${monthsOf(months)} cross join generate_series(1, ${people}) p`,
    `insert into delivery_rows (message_id, person_id, chunk_id, changed_at, position, attempts, channel, state, language, failure_class)
     select ${idOf(area.orderMessage, 'm')}, ${idOf(5, 'p')}, ${chunk}, ${sent}, (p - 1) % ${CHUNK}, 1, 'email', 'failed', 'vi', 'recipient'
       from ${monthsOf(months)} cross join generate_series(1, ${people}, 20) p`,
  ];
}

/** Each team hears once a month that its work is confirmed. */
function teamMessages(months: Months): string[] {
  const sent = at(months, `interval '20 days'`);
  return [
    `insert into messages (id, kind, params, team_id, issuer_unit_id, sender_id, repeatable, to_members, hold_until, expires_at, created_at, people, planned_at)
     select ${idOf(area.teamMessage, of('n'))}, 'taskConfirmed', '{"title":"Giúp bà con nộp hồ sơ"}', ${idOf(4, 'n')}, ${idOf(2, communeOf('n', months.communes, months.teams))}, ${idOf(5, '1')}, false, true, ${sent}, ${sent}, ${sent}, ${MEMBERS}, ${sent}
       from ${monthsOf(months)} cross join generate_series(1, ${months.teams}) n`,
    `insert into notifications (person_id, message_id, team_id, mandatory, created_at)
     select ${idOf(5, `(n - 1) * ${MEMBERS} + q`)}, ${idOf(area.teamMessage, of('n'))}, ${idOf(4, 'n')}, false, ${sent}
       from ${monthsOf(months)} cross join generate_series(1, ${months.teams}) n cross join generate_series(1, ${MEMBERS}) q`,
  ];
}

function trail(months: Months): string[] {
  const done = at(months, `q * interval '5 days'`);
  return [
    `insert into outbox (id, name, payload, occurred_at, actor_id, unit_id, place_id, published_at)
     select gen_random_uuid(), 'task.accepted', '{}', ${done}, ${idOf(5, `(n - 1) * ${MEMBERS} + 1`)}, ${idOf(3, 'n')}, ${idOf(3, 'n')}, ${done}
       from ${monthsOf(months)} cross join generate_series(1, ${months.teams}) n cross join generate_series(1, 4) q`,
    `insert into outbox (id, name, payload, occurred_at, published_at)
     select gen_random_uuid(), 'report.opened', '{}', ${at(months)}, ${at(months)} from ${monthsOf(months)} cross join generate_series(1, ${months.communes}) n`,
  ];
}

/** An officer of each commune looks at numbers eight times a month, of five people each. */
function log(months: Months): string[] {
  const looked = at(months, `q * interval '3 days'`);
  const act = idOf(area.act, of(`n * 10 + q`));
  const each = `from ${monthsOf(months)} cross join generate_series(1, ${months.communes}) n cross join generate_series(1, 8) q`;
  return [
    `insert into access_acts (id, at, kind, what, person_id, unit_id, by_unit_id, people, purpose) select ${act}, ${looked}, 'look', 'phone.read', ${idOf(5, 'n')}, ${idOf(2, 'n')}, ${idOf(2, 'n')}, 5, 'call_about_task' ${each}`,
    `insert into access_log (id, at, person_id, what, subject_id, act_id) select gen_random_uuid(), ${looked}, ${idOf(5, 'n')}, 'phone.read', ${idOf(5, 'n + s')}, ${act} ${each} cross join generate_series(1, 5) s`,
  ];
}

/** Each person opens a session every third month and sends two commands a month. */
function access(months: Months): string[] {
  const people = months.teams * MEMBERS;
  const each = `from ${monthsOf(months)} cross join generate_series(1, ${people}) p`;
  return [
    `insert into sessions (id, person_id, token_hash, device, created_at, last_seen_at, expires_at)
     select ${idOf(area.session, of('p'))}, ${idOf(5, 'p')}, sha256((m || '-' || p)::bytea), 'Điện thoại', ${at(months)}, ${at(months)}, ${at(months, `interval '30 days'`)} ${each} where (m + p) % 3 = 0`,
    `insert into command_answers (person_id, command_id, route, body_hash, status, started_at) select ${idOf(5, 'p')}, gen_random_uuid(), 'POST /tasks', '', 204, ${at(months)} ${each} cross join generate_series(1, 2)`,
    `insert into webhook_events (id, channel, kind, received_at, due_at, done_at) select ${idOf(area.webhook, of('p'))}, 'telegram', 'text', ${at(months)}, ${at(months)}, ${at(months)} ${each} where p % 3 = 0`,
  ];
}

function leftovers(months: Months): string[] {
  const each = `from ${monthsOf(months)} cross join generate_series(1, ${months.communes}) n`;
  return [
    `insert into assignment_drafts (id, unit_id, title, content, saved_by, saved_at) select ${idOf(area.draft, of('n'))}, ${idOf(2, 'n')}, 'Việc', '{}', ${idOf(5, 'n')}, ${at(months)} ${each}`,
    `insert into list_jobs (id, unit_id, asked_by, on_day, asked_at, state, done_at, failure_code) select ${idOf(area.list, of('n'))}, ${idOf(2, 'n')}, ${idOf(5, 'n')}, ${at(months)}::date, ${at(months)}, 'failed', ${at(months)}, 'x' ${each}`,
    // Of the results of the seeded year, so that each stays behind a figure.
    `insert into photos (id, entry_id, position, content_hash, width, height, bytes, taken_by, announced_at, stored_at)
     select ${idOf(area.photo, of('n'))}, ${idOf(16, '(m % 12 * 10000000 + n)::bigint')}, m, encode(sha256((m || '/' || n)::bytea), 'hex'), 800, 600, 90000, ${idOf(5, `(n - 1) * ${MEMBERS} + 1`)}, ${at(months)}, ${at(months)}
       from ${monthsOf(months)} cross join generate_series(1, ${months.teams}) n`,
  ];
}
