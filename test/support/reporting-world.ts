/** Two communes, their district and province, on a process that serves and one that opens, reminds and delivers. */
import { randomUUID } from 'node:crypto';
import { type RouteId, routes } from '#contracts';
import { type Answer, type CallOptions, startApp, type TestApp } from './app.ts';
import { buildVillage, type TestTeam, type Village } from './orders.ts';
import { buildOfficer, type TestPerson } from './people.ts';
import { buildFocal } from './reports.ts';

interface Listed {
  id: string;
  month: string;
  kind: string;
}

export class ReportingWorld {
  village!: Village;
  neighbour!: Village;
  focal!: TestPerson;
  neighbourFocal!: TestPerson;
  district!: TestPerson;
  province!: TestPerson;

  private constructor(
    readonly api: TestApp,
    readonly worker: TestApp,
  ) {}

  static async start(day: string): Promise<ReportingWorld> {
    const api = await startApp({ ROLE: 'api' });
    const world = new ReportingWorld(api, await startApp({ ROLE: 'worker', DATABASE_URL: api.databaseUrl }));
    world.on(day);
    world.village = await buildVillage(api);
    const { districtId, provinceId, communeId } = world.village;
    world.neighbour = await buildVillage(api, { commune: 'Dân Lý', hamlets: 1, districtId });
    world.focal = await buildFocal(api, communeId);
    world.neighbourFocal = await buildFocal(api, world.neighbour.communeId);
    world.district = await buildOfficer(api, { role: 'district_officer', unitId: districtId });
    world.province = await buildOfficer(api, { role: 'province_officer', unitId: provinceId });
    return world;
  }

  /** Ten in the morning of that day, for both processes. */
  on(day: string): void {
    for (const { clock } of [this.api, this.worker]) clock.set(new Date(`${day}T03:00:00Z`));
  }

  call(route: RouteId, by: TestPerson, options: Omit<CallOptions, 'token'> = {}): Promise<Answer> {
    const key = routes[route].method === 'GET' ? {} : { key: randomUUID() };
    return this.api.call(routes[route], { token: by.token, ...key, ...options });
  }

  /** People guided on online services, told from a member's phone; gives the entry. */
  async tell(value: number, happenedOn: string, { id, member }: TestTeam): Promise<string> {
    const body = { kind: 'public_services', value, happenedOn };
    const answer = await this.call('quickReport', member, { params: { teamId: id }, body });
    if (answer.status !== 201) throw new Error(`the phone was refused: ${JSON.stringify(answer.body)}`);
    return answer.body.entry.id;
  }

  async confirm(entryId: string, by = this.village.officer): Promise<void> {
    const answer = await this.call('confirmEntry', by, { params: { entryId }, body: {} });
    if (answer.status !== 200) throw new Error(`the commune was refused: ${JSON.stringify(answer.body)}`);
  }

  async work(value: number, happenedOn: string, team: TestTeam, officer?: TestPerson): Promise<void> {
    await this.confirm(await this.tell(value, happenedOn, team), officer);
  }

  /** The commune's report of the month, or its list of teams. */
  async reportOf(by: TestPerson, { communeId }: Village, month: string, kind = 'monthly'): Promise<string> {
    const listed: Listed[] = (await this.call('listReports', by, { params: { unitId: communeId } })).body;
    return listed.find((one) => one.month === month && one.kind === kind)?.id as string;
  }

  /** @param codes the indicators of each unit; those of the console where none are named */
  async boardOf(by: TestPerson, unitId: string, month: string, codes: readonly string[] = []) {
    const query = { month, ...(codes.length > 0 && { codes: codes.join(',') }) };
    return (await this.call('reportBoard', by, { params: { unitId }, query })).body;
  }

  async source(by: TestPerson, reportId: string, code: string) {
    return (await this.call('figureSource', by, { params: { reportId }, query: { code } })).body;
  }

  /** Kinds of messages about reports in the person's inbox, once everything has arrived. */
  async told(person: TestPerson): Promise<string[]> {
    await this.worker.drain();
    const { items } = (await this.call('inbox', person)).body;
    return items.map(({ kind }: { kind: string }) => kind).filter((kind: string) => /^(report|campaign)/.test(kind));
  }
}
