import { Injectable } from '@nestjs/common';
import type { DueWording } from '#contracts/reporting/due-days';
import { defaultPeriodRule, type PeriodRule } from '#contracts/reporting/periods';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { citationOf } from './directives/citation.ts';
import { CreateUnit } from './units/create-unit.ts';
import type { DirectiveKind } from './directives/directive.entity.ts';
import { type OcopListing, OcopListings } from './registers/ocop-listings.ts';
import { OcopQueries } from './registers/ocop.queries.ts';
import { toProduct } from './registers/product.presenter.ts';
import { toDirective } from './references/directive.presenter.ts';
import { toUnitRef, type UnitRef } from './units/unit.presenter.ts';
import { UnitQueries } from './units/unit.queries.ts';
import { type CompositionRuleRow, ReferenceQueries } from './references/reference.queries.ts';

export interface GroupNameRule {
  /** With {hamlet}, {commune}, {district}: the segments that a group's name is made of. */
  template: string;
  nameMax: number;
}
/** Where nobody has set a template: the guidance's, without a district, and the tightest limit known of the platform. */
const defaultGroupName: GroupNameRule = { template: 'CNS-{hamlet}-{commune}', nameMax: 100 };

/** The tree's root holds for any date that a unit may have. */
const SINCE = '1945-09-02';

/** What other modules may ask of organization. Dates default to today. */
@Injectable()
export class OrganizationApi {
  constructor(
    private readonly queries: UnitQueries,
    private readonly references: ReferenceQueries,
    private readonly createUnit: CreateUnit,
    private readonly listings: OcopListings,
    private readonly ocop: OcopQueries,
    private readonly clock: Clock,
  ) {}

  async unitRefs(ids: readonly string[], at = this.clock.today()): Promise<Map<string, UnitRef>> {
    const rows = ids.length === 0 ? [] : await this.queries.unitsById([...new Set(ids)], at);
    return new Map(rows.map((row) => [row.id, toUnitRef(row)]));
  }

  async unitRef(id: string, at = this.clock.today()): Promise<UnitRef | undefined> {
    return (await this.unitRefs([id], at)).get(id);
  }

  /** A unit, and of the days on which it stood the one nearest to another. */
  async unitNear(id: string, at: string): Promise<{ unit: UnitRef; day: string } | undefined> {
    const [row] = await this.queries.unitsById([id], at);
    if (!row) return undefined;
    const { validFrom, validTo } = row;
    return {
      unit: toUnitRef(row),
      day: validTo !== null && validTo <= at ? addDays(validTo, -1) : at < validFrom ? validFrom : at,
    };
  }

  /** From the country or province down to the unit itself. */
  async ancestors(unitId: string, at = this.clock.today()): Promise<UnitRef[]> {
    return (await this.queries.ancestors(unitId, at)).map(toUnitRef);
  }

  /** The same for many units at once. */
  async ancestorsOf(unitIds: readonly string[], at = this.clock.today()): Promise<Map<string, UnitRef[]>> {
    const paths = new Map<string, UnitRef[]>(unitIds.map((id) => [id, []]));
    for (const row of await this.queries.ancestorsOf(unitIds, at)) paths.get(row.ofUnitId)?.push(toUnitRef(row));
    return paths;
  }

  async communeOf(unitId: string, at = this.clock.today()): Promise<UnitRef | undefined> {
    return (await this.ancestors(unitId, at)).find(({ kind }) => kind === 'commune');
  }

  async hamletsOf(unitId: string, at = this.clock.today()): Promise<UnitRef[]> {
    return (await this.queries.hamletsOf(unitId, at)).map(toUnitRef);
  }

  /** Names that an older paper may use: the unit's own, of units merged into it, and by hamlet where it stood before. */
  async formerNames(unitId: string): Promise<{ own: string[]; merged: string[]; hamlets: Map<string, string> }> {
    const rows = await this.queries.formerNames(unitId);
    const names = (kind: string) => rows.filter((row) => row.kind === kind).map((row) => row.name);
    return {
      own: names('own'),
      merged: names('merged'),
      hamlets: new Map(rows.filter((row) => row.kind === 'hamlet').map((row) => [row.unitId, row.name])),
    };
  }

