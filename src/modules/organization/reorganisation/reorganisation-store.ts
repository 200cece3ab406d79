import { Injectable } from '@nestjs/common';
import { Database, execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { organizationErrors } from '../organization.errors.ts';
import { type Line, type Merger, mergersOf, toLines } from './merger-lines.ts';
import type { Reorganisation } from './reorganisation.entity.ts';
import { dueReforms, reformColumns, type ReformKey, reformsPage } from './reorganisation-rows.ts';

export type ReformRow = Omit<Reorganisation, 'madeBy' | 'revokedBy' | 'reach' | 'fileName' | 'pastDays'>;
export interface Reform extends ReformRow {
  mergers: Merger[];
}

/** Of communes and above there is a store of its own. */
const ofHamlets = sql`r.reach = 'hamlets'`;

/** Reforms with the lines of their last version. */
@Injectable()
export class ReorganisationStore {
  constructor(private readonly database: Database) {}

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

  async writeLines(
    tx: Tx,
    { id, version }: Pick<Reform, 'id' | 'version'>,
    merger: Omit<Merger, 'intoId'>,
  ): Promise<void> {
    for (const line of toLines(merger))
      await execute(
        tx,
        sql`insert into reorganisation_lines (reorganisation_id, version, position, kind, unit_id, type, name, into_position, person_id)
          values (${id}, ${version}, ${line.position}, ${line.kind}, ${line.unitId}, ${line.type}, ${line.name},
            ${line.intoPosition}, ${line.personId})`,
      );
  }

  private async found(tx: Tx, statement: Sql): Promise<Reform> {
    const [reform] = await this.whole(tx, await rowsOf<ReformRow>(tx, statement));
    if (!reform) throw organizationErrors.reformNotFound();
    return reform;
  }

  private async whole(tx: Tx, reforms: readonly ReformRow[]): Promise<Reform[]> {
    const lines = await rowsOf<Line & { reorganisationId: string }>(
      tx,
      sql`select l.reorganisation_id as "reorganisationId", l.position, l.kind, l.unit_id as "unitId", l.type, l.name,
          l.into_position as "intoPosition", l.person_id as "personId"
        from reorganisations r join reorganisation_lines l on l.reorganisation_id = r.id and l.version = r.version
        where r.id = any(${reforms.map(({ id }) => id)}::uuid[]) order by l.reorganisation_id, l.position`,
    );
    return reforms.map((reform) => ({
      ...reform,
      mergers: mergersOf(lines.filter(({ reorganisationId }) => reorganisationId === reform.id)),
    }));
  }
}
