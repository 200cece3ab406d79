/** A district with three communes, and a form that it asks them. */
import { type RouteBody, routes } from '#contracts';
import type { Question } from '#contracts/questions/question-kinds';
import type { TestApp } from '../app.ts';
import { buildVillage, type Village } from '../orders.ts';
import { buildOfficer, type TestPerson } from '../people.ts';
import { buildFocal } from '../reports.ts';

export interface Commune {
  village: Village;
  focal: TestPerson;
}
type Said = { body: { code: string; details: { path: string; code: string }[] } };

export const questions: Question[] = [
  { id: 'visits', kind: 'whole', label: 'Bao nhiêu lượt hướng dẫn?', unit: 'lượt', required: true },
  {
    id: 'done',
    kind: 'whole',
    label: 'Trong đó nộp được hồ sơ?',
    required: true,
    checks: [{ kind: 'notAbove', of: [{ question: 'visits' }], sentence: 'Không nhiều hơn số lượt.', level: 'blocks' }],
  },
  { id: 'desk', kind: 'yesNo', label: 'Có trực Một cửa không?', required: true },
  {
    id: 'hours',
    kind: 'decimal',
    label: 'Mấy giờ một tuần?',
    required: true,
    shownWhen: { join: 'all', parts: [{ of: 'desk', is: 'equal', value: true }] },
  },
  { id: 'words', kind: 'text', label: 'Khó khăn gì?', required: false },
];
export const whole = { visits: 28, done: 20, desk: true, hours: 7.5, words: 'Mạng yếu' };
export const days = { dueBefore: '2022-06-28', shift: 'none', graceDays: 3 } as const;

/** What was wrong, each with its place. */
export const said = ({ body }: Said) => body.details.map(({ path, code }) => [path, code]);

export class FormsWorld {
  private constructor(
    private readonly app: TestApp,
    readonly districtId: string,
    readonly district: TestPerson,
    readonly communes: readonly Commune[],
  ) {}

  static async build(app: TestApp): Promise<FormsWorld> {
    const communes: Commune[] = [];
    for (const commune of ['Minh Sơn', 'Dân Lý', 'Thọ Thế']) {
      const [first] = communes;
      const village = await buildVillage(app, { commune, ...(first && { districtId: first.village.districtId }) });
      communes.push({ village, focal: await buildFocal(app, village.communeId) });
    }
    const districtId = communes[0]?.village.districtId as string;
    const district = await buildOfficer(app, { role: 'district_officer', unitId: districtId });
    return new FormsWorld(app, districtId, district, communes);
  }

  call(route: keyof typeof routes, who: TestPerson, params: Record<string, string>, body?: unknown, query = {}) {
    return this.app.call(routes[route], {
      token: who.token,
      params,
      query,
      ...(body !== undefined || 'command' in routes[route] ? { key: crypto.randomUUID() } : {}),
      ...(body !== undefined ? { body } : {}),
    });
  }

  /** A form of the district with these questions, as it stands before it is asked. */
  async written(asked: readonly Question[] = questions) {
    const params = { unitId: this.districtId };
    const { body } = await this.call('makeForm', this.district, params, { title: 'Ra quân tháng 6' });
    const input: RouteBody<typeof routes.writeForm> = { edit: body.edit, title: body.title, questions: [...asked] };
    return (await this.call('writeForm', this.district, { formId: body.id }, input)).body;
  }

  ask({ id: formId, edit }: { id: string; edit: number }, round: object = {}) {
    return this.call('askForm', this.district, { formId }, { edit, round: { ...days, ...round } });
  }

  async asked(round: object = {}) {
    const form = await this.written();
    const { body } = await this.ask(form, round);
    const sheets = await Promise.all(this.communes.map((one) => this.sheetOf(one, body.id)));
    return { form, roundId: body.id as string, sheets };
  }

  table(roundId: string, who = this.district) {
    return this.call('readRound', who, { roundId });
  }

  async sheetOf(commune: Commune | undefined, roundId: string): Promise<string> {
    const { units } = (await this.table(roundId)).body;
    return units.find(({ unit }: { unit: { id: string } }) => unit.id === commune?.village.communeId).sheetId;
  }

  send(who: TestPerson, sheetId: string, edit: number, answers: object, reasons = {}) {
    return this.call('sendSheet', who, { sheetId }, { edit, answers, reasons });
  }
}
