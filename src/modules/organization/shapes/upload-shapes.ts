import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { moduleBeside } from '#documents';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { interpretUpload } from '../interpret-upload.ts';
import { organizationErrors } from '../organization.errors.ts';
import { unitShapesDrawn } from '../organization.events.ts';
import { UnitQueries } from '../units/unit.queries.ts';
import { Scope } from '../scope.ts';
import type { Unit } from '../units/unit.entity.ts';
import { MOST_FEATURES, MOST_POINTS } from './geojson.ts';
import type { InterpretedShapes } from './interpret-shapes.ts';
import type { NamedUnit } from './match-shapes.ts';
import { partKindOf, ShapeQueries } from './shape.queries.ts';
import type { StoredShape } from './simplify-shapes.ts';
import { UnitMap } from './unit-map.entity.ts';

type Query = RouteQuery<typeof routes.uploadShapes>;
type Report = RouteAnswer<typeof routes.uploadShapes>;

/** Names of findings that a refusal tells. */
const TOLD = 5;

async function readShapes(file: Buffer, units: NamedUnit[]): Promise<InterpretedShapes> {
  const module = moduleBeside(import.meta.url, 'interpret-shapes');
  const fields = await interpretUpload(file, { module, input: { units }, raw: true });
  return Object.fromEntries(
    Object.entries(fields).map(([name, json]) => [name, JSON.parse(json)]),
  ) as InterpretedShapes;
}

function refusalOf(fault: NonNullable<InterpretedShapes['fault']>) {
  if (fault === 'tooLarge')
    return organizationErrors.mapTooLarge({ path: 'file', features: MOST_FEATURES, points: MOST_POINTS });
  return fault === 'noCodes'
    ? organizationErrors.mapNoCodes({ path: 'file' })
    : organizationErrors.mapUnreadable({ path: 'file' });
}

/**
 * The map of what stands below a unit, from a day on. The file is sent once to be looked at and once to be written: nothing
 * is kept between the two, and what is wrong of it is found again.
 */
@Injectable()
export class UploadShapes {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly units: UnitQueries,
    private readonly queries: ShapeQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.mapUnreadable, organization.mapTooLarge, organization.mapNoCodes, organization.mapWithoutParts,
   *  organization.mapUnsettled, organization.mapOfCountry, file.* */
  async execute(actor: Actor, unitId: string, file: Buffer, { from, dryRun, takeNames }: Query): Promise<Report> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const [unit] = await this.units.unitsById([unitId], from);
    if (!unit) throw organizationErrors.unitNotFound();
    if (unit.kind === 'country' || unit.kind === 'hamlet') throw organizationErrors.mapOfCountry({ path: 'unitId' });
    const parts = await this.queries.parts(unitId, unit.kind, from);
    if (parts.length === 0) throw organizationErrors.mapWithoutParts({ path: 'from' });
    const read = await readShapes(file, parts);
    if (read.fault) throw refusalOf(read.fault);
    const { codeField, nameField, matched, points, kept, findings, map } = read;
    const ready = map !== null && matched > 0;
    const open = findings.filter(({ weight }) => weight === 'hold' || (weight === 'ask' && takeNames === 'false'));
    if (dryRun === 'false') {
      if (open.length > 0)
        throw organizationErrors.mapUnsettled({
          names: open
            .flatMap(({ names }) => names)
            .slice(0, TOLD)
            .join(', '),
        });
      await this.write(actor, unit, read.shapes, from);
    }
    const written = dryRun === 'false';
    return { parts, codeField, nameField, matched, points, kept, findings, ready, written, map } as Report;
  }

  private write(actor: Actor, { id: unitId, kind }: Pick<Unit, 'id' | 'kind'>, shapes: StoredShape[], from: string) {
    return this.database.tx(async (tx) => {
      await execute(tx, sql`select 1 from units where id = ${unitId} for no key update`);
      const below = sql`s.unit_id in (select descendant_id from unit_closure_spans
        where ancestor_id = ${unitId} and descendant_kind = ${partKindOf(kind)})`;
      await execute(tx, sql`delete from unit_shapes s where ${below} and lower(s.validity) = ${from}::date`);
      await execute(
        tx,
        sql`update unit_shapes s set validity = daterange(lower(s.validity), ${from}::date)
           where ${below} and s.validity @> ${from}::date`,
      );
      const mapId = v7();
      await tx.insert(UnitMap, {
        id: mapId,
        unitId,
        fromOn: from,
        uploadedBy: actor.personId,
        uploadedAt: this.clock.now(),
      });
      await this.insert(
        tx,
        shapes,
        mapId,
        sql`daterange(${from}::date,
        (select min(lower(s.validity)) from unit_shapes s where ${below} and lower(s.validity) > ${from}::date))`,
      );
      const drawn = unitShapesDrawn({ unitId }, { unitId, changes: { from, units: shapes.length } });
      await this.outbox.append(tx, drawn, actor);
    });
  }

  /** A map of a later day stays: what is written holds until then. */
  private insert(tx: Tx, shapes: StoredShape[], mapId: string, validity: ReturnType<typeof sql>): Promise<unknown> {
    const rows = shapes.map(({ unitId, geometry }) => ({ id: v7(), unitId, geometry }));
    return rowsOf(
      tx,
      sql`insert into unit_shapes (id, unit_id, map_id, validity, geometry)
        select n.id, n.unit_id, ${mapId}, ${validity}, n.geometry
          from unnest(${rows.map(({ id }) => id)}::uuid[], ${rows.map(({ unitId }) => unitId)}::uuid[],
            ${rows.map(({ geometry }) => JSON.stringify(geometry))}::jsonb[]) as n(id, unit_id, geometry)`,
    );
  }
}
