import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { reorganisationSaved } from '../../organization.events.ts';
import { isSameName } from './match-list.ts';
import type { ReformLine } from './reform-lines.ts';
import { type ReformRow, ReformStore } from './reform-store.ts';

type Named = Pick<ReformLine, 'code' | 'type' | 'name'>;
type OpenPart = Named & { reformId: string; version: number; position: number };

/** Reforms that stand on each other: the old units of one are what an earlier one makes. */
@Injectable()
export class ReformChain {
  constructor(
    private readonly store: ReformStore,
    private readonly outbox: Outbox,
  ) {}

  /** Once it is scheduled its new units have their ids, and later drafts know whom they mean. They keep them over a revocation. */
  async foresee(tx: Tx, reform: ReformRow): Promise<void> {
    const lines = await this.store.lines(reform);
    const begun = lines.flatMap((line) =>
      line.kind === 'create' ? [{ ...line, id: line.unitId ?? v7(), isNew: line.unitId === null }] : [],
    );
    await this.store.nameUnits(
      tx,
      reform,
      begun.filter(({ isNew }) => isNew),
    );
    const open = await rowsOf<OpenPart>(
      tx,
      sql`select l.reorganisation_id as "reformId", l.version, l.position, l.code, l.type, l.name from reorganisations r
          join reorganisation_lines l on l.reorganisation_id = r.id and l.version = r.version
        where r.reach = 'units' and r.state in ('draft', 'revoked') and r.on_date > ${reform.onDate}::date
          and l.kind in ('merge', 'part') and l.unit_id is null`,
    );
    for (const part of open) {
      const [meant, other] = begun.filter((unit) => isMeant(unit, part));
      if (meant && !other) await this.name(tx, part, meant.id);
    }
  }

  /** Whatever stands on a reform that is taken back or changed is a draft again. */
  async release(tx: Tx, { id }: Pick<ReformRow, 'id'>, actor: Actor): Promise<void> {
    const back = await rowsOf<{ id: string; unitId: string; version: number }>(
      tx,
      sql`with recursive back as (
          select r.id, r.version, r.on_date from reorganisations r where r.id = ${id}
          union
          select r.id, r.version, r.on_date from back b
            join reorganisations r on r.state = 'scheduled' and r.reach = 'units' and r.on_date > b.on_date
           where exists (select 1 from reorganisation_lines n
               join reorganisation_lines l on l.unit_id in (n.unit_id, n.parent_id) and l.reorganisation_id = b.id and l.version = b.version
              where n.reorganisation_id = r.id and n.version = r.version))
        update reorganisations r set state = 'draft' from back b where r.id = b.id and r.id <> ${id}
        returning r.id, r.unit_id as "unitId", r.version`,
    );
    for (const { id: reorganisationId, unitId, version } of back)
      await this.outbox.append(
        tx,
        reorganisationSaved({ reorganisationId }, { unitId, changes: { version, stoodOn: id } }),
        actor,
      );
  }

  private name(tx: Tx, { reformId, version, position }: OpenPart, unitId: string): Promise<void> {
    return execute(
      tx,
      sql`update reorganisation_lines set unit_id = ${unitId}, type = null, name = null, code = null
        where reorganisation_id = ${reformId} and version = ${version} and position = ${position}`,
    );
  }
}

const isMeant = (unit: Named, part: Named): boolean =>
  unit.code === part.code && isSameName({ type: unit.type ?? '', name: unit.name ?? '' }, part.name ?? '');
