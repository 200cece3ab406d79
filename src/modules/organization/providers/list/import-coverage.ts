import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { addDays } from '#contracts/reporting/periods';
import { organizationErrors } from '../../organization.errors.ts';
import { coverageSet } from '../../organization.events.ts';
import { Scope } from '../../scope.ts';
import { type NamedUnit, NamedUnits } from '../../units/named-units.ts';
import { clearFrom, lockProvider } from '../set-coverage.ts';
import { coveredHamlets, courseOf, type CoverageSpan } from './coverage-course.ts';
import { type CommuneSpan, CoverageListQueries } from './coverage-list.queries.ts';
import { type Place, readLines, type ReadRow } from './coverage-lines.ts';

type Input = RouteBody<typeof routes.importCoverage>;
type Report = RouteAnswer<typeof routes.importCoverage>;

/** A commune of the list: what is covered of it from its first day on. */
interface Planned {
  commune: NamedUnit;
  hamletIds: string[];
  since: string;
  course: CoverageSpan[];
  before: number;
  after: number;
  ended: Report['communes'][number]['ended'];
  isSame: boolean;
}

/** Where a provider serves, by a list: looked at first, then written as a whole or not at all. */
@Injectable()
export class ImportCoverage {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly units: NamedUnits,
    private readonly queries: CoverageListQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.coverageInPast, organization.providerNotFound, organization.coverageUnsettled */
  async execute(actor: Actor, unitId: string, input: Input): Promise<Report> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const today = this.clock.today();
    if (input.from < today) throw organizationErrors.coverageInPast({ path: 'from' });
    const below = (await this.units.below(unitId, today)).filter(({ kind }) => kind === 'commune');
    const communes = below.map((unit): Place => ({ ...unit, communeId: unit.id }));
    const hamlets = await this.queries.hamlets(unitId, today);
    const { rows, findings } = readLines(input.lines, { communes, hamlets, from: input.from, today });
    const open = new Set(findings.filter((one) => one.open).map(({ row }) => row));
    if (!input.dryRun && open.size > 0)
      throw organizationErrors.coverageUnsettled({ count: open.size, rows: [...open].slice(0, 5).join(', ') });
    return this.database.tx(async (tx) => {
      await lockProvider(tx, input.providerId);
      const spans = await this.queries.spans(tx, input.providerId, [...new Set(rows.map(communeOf))], today);
      const planned = plan(below, hamlets, { rows, spans, today });
      const changing = planned.filter(({ isSame }) => !isSame);
      if (!input.dryRun) await this.write(tx, actor, input.providerId, changing);
      return {
        open: open.size,
        findings: findings.toSorted((a, b) => a.row - b.row),
        communes: changing.map(({ commune: { id, kind, name, fullName }, hamletIds, before, after, ended }) => ({
          unit: { id, kind, name, fullName },
          hamlets: hamletIds.length,
          before,
          after,
          ended,
        })),
        unchanged: planned.length - changing.length,
        written: !input.dryRun,
      };
    });
  }

  private async write(tx: Tx, actor: Actor, providerId: string, planned: readonly Planned[]): Promise<void> {
    for (const { commune, since, course } of planned) {
      await clearFrom(tx, providerId, commune.id, since);
      await execute(
        tx,
        sql`insert into provider_coverage (provider_id, unit_id, validity)
          select ${providerId}::uuid, n.unit_id, daterange(n.first, n.until)
            from unnest(${course.map(({ unitId }) => unitId)}::uuid[], ${course.map(({ from }) => from)}::date[],
              ${course.map(({ to }) => to)}::date[]) as n(unit_id, first, until)`,
      );
    }
    if (planned.length === 0) return;
    const changes = { communes: planned.map(({ commune, since }) => ({ unitId: commune.id, from: since })) };
    await this.outbox.append(tx, coverageSet({ providerId }, { changes }), actor);
  }
}

const communeOf = ({ place }: ReadRow): string => place.communeId;

function plan(
  communes: readonly NamedUnit[],
  hamlets: readonly Place[],
  { rows, spans, today }: { rows: readonly ReadRow[]; spans: readonly CommuneSpan[]; today: string },
): Planned[] {
  const named = new Set(rows.map(communeOf));
  return communes
    .filter(({ id }) => named.has(id))
    .map((commune) => {
      const own = rows.filter((row) => communeOf(row) === commune.id);
      const days = own.map(({ from }) => from).toSorted();
      const [since = today, last = today] = [days[0], days.at(-1)];
      const hamletIds = hamlets.filter(({ communeId }) => communeId === commune.id).map(({ id }) => id);
      const of = { id: commune.id, hamletIds };
      const standing = spans.filter(({ communeId }) => communeId === commune.id);
      const listed = own.map(({ place, from, till }) => ({ unitId: place.id, from, to: till && addDays(till, 1) }));
      const course = courseOf(of, standing, listed, since);
      const isSame = JSON.stringify(courseOf(of, standing, [], since)) === JSON.stringify(course);
      const [before, after] = [coveredHamlets(of, standing, today), coveredHamlets(of, course, last)];
      const end = listed
        .flatMap(({ to }) => to ?? [])
        .toSorted()
        .at(-1);
      const ended = end === undefined ? null : { on: end, hamlets: coveredHamlets(of, course, end) };
      return { commune, hamletIds, since, course, before, after, ended, isSame };
    });
}
