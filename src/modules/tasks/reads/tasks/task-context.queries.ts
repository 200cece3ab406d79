import { Injectable } from '@nestjs/common';
import { MembershipApi, type PersonRef } from '#modules/membership';
import { addDays } from '#contracts/reporting/periods';
import { dateInVietnam } from '#i18n';
import { Takeovers, OrganizationApi } from '#modules/organization';
import { PRODUCT_EACH } from '#contracts/tasks/named-products';
import { LastChanges } from '../../orders/order/last-changes.ts';
import { PartnerQueries } from '../../orders/joint/partner.queries.ts';
import type { CardRow } from './card.queries.ts';
import { NamedProductQueries } from '../results/named-product.queries.ts';
import type { DetailRow } from './task-detail.queries.ts';

export type People = Map<string, PersonRef>;

/** Indicators whose work is a list of products by name. */
const productIndicators = new Set(['KT03', 'KT04', 'KT05']);

/** What stands around a task in other modules: units, directive, members, supporters, products. */
@Injectable()
export class TaskContextQueries {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly named: NamedProductQueries,
    private readonly partners: PartnerQueries,
    private readonly changes: LastChanges,
    private readonly over: Takeovers,
  ) {}

  async people(ids: readonly (string | null)[]): Promise<People> {
    return this.membership.people([...new Set(ids.filter((id): id is string => id !== null))]);
  }

  async of(card: CardRow, detail: DetailRow) {
    const [units, directive, supporters, members, rule, products, words, partner, changed, moved] = await Promise.all([
      this.organization.unitRefs([detail.issuerUnitId, detail.communeId]),
      this.organization.directive(detail.directiveId),
      this.membership.supportersOf([card.teamId]),
      this.membership.teamMembers(card.teamId),
      this.organization.periodRule(detail.communeId),
      this.products(detail),
      detail.asks.length > 0 ? this.organization.wordsOfIndicator(detail.indicatorCode) : [],
      this.partner(card.id),
      this.changed(card.id, detail),
      this.moved(detail),
    ]);
    // Marketplaces are asked for with each product.
    const asked = detail.asks.includes(PRODUCT_EACH) ? [...detail.asks, 'marketplace'] : detail.asks;
    const unknown = (id: string) => ({ id, kind: 'commune' as const, name: '', fullName: '' });
    return {
      communeUnit: units.get(detail.communeId) ?? unknown(detail.communeId),
      rule,
      words: words.map((each) => ({
        ...each,
        dimensions: each.dimensions.filter(({ key }) => asked.includes(key)),
      })),
      parts: {
        issuer: units.get(detail.issuerUnitId) ?? unknown(detail.issuerUnitId),
        directive: {
          id: detail.directiveId,
          citation: directive?.citation ?? '',
          abstract: directive?.abstract ?? '',
        },
        supporters: supporters.get(card.teamId) ?? [],
        members: members.map(({ personId: id, fullName, position, skills }) => ({ id, fullName, position, skills })),
        missingProducts: products,
        partner,
        changed,
        moved,
      },
    };
  }

  private async changed(taskId: string, { acceptedAt }: DetailRow) {
    const last = await this.changes.lastOf(taskId);
    if (!last) return null;
    const by = (await this.people([last.changedBy])).get(last.changedBy);
    const { dueFrom, dueTo, targetFrom, targetTo } = last.own;
    return {
      at: last.changedAt.toISOString(),
      by: by ?? { id: last.changedBy, fullName: '', position: null },
      reason: last.reason ?? '',
      ...(dueFrom && dueTo && { dueFrom, dueTo }),
      ...(targetFrom !== undefined && targetTo !== undefined && { targetFrom, targetTo }),
      reworded: last.own.work !== undefined || last.own.title !== undefined,
      afterAcceptance: acceptedAt !== null && acceptedAt < last.changedAt,
    };
  }

  /** An order of the team's own commune stayed with it, so nothing is asked. */
  private async moved({ issuerUnitId, communeId, unitId, issuedAt }: DetailRow) {
    const move = issuerUnitId === communeId ? undefined : await this.over.moveOf(unitId, issuedAt);
    if (!move) return null;
    const { fromId, toId, on, enteredAt, ended, title, directiveId } = move;
    const [before, now, directives] = await Promise.all([
      this.organization.unitRef(fromId, addDays(on, -1)),
      this.organization.unitRef(toId),
      this.organization.directives(directiveId ? [directiveId] : []),
    ]);
    if (!before || !now) return null;
    const citation = directives.get(directiveId ?? '')?.citation ?? null;
    const entered = enteredAt && dateInVietnam(enteredAt);
    const confirmsFrom = entered && entered > on ? entered : on;
    return { from: before, to: now, on, confirmsFrom, ended, issued: issuerUnitId === fromId, title, citation };
  }

  private async partner(taskId: string) {
    const found = (await this.partners.ofTasks([taskId])).get(taskId);
    if (!found) return null;
    const { provider, reported, reports } = found;
    return { name: provider.name, reported, reportedOn: reports.at(-1)?.happenedOn ?? null };
  }

  private async products({ indicatorCode, asks, unitId, communeId }: DetailRow) {
    if (asks.includes(PRODUCT_EACH)) return this.named.listOf({ unitId, communeId });
    if (!productIndicators.has(indicatorCode)) return null;
    const products = await this.organization.ocopProducts([unitId]);
    return products.map(({ id, name, owner, marketplace, listedOn }) => ({ id, name, owner, marketplace, listedOn }));
  }
}
