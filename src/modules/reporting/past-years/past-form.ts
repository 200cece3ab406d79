import { Injectable } from '@nestjs/common';
import { comparePlaces } from '#i18n/fold';
import { writeWorkbook } from '#documents';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import type { PrintedFile } from '../papers/documents/printed-file.ts';
import { PastFigureQueries } from './past-figures.queries.ts';
import { isYear, windowOf } from './past-periods.ts';

/** A workbook to be filled in: a row for each commune of then, two columns for a ratio. The reader takes it as it is. */
@Injectable()
export class PastForm {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly past: PastFigureQueries,
  ) {}

  async execute(actor: Actor, unitId: string, period: string): Promise<PrintedFile> {
    await this.scope.require(actor, 'report.write', { unitId });
    const { endsOn } = windowOf(period, await this.organization.periodRule(unitId));
    const [communes, indicators] = await Promise.all([this.past.communes(unitId), this.organization.indicators()]);
    const stood = communes.filter(({ from, to }) => from <= endsOn && (to === null || to > endsOn));
    const refs = await this.organization.unitRefs(
      stood.map(({ id }) => id),
      endsOn,
    );
    const codes = new Map(communes.map((unit) => [unit.id, unit.code]));
    const units = [...refs.values()].sort((a, b) => comparePlaces(a.fullName, b.fullName));
    const heads = [...indicators.values()].flatMap(({ code, name, aggregation }) =>
      aggregation === 'ratio' ? [`${code} ${name} (số đạt)`, `${code} ${name} (trên tổng)`] : [`${code} ${name}`],
    );
    const when = isYear(period) ? period : `${period.slice(5)}/${period.slice(0, 4)}`;
    const rows = [
      ['Mã', 'Đơn vị', 'Kỳ', ...heads],
      ...units.map(({ id, fullName }) => [codes.get(id) ?? '', fullName, when]),
    ];
    const widths = [10, 28, 10, ...heads.map(() => 16)];
    const file = await writeWorkbook([
      { name: 'Số các năm trước', rows, boldRows: [0], textColumns: [0, 2], widths, frozenRows: 1 },
    ]);
    return { file, format: 'xlsx', name: `Số các năm trước ${period}` };
  }
}
