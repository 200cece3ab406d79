import { Injectable } from '@nestjs/common';
import { Database, execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { organizationErrors } from '../../organization.errors.ts';
import type { Reorganisation, ReorganisationLine } from '../mergers/reorganisation.entity.ts';
import {
  dueReforms,
  reformColumns,
  type ReformKey,
  reformsAhead,
  reformsPage,
} from '../mergers/reorganisation-rows.ts';
import type { ReformLine, ReformUnit } from './reform-lines.ts';

export type ReformRow = Omit<Reorganisation, 'madeBy' | 'revokedBy' | 'reach'> & {
  stepsDone: number;
  stepsTotal: number;
  rehomedAt: Date | null;
};
type LineRow = Omit<ReorganisationLine, 'reorganisationId' | 'version' | 'share'> & { share: number | null };

const columns = sql`${reformColumns}, r.file_name as "fileName", r.past_days as "pastDays",
  r.paused_by as "pausedBy", r.paused_at as "pausedAt",
  (select count(*)::int from reorganisation_steps s where s.reorganisation_id = r.id and s.finished_at is not null) as "stepsDone",
  (select count(*)::int from reorganisation_steps s where s.reorganisation_id = r.id) as "stepsTotal",
  (select case when bool_and(s.finished_at is not null) then max(s.finished_at) end from reorganisation_steps s
    where s.reorganisation_id = r.id) as "rehomedAt"`;
const ofUnits = sql`r.reach = 'units'`;

/** Reforms of communes and above, and the lines of their versions. */
@Injectable()
export class ReformStore {
  constructor(private readonly database: Database) {}

  /** @throws organization.reformNotFound */
  one(id: string): Promise<ReformRow> {
    return this.found(
      this.database.manager,
      sql`select ${columns} from reorganisations r where r.id = ${id} and ${ofUnits}`,
    );
  }

  /** The same, locked until the transaction ends. @throws organization.reformNotFound */
  lock(tx: Tx, id: string): Promise<ReformRow> {
    return this.found(
      tx,
      sql`select ${columns} from reorganisations r where r.id = ${id} and ${ofUnits} for no key update of r`,
    );
  }

  /** The open ones by their day, then the others, the latest day first; one more than the limit, and how many there are. */
  async page(unitId: string, after: ReformKey | null, limit: number): Promise<{ rows: ReformRow[]; total: number }> {
    const rows = await this.database.rows<ReformRow & { total: number }>(
      reformsPage(columns, { reach: 'units', unitId, after, limit }),
    );
    return { rows: rows.map(({ total: _, ...row }) => row), total: rows[0]?.total ?? 0 };
  }

  /** Scheduled ones whose day has come. */
  due(today: string): Promise<{ id: string }[]> {
    return this.database.rows(dueReforms('units', today));
  }

  /** Those whose day is still to come and that were not looked at today. */
  ahead(today: string): Promise<{ id: string }[]> {
    return this.database.rows(reformsAhead('units', today));
  }

  /** Those that will have been applied by that day, in their order. */
  scheduledBefore(onDate: string): Promise<Pick<ReformRow, 'id' | 'version' | 'onDate'>[]> {
    return this.database.rows(
      sql`select r.id, r.version, r.on_date::text as "onDate" from reorganisations r
        where r.state = 'scheduled' and ${ofUnits} and r.on_date < ${onDate}::date order by r.on_date, r.id`,
    );
  }

  /** Units that an earlier reform was to make which was taken back, or changed, since others came to stand on it. */
  foreseen(ids: readonly string[]): Promise<Pick<ReformUnit, 'id' | 'kind' | 'type' | 'name' | 'code' | 'parentId'>[]> {
    return this.database.rows(
      sql`select distinct on (l.unit_id) l.unit_id as id, coalesce(l.unit_kind, 'commune') as kind, l.type, l.name, l.code,
          l.parent_id as "parentId" from reorganisation_lines l
        where l.kind = 'create' and l.unit_id = any(${ids}::uuid[]) order by l.unit_id, l.version desc`,
    );
  }

  lines(reform: Pick<ReformRow, 'id' | 'version'>): Promise<ReformLine[]> {
    return this.database.rows<LineRow>(sql`${lineColumns} where ${ofVersion(reform)} order by position`);
  }

  async linesPage(
    reform: Pick<ReformRow, 'id' | 'version'>,
    { kind, after, limit }: { kind: string | undefined; after: number; limit: number },
  ): Promise<{ rows: ReformLine[]; total: number }> {
    const of = sql`${ofVersion(reform)} and (${kind ?? null}::text is null or kind = ${kind ?? null})`;
    const rows = await this.database.rows<LineRow>(
      sql`${lineColumns} where ${of} and position > ${after} order by position limit ${limit + 1}`,
    );
    const [sum] = await this.database.rows<{ n: number }>(
      sql`select count(*)::int as n from reorganisation_lines where ${of}`,
    );
    return { rows, total: sum?.n ?? 0 };
  }

  async writeLines(
    tx: Tx,
    { id, version }: Pick<ReformRow, 'id' | 'version'>,
    lines: readonly ReformLine[],
  ): Promise<void> {
    const of = <T>(value: (line: ReformLine) => T): T[] => lines.map(value);
    await execute(
      tx,
      sql`insert into reorganisation_lines (reorganisation_id, version, position, kind, unit_id, type, name, into_position, person_id,
          code, parent_id, parent_position, share, row, settled, unit_kind, stand_in, seat,
          from_on, directive_id, amount, task_id)
        select ${id}::uuid, ${version}::int, n.* from unnest(${of((line) => line.position)}::int[], ${of((line) => line.kind)}::text[],
          ${of((line) => line.unitId)}::uuid[], ${of((line) => line.type)}::text[], ${of((line) => line.name)}::text[],
          ${of((line) => line.intoPosition)}::int[], ${of((line) => line.personId)}::uuid[], ${of((line) => line.code)}::text[],
          ${of((line) => line.parentId)}::uuid[], ${of((line) => line.parentPosition)}::int[], ${of((line) => line.share)}::numeric[],
          ${of((line) => line.row)}::int[], ${of((line) => line.settled)}::boolean[], ${of((line) => line.unitKind)}::text[],
          ${of((line) => line.standIn)}::boolean[], ${of((line) => line.seat)}::text[],
          ${of((line) => line.fromOn)}::date[], ${of((line) => line.directiveId)}::uuid[],
          ${of((line) => line.amount)}::int[], ${of((line) => line.taskId)}::uuid[]) as n`,
    );
  }

  /** The new units, once they are there. */
  async nameUnits(
    tx: Tx,
    { id, version }: Pick<ReformRow, 'id' | 'version'>,
    begun: readonly { position: number; id: string }[],
  ): Promise<void> {
    await execute(
      tx,
      sql`update reorganisation_lines l set unit_id = n.id
        from unnest(${begun.map(({ position }) => position)}::int[], ${begun.map((one) => one.id)}::uuid[]) as n(position, id)
        where l.reorganisation_id = ${id} and l.version = ${version} and l.position = n.position`,
    );
  }

  /** The halves of hamlets likewise, each with the unit that was divided. */
  async nameHalves(
    tx: Tx,
    { id, version }: Pick<ReformRow, 'id' | 'version'>,
    begun: readonly { position: number; id: string; fromId: string }[],
  ): Promise<void> {
    await execute(
      tx,
      sql`update reorganisation_lines l set began_id = n.id, parent_id = n.from_id
        from unnest(${begun.map(({ position }) => position)}::int[], ${begun.map((one) => one.id)}::uuid[],
          ${begun.map(({ fromId }) => fromId)}::uuid[]) as n(position, id, from_id)
        where l.reorganisation_id = ${id} and l.version = ${version} and l.position = n.position`,
    );
  }

  private async found(tx: Tx, statement: Sql): Promise<ReformRow> {
    const [reform] = await rowsOf<ReformRow>(tx, statement);
    if (!reform) throw organizationErrors.reformNotFound();
    return reform;
  }
}

const lineColumns = sql`select position, kind, unit_id as "unitId", type, name, into_position as "intoPosition",
  person_id as "personId", code, parent_id as "parentId", parent_position as "parentPosition", share::float8 as share, row, settled,
  unit_kind as "unitKind", stand_in as "standIn", seat,
  from_on::text as "fromOn", directive_id as "directiveId", amount, task_id as "taskId", began_id as "beganId" from reorganisation_lines`;
const ofVersion = ({ id, version }: Pick<ReformRow, 'id' | 'version'>): Sql =>
  sql`reorganisation_id = ${id} and version = ${version}`;
