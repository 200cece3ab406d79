import { sql } from '#platform/database';
/**
 * What other modules may read of organization in statements of their own, where an answer is over many rows. Each name stands
 * in place of a table, with an alias behind it; PostgreSQL sees through it, so a plan is that of the table. The columns named
 * here are a contract: nothing else of these tables is used outside of this module, and nobody else writes them.
 * @published unit_closure (ancestor_id, ancestor_kind, descendant_id, descendant_kind, depth): who stands above whom today;
 *   rights and what is open ask it
 * @published unit_closure_at(date) (the same columns): who stood above whom on a day; lists and figures of a day ask it
 * @published units_at(date) (id, kind, type, name, full_name, parent_id): the units of a day
 */

/** Every unit of all times: id uuid, kind text, validity daterange. */
export const units = sql`(select id, kind, validity from units)`;

/** What a unit was called and when: unit_id uuid, type text ("thôn"), name text, code text, validity daterange; one
 * row at any day. */
export const unitNames = sql`(select unit_id, type, name, code, validity from unit_versions)`;

/** Where units went that ended: from_unit_id uuid, to_unit_id uuid. */
export const unitSuccessors = sql`(select from_unit_id, to_unit_id from unit_successors)`;

/** Parents and children of all times: ancestor_id uuid, ancestor_kind text, descendant_id uuid, descendant_kind text,
 * validity daterange. */
export const unitClosureSpans = sql`(
  select ancestor_id, ancestor_kind, descendant_id, descendant_kind, validity from unit_closure_spans)`;

/** Units of which a reform says what becomes of them, and those that take them up: reorganisation_id uuid, unit_id uuid. */
export const reformedUnits = sql`(
  select r.id as reorganisation_id, l.unit_id from reorganisations r
    join reorganisation_lines l on l.reorganisation_id = r.id and l.version = r.version
   where l.kind in ('keep', 'merge', 'part') and l.unit_id is not null)`;

/** How chat groups are named: unit_id uuid (null: everywhere), template text, validity daterange; the nearest unit's counts. */
export const groupNameTemplates = sql`(select unit_id, template, validity from group_name_templates)`;

/**
 * When a month of reports begins and ends: unit_id uuid (null: everywhere), window_start_day int, due_before_day int, shift
 * text (where a due day goes that is no working day), validity daterange; the nearest unit's counts.
 */
export const periodRules = sql`(select unit_id, window_start_day, due_before_day, shift, validity from period_rules)`;

/** Offices that people can call: unit_id uuid, phone text (null: none known), validity daterange. */
export const offices = sql`(select unit_id, phone, validity from offices)`;

/** Directives of a unit: id uuid, unit_id uuid. */
export const directives = sql`(select id, unit_id from directives)`;

/** Who trains: id uuid, name text. */
export const providers = sql`(select id, name from providers)`;

/** Where a provider trains, with all below: provider_id uuid, unit_id uuid, validity daterange. */
export const providerCoverage = sql`(select provider_id, unit_id, validity from provider_coverage)`;

/** Figures of the registers: unit_id uuid, metric text ("households", "population"), value int, validity daterange. */
export const registers = sql`(select unit_id, metric, value, validity from registers)`;

/** OCOP products: unit_id uuid, listed_on date (first day on a marketplace, null: on none), validity daterange. */
export const ocopProducts = sql`(select unit_id, listed_on, validity from ocop_products)`;
