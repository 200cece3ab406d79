import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { pagesOf, platformErrors } from '#platform/http';
import { type HamletCount, TeamListQueries } from './team-list.queries.ts';
import type { GroupNameStates } from '../groups/group-states.ts';
import { type Stand, TeamStands } from './team-stands.ts';

type Sums = RouteAnswer<typeof routes.teamSums>;
type Counts = Omit<Sums, 'at'>;
type ByCommune = RouteAnswer<typeof routes.teamsByCommune>;
type Missing = RouteAnswer<typeof routes.hamletsWithoutTeam>;

const byName = z.tuple([z.string(), z.uuid()]);
const communePages = pagesOf('teams.communes', byName);
const missingPages = pagesOf('teams.missing', byName);

const tests = {
  lacking: ({ lacking }: Counts) => lacking > 0,
  without: ({ hamletsWithoutTeam }: Counts) => hamletsWithoutTeam > 0,
  noSupporter: ({ noSupporter }: Counts) => noSupporter > 0,
};

const compare = (a: readonly [string, string], b: readonly [string, string]): number =>
  comparePlaces(a[0], b[0]) || (a[1] === b[1] ? 0 : a[1] > b[1] ? 1 : -1);

/** How many teams a unit or each of its communes has, and what they lack. */
@Injectable()
export class SumTeams {
  constructor(
    private readonly queries: TeamListQueries,
    private readonly stands: TeamStands,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async whole(actor: Actor, unitId: string, at = this.clock.today()): Promise<Sums> {
    await this.check(actor, unitId, at);
    const stands = await this.stands.of(unitId, [unitId], at);
    const names = await this.stands.groupNames(stands, at);
    return { at, ...countsOf(stands, names, await this.queries.hamletCounts([unitId], at)) };
  }

  /** Without a filter only the page's communes are summed. */
  async byCommune(actor: Actor, unitId: string, query: RouteQuery<typeof routes.teamsByCommune>): Promise<ByCommune> {
    const { at = this.clock.today(), q = '', filter, limit } = query;
    await this.check(actor, unitId, at);
    const asked = { ...query, unitId, at };
    const after = communePages.after(asked);
    const communes = (await this.queries.communes(unitId, at, q)).toSorted((a, b) =>
      compare([a.fullName, a.id], [b.fullName, b.id]),
    );
    const comes = ({ fullName, id }: (typeof communes)[number]) => !after || compare([fullName, id], after) > 0;
    const summed = await this.summed(unitId, filter ? communes : communes.filter(comes).slice(0, limit + 1), at);
    const matching = filter ? summed.filter(tests[filter]) : summed;
    const rows = matching.filter(({ commune }) => comes(commune));
    const cut = communePages.cut(asked, rows, ({ commune }) => [commune.fullName, commune.id]);
    return { ...cut, total: filter ? matching.length : communes.length };
  }

  async missing(actor: Actor, unitId: string, query: RouteQuery<typeof routes.hamletsWithoutTeam>): Promise<Missing> {
    const { at = this.clock.today(), q = '', limit } = query;
    await this.check(actor, unitId, at);
    const asked = { ...query, unitId, at };
    const rows = await this.queries.hamletsWithoutTeam(unitId, at, { q, after: missingPages.after(asked), limit });
    const { items, nextCursor } = missingPages.cut(asked, rows, (row) => [row.fullName, row.id]);
    return {
      items: items.map(({ total: _total, ...hamlet }) => ({ kind: 'hamlet', ...hamlet })),
      total: rows[0]?.total ?? 0,
      nextCursor,
    };
  }

  private async check(actor: Actor, unitId: string, at: string): Promise<void> {
    if (!(await this.organization.unitRef(unitId, at))) throw platformErrors.notFound();
    await this.scope.require(actor, 'team.read', { unitId });
  }

  private async summed(
    unitId: string,
    communes: readonly ByCommune['items'][number]['commune'][],
    at: string,
  ): Promise<ByCommune['items']> {
    const ids = communes.map(({ id }) => id);
    const [stands, hamlets] = await Promise.all([this.stands.of(unitId, ids, at), this.queries.hamletCounts(ids, at)]);
    const names = await this.stands.groupNames(stands, at);
    const standsOf = byCommuneOf(stands);
    const hamletsOf = byCommuneOf(hamlets);
    return communes.map((commune) => ({
      commune,
      ...countsOf(standsOf.get(commune.id) ?? [], names, hamletsOf.get(commune.id) ?? []),
    }));
  }
}

function byCommuneOf<T extends { communeId: string | null }>(rows: readonly T[]): Map<string | null, T[]> {
  const found = new Map<string | null, T[]>();
  for (const row of rows) {
    const group = found.get(row.communeId);
    if (group) group.push(row);
    else found.set(row.communeId, [row]);
  }
  return found;
}

function countsOf(stands: readonly Stand[], names: GroupNameStates, hamlets: readonly HamletCount[]): Counts {
  const active = stands.filter(({ status }) => status === 'active');
  const count = (test: (stand: Stand) => boolean) => active.filter(test).length;
  return {
    hamlets: hamlets.reduce((sum, one) => sum + one.hamlets, 0),
    hamletsWithoutTeam: hamlets.reduce((sum, one) => sum + one.without, 0),
    activeTeams: active.length,
    draftTeams: stands.length - active.length,
    members: active.reduce((sum, { members }) => sum + members, 0),
    leaders: count(({ hasLeader }) => hasLeader),
    lacking: count(({ lacking }) => lacking),
    noSupporter: count(({ supported }) => !supported),
    groups: count(({ id }) => names.get(id) === 'right'),
    misnamedGroups: count(({ id }) => names.get(id) === 'wrong'),
  };
}
