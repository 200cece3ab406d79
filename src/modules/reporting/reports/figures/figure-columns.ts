/** `report_figures f` as a FigureRow: of one report, and of several, summed by code. */
import { sql } from '#platform/database';

export const figureColumns = sql`f.code, f.numerator::float8 as now, f.denominator::float8 as "nowOf",
  f.previous_numerator::float8 as before, f.previous_denominator::float8 as "beforeOf",
  f.year_numerator::float8 as year, f.year_denominator::float8 as "yearOf", f.records, f.late::float8 as late, f.is_typed as "isTyped"`;

/** Beside the code. */
export const summedColumns = sql`sum(f.numerator)::float8 as now, sum(f.denominator)::float8 as "nowOf",
  sum(f.previous_numerator)::float8 as before, sum(f.previous_denominator)::float8 as "beforeOf",
  sum(f.year_numerator)::float8 as year, sum(f.year_denominator)::float8 as "yearOf", sum(f.records)::int as records,
  sum(f.late)::float8 as late, bool_or(f.is_typed) as "isTyped"`;
