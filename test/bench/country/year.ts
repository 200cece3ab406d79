/** A year of facts: results of every month, the reports that count them, sessions of training, difficulties. */
import { area, idOf, MEMBERS } from './seats.ts';
import type { Size } from './country.ts';

const codes = `array['TT01','TT02','TT03','TT04','CQ01','CQ02','CQ04','CQ05','CQ06','KT01','KT02','KT06','KT07','KT08','KT09','XH01','XH02','XH03','XH04','XH05','XH06']`;
const LINES = 3;
/** January to November; the months before the last are reported. */
const MONTHS = 11;
const starts = `(date '2025-12-15' + m * interval '1 month')::date`;
const monthOf = `(date '2026-01-01' + m * interval '1 month')::date`;
const indicator = `'{"code": "CQ02", "name": "Lượt người dân được hướng dẫn", "nameEn": "People helped", "unit": "lượt", "unitEn": "times"}'::jsonb`;

/** Columns that every order of the seed fills. */
export const orderColumns = `insert into assignments (id, issuer_unit_id, template_code, pillar, title, work, indicator_code, indicator, target, due_on, reply_by_on, directive_id, evidence, priority, issued_by, issued_at, recall_until, series_id, cancelled_at)`;
export const orderValues = `'Cùng bà con nộp hồ sơ trên cổng dịch vụ công tại nhà văn hóa thôn.', 'CQ02', ${indicator}`;
export const taskColumns = `insert into tasks (id, assignment_id, assignee_kind, assignee_id, team_id, unit_id, commune_id, target, due_on, reply_by_on, state, state_since, accepted_by, accepted_at, submitted_by, submitted_at, decided_by, decided_at)`;

/** A closed order per province and month for half of the teams; an entry per team and month, one team in eight is silent. */
export function work({ teams, provinces }: Size): string[] {
  const entry = idOf(area.yearEntry, 'm * 10000000::bigint + n');
  const task = idOf(area.yearTask, 'm * 10000000::bigint + n');
  const order = (province: string) => idOf(area.yearOrder, `${province} * 100 + m`);
  const leader = idOf(area.person, `(n - 1) * ${MEMBERS} + 1`);
  const judge = idOf(area.officer, 'commune * 10 + 1');
  const months = `generate_series(0, ${MONTHS - 1}) m cross join seed_teams`;
  const hasTask = '(n + m) % 2 = 0 and m < 10';
  const isConfirmed = `(n + m) % 20 > 0`;
  const decided = `(${starts} + interval '27 days')`;
  return [
    `${orderColumns} select ${order('p')}, ${idOf(area.province, 'p')}, 'NV03', 'digital_government', 'Nộp hồ sơ trực tuyến tháng ' || (m + 1), ${orderValues}, ${Math.max(1, teams) * 10}, ${starts} + 25, ${starts} + 3,
            ${idOf(area.directive, '900000000 + p * 100 + 1')}, '{count}', 'normal', ${idOf(area.officer, 'case p when 1 then 2 else 900000000 + p end')}, ${starts}, ${starts}, ${order('p')}, null
       from generate_series(1, ${provinces}) p, generate_series(0, 9) m`,
    `${taskColumns} select ${task}, ${order('province')}, 'team', id, id, unit_id, commune_id, 20, ${starts} + 25, ${starts} + 3, 'confirmed', ${decided}, ${leader}, ${starts} + interval '1 day', ${leader}, ${starts} + interval '24 days', ${judge}, ${decided}
       from ${months} where ${hasTask}`,
    `insert into task_decisions (id, task_id, kind, by_id, at) select ${idOf(area.extra, '1000000000 + m * 10000000::bigint + n')}, ${task}, 'confirm', ${judge}, ${decided} from ${months} where ${hasTask}`,
    `insert into progress_entries (id, task_id, team_id, unit_id, commune_id, kind, quick_kind, happened_on, recorded_at, actor_id, command_id, receipt)
     select ${entry}, case when ${hasTask} then ${task} end, id, unit_id, commune_id, case when ${hasTask} then 'progress' else 'quick' end, case when not (${hasTask}) then 'public_services' end,
            ${starts} + (n * 7 + m) % 28, ${starts} + interval '20 days', ${leader}, ${entry}, m || '-' || n
       from ${months} where (n + m) % 8 > 0`,
    `insert into progress_lines (entry_id, position, indicator_code, value, confirmed_value, confirmed_by, confirmed_at, decision_id, entry_decision_id)
     select ${entry}, p, (${codes})[1 + (n * 5 + m * 3 + p * 7) % 21], 10 + (n + m + p) % 40,
            case when ${isConfirmed} then 8 + (n + m + p) % 40 end, case when ${isConfirmed} then ${judge} end, case when ${isConfirmed} then ${decided} end,
            case when ${isConfirmed} and ${hasTask} then ${idOf(area.extra, '1000000000 + m * 10000000::bigint + n')} end, case when ${isConfirmed} and not (${hasTask}) then ${idOf(area.extra, '1')} end
       from ${months} cross join generate_series(0, ${LINES - 1}) p where (n + m) % 8 > 0`,
    // Of every second quick report somebody asks how it went; most have.
    `insert into follow_ups (id, entry_id, person_id, ask_on, done_at)
     select ${idOf(area.extra, '1300000000 + m * 10000000::bigint + n')}, ${entry}, ${leader}, ${starts} + 40, case when m < 9 then ${starts} + interval '40 days' end
       from ${months} where (n + m) % 8 > 0 and not (${hasTask})`,
  ];
}

