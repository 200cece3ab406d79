import { Injectable } from '@nestjs/common';
import type { CommitteeSeat, OfficerRole, UnitKind } from '#contracts/enums';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { ReadReforms } from './lines/read-reforms.ts';
import { nameOf, type ReformLine, ReformShape } from './lines/reform-lines.ts';
import { ReformStore } from './lines/reform-store.ts';

/** A post of the day, by the line that lays it down. */
export interface PlannedPost {
  line: number;
  personId: string;
  role: OfficerRole;
  title: string;
  standIn: boolean;
  seat: CommitteeSeat | null;
  /** Whoever has the seat in a unit that goes on gives it up. */
  replaces: boolean;
}

/** A unit of the day, with who is meant to work in it and whose people are left without a unit. */
export interface PlannedPlace {
  position: number;
  name: string;
  kind: UnitKind;
  /** Of a unit that goes on. */
  unitId: string | null;
  isNew: boolean;
  /** Units that end and go into it, whole or in part. */
  endingIds: string[];
  posts: PlannedPost[];
  /** People whose office ends here, and that is meant so. */
  leaves: { line: number; personId: string }[];
  /** Whose contact card it takes over. */
  officeIds: string[];
}

export interface PlannedPeople {
  version: number;
  unitId: string;
  onDate: string;
  /** The last day of the old units. */
  dayBefore: string;
  pastDays: number;
  places: PlannedPlace[];
}

/** What modules above ask of reforms of communes while they are prepared. */
@Injectable()
export class ReformsApi {
  constructor(
    private readonly database: Database,
    private readonly reforms: ReadReforms,
    private readonly store: ReformStore,
  ) {}

  /** Who is meant to go where, by the last version. @throws organization.reformNotFound, platform.denied */
  async people(actor: Actor, id: string): Promise<PlannedPeople> {
    const reform = await this.reforms.allowed(actor, id);
    const { version, unitId, onDate, pastDays } = reform;
    const shape = new ReformShape(await this.store.lines(reform));
    const places = [...shape.heirs.values()].map((line) => placeOf(line, shape));
    return { version, unitId, onDate, dayBefore: addDays(onDate, -1), pastDays, places };
  }

  /** Contact cards of the very units, of those that have one. */
  async cards(unitIds: readonly string[], at: string): Promise<Map<string, { name: string; phone: string | null }>> {
    const rows = await this.database.rows<{ unitId: string; name: string; phone: string | null }>(
      sql`select distinct on (unit_id) unit_id as "unitId", name, phone from offices
        where unit_id = any(${unitIds}::uuid[]) and validity @> ${at}::date order by unit_id, lower(validity) desc`,
    );
    return new Map(rows.map(({ unitId, ...card }) => [unitId, card]));
  }
}

function placeOf(line: ReformLine, shape: ReformShape): PlannedPlace {
  const into = shape.into(line.position);
  return {
    position: line.position,
    name: nameOf(line),
    kind: line.unitKind ?? 'commune',
    unitId: line.kind === 'keep' ? line.unitId : null,
    isNew: line.kind === 'create',
    endingIds: into.flatMap(({ kind, unitId }) =>
      (kind === 'merge' || kind === 'part') && unitId && shape.ends(unitId) ? [unitId] : [],
    ),
    posts: into.flatMap(({ kind, position, personId, type, name, standIn, seat, settled }) =>
      kind === 'post' && personId && type
        ? [{ line: position, personId, role: type as OfficerRole, title: name ?? '', standIn, seat, replaces: settled }]
        : [],
    ),
    leaves: into.flatMap(({ kind, position, personId }) =>
      kind === 'leave' && personId ? [{ line: position, personId }] : [],
    ),
    officeIds: into.flatMap(({ kind, unitId }) => (kind === 'office' && unitId ? [unitId] : [])),
  };
}