  /**
   * Units of these and below, by name without marks: as they are called on the day, also those that do not stand on it; each with
   * what it stands in, and where it went if it ended.
   */
  async search(
    scope: readonly string[],
    q: string,
    limit: number,
    at = this.clock.today(),
  ): Promise<
    {
      unit: UnitRef;
      lastDay: string | null;
      begins: string | null;
      parent: UnitRef | undefined;
      successors: UnitRef[];
    }[]
  > {
    const found = await this.queries.search(scope, { q, at, after: null, limit });
    const rows = found.rows.slice(0, limit);
    const edges = await this.queries.successors(rows.map(({ id }) => id));
    const parentIds = rows.flatMap(({ parentId }) => parentId ?? []);
    const refs = await this.unitRefs([...edges.map((edge) => edge.toUnitId), ...parentIds], at);
    return rows.map((row) => ({
      unit: toUnitRef(row),
      lastDay: row.validTo !== null && row.validTo <= at ? addDays(row.validTo, -1) : null,
      begins: row.validFrom > at ? row.validFrom : null,
      parent: refs.get(row.parentId ?? ''),
      successors: edges.flatMap((edge) => (edge.fromUnitId === row.id ? (refs.get(edge.toUnitId) ?? []) : [])),
    }));
  }

  async rules(subject: 'team' | 'committee', unitId: string, at = this.clock.today()) {
    return this.references.compositionRules(subject, unitId, at);
  }

  async rulesOf(subject: 'team' | 'committee', unitIds: readonly string[], at = this.clock.today()) {
    const rows =
      unitIds.length === 0 ? [] : await this.references.compositionRulesOf(subject, [...new Set(unitIds)], at);
    const byUnit = new Map<string, CompositionRuleRow[]>(unitIds.map((id) => [id, []]));
    for (const { forUnitId, ...rule } of rows) byUnit.get(forUnitId)?.push(rule);
    return byUnit;
  }

  /** The rules of any unit within: nearly always those of the whole, which are read once. */
  async rulesWithin(subject: 'team' | 'committee', unitId: string, at = this.clock.today()) {
    const others = await this.references.unitsUnderOwnRules(subject, unitId, at);
    const rules = await this.rulesOf(subject, [unitId, ...others.map(({ id }) => id)], at);
    return (id: string): CompositionRuleRow[] => rules.get(id) ?? rules.get(unitId) ?? [];
  }

  async groupName(unitId: string, at = this.clock.today()): Promise<GroupNameRule> {
    return (await this.references.groupNameTemplate(unitId, at)) ?? defaultGroupName;
  }

  /** The same for many units at once. */
  async groupNamesOf(unitIds: readonly string[], at = this.clock.today()): Promise<Map<string, GroupNameRule>> {
    const found = await this.references.groupNameTemplatesOf(unitIds, at);
    const rules = new Map<string, GroupNameRule>(unitIds.map((id) => [id, defaultGroupName]));
    for (const { forUnitId, template, nameMax } of found) rules.set(forUnitId, { template, nameMax });
    return rules;
  }

  async directives(ids: readonly string[]) {
    const rows = await this.references.directivesById(ids);
    const units = await this.unitRefs(rows.map((row) => row.unitId));
    return new Map(
      rows.flatMap((row) => {
        const unit = units.get(row.unitId);
        const basisCitation =
          row.basis && row.basisKind
            ? citationOf({ kind: row.basisKind, number: row.basis.number, issuedOn: row.basis.issuedOn })
            : null;
        return unit ? [[row.id, { ...toDirective(row, unit), basisCitation }] as const] : [];
      }),
    );
  }

  /** The newest of these kinds that binds the unit from above. */
  async newestFromAbove(unitId: string, kinds: readonly DirectiveKind[], at = this.clock.today()) {
    const row = await this.references.newestDirectiveFromAbove(unitId, kinds, at);
    return row && this.directive(row.id);
  }

  async directive(id: string) {
    return (await this.directives([id])).get(id);
  }

  /** True when the directive belongs to the unit or to one above it. */
  async bindsUnit(directiveId: string, unitId: string, at = this.clock.today()): Promise<boolean> {
    return this.references.bindsUnit(directiveId, unitId, at);
  }

  /** By code; all when no codes are given. */
  async indicators(codes: readonly string[] | null = null, at = this.clock.today()) {
    return new Map((await this.references.indicators(codes, at)).map((row) => [row.code, row]));
  }

  /** What an indicator can be broken down by, by the days on which its words hold. */
  wordsOfIndicator(code: string) {
    return this.references.wordsOf(code);
  }

  async households(unitIds: readonly string[], at = this.clock.today()): Promise<Map<string, number>> {
    return new Map((await this.references.households(unitIds, at)).map((row) => [row.unitId, row.value]));
  }

  async ocopProducts(unitIds: readonly string[], at = this.clock.today()) {
    const rows = await this.ocop.ocopProducts(unitIds, at);
    const units = await this.unitRefs(
      rows.map((row) => row.unitId),
      at,
    );
    return rows.flatMap((row) => {
      const unit = units.get(row.unitId);
      return unit ? [toProduct(row, unit)] : [];
    });
  }

  /** How many products stand in the register of each unit, and how many of them are on no marketplace. */
  async ocopCounts(unitIds: readonly string[], at = this.clock.today()) {
    const rows = unitIds.length === 0 ? [] : await this.ocop.ocopCounts([...new Set(unitIds)], at);
    return new Map(rows.map(({ unitId, ...counts }) => [unitId, counts]));
  }

