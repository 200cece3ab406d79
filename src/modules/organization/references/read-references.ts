import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { periodOf } from '#contracts/reporting/periods';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { pagesOf } from '#platform/http';
import { OrganizationApi } from '../organization.api.ts';
import { organizationErrors } from '../organization.errors.ts';
import { toDirective } from './directive.presenter.ts';
import { type DirectiveKey, type ProviderKey, type ProviderRow, ReferenceQueries } from './reference.queries.ts';
import { Scope } from '../scope.ts';

const directiveKey: z.ZodType<DirectiveKey> = z.tuple([z.iso.date(), z.uuid()]);
const directivePages = pagesOf('directives', directiveKey);
const providerKey: z.ZodType<ProviderKey> = z.tuple([z.string(), z.uuid()]);
const providerPages = pagesOf('providers', providerKey);

/** Directives, registers, rules, providers and periods of a unit, within the reader's scope. */
@Injectable()
export class ReadReferences {
  constructor(
    private readonly references: ReferenceQueries,
    private readonly api: OrganizationApi,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async directives(
    actor: Actor,
    unitId: string,
    query: RouteQuery<typeof routes.listDirectives>,
  ): Promise<RouteAnswer<typeof routes.listDirectives>> {
    await this.scope.require(actor, 'unit.read', { unitId });
    const { at = this.clock.today(), limit } = query;
    const asked = { unitId, ...query };
    const { rows, total } = await this.references.directives(unitId, at, directivePages.after(asked), limit);
    const { items, nextCursor } = directivePages.cut(asked, rows, ({ issuedOn, id }) => [issuedOn, id]);
    const units = await this.api.unitRefs(
      items.map((row) => row.unitId),
      at,
    );
    const shown = items.flatMap((row) => {
      const unit = units.get(row.unitId);
      return unit ? [toDirective(row, unit)] : [];
    });
    return { items: shown, total, nextCursor };
  }

  async directive(id: string): Promise<RouteAnswer<typeof routes.createDirective>> {
    const directive = await this.api.directive(id);
    if (!directive) throw organizationErrors.basisNotVisible();
    return directive;
  }

  async indicators(at = this.clock.today()): Promise<RouteAnswer<typeof routes.listIndicators>> {
    return [...(await this.api.indicators(null, at)).values()];
  }

  async rules(actor: Actor, unitId: string, at = this.clock.today()): Promise<RouteAnswer<typeof routes.listRules>> {
    await this.scope.require(actor, 'unit.read', { unitId });
    const [team, committee] = [
      await this.references.compositionRules('team', unitId, at),
      await this.references.compositionRules('committee', unitId, at),
    ];
    return [...team, ...committee];
  }

  async providers(
    actor: Actor,
    unitId: string,
    query: RouteQuery<typeof routes.listProviders>,
  ): Promise<RouteAnswer<typeof routes.listProviders>> {
    await this.scope.require(actor, 'unit.browse', { unitId });
    const asked = { unitId, ...query };
    const after = providerPages.after(asked);
    const { rows, total } = await this.references.providers(unitId, this.clock.today(), after, query.limit);
    const { items, nextCursor } = providerPages.cut(asked, rows, ({ name, id }) => [name, id]);
    return { items: await this.presentProviders(items), total, nextCursor };
  }

  /** One that was just made, as of its first day. */
  async provider(id: string, at: string): Promise<RouteAnswer<typeof routes.createProvider>> {
    const row = await this.references.provider(id, at);
    const [provider] = await this.presentProviders(row ? [row] : []);
    if (!provider) throw organizationErrors.providerNotFound();
    return provider;
  }

  private async presentProviders(rows: readonly ProviderRow[]): Promise<RouteAnswer<typeof routes.createProvider>[]> {
    const units = await this.api.unitRefs(rows.flatMap((row) => row.coverage));
    return rows.map(({ id, name, kind, contact, coverage }) => ({
      id,
      name,
      kind,
      contact,
      coverage: coverage.flatMap((unit) => units.get(unit) ?? []),
    }));
  }

  async contact(actor: Actor, unitId: string): Promise<RouteAnswer<typeof routes.contactCard>> {
    await this.scope.require(actor, 'unit.read', { unitId });
    const row = await this.api.contact(unitId);
    return {
      office: row?.name ?? '',
      phone: row?.phone ?? null,
      email: row?.email ?? null,
      holder: row?.holder ?? null,
      hours: row?.hours ?? null,
    };
  }

  async period(
    actor: Actor,
    unitId: string,
    at = this.clock.today(),
  ): Promise<RouteAnswer<typeof routes.currentPeriod>> {
    await this.scope.require(actor, 'unit.read', { unitId });
    return periodOf(at, await this.api.periodRule(unitId, at));
  }
}
