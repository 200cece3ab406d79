import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import type { Actor } from '#platform/auth';
import { Outbox } from '#platform/outbox';
import { organizationErrors } from '../../organization.errors.ts';
import { reorganisationSaved } from '../../organization.events.ts';
import { type Merger, mergersOf } from './merger-lines.ts';
import { Reorganisation, ReorganisationLine } from './reorganisation.entity.ts';
import { dueReforms, reformColumns, type ReformKey, reformsAhead, reformsPage } from './reorganisation-rows.ts';
import { type HamletSplit, type SplitLine, splitsOf } from './splits/split-lines.ts';

export type ReformRow = Omit<
  Reorganisation,
  'madeBy' | 'revokedBy' | 'reach' | 'fileName' | 'pastDays' | 'pausedBy' | 'pausedAt'
>;
export interface Reform extends ReformRow {
  mergers: Merger[];
  /** Where one hamlet becomes two. */
  split: HamletSplit | null;
}
interface Written {
  title: string;
  directiveId?: string | undefined;
  onDate: string;
}

/** Of communes and above there is a store of its own. */
const ofHamlets = sql`r.reach = 'hamlets'`;

/** Reforms with the lines of their last version. */
@Injectable()
export class ReorganisationStore {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
  ) {}

  /** None where it is of communes and above. */
  async find(id: string): Promise<Reform | undefined> {
    const tx = this.database.manager;
    const rows = await rowsOf<ReformRow>(
      tx,
      sql`select ${reformColumns} from reorganisations r where r.id = ${id} and ${ofHamlets}`,
    );
    return (await this.whole(tx, rows))[0];
  }

  /** @throws organization.reformNotFound */
  async one(id: string): Promise<Reform> {
    const reform = await this.find(id);
    if (!reform) throw organizationErrors.reformNotFound();
    return reform;
  }

  /** The same, locked until the transaction ends. @throws organization.reformNotFound */
  async lock(tx: Tx, id: string): Promise<Reform> {
    return this.found(
      tx,
      sql`select ${reformColumns} from reorganisations r where r.id = ${id} and ${ofHamlets} for update`,
    );
  }

  /** The open ones by their day, then the others, the latest day first; one more than the limit, and how many there are. */
  async page(unitId: string, after: ReformKey | null, limit: number): Promise<{ rows: Reform[]; total: number }> {
    const rows = await this.database.rows<ReformRow & { total: number }>(
      reformsPage(reformColumns, { reach: 'hamlets', unitId, after, limit }),
    );
    const total = rows[0]?.total ?? 0;
    return {
      rows: await this.whole(
        this.database.manager,
        rows.map(({ total: _, ...row }) => row),
      ),
      total,
    };
  }

  /** Scheduled ones whose day has come. */
  due(today: string): Promise<{ id: string }[]> {
    return this.database.rows(dueReforms('hamlets', today));
  }

  /** Those whose day is still to come and that were not looked at today. */
  ahead(today: string): Promise<{ id: string }[]> {
    return this.database.rows(reformsAhead('hamlets', today));
  }

  /** @throws organization.reformChanged, reformBegun */
  async nextVersion(tx: Tx, reform: Reform, seen: number, input: Written, today: string): Promise<void> {
    if (reform.version !== seen) throw organizationErrors.reformChanged();
    const begun = reform.state === 'scheduled' && reform.onDate <= today;
    if (reform.state === 'applied' || begun) throw organizationErrors.reformBegun();
    await tx.update(
      Reorganisation,
      { id: reform.id },
      {
        title: input.title,
        directiveId: input.directiveId ?? null,
        onDate: input.onDate,
        state: 'draft',
        version: seen + 1,
      },
    );
  }

  async writeLines(
    tx: Tx,
    { id, version }: Pick<Reform, 'id' | 'version'>,
    lines: readonly (Partial<SplitLine> & Pick<SplitLine, 'position' | 'kind'>)[],
  ): Promise<void> {
    for (const line of lines)
      await tx.insert(ReorganisationLine, {
        reorganisationId: id,
        version,
        position: line.position,
        kind: line.kind,
        unitId: line.unitId ?? null,
        type: line.type ?? null,
        name: line.name ?? null,
        intoPosition: line.intoPosition ?? null,
        personId: line.personId ?? null,
        amount: line.amount ?? null,
        taskId: line.taskId ?? null,
      });
  }

  async tell(
    tx: Tx,
    actor: Actor,
    { id: reorganisationId, unitId, version }: Pick<Reform, 'id' | 'unitId' | 'version'>,
    changes: Record<string, unknown>,
  ): Promise<void> {
    await this.outbox.append(
      tx,
      reorganisationSaved({ reorganisationId }, { unitId, changes: { version, ...changes } }),
      actor,
    );
  }

  private async found(tx: Tx, statement: Sql): Promise<Reform> {
    const [reform] = await this.whole(tx, await rowsOf<ReformRow>(tx, statement));
    if (!reform) throw organizationErrors.reformNotFound();
    return reform;
  }

  private async whole(tx: Tx, reforms: readonly ReformRow[]): Promise<Reform[]> {
    const lines = await rowsOf<SplitLine & { reorganisationId: string }>(
      tx,
      sql`select l.reorganisation_id as "reorganisationId", l.position, l.kind, l.unit_id as "unitId", l.type, l.name,
          l.into_position as "intoPosition", l.person_id as "personId", l.parent_id as "parentId", l.amount, l.task_id as "taskId",
          l.began_id as "beganId"
        from reorganisations r join reorganisation_lines l on l.reorganisation_id = r.id and l.version = r.version
        where r.id = any(${reforms.map(({ id }) => id)}::uuid[]) order by l.reorganisation_id, l.position`,
    );
    return reforms.map((reform) => {
      const own = lines.filter(({ reorganisationId }) => reorganisationId === reform.id);
      return { ...reform, mergers: mergersOf(own), split: splitsOf(own)[0] ?? null };
    });
  }
}
