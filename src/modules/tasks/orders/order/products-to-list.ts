import { Injectable } from '@nestjs/common';
import {
  listedProducts,
  type NothingLeft,
  ocopObstacle,
  type OcopObstacle,
  type OcopStock,
  productsLeft,
  sumOfStocks,
  whyNothingLeft,
} from '#contracts/organization/ocop';
import { splitTarget } from '#contracts/tasks/targets';
import { OrganizationApi, type UnitRef } from '#modules/organization';
import { Database, sql, takeTurn, type Tx } from '#platform/database';
import { invalid } from '#platform/http';
import { assignmentErrors } from '../../tasks.errors.ts';
import { grouped } from '#contracts/grouped';
import { OrderReferenceQueries } from './order-reference.queries.ts';

interface Share {
  communeId: string;
  target: number;
}
const communeOf = ({ communeId }: Share): string => communeId;
export interface ProductsOfCommune extends OcopStock {
  commune: UnitRef;
  /** What the order asks of the commune's teams together. */
  wanted: number;
  obstacle: OcopObstacle | null;
}

/** An order for OCOP products asks of a commune no more than its register misses and no open order asks for already. */
@Injectable()
export class ProductsToList {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly references: OrderReferenceQueries,
  ) {}

  async stock(communeIds: readonly string[]): Promise<Map<string, OcopStock>> {
    const counts = await this.organization.ocopCounts(communeIds);
    const open = await this.database.rows<{ id: string; ordered: number }>(
      sql`select t.commune_id as id, sum(greatest(0, t.target - coalesce(f.confirmed, 0)))::int as ordered
         from tasks t join assignments a on a.id = t.assignment_id and a.indicator_code = ${listedProducts}
         left join lateral (select sum(l.confirmed_value) as confirmed from counted_lines l where l.task_id = t.id
           and l.indicator_code = ${listedProducts}) f on true
        where t.commune_id = any(${communeIds}) and t.state not in ('confirmed', 'cancelled') group by 1`,
    );
    const ordered = new Map(open.map((row) => [row.id, row.ordered]));
    return new Map([...counts].map(([id, count]) => [id, { ...count, ordered: ordered.get(id) ?? 0 }]));
  }

  /** By name of the commune; null for an order that is not about products on marketplaces. */
  async ofOrder(indicatorCode: string, shares: readonly Share[]): Promise<ProductsOfCommune[] | null> {
    if (indicatorCode !== listedProducts) return null;
    const wanted = new Map([...grouped(shares, communeOf)].map(([id, own]) => [id, targetOf(own)]));
    const stock = await this.stock([...wanted.keys()]);
    const units = await this.organization.unitRefs([...wanted.keys()]);
    return [...units.values()]
      .flatMap((commune) => {
        const of = stock.get(commune.id);
        const asked = wanted.get(commune.id) ?? 0;
        return of ? [{ commune, ...of, wanted: asked, obstacle: ocopObstacle(of, asked) }] : [];
      })
      .toSorted((a, b) => a.commune.name.localeCompare(b.commune.name, 'vi', { numeric: true }));
  }

  /** Of an order that names its teams: those of elsewhere are left out. */
  async ofTeams(order: {
    unitId: string;
    indicatorCode: string;
    shares: readonly { teamId: string; target: number }[];
  }): Promise<ProductsOfCommune[] | null> {
    if (order.indicatorCode !== listedProducts) return null;
    const ids = order.shares.map(({ teamId }) => teamId);
    const teams = await this.references.teams(order.unitId, ids);
    const shares = order.shares.flatMap(({ teamId, target }) => {
      const team = teams.get(teamId);
      return team?.inside ? [{ communeId: team.communeId, target }] : [];
    });
    return this.ofOrder(order.indicatorCode, shares);
  }

  /**
   * Two who order of the same register at once are served one after the other.
   * @throws input.invalid naming each commune of which too much is asked
   */
  async require(tx: Tx, indicatorCode: string, shares: readonly Share[]): Promise<void> {
    if (indicatorCode !== listedProducts) return;
    await this.lock(tx, shares);
    const asked = (await this.ofOrder(indicatorCode, shares)) ?? [];
    const problems = asked.flatMap(({ commune, obstacle, registered, missing, ordered, wanted }) =>
      obstacle
        ? assignmentErrors[obstacle]({
            path: 'target',
            communeId: commune.id,
            commune: commune.fullName,
            registered,
            missing,
            ordered,
            left: productsLeft({ registered, missing, ordered }),
            wanted,
          }).details
        : [],
    );
    if (problems.length > 0) throw invalid(problems);
  }

  /**
   * Targets cut to what can be ordered in each commune, split as they were; teams whose share comes to nothing are left
   * out. `nothingLeft` says why all are.
   */
  async cut<T extends Share & { teamId: string }>(
    tx: Tx,
    indicatorCode: string,
    shares: readonly T[],
  ): Promise<{ shares: T[]; nothingLeft: NothingLeft | null }> {
    if (indicatorCode !== listedProducts) return { shares: [...shares], nothingLeft: null };
    await this.lock(tx, shares);
    const asked = (await this.ofOrder(indicatorCode, shares)) ?? [];
    const own = grouped(shares, communeOf);
    const targets = new Map(
      asked.flatMap(({ commune, wanted, ...stock }) => {
        const parts = (own.get(commune.id) ?? []).map(({ teamId, target }) => ({ teamId, weight: target }));
        return [...splitTarget(Math.min(wanted, productsLeft(stock)), parts)];
      }),
    );
    const kept = shares
      .map((share) => ({ ...share, target: targets.get(share.teamId) ?? 0 }))
      .filter(({ target }) => target > 0);
    return { shares: kept, nothingLeft: kept.length > 0 ? null : whyNothingLeft(sumOfStocks(asked)) };
  }

  private lock(tx: Tx, shares: readonly Share[]): Promise<void> {
    return takeTurn(
      tx,
      shares.map(({ communeId }) => `ocop-orders:${communeId}`),
    );
  }
}

export const targetOf = (tasks: readonly { target: number }[]): number =>
  tasks.reduce((sum, task) => sum + task.target, 0);
