import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { pagesOf } from '#platform/http';
import { type NoRouteKey, NoRouteQueries } from './no-route.queries.ts';

type Page = RouteAnswer<typeof routes.noRoute>;

const key: z.ZodType<NoRouteKey> = z.tuple([z.string(), z.uuid(), z.string(), z.uuid(), z.int(), z.uuid()]);
const pages = pagesOf('noRoute', key);

/** Whom only a call reaches: the list that a commune prints. */
@Injectable()
export class ReadNoRoute {
  constructor(
    private readonly scope: Scope,
    private readonly queries: NoRouteQueries,
    private readonly membership: MembershipApi,
    private readonly organization: OrganizationApi,
  ) {}

  /** By commune, team and role. @throws notification.unitNotFound */
  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.noRoute>): Promise<Page> {
    await this.scope.require(actor, 'assignment.chase', { unitId });
    const asked = { unitId, ...query };
    const { rows: found, total } = await this.queries.page([unitId], pages.after(asked), query.limit);
    const { items: rows, nextCursor } = pages.cut(asked, found, (row) => [
      row.commune,
      row.communeId,
      row.team,
      row.teamId,
      row.level,
      row.personId,
    ]);
    const [people, phones, communes] = await Promise.all([
      this.membership.people(rows.map((row) => row.personId)),
      this.membership.maskedPhones(rows.map((row) => row.personId)),
      this.organization.unitRefs([...new Set(rows.map((row) => row.communeId))]),
    ]);
    const items = rows.flatMap((row): Page['items'] => {
      const [person, commune] = [people.get(row.personId), communes.get(row.communeId)];
      if (!person || !commune) return [];
      const team = { id: row.teamId, name: row.team };
      const why = row.lost ? 'address_failing' : 'no_session_no_address';
      return [{ person, team, commune, role: row.role, phoneMasked: phones.get(row.personId) ?? null, why }];
    });
    return { items, total, nextCursor };
  }
}
