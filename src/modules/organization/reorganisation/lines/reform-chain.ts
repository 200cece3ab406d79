import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { reorganisationSaved } from '../../organization.events.ts';
import { isSameName } from './same-name.ts';
import type { ReformLine } from './reform-lines.ts';
import { type ReformRow, ReformStore } from './reform-store.ts';
import { ReorganisationLine } from '../mergers/reorganisation.entity.ts';

type Named = Pick<ReformLine, 'code' | 'type' | 'name'>;
type OpenPart = Named & { reformId: string; version: number; position: number };
interface KnownPart extends OpenPart {
  unitId: string;
  /** Where it will stand. */
  parentId: string | null;
}

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
    const placeOf = new Map(lines.map(({ position, unitId }) => [position, unitId]));
    for (const { position, id } of begun) placeOf.set(position, id);
    const known = open.flatMap((part): KnownPart[] => {
      const [meant, other] = begun.filter((unit) => isMeant(unit, part));
      if (!meant || other) return [];
      const parentId = meant.parentId ?? placeOf.get(meant.parentPosition ?? 0) ?? null;
      return [{ ...part, unitId: meant.id, parentId }];
    });
    for (const part of known) await this.name(tx, part);
    await this.placeHeirs(tx, known);
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

  private async name(tx: Tx, { reformId, version, position, unitId }: KnownPart): Promise<void> {
    await tx.update(
      ReorganisationLine,
      { reorganisationId: reformId, version, position },
      { unitId, type: null, name: null, code: null },
    );
  }

  /** A new unit of which nobody could say where it belongs stands where all of its parts do. */
  private async placeHeirs(tx: Tx, parts: readonly KnownPart[]): Promise<void> {
    if (parts.length === 0) return;
    await execute(
      tx,
      sql`with known as (
         select * from unnest(${parts.map(({ reformId }) => reformId)}::uuid[], ${parts.map(({ version }) => version)}::int[],
           ${parts.map(({ position }) => position)}::int[], ${parts.map(({ parentId }) => parentId)}::uuid[])
           as k(id, version, position, parent_id)),
       places as (
         select l.reorganisation_id as id, l.version, l.into_position, min(k.parent_id::text)::uuid as parent_id
           from reorganisation_lines l
           left join known k on k.id = l.reorganisation_id and k.version = l.version and k.position = l.position
          where l.kind in ('merge', 'part') and (l.reorganisation_id, l.version) in (select id, version from known)
          group by 1, 2, 3 having count(*) = count(k.parent_id) and count(distinct k.parent_id) = 1)
       update reorganisation_lines h set parent_id = p.parent_id from places p
        where h.reorganisation_id = p.id and h.version = p.version and h.position = p.into_position
          and h.kind = 'create' and h.parent_id is null and h.parent_position is null`,
    );
  }
}

const isMeant = (unit: Named, part: Named): boolean =>
  unit.code === part.code && isSameName({ type: unit.type ?? '', name: unit.name ?? '' }, part.name ?? '');