/** Ten months accepted, November open; a hundredth of each month was late. A province's campaign asks for rosters besides. */
export function reports({ communes }: Size): string[] {
  const monthly = (kind: string, id: string, receiver: string, number: string, state: string) => `
    select ${number}, ${id}, '${kind}', 'monthly', ${monthOf}, ${starts}, (${starts} + interval '1 month')::date - 1, (${starts} + interval '1 month')::date + 9, (${starts} + interval '1 month')::date + 9,
           ${receiver}, ${state}, case when ${state} = 'draft' then 0 else 1 end, case when ${state} <> 'draft' then ${starts} + interval '1 month' + (n % 12) * interval '1 day' end, ${starts} + interval '1 month'`;
  const columns = `insert into reports (id, unit_id, unit_kind, kind, month, starts_on, ends_on, fixed_due_on, due_on, receiver_id, state, version, first_submitted_at, opened_at)`;
  const communeReport = idOf(area.report, 'm * 100000 + n');
  const campaign = idOf(area.campaign, '1');
  return [
    'analyze progress_entries, progress_lines',
    `${columns} ${monthly('commune', 'id', 'province_id', communeReport, `case when m < 10 then 'accepted' when n % 3 = 0 then 'submitted' else 'draft' end`)}
       from seed_communes, generate_series(0, ${MONTHS - 1}) m where n <= ${communes}`,
    `${columns} ${monthly('province', 'id', 'null::uuid', idOf(area.report, '90000000 + m * 100000 + n'), `case when m < 10 then 'accepted' else 'draft' end`)}
       from (select distinct province as n, province_id as id from seed_communes) p, generate_series(0, ${MONTHS - 1}) m`,
    `insert into report_versions (report_id, version, submitted_at, submitted_by, days_late, content, content_hash, decision, decided_at, decided_by)
     select id, 1, first_submitted_at, ${idOf(area.officer, '13')}, 0, '{}', md5(id::text), case state when 'accepted' then 'accepted' end, case state when 'accepted' then first_submitted_at + interval '3 days' end, case state when 'accepted' then ${idOf(area.officer, '2')} end
       from reports where version = 1`,
    'analyze reports',
    `insert into report_facts (entry_id, position, report_id, month, is_late)
     select l.entry_id, p.position, r.id, r.month, l.is_late from (
       select x.*, (date_trunc('month', x.happened_on - 14) + case when x.is_late then interval '2 months' else interval '1 month' end)::date as month from (
         select id as entry_id, commune_id, happened_on, happened_on < '2026-09-15' and hashtext(receipt) % 100 = 0 as is_late from progress_entries where happened_on < '2026-11-15') x) l
       join reports r on r.unit_id = l.commune_id and r.month = l.month and r.kind = 'monthly' and r.version > 0 join progress_lines p on p.entry_id = l.entry_id where p.confirmed_value is not null`,
    `insert into report_figures (report_id, version, code, numerator, denominator, previous_numerator, previous_denominator, year_numerator, year_denominator, records, late, is_typed)
     select r.id, 1, i.code, 10 + h % 50, case i.aggregation when 'ratio' then 100 end, 9 + h % 50, case i.aggregation when 'ratio' then 100 end, 60 + h % 500, case i.aggregation when 'ratio' then 1000 end, 5, 0, false
       from (select id, abs(hashtext(id::text)) as h from reports where version = 1) r, indicators i where not i.typed and upper_inf(i.validity)`,
    `insert into campaigns (id, unit_id, kind, title, starts_on, fixed_due_on, made_by, made_at, recall_until)
     values (${campaign}, ${idOf(area.province, '1')}, 'roster', 'Phụ lục 1', '2026-11-10', '2026-11-30', ${idOf(area.officer, '2')}, '2026-11-10', '2026-11-10')`,
    `insert into reports (id, unit_id, unit_kind, kind, campaign_id, month, starts_on, ends_on, fixed_due_on, due_on, receiver_id, opened_at)
     select ${idOf(area.report, '80000000 + n')}, id, 'commune', 'roster', ${campaign}, '2026-11-01', '2026-11-10', '2026-11-30', '2026-11-30', '2026-11-30', province_id, '2026-11-10'
       from seed_communes where province = 1 and n <= ${communes}`,
    ...form(communes),
  ];
}

