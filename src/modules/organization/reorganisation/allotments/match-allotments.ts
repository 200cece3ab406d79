/** A list of hamlets as changes of a draft: which hamlet is meant, and which unit. Nothing is guessed. Pure. */
import { foldTone } from '#i18n/fold';
import type { AllotmentColumn, AllotmentProblem, AllotmentRow } from './allotment-table.ts';
import type { Edit } from '../drafts/edit-lines.ts';

export interface DividedUnit {
  id: string;
  fullName: string;
  name: string;
  code: string | null;
  heirs: readonly { position: number; fullName: string; name: string; code: string | null }[];
  /** What may be named: hamlets, and the halves of those that are divided themselves. */
  places: readonly Place[];
}
export type Place = { fullName: string; name: string; code: string | null } & (
  | { hamletId: string; isSplit: boolean }
  | { position: number }
);
type Named = { fullName: string; name: string; code: string | null };

const same = ({ fullName, name }: Named, text: string): boolean => {
  const asked = foldTone(text);
  return foldTone(fullName) === asked || foldTone(name) === asked;
};

/** All that the code and the name together leave; a code alone or a name alone is enough. */
function meant<T extends Named>(all: readonly T[], code: string, name: string): T[] {
  const byCode = code === '' ? all : all.filter((one) => one.code === code);
  return name === '' ? [...byCode] : byCode.filter((one) => same(one, name));
}

/** @param shown the unit that a list without a column for it is of */
export function matchAllotments(
  rows: readonly AllotmentRow[],
  units: readonly DividedUnit[],
  shown: string,
): { edits: Edit[]; problems: AllotmentProblem[] } {
  const matcher = new Matcher(units, shown);
  for (const row of rows) matcher.take(row);
  return { edits: matcher.edits(), problems: matcher.problems };
}

class Matcher {
  readonly problems: AllotmentProblem[] = [];
  private readonly seen = new Map<Place, number>();
  private readonly allotted = new Map<number, string[]>();
  private readonly placed: Edit[] = [];

  constructor(
    private readonly units: readonly DividedUnit[],
    private readonly shown: string,
  ) {}

  edits(): Edit[] {
    const allot = [...this.allotted].map(
      ([intoPosition, hamletIds]): Edit => ({ do: 'allot', hamletIds, intoPosition }),
    );
    return [...allot, ...this.placed];
  }

  take(row: AllotmentRow): void {
    const unit = this.unitOf(row);
    const place = unit && this.placeOf(row, unit);
    if (!unit || !place) return;
    const into = this.heirOf(row, unit);
    if (into === undefined) return;
    if ('position' in place) this.placed.push({ do: 'place', position: place.position, intoPosition: into });
    else this.allotted.set(into, [...(this.allotted.get(into) ?? []), place.hamletId]);
  }

  private wrong(
    row: AllotmentRow,
    column: AllotmentColumn,
    code: string,
    params: AllotmentProblem['params'] = {},
  ): void {
    this.problems.push({ row: row.row, column, code: `allot.${code}`, params });
  }

  private unitOf(row: AllotmentRow): DividedUnit | undefined {
    const { oldCode, old } = row;
    if (oldCode === '' && old === '') return this.units.find(({ id }) => id === this.shown);
    const [unit, other] = meant(this.units, oldCode, old);
    if (unit && !other) return unit;
    const column = old === '' ? 'oldCode' : 'old';
    this.wrong(row, column, unit ? 'unitAmbiguous' : 'notDivided', { value: old || oldCode });
    return undefined;
  }

  private placeOf(row: AllotmentRow, { fullName, places }: DividedUnit): Place | undefined {
    const { hamletCode, hamlet } = row;
    const column = hamlet === '' && hamletCode !== '' ? 'hamletCode' : 'hamlet';
    const value = hamlet || hamletCode;
    if (value === '') this.wrong(row, column, 'hamletMissing');
    if (value === '') return undefined;
    const [place, other] = meant(places, hamletCode, hamlet);
    const first = place && this.seen.get(place);
    if (!place) this.wrong(row, column, 'hamletUnknown', { value, unit: fullName });
    else if (other) this.wrong(row, column, 'hamletAmbiguous', { value, unit: fullName });
    else if (first !== undefined) this.wrong(row, column, 'hamletTwice', { value, first });
    else if ('isSplit' in place && place.isSplit) this.wrong(row, column, 'hamletSplit', { value });
    else {
      this.seen.set(place, row.row);
      return place;
    }
    return undefined;
  }

  private heirOf(row: AllotmentRow, { fullName, heirs }: DividedUnit): number | undefined {
    const { unitCode, unit } = row;
    const column = unit === '' && unitCode !== '' ? 'unitCode' : 'unit';
    const value = unit || unitCode;
    const [heir, other] = value === '' ? [] : meant(heirs, unitCode, unit);
    if (value === '') this.wrong(row, column, 'unitMissing', { hamlet: row.hamlet || row.hamletCode });
    else if (!heir) this.wrong(row, column, 'unitUnknown', { value, unit: fullName });
    else if (other) this.wrong(row, column, 'unitAmbiguous', { value });
    return other ? undefined : heir?.position;
  }
}
