import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type Each, eachAlone, HeldActs } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Database, rowsOf, sql, takeTurn, type Tx } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';
import { OrganizationApi } from '../organization.api.ts';
import type { ClosingUnit } from './closing-unit.ts';
import { type ClosedBefore, ReopenUnits } from './reopen-units.ts';

export interface Closings {
  /** What all of them stand below. */
  unitId: string;
  unitIds: readonly string[];
  to: string;
  successorIds: readonly string[];
  one: (tx: Tx, by: Actor, unit: ClosingUnit) => Promise<void>;
}
export type SeenClosings = Pick<RouteAnswer<typeof routes.previewUnitClosings>, 'refused'> & { closed: ClosingUnit[] };

/** Persisted. */
const KIND = 'organization.close';
/** What one may take at most: the hold begins when all are done. */
const EACH_MS = 50;

/** Several units end in one transaction. One in which something still stands is named and stops no other. */
@Injectable()
export class CloseMany implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly acts: HeldActs,
    private readonly organization: OrganizationApi,
    private readonly back: ReopenUnits,
  ) {}

  onModuleInit(): void {
    this.acts.putBackBy<ClosedBefore>(KIND, (tx, before, actor) => this.back.execute(tx, before, actor));
  }

  execute(actor: Actor, asked: Closings): Promise<RouteAnswer<typeof routes.closeUnits>> {
    return this.database.whole(() =>
      this.database.tx(async (tx) => {
        const held = this.acts.begin(asked.unitIds.length * EACH_MS);
        const { done, refused } = await this.run(tx, held ? { ...actor, act: held } : actor, asked);
        const act = done.length > 0 ? held : null;
        const before: ClosedBefore = { act, to: asked.to, units: done.map(({ item }) => item) };
        await this.acts.keep(tx, act, actor, KIND, before);
        return { closed: done.length, refused, act };
      }),
    );
  }

  /** The same, of which nothing stays. */
  preview(actor: Actor, asked: Closings): Promise<SeenClosings> {
    return this.database.rehearse(async (tx) => {
      const { done, refused } = await this.run(tx, { ...actor }, asked);
      return { closed: done.map(({ item }) => item), refused };
    });
  }

  /** @throws organization.heirEnds */
  private async run(tx: Tx, by: Actor, asked: Closings): Promise<Each<ClosingUnit, void>> {
    if (asked.successorIds.some((id) => asked.unitIds.includes(id)))
      throw organizationErrors.heirEnds({ path: 'successorIds' });
    await takeTurn(tx, ['close-units']);
    return eachAlone(tx, await this.below(tx, asked), (unit) => asked.one(tx, by, unit));
  }

  /** In the order in which they were named; of units elsewhere nothing is said and nothing done. */
  private async below(tx: Tx, { unitId, unitIds }: Closings): Promise<ClosingUnit[]> {
    const rows = await rowsOf<{ id: string }>(
      tx,
      sql`select n.id from unnest(${unitIds}::uuid[]) with ordinality n(id, place)
          join unit_closure c on c.descendant_id = n.id and c.ancestor_id = ${unitId} and c.depth > 0 order by n.place`,
    );
    const refs = await this.organization.unitRefs(rows.map(({ id }) => id));
    return rows.map(({ id }) => ({ id, name: refs.get(id)?.fullName ?? '' }));
  }
}