/** A form of a province with twelve questions, which three of five of its communes have answered. */
function form(communes: number): string[] {
  const id = idOf(area.form, '1');
  const round = idOf(area.form, '2');
  const sheet = idOf(area.form, '10 + n');
  const province = idOf(area.province, '1');
  const officer = idOf(area.officer, '2');
  const labels = `jsonb_build_object('id', 'q' || q, 'kind', 'whole', 'label', 'Câu ' || q, 'required', true)`;
  const questions = `(select jsonb_agg(${labels} order by q) from generate_series(1, 12) q)`;
  const answers = `(select jsonb_object_agg('q' || q, q + n % 50) from generate_series(1, 12) q)`;
  const asked = 'seed_communes where province = 1 and n <=';
  return [
    `insert into forms (id, unit_id, title, questions, edit, written_by, written_at, made_by, made_at)
     values (${id}, ${province}, 'Ra quân', ${questions}, 1, ${officer}, '2026-11-10', ${officer}, '2026-11-10')`,
    `insert into form_versions (form_id, version, title, questions, published_by, published_at)
     select id, 1, title, questions, made_by, made_at from forms where id = ${id}`,
    `insert into form_rounds (id, form_id, version, unit_id, fixed_due_on, due_on, closes_on, made_by, made_at, recall_until)
     values (${round}, ${id}, 1, ${province}, '2026-11-30', '2026-11-30', '2026-12-03', ${officer}, '2026-11-10', '2026-11-10')`,
    `insert into form_sheets (id, round_id, unit_id, state, answers, number, first_sent_on)
     select ${sheet}, ${round}, id, case when n % 5 < 3 then 'sent' else 'open' end,
       case when n % 5 < 3 then ${answers} else '{}' end, case when n % 5 < 3 then 1 else 0 end,
       case when n % 5 < 3 then date '2026-11-20' end from ${asked} ${communes}`,
    `insert into form_sent (sheet_id, number, version, answers, reasons, sent_by, sent_at)
     select id, 1, 1, answers, '{}', ${officer}, '2026-11-20' from form_sheets where round_id = ${round} and number = 1`,
  ];
}

