/** What the people of a district do in an hour, over and over: orders, answers, results with photos, training, reports. */
import { randomUUID } from 'node:crypto';
import type { RouteDefinition, RouteId } from '#contracts';
import { pathTo, routes } from '#contracts';
import type { Commune, Person, SoakWorld } from './world.ts';

export interface Took {
  at: number;
  ms: number;
  isCommand: boolean;
}

interface Sent {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
}

const DAY_MS = 86_400_000;
const CONFIRMED_AT_ONCE = 40;

export class Life {
  readonly took: Took[] = [];
  readonly errors = new Map<string, number>();
  orders = 0;
  results = 0;
  photos = 0;
  trainings = 0;
  private readonly issued: string[] = [];
  private turn = 0;

  constructor(
    private readonly url: string,
    private readonly world: SoakWorld,
    private readonly picture: (n: number) => Buffer,
    private readonly now: () => Date,
  ) {}

  /** A leader opens the app, looks, and does what is open: accepts, then reports with a photo and finishes. */
  async member(): Promise<void> {
    const { leaders } = this.world;
    const who = leaders[this.turn++ % leaders.length] as Person;
    await this.ask('me', who);
    await this.ask('inbox', who);
    const mine = await this.ask('myTasks', who);
    const tasks = (mine?.tasks ?? []) as { id: string; state: string }[];
    // What is done stays in the list for a while, and would be all that is ever looked at.
    const task = tasks.find(({ state }) => state === 'accepted') ?? tasks.find(({ state }) => state === 'assigned');
    if (!task) return;
    const params = { taskId: task.id };
    await this.ask('getTask', who, { params });
    if (task.state === 'assigned') await this.ask('acceptTask', who, { params });
    else await this.report(who, params);
  }

  private async report(who: Person, params: { taskId: string }): Promise<void> {
    const [photoId, key] = [randomUUID(), randomUUID()];
    const body = { happenedOn: this.today(), value: 3, photoIds: [photoId] };
    if (!(await this.ask('reportProgress', who, { params, body }, key))) return;
    this.results += 1;
    const photo = { params: { entryId: key, photoId }, body: this.picture((this.photos += 1)) };
    await this.ask('addPhoto', who, photo);
    await this.ask('completeTask', who, { params, body: {} });
  }

  /** A commune's committee gives an order to all its teams, now one commune, now another. */
  async order(): Promise<void> {
    const commune = this.commune(this.orders);
    const body = {
      unitId: commune.id,
      templateCode: 'NV03',
      title: `Giúp bà con nộp hồ sơ trực tuyến, đợt ${this.orders}`,
      work: 'Cùng bà con nộp hồ sơ trên cổng dịch vụ công tại nhà văn hóa.',
      indicatorCode: 'CQ02',
      target: 3 * commune.teamIds.length,
      dueOn: this.dayIn(18),
      directiveId: commune.directiveId,
      evidence: ['count'],
      shares: commune.teamIds.map((teamId) => ({ teamId, target: 3 })),
      knowsOfSimilar: this.issued,
    };
    this.orders += 1;
    const made = await this.ask('issueAssignment', commune.officer, { body });
    if (made) this.issued.push(made.id as string);
  }

  /** The committee looks at what waits and confirms it; the focal officer at the month, the district at everybody. */
  async office(): Promise<void> {
    for (const commune of this.world.communes) {
      const params = { unitId: commune.id };
      const waiting = await this.ask('resultsToConfirm', commune.officer, { params, query: { limit: '100' } });
      const tasks = ((waiting?.items ?? []) as { taskId: string | null }[]).flatMap(({ taskId }) => taskId ?? []);
      for (const taskId of new Set(tasks.slice(0, CONFIRMED_AT_ONCE)))
        await this.ask('confirmTask', commune.officer, { params: { taskId }, body: {} });
      await this.ask('listAssignments', commune.officer, { params });
      await this.ask('followUps', commune.officer, { params });
      await this.month(commune);
    }
    await this.ask('teamSums', this.world.district, { params: { unitId: this.world.districtId } });
    await this.ask('listAssignments', this.world.district, { params: { unitId: this.world.districtId } });
  }

  private async month(commune: Commune): Promise<void> {
    const params = { unitId: commune.id };
    const period = await this.ask('currentPeriod', commune.focal, { params });
    const reports = (await this.ask('listReports', commune.focal, { params })) as unknown as
      | { id: string }[]
      | undefined;
    if (reports?.[0]) await this.ask('readReport', commune.focal, { params: { reportId: reports[0].id } });
    else if (period?.month) await this.ask('openReport', commune.focal, { params, body: { month: period.month } });
  }

  /** A trainer proposes, the commune confirms, who is invited is told. */
  async training(): Promise<void> {
    const n = this.trainings;
    const commune = this.commune(n);
    const day = this.dayIn(3 + (n % 25));
    const hour = String(1 + (Math.floor(n / 25) % 8)).padStart(2, '0');
    const body = {
      communeId: commune.id,
      topicCode: 'public_services',
      title: `Dịch vụ công trực tuyến, lớp ${n}`,
      audience: 'teams',
      startsAt: `${day}T${hour}:00:00.000Z`,
      endsAt: `${day}T${hour}:50:00.000Z`,
      place: `Nhà văn hóa thôn ${n}`,
      mapUrl: null,
      onlineUrl: null,
      capacity: 30,
      seatsPerTeam: 2,
      heldUntil: null,
      language: 'vi',
      materials: null,
      bring: 'Điện thoại, căn cước',
      teamIds: commune.teamIds.slice(0, 12),
    };
    this.trainings += 1;
    const made = await this.ask('proposeSession', this.world.trainer, { body });
    if (!made) return;
    const decision = { outcome: 'confirm', version: made.version };
    await this.ask('decideSession', commune.officer, { params: { sessionId: made.id as string }, body: decision });
  }

  private commune(n: number): Commune {
    return this.world.communes[n % this.world.communes.length] as Commune;
  }

  private today(): string {
    return this.dayIn(0);
  }

  /** Of Viet Nam. */
  private dayIn(days: number): string {
    return new Date(this.now().getTime() + 7 * 3_600_000 + days * DAY_MS).toISOString().slice(0, 10);
  }

  private async ask(id: RouteId, { token }: Person, { params, query, body }: Sent = {}, key: string = randomUUID()) {
    const route: RouteDefinition = routes[id];
    const isBytes = Buffer.isBuffer(body);
    const from = performance.now();
    const answer = await fetch(
      `${this.url}/api/v1${pathTo(route, params ?? {})}${query ? `?${new URLSearchParams(query)}` : ''}`,
      {
        method: route.method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(route.method !== 'GET' && { 'idempotency-key': key }),
          ...(body !== undefined && { 'content-type': isBytes ? 'application/octet-stream' : 'application/json' }),
        },
        ...(body !== undefined && { body: isBytes ? new Uint8Array(body) : JSON.stringify(body) }),
      },
    ).catch((error: Error) => error);
    if (answer instanceof Error) return this.failed(`${id} ${answer.message}`);
    const text = await answer.text();
    this.took.push({ at: from, ms: performance.now() - from, isCommand: route.method !== 'GET' });
    if (!answer.ok) return this.failed(`${id} ${answer.status} ${text.slice(0, 160)}`);
    return (text ? JSON.parse(text) : {}) as Record<string, unknown>;
  }

  private failed(what: string): undefined {
    this.errors.set(what, (this.errors.get(what) ?? 0) + 1);
    return undefined;
  }
}
