/** Builders for training: a provider with its coverage, its trainers, and a plan that nothing is wrong with. */
import { v7 } from 'uuid';
import { sql } from '#platform/database';
import type { TestApp } from '../app.ts';
import { buildOfficer, type TestPerson } from '../people.ts';

let made = 0;

/** A provider that covers these units and all below. */
export async function buildProvider(
  app: TestApp,
  { coverage, name = `Viễn thông ${++made}` }: { coverage: readonly string[]; name?: string },
): Promise<string> {
  const id = v7();
  await app.database.rows(sql`insert into providers (id, name, kind) values (${id}, ${name}, 'telecom')`);
  for (const unitId of coverage)
    await app.database.rows(
      sql`insert into provider_coverage (provider_id, unit_id, validity) values (${id}, ${unitId}, '[2022-01-01,)')`,
    );
  return id;
}

export async function buildTrainer(
  app: TestApp,
  { providerId, unitId, fullName }: { providerId: string; unitId: string; fullName?: string },
): Promise<TestPerson> {
  const built = await buildOfficer(app, {
    role: 'trainer',
    unitId,
    title: 'Giảng viên',
    ...(fullName && { fullName }),
  });
  await app.database.rows(sql`update posts set provider_id = ${providerId} where id = ${built.postId}`);
  return built;
}

/** Two hours in Viet Nam's afternoon, `days` from now. */
export function timesIn(app: TestApp, days: number): { startsAt: string; endsAt: string } {
  const day = new Date(app.clock.now().getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return { startsAt: `${day}T07:00:00.000Z`, endsAt: `${day}T09:00:00.000Z` };
}

export function sessionPlan(
  app: TestApp,
  communeId: string,
  teamIds: readonly string[],
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    communeId,
    topicCode: 'public_services',
    title: 'Dịch vụ công trực tuyến',
    audience: 'teams',
    ...timesIn(app, 7),
    place: 'Nhà văn hóa Thôn 1',
    mapUrl: null,
    onlineUrl: null,
    capacity: 30,
    seatsPerTeam: 2,
    heldUntil: null,
    language: 'vi',
    materials: null,
    bring: 'Điện thoại, căn cước',
    teamIds,
    ...changes,
  };
}
