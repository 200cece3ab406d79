import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { splitTarget } from '#contracts/tasks/targets';
import { comparePlaces } from '#i18n/fold';
import { MatchTeams } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { invalid } from '#platform/http';
import { assignmentErrors } from '../../tasks.errors.ts';

type Asked = RouteBody<typeof routes.issueAssignment>;
type Selection = NonNullable<Asked['selection']>;
type Split = RouteAnswer<typeof routes.splitAssignment>;
type Chosen = Awaited<ReturnType<ChooseTeams['chosen']>>[number];

/** An order whose teams and shares are known. */
export type OrderInput = Omit<Asked, 'shares' | 'selection'> & { shares: NonNullable<Asked['shares']> };

const NAMED = 5;

/** Teams that are chosen as a list shows them: the server knows which they are, and splits the target over them. */
@Injectable()
export class ChooseTeams {
  constructor(
    private readonly match: MatchTeams,
    private readonly organization: OrganizationApi,
    private readonly scope: Scope,
  ) {}

  /** Teams whose share would be nothing are left out. @throws input.invalid */
  async resolve(actor: Actor, { shares, selection, ...order }: Asked): Promise<OrderInput> {
    if (!selection) return { ...order, shares: shares ?? [] };
    await this.scope.require(actor, 'assignment.issue', { unitId: order.unitId });
    const teams = await this.chosen(order.unitId, selection);
    const targets = targetsOf(order.target, selection, teams);
    const given = [...targets].map(([teamId, target]) => ({ teamId, target })).filter(({ target }) => target > 0);
    if (given.length === 0) throw invalid(assignmentErrors.teamsMissing({ path: 'selection' }).details);
    return { ...order, shares: given };
  }

  /** Without a target: whom the selection means. */
  async split(
    actor: Actor,
    { unitId, target = 0, selection }: RouteBody<typeof routes.splitAssignment>,
  ): Promise<Split> {
    await this.scope.require(actor, 'assignment.issue', { unitId });
    const teams = await this.chosen(unitId, selection);
    const targets = targetsOf(target, selection, teams);
    const some = (of: Chosen[]) => ({ n: of.length, names: of.slice(0, NAMED).map(({ name }) => name) });
    return {
      teams: teams.length,
      members: teams.reduce((sum, { members }) => sum + members, 0),
      households: householdsOf(teams),
      without: some(target > 0 ? teams.filter(({ id }) => !targets.get(id)) : []),
      unknown: some(teams.filter(({ households }) => !households)),
      communes: await this.byCommune(teams, targets),
    };
  }

  private async chosen(unitId: string, { under, q, filter, only, except, exceptUnits }: Selection) {
    const path = await this.organization.ancestors(under);
    if (!path.some(({ id }) => id === unitId))
      throw invalid(assignmentErrors.teamOutside({ path: 'selection.under' }).details);
    const found = await this.match.chosen(under, { q, filter }, { only, except });
    const left = new Set(exceptUnits);
    const teams = found.filter(({ communeId }) => !left.has(communeId));
    const households = await this.organization.households(teams.map((team) => team.unitId));
    return teams.map((team) => ({ ...team, households: households.get(team.unitId) ?? null }));
  }

  private async byCommune(teams: readonly Chosen[], targets: ReadonlyMap<string, number>): Promise<Split['communes']> {
    const units = await this.organization.unitRefs(teams.map(({ communeId }) => communeId));
    const sums = new Map<string, Split['communes'][number]>();
    for (const { id, communeId, households } of teams) {
      const commune = units.get(communeId);
      if (!commune) continue;
      const sum = sums.get(communeId) ?? { commune, teams: 0, households: 0, target: 0 };
      sum.teams++;
      sum.households += households ?? 0;
      sum.target += targets.get(id) ?? 0;
      sums.set(communeId, sum);
    }
    return [...sums.values()].sort((a, b) => comparePlaces(a.commune.fullName, b.commune.fullName));
  }
}

const householdsOf = (teams: readonly { households: number | null }[]): number =>
  teams.reduce((sum, { households }) => sum + (households ?? 0), 0);

function targetsOf(target: number, { split }: Selection, teams: readonly Chosen[]): Map<string, number> {
  if (teams.length === 0) return new Map();
  return splitTarget(
    target,
    teams.map(({ id, households }) => ({ teamId: id, weight: split === 'even' ? 1 : (households ?? 0) })),
  );
}
