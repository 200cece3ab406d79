/** The organiser's desk: a reform is drafted from its list, its questions are answered, it is rehearsed and takes effect. */
import { type RouteAnswer, type RouteBody, routes } from '#contracts';
import type { ApiClient } from '../../api-client.ts';
import { count, table } from '../../terminal.ts';
import { until } from '../checked.ts';
import type { DemoReform } from './trieu-son-lists.ts';

export type Finding = RouteAnswer<typeof routes.listReformFindings>['items'][number];
type Line = RouteAnswer<typeof routes.reformLines>['items'][number];
type Edit = RouteBody<typeof routes.editReform>['edits'][number];

const words: [number: keyof RouteAnswer<typeof routes.rehearseReform>['numbers'], word: string][] = [
  ['endingUnits', 'đơn vị kết thúc'],
  ['newUnits', 'đơn vị mới'],
  ['movedUnits', 'thôn, phố đổi xã'],
  ['teams', 'Tổ'],
  ['members', 'thành viên'],
  ['postsEnding', 'chức danh kết thúc'],
  ['postsBeginning', 'chức danh mới'],
  ['tasks', 'việc đang mở'],
  ['difficulties', 'vướng mắc đang mở'],
  ['reports', 'báo cáo chưa gửi'],
  ['sessions', 'buổi tập huấn sắp tới'],
];

/** What follows the day of a reform, on a machine that others use too. */
const UNITS_A_MINUTE = 300;

export class ReformDesk {
  private id = '';
  private version = 1;

  constructor(
    private readonly organiser: ApiClient,
    private readonly unitId: string,
    readonly reform: DemoReform,
  ) {}

  async draft(list: string): Promise<void> {
    const { title, onDate, resolution } = this.reform;
    const params = { unitId: this.unitId };
    const directive = await this.organiser.call(routes.createDirective, {
      params,
      body: { kind: 'resolution', issuer: 'Ủy ban Thường vụ Quốc hội', ...resolution },
    });
    const body = { title, onDate, directiveId: directive.id };
    ({ id: this.id, version: this.version } = await this.organiser.call(routes.createReform, { params, body }));
    await this.load(list);
  }

  async load(list: string): Promise<void> {
    const query = { version: String(this.version), fileName: 'danh-sach.csv' };
    ({ version: this.version } = await this.organiser.call(routes.loadReformList, {
      params: this.params,
      query,
      body: Buffer.from(list),
    }));
  }

  /** What keeps it from being scheduled, all of it. */
  async blocks(): Promise<Finding[]> {
    const found: Finding[] = [];
    for (let cursor: string | null = ''; cursor !== null; ) {
      const query = { limit: '200', ...(cursor && { cursor }) };
      const page: RouteAnswer<typeof routes.listReformFindings> = await this.organiser.call(routes.listReformFindings, {
        params: this.params,
        query,
      });
      found.push(...page.items);
      cursor = page.nextCursor;
    }
    return found.filter(({ blocks }) => blocks);
  }

  division(dividedId: string): Promise<RouteAnswer<typeof routes.reformDivision>> {
    return this.organiser.call(routes.reformDivision, { params: { ...this.params, dividedId } });
  }

  async edit(edits: Edit[]): Promise<void> {
    const body = { version: this.version, edits };
    ({ version: this.version } = await this.organiser.call(routes.editReform, { params: this.params, body }));
  }

  /** Units of the day, new ones and those that go on. */
  async heirs(): Promise<Line[]> {
    const { items } = await this.organiser.call(routes.reformLines, { params: this.params, query: { limit: '200' } });
    return items.filter(({ kind }) => kind === 'create' || kind === 'keep');
  }

  /** What comes into a unit of the day. */
  async partsOf({ position }: Pick<Line, 'position'>): Promise<Line[]> {
    const { items } = await this.organiser.call(routes.reformLines, { params: this.params, query: { limit: '200' } });
    return items.filter(({ kind, intoPosition }) => (kind === 'merge' || kind === 'part') && intoPosition === position);
  }

  /** Codes that others bear until then: they are new units. Gives how many questions that were. */
  async areNew(): Promise<number> {
    const positions = (await this.blocks()).flatMap(({ code, position }) =>
      code === 'codeReused' && position !== null ? [position] : [],
    );
    if (positions.length > 0) await this.edit([{ do: 'answer', positions, as: 'new' }]);
    return positions.length;
  }

  async rehearse(): Promise<RouteAnswer<typeof routes.rehearseReform>> {
    const rehearsal = await this.organiser.call(routes.rehearseReform, { params: this.params });
    table(
      ['Diễn tập', 'Số'],
      words.flatMap(([number, word]) => (rehearsal.numbers[number] ? [[word, rehearsal.numbers[number]]] : [])),
    );
    return rehearsal;
  }

  /** By who may give the posts in it. On a day that has passed it takes effect at once; what follows it is awaited. */
  async schedule(by = this.organiser): Promise<RouteAnswer<typeof routes.getReform>> {
    const body = { version: this.version };
    await by.call(routes.scheduleReform, { params: this.params, body });
    const steps = async () => {
      const now = await this.organiser.call(routes.getReform, { params: this.params });
      return now.rehoming?.finishedAt ? now : undefined;
    };
    const what = `“${this.reform.title}” is through all its steps (${count(this.reform.to)} units)`;
    // A country's takes a few minutes (docs/benches.md).
    return until(what, steps, Math.max(2, Math.ceil(this.reform.to / UNITS_A_MINUTE)));
  }

  private get params(): { reformId: string } {
    return { reformId: this.id };
  }
}
