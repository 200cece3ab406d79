/** What units of a chain owe and have sent, as its officers and boards have it. */
import { randomUUID } from 'node:crypto';
import { sql } from '#platform/database';
import type { TestApp } from '../../app.ts';
import { buildOfficer, type TestPerson } from '../../people.ts';
import { openReport, send } from '../../reports.ts';
import type { Random } from './model.ts';
import { type ChainWorld, mustOf } from './world.ts';

interface Owed {
  id: string;
  unitId: string;
  state: string;
}

/** Confirmed work of each team on a day, of other sizes each time; gives how much of all. */
export async function workOn(app: TestApp, world: ChainWorld, day: string, random: Random): Promise<number> {
  const teams = await app.database.rows<{ id: string; unitId: string; communeId: string; leaderId: string }>(
    sql`select t.id, t.unit_id as "unitId", c.ancestor_id as "communeId",
        (select person_id from team_members m where m.team_id = t.id and m.role = 'leader' limit 1) as "leaderId"
      from teams t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune'
     where t.id = any(${world.teamIds}::uuid[]) order by t.id`,
  );
  let sum = 0;
  for (const { id, unitId, communeId, leaderId } of teams) {
    const value = 1 + random(20);
    sum += value;
    await app.database.rows(
      sql`with e as (
            insert into progress_entries (id, team_id, unit_id, commune_id, kind, quick_kind, happened_on, recorded_at, actor_id, command_id, receipt)
            values (gen_random_uuid(), ${id}, ${unitId}, ${communeId}, 'quick', 'public_services', ${day}, ${app.clock.now()}, ${leaderId},
              ${randomUUID()}, ${`O-${randomUUID().slice(0, 12)}`}) returning id),
          d as (
            insert into entry_decisions (id, entry_id, kind, by_id, at)
            select gen_random_uuid(), id, 'confirm', ${world.admin.id}, ${app.clock.now()} from e returning id, entry_id, by_id, at)
        insert into progress_lines (entry_id, position, indicator_code, value, confirmed_value, confirmed_by, confirmed_at, entry_decision_id)
        select entry_id, 0, 'CQ01', ${value}, ${value}, by_id, at, id from d`,
    );
  }
  return sum;
}

/** Reports of communes of the world for a month. */
export const owedOf = (app: TestApp, { provinceId }: ChainWorld, month: string): Promise<Owed[]> =>
  app.database.rows(
    sql`select r.id, r.unit_id as "unitId", r.state from reports r
      where r.kind = 'monthly' and r.unit_kind = 'commune' and r.month = ${`${month}-01`}
        and exists (select 1 from unit_closure_spans c where c.ancestor_id = ${provinceId} and c.descendant_id = r.unit_id) order by r.id`,
  );

/** Sends open reports of the month for which `which` says so, each by whoever writes it today. */
export async function sendSome(
  app: TestApp,
  world: ChainWorld,
  { month, which, officers }: { month: string; which: () => boolean; officers: Map<string, TestPerson> },
): Promise<void> {
  for (const { id, unitId, state } of await owedOf(app, world, month)) {
    if (state !== 'draft' || !which()) continue;
    const [writer] = await app.database.rows<{ id: string }>(
      sql`with recursive line as (
            select ${unitId}::uuid as id union select s.to_unit_id from line l join unit_successors s on s.from_unit_id = l.id)
          select u.id from line l join units u on u.id = l.id and u.validity @> ${app.clock.today()}::date order by u.id limit 1`,
    );
    const at = writer?.id ?? unitId;
    const officer = officers.get(at) ?? (await buildOfficer(app, { role: 'focal_officer', unitId: at, standIn: true }));
    officers.set(at, officer);
    // Whoever receives has given a day: what a report counts is asked here, not how late it may be.
    await app.database.rows(
      sql`update reports set exception_until = ${app.clock.today()}, exception_reason = 'Sắp xếp đơn vị' where id = ${id}`,
    );
    const { status, body } = await send(app, officer, id, { lateReason: 'Sắp xếp đơn vị' });
    if (status !== 200) throw new Error(`not sent: ${JSON.stringify(body)}`);
  }
}

/** The district accepts some of what has been sent, and sends its own sum of it. */
export async function acceptSome(
  app: TestApp,
  world: ChainWorld,
  { month, which }: { month: string; which: () => boolean },
): Promise<void> {
  const district = await buildOfficer(app, { role: 'district_officer', unitId: world.districtId });
  for (const { id, state } of await owedOf(app, world, month))
    if (state === 'submitted' && which())
      await mustOf(app)('acceptReport', district.token, { params: { reportId: id }, body: { version: 1 } });
  const { id } = await openReport(app, district, world.districtId, month);
  const { status, body } = await send(app, district, id, { withMissing: true, lateReason: 'Sắp xếp đơn vị' });
  if (status !== 200) throw new Error(`not sent: ${JSON.stringify(body)}`);
}

export interface Boards {
  /** Reports of communes that are on none of the boards, or on more than one. */
  lost: string[];
  /** Sums of what was sent by the board of the office that stands nearest, and by the units of today. */
  sums: [string, number | null, number | null][];
  differences: string[];
}

/** All boards of a month, laid beside each other. @param atId the office whose communes report to it */
export async function boardsOf(
  app: TestApp,
  world: ChainWorld,
  { by, atId, month }: { by: TestPerson; atId: string; month: string },
): Promise<Boards> {
  const must = mustOf(app);
  const of = (unitId: string) =>
    must('reportBoard', by.token, { params: { unitId }, query: { month, codes: 'TC01,CQ01' } });
  const offices = await app.database.rows<{ id: string }>(
    sql`select id from units where id = any(${[world.provinceId, world.districtId]}::uuid[]) and validity @> ${app.clock.today()}::date`,
  );
  const shown: string[] = [];
  for (const { id } of offices)
    shown.push(...(await of(id)).units.map(({ report }: { report: { id: string } | null }) => report?.id ?? ''));
  const owed = await owedOf(app, world, month);
  const board = await of(atId);
  const restated = await must('restatedBoard', by.token, {
    params: { unitId: atId },
    query: { month, codes: 'TC01,CQ01' },
  });
  const sent = (figures: { code: string; pair: { numerator: number | null } }[], code: string) =>
    figures.find((one) => one.code === code)?.pair.numerator ?? 0;
  return {
    lost: owed.filter(({ id }) => shown.filter((one) => one === id).length !== 1).map(({ unitId }) => unitId),
    sums: ['TC01', 'CQ01'].map((code) => [code, sent(board.totals, code), sent(restated.sent.figures, code)]),
    differences: [...board.differences, ...restated.differences],
  };
}
