/** The lines of "Bàn giao" from what is open and what was ticked. Pure. */
import type { TakeoverChoice, TakeoverRowKind, TakeoverWait } from '#contracts/membership/takeover-kinds';

export interface Waiting {
  kind: TakeoverWait;
  /** The former unit, or null: of the commune itself. */
  fromId: string | null;
  open: number;
  done: number;
  since: Date | null;
  doneAt: Date | null;
}
export interface OwedReport {
  id: string;
  unitId: string;
  month: string;
  dueOn: string;
  doneAt: Date | null;
}
export interface Ticked {
  byId: string;
  at: Date;
}
export interface Gathered {
  waiting: readonly Waiting[];
  reports: readonly OwedReport[];
  choices: readonly { kind: TakeoverChoice; count: number; named: { name: string; count: number }[] }[];
  ticks: ReadonlyMap<string, Ticked>;
  /** What a former unit is called. */
  nameOf: (unitId: string) => string;
}
export interface Row {
  kind: TakeoverRowKind;
  count: number;
  since: Date | null;
  dueOn: string | null;
  named: { name: string; count: number }[];
  report: OwedReport | null;
  done: { at: Date; byId: string | null } | null;
}

const empty = { since: null, dueOn: null, named: [], report: null, done: null };
/** Waiting people first, then who is missing, then what has a day, then names. */
const rank: Record<TakeoverRowKind, number> = {
  result: 0,
  extension: 0,
  decline: 0,
  difficulty: 0,
  session: 0,
  draft: 0,
  focalOfficer: 1,
  standIn: 2,
  report: 3,
  committee: 4,
  names: 5,
  groups: 6,
};

export function takeoverRows(gathered: Gathered): Row[] {
  const rows = [...waitingRows(gathered), ...reportRows(gathered), ...choiceRows(gathered)];
  const open = rows.filter(({ done }) => !done);
  const done = rows.filter((row) => row.done);
  return [
    ...open.sort(
      (a, b) =>
        rank[a.kind] - rank[b.kind] ||
        (a.since?.getTime() ?? 0) - (b.since?.getTime() ?? 0) ||
        (a.dueOn ?? '').localeCompare(b.dueOn ?? ''),
    ),
    ...done.sort((a, b) => (b.done?.at.getTime() ?? 0) - (a.done?.at.getTime() ?? 0)),
  ];
}

/** One line of a kind: who waits longest names it; answered ones only where none is open any more. */
function waitingRows({ waiting, nameOf }: Gathered): Row[] {
  const kinds = [...new Set(waiting.map(({ kind }) => kind))];
  return kinds.flatMap((kind): Row[] => {
    const own = waiting.filter((one) => one.kind === kind);
    const open = own.filter((one) => one.open > 0);
    const sum = (pick: (one: Waiting) => number) => own.reduce((n, one) => n + pick(one), 0);
    if (open.length > 0)
      return [
        {
          ...empty,
          kind,
          count: sum((one) => one.open),
          since: first(open.map(({ since }) => since)),
          named: open
            .flatMap(({ fromId, open: count }) => (fromId ? [{ name: nameOf(fromId), count }] : []))
            .sort((a, b) => b.count - a.count),
        },
      ];
    const at = last(own.map(({ doneAt }) => doneAt));
    return at ? [{ ...empty, kind, count: sum(({ done }) => done), done: { at, byId: null } }] : [];
  });
}

const reportRows = ({ reports }: Gathered): Row[] =>
  reports.map((report) => ({
    ...empty,
    kind: 'report',
    count: 1,
    dueOn: report.dueOn,
    report,
    done: report.doneAt && { at: report.doneAt, byId: null },
  }));

const choiceRows = ({ choices, ticks }: Gathered): Row[] =>
  choices.map(({ kind, count, named }) => ({ ...empty, kind, count, named, done: ticks.get(kind) ?? null }));

const sorted = (times: readonly (Date | null)[]): Date[] =>
  times.flatMap((at) => at ?? []).sort((a, b) => a.getTime() - b.getTime());
const first = (times: readonly (Date | null)[]): Date | null => sorted(times)[0] ?? null;
const last = (times: readonly (Date | null)[]): Date | null => sorted(times).at(-1) ?? null;