  /** Products that confirmed work has put onto a marketplace. @throws naming the product that is listed or chosen twice */
  writeListings(tx: Tx, actor: Actor, unitId: string, listings: readonly OcopListing[]): Promise<void> {
    return this.listings.write(tx, actor, unitId, listings);
  }

  /** The same for what a team has named: products that are listed meanwhile are left as they are. */
  writeOpenListings(tx: Tx, actor: Actor, unitId: string, listings: readonly OcopListing[]): Promise<void> {
    return this.listings.writeOpen(tx, actor, unitId, listings);
  }

  /** Products of the register of the unit's commune, locked; those that it does not have are absent. */
  lockProducts(tx: Tx, unitId: string, products: readonly { productId: string }[]) {
    return this.listings.lock(tx, unitId, products);
  }

  /** By id, also of those that have left the register. */
  async productNames(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = ids.length === 0 ? [] : await this.ocop.productNames([...new Set(ids)]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  takeListingsBack(tx: Tx, actor: Actor, reportIds: readonly string[]): Promise<void> {
    return this.listings.takeBack(tx, actor, reportIds);
  }

  async periodRule(unitId: string, at = this.clock.today()): Promise<PeriodRule> {
    return (await this.references.periodRule(unitId, at)) ?? defaultPeriodRule;
  }

  dueWording(unitId: string, at: string): Promise<DueWording> {
    return this.references.dueWording(unitId, at);
  }

  /** Names by id, of those that train. */
  async providerNames(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = ids.length === 0 ? [] : await this.references.providerNames([...new Set(ids)]);
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** Names and how to reach them, by id. */
  async providers(ids: readonly string[]) {
    const rows = ids.length === 0 ? [] : await this.references.providersById([...new Set(ids)]);
    return new Map(rows.map((row) => [row.id, row]));
  }

  async providerById(id: string) {
    return (await this.references.providersById([id]))[0];
  }

  /** Telecom companies whose signal covers the unit. */
  signalProviders(unitId: string, at = this.clock.today()) {
    return this.references.signalProviders(unitId, at);
  }

  /** Those of the providers that train in the unit, or with `inParts` also in a part of it. */
  async coveringProviders(
    ids: readonly string[],
    unitId: string,
    { inParts = false, at = this.clock.today() }: { inParts?: boolean; at?: string } = {},
  ): Promise<string[]> {
    return ids.length === 0 ? [] : this.references.coveringProviders(ids, unitId, inParts, at);
  }

  /** Units that any of the providers covers, each with all below it. */
  async unitsCoveredBy(providerIds: readonly string[], at = this.clock.today()): Promise<string[]> {
    return providerIds.length === 0 ? [] : this.references.unitsCoveredBy(providerIds, at);
  }

  async contact(unitId: string, at = this.clock.today()) {
    return this.references.contact(unitId, at);
  }

  /** The address on the contact card of the very unit; null without one. */
  async ownMailbox(unitId: string, at = this.clock.today()): Promise<string | null> {
    return (await this.references.ownOffice(unitId, at))?.email ?? null;
  }

  /** The unit on which everything hangs: where an administrator's post stands. Made when the tree is still empty. */
  async rootUnit(tx: Tx, from: string): Promise<string> {
    const [root] = await rowsOf<{ id: string }>(
      tx,
      sql`select id from units_at(${from}) where parent_id is null order by kind, id limit 1`,
    );
    return root?.id ?? this.createUnit.insert(tx, { kind: 'country', type: 'nước', name: 'Việt Nam', from: SINCE });
  }

  /** Keeps out other changes of what stands in the unit until the transaction ends. */
  async lockUnit(tx: Tx, unitId: string): Promise<void> {
    await execute(tx, sql`select 1 from units where id = ${unitId} for no key update`);
  }

  /** The same for a commune and all of its hamlets; always in the same order. */
  async lockCommune(tx: Tx, communeId: string): Promise<void> {
    await this.lockUnit(tx, communeId);
    await execute(
      tx,
      sql`select 1 from units where id in (select descendant_id from unit_closure where ancestor_id = ${communeId}
        and descendant_kind = 'hamlet')
        order by id for no key update`,
    );
  }

  /** A hamlet that a roster names and the tree does not know yet; the caller has checked its own right. */
  createHamlet(
    tx: Tx,
    actor: Actor,
    hamlet: { communeId: string; type: string; name: string; from: string },
  ): Promise<string> {
    return this.createUnit.insert(
      tx,
      { kind: 'hamlet', type: hamlet.type, name: hamlet.name, parentId: hamlet.communeId, from: hamlet.from },
      actor,
    );
  }
}