/** Four sessions per commune and year with their people, one that comes and one that is proposed. */
export function training({ communes }: Size): string[] {
  const session = idOf(area.training, 'n * 10 + q');
  const sessionOfTeam = idOf(area.training, 'commune * 10 + q');
  const person = idOf(area.person, `(n - 1) * ${MEMBERS} + q`);
  const held = `(timestamptz '2026-01-20 02:00Z' + q * interval '70 days')`;
  const taught = 'seed_teams cross join generate_series(1, 4) q';
  return [
    `insert into training_sessions (id, state, provider_id, trainer_id, commune_id, topic_code, title, audience, starts_at, ends_at, place, capacity, language, secret, proposed_by, proposed_at, decided_by, decided_at, asked, done_at)
     select ${session}, case when q < 5 then 'done' when q = 5 then 'published' else 'proposed' end, ${idOf(area.provider, 'province')}, ${idOf(area.trainer, 'n')}, id, 'public_services', 'Dịch vụ công trực tuyến', 'teams',
            s.at, s.at + interval '2 hours', 'Nhà văn hóa', 40, 'vi', sha256(n::text::bytea), ${idOf(area.trainer, 'n')}, s.at - interval '20 days', case when q < 6 then ${idOf(area.officer, 'n * 10 + 1')} end, case when q < 6 then s.at - interval '15 days' end, 30, case when q < 5 then s.at + interval '3 hours' end
       from seed_communes cross join generate_series(1, 6) q cross join lateral (select case when q < 5 then ${held} else timestamptz '2026-11-25 02:00Z' + (q - 5) * interval '7 days' end as at) s where n <= ${communes}`,
    `insert into session_teams (session_id, team_id, kept) select ${sessionOfTeam}, id, 1 from seed_teams cross join generate_series(1, 6) q`,
    `insert into session_invitations (session_id, person_id, team_id, state, asked, answered_at, invited_at) select ${sessionOfTeam}, ${person}, id, 'seated', k, ${held} - interval '9 days', ${held} - interval '10 days' from ${taught}`,
    `insert into session_invitations (session_id, person_id, team_id, state, asked, answered_at, invited_at)
     select ${idOf(area.training, 'commune * 10 + 5')}, ${person}, id, case q when 1 then 'seated' else 'invited' end, case q when 1 then k end, case q when 1 then timestamptz '2026-11-16' end, '2026-11-15' from ${taught}`,
    `insert into check_ins (id, session_id, person_id, full_name, team_id, method, at, received_at, state)
     select ${idOf(area.extra, '1200000000 + n * 10 + q')}, ${sessionOfTeam}, ${person}, 'Người', id, 'scanned', ${held}, ${held}, 'counted' from ${taught}`,
    `insert into training_feedback (session_id, person_id, liked, can_do, at) select ${sessionOfTeam}, ${person}, 1 + n % 3, 1 + n % 3, ${held} from ${taught} where n % 2 = 0`,
    `insert into certificates (id, code, session_id, person_id, full_name, title, topic_code, provider, hours, held_on, issued_by, issued_at)
     select ${idOf(area.extra, '1400000000 + n * 10 + q')}, 'BENC-H' || (n * 10 + q), ${sessionOfTeam}, ${person}, 'Người', 'Dịch vụ công trực tuyến', 'public_services', 'Viễn thông', 2, ${held}::date, ${idOf(area.trainer, 'commune')}, ${held} from ${taught}`,
    `insert into training_credits (id, person_id, course, organiser, topic_code, hours, completed_on, proof_url, state, recorded_at)
     select ${idOf(area.extra, '1600000000 + n')}, ${idOf(area.person, `(n - 1) * ${MEMBERS} + 2`)}, 'An toàn trên mạng', 'Nền tảng học trực tuyến', 'public_services', 4, '2026-09-01', 'https://hoc.example/1', case n % 3 when 0 then 'waiting' else 'accepted' end, '2026-09-02' from seed_teams`,
    `insert into avoid_times (id, unit_id, label, weekdays, start_time, end_time) select ${idOf(area.extra, '1650000000 + n')}, id, 'Chợ phiên', '{2}', '05:00', '10:00' from seed_communes`,
  ];
}

/** Three per team; of the last ones a third waits. */
export function difficulties(): string[] {
  const at = `(timestamptz '2026-03-01' + d * interval '80 days' + (n % 20) * interval '1 day')`;
  const isOpen = '(d = 3 and n % 3 = 0)';
  return [
    `insert into difficulties (id, kind, text, team_id, unit_id, commune_id, by_id, at, command_id, answer, answered_at, answered_by, due_on, published_at)
     select ${idOf(area.extra, '1700000000 + n * 10 + d')}, case d when 1 then 'signal' else 'skill' end, 'Sóng yếu ở cuối thôn, bà con không nộp được hồ sơ.', id, unit_id, commune_id, ${idOf(area.person, `(n - 1) * ${MEMBERS} + 1`)}, ${at}, ${idOf(area.extra, '1700000000 + n * 10 + d')},
            case when not ${isOpen} then 'Đã báo nhà mạng, tuần sau lắp thêm trạm.' end, case when not ${isOpen} then ${at} + interval '2 days' end, case when not ${isOpen} then ${idOf(area.officer, 'commune * 10 + 1')} end,
            (${at} + interval '5 days')::date, case when not ${isOpen} and n % 10 = 1 then ${at} + interval '2 days' end
       from seed_teams cross join generate_series(1, 3) d`,
    `insert into difficulty_steps (id, difficulty_id, kind, text, by_id, at) select ${idOf(area.extra, '1800000000 + row_number() over ()')}, id, 'answered', answer, answered_by, answered_at from difficulties where answered_at is not null`,
    `insert into know_how (difficulty_id, kind, title, answer, commune_id, published_by, published_at) select id, kind, text, answer, commune_id, answered_by, published_at from difficulties where published_at is not null`,
  ];
}
