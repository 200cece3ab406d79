/** A figure by kinds: from the lines behind it, so that a report that was sent keeps its own. */
import type { RouteAnswer, routes } from '#contracts';
import { type DatedWords, isAmount } from '#contracts/tasks/breakdown';
import { tasksSql } from '#modules/tasks';
import { type Sql, sql } from '#platform/database';

type Breakdown = NonNullable<RouteAnswer<typeof routes.figureSource>['breakdown']>;
export interface KindRow {
  by: string;
  kind: string;
  value: number;
  /** How much of the figure the work is that told of this dimension. */
  divided: number;
}

/**
 * What was confirmed lower than reported is left out: nobody knows which kinds it lost (docs/decisions/0091).
 * @param lines the CTE `lines`, rows of counted_lines
 */
export const kindsOf = (lines: Sql): Sql => sql`
  with ${lines},
  told as (
    select l.entry_id, l.value as of_figure, b.by, b.kind, b.value
      from lines l cross join lateral (
           select by, kind, value from ${tasksSql.entryBreakdowns} t where t.entry_id = l.entry_id offset 0) b
     where l.position = 0 and l.confirmed_value = l.value),
  divided as (select by, sum(of_figure) as n from (select distinct entry_id, by, of_figure from told) d group by by)
  select t.by, t.kind, sum(t.value)::float8 as value, max(d.n)::float8 as divided
    from told t join divided d on d.by = t.by group by t.by, t.kind order by t.by, 3 desc, t.kind`;

/** In the words of their time; a word that is no longer used keeps its own. */
export function toBreakdown(rows: readonly KindRow[], words: readonly DatedWords[]): Breakdown {
  const dimensions = words.flatMap((each) => each.dimensions);
  const found = new Map<string, Breakdown[number]>();
  for (const { by, kind, value, divided } of rows) {
    const of = dimensions.filter(({ key }) => key === by);
    const { name = '', nameEn = name, counts } = of.at(-1) ?? {};
    const word = of.flatMap(({ values }) => values).findLast(({ key }) => key === kind);
    const isPart = !isAmount(by) && counts !== 'people';
    const group = found.get(by) ?? { by, name, nameEn, isPart, divided, kinds: [] };
    group.kinds.push({ key: kind, name: word?.name ?? kind, nameEn: word?.nameEn ?? word?.name ?? kind, value });
    found.set(by, group);
  }
  return [...found.values()];
}
