import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { comparePlaces, foldLetters } from '#i18n/fold';
import { CoverageQueries, type HamletRow, type UnitRef } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import { OwnCompanies } from './own-companies.ts';

type View = RouteAnswer<typeof routes.providerCoverage>;
type Row = View['items'][number];
type Asked = RouteQuery<typeof routes.providerCoverage>;

const NAMED_UNCOVERED = 200;
const pages = pagesOf('coverage', z.tuple([z.string(), z.string(), z.uuid()]));
type Key = [commune: string, name: string, id: string];
const keyOf = ({ unit, commune }: Pick<Row, 'unit' | 'commune'>): Key => [
  commune?.fullName ?? '',
  unit.fullName,
  unit.id,
];
const compare = (a: Key, b: Key): number =>
  comparePlaces(a[0], b[0]) || comparePlaces(a[1], b[1]) || (a[2] === b[2] ? 0 : a[2] > b[2] ? 1 : -1);

interface Communes {
  byId: Map<string, UnitRef & { hamlets: number }>;
  /** Per commune, per provider. */
  covered: Map<string, Map<string, number>>;
}

/** Who covers which commune or hamlet, who nobody covers, and how many people each provider has. */
@Injectable()
export class ReadProviderCoverage {
  constructor(
    private readonly database: Database,
    private readonly coverage: CoverageQueries,
    private readonly companies: OwnCompanies,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, query: Asked): Promise<View> {
    const visible = await this.companies.visible(actor, unitId);
    const at = this.clock.today();
    const [providers, communes, alone] = await Promise.all([
      this.coverage.providers(unitId, visible),
      this.communes(unitId, at),
      this.coverage.withoutTelecom(unitId, at),
    ]);
    const ids = providers.map(({ id }) => id);
    const people = await this.people(ids, at);
    const asked = { unitId, ...query };
    const after = pages.after(asked);
    const all = await this.rows(unitId, at, { query, ids, communes, alone });
    const wanted = query.q ? all.filter(({ unit, commune }) => matches(query.q ?? '', unit, commune)) : all;
    const matching = wanted.sort((a, b) => compare(keyOf(a), keyOf(b)));
    const coming = after ? matching.filter((row) => compare(keyOf(row), after) > 0) : matching;
    const { items, nextCursor } = pages.cut(asked, coming.slice(0, query.limit + 1), keyOf);
    const gaps = this.communeRows(ids, communes).filter(isGap).length;
    return {
      items: query.by === 'hamlet' ? await this.withCoverers(items, ids, at) : items,
      total: matching.length,
      nextCursor,
      hamlets: sum([...communes.byId.values()].map(({ hamlets }) => hamlets)),
      providers: providers.map((provider) => ({
        ...provider,
        people: people.get(provider.id) ?? 0,
        hamlets: sum([...communes.covered.values()].map((byProvider) => byProvider.get(provider.id) ?? 0)),
      })),
      people: sum([...people.values()]),
      counts: { gap: gaps, none: new Set(alone.map(({ communeId }) => communeId)).size },
      uncovered: uncoveredOf(alone, communes),
    };
  }

  private async communes(unitId: string, at: string): Promise<Communes> {
    const [rows, pairs] = await Promise.all([this.coverage.communes(unitId, at), this.coverage.covered(unitId, at)]);
    const covered = new Map<string, Map<string, number>>();
    for (const { communeId, providerId, covered: n } of pairs) {
      const byProvider = covered.get(communeId) ?? new Map<string, number>();
      covered.set(communeId, byProvider.set(providerId, n));
    }
    return { byId: new Map(rows.map((row) => [row.id, row])), covered };
  }

  /** People of a provider, each once, wherever they work. */
  private async people(providerIds: readonly string[], at: string): Promise<Map<string, number>> {
    const rows = await this.database.rows<{ id: string; n: number }>(
      sql`select provider_id as id, count(distinct person_id)::int as n from trainers_at(${at})
        where provider_id = any(${providerIds}::uuid[]) group by 1`,
    );
    return new Map(rows.map(({ id, n }) => [id, n]));
  }

  private communeRows(ids: readonly string[], { byId, covered }: Communes): Row[] {
    return [...byId.values()].map(({ hamlets, ...unit }) => ({
      unit,
      commune: null,
      hamlets,
      covered: ids.map((id) => covered.get(unit.id)?.get(id) ?? 0),
    }));
  }

  private async rows(
    unitId: string,
    at: string,
    { query, ids, communes, alone }: { query: Asked; ids: readonly string[]; communes: Communes; alone: HamletRow[] },
  ): Promise<Row[]> {
    if (query.by === 'commune') {
      const lonely = new Set(alone.map(({ communeId }) => communeId));
      const rows = this.communeRows(ids, communes);
      if (query.filter === 'gap') return rows.filter(isGap);
      return query.filter === 'none' ? rows.filter(({ unit }) => lonely.has(unit.id)) : rows;
    }
    const hamlets = query.filter === 'none' ? alone : await this.coverage.hamlets(unitId, at);
    const rows = hamlets.map(({ communeId, ...unit }): Row => {
      const commune = communes.byId.get(communeId);
      return { unit, commune: commune ? toRef(commune) : null, hamlets: 1, covered: [] };
    });
    if (query.filter !== 'gap') return rows;
    return (await this.withCoverers(rows, ids, at)).filter(
      ({ covered, commune }) => commune && covered.some((n, i) => n === 0 && isPart(communes, commune.id, ids[i])),
    );
  }

  private async withCoverers(rows: readonly Row[], ids: readonly string[], at: string): Promise<Row[]> {
    const pairs = await this.coverage.coverersOf(
      rows.map(({ unit }) => unit.id),
      at,
    );
    const known = new Set(pairs.map(({ hamletId, providerId }) => `${hamletId} ${providerId}`));
    return rows.map((row) => ({ ...row, covered: ids.map((id) => (known.has(`${row.unit.id} ${id}`) ? 1 : 0)) }));
  }
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const toRef = ({ id, kind, name, fullName }: UnitRef): UnitRef => ({ id, kind, name, fullName });
/** Some provider covers a part of it, not all. */
const isGap = ({ hamlets, covered }: Row): boolean => covered.some((n) => n > 0 && n < hamlets);
const matches = (q: string, unit: UnitRef, commune: UnitRef | null): boolean =>
  [unit, commune].some((one) => one && foldLetters(one.fullName).includes(foldLetters(q)));

function isPart({ byId, covered }: Communes, communeId: string, providerId: string | undefined): boolean {
  const n = covered.get(communeId)?.get(providerId ?? '') ?? 0;
  return n > 0 && n < (byId.get(communeId)?.hamlets ?? 0);
}

function uncoveredOf(alone: readonly HamletRow[], { byId }: Communes): View['uncovered'] {
  const named = alone.flatMap(({ communeId, ...unit }) => {
    const commune = byId.get(communeId);
    return commune ? [{ unit, commune: toRef(commune) }] : [];
  });
  return {
    total: alone.length,
    hamlets: named.sort((a, b) => compare(keyOf(a), keyOf(b))).slice(0, NAMED_UNCOVERED),
  };
}
