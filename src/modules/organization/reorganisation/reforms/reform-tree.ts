import { Injectable } from '@nestjs/common';
import { addDays } from '#i18n';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { fullName } from '../../organization.queries.ts';
import { ReferenceQueries } from '../../references/reference.queries.ts';
import { grouped } from './grouped.ts';
import { type Finding, type ReformFacts, reformFindings } from './reform-findings.ts';
import { nameOf, type ReformLine, ReformShape, type ReformUnit } from './reform-lines.ts';
import { type ReformAsked, ReformParts } from './reform-parts.ts';
import type { Below } from './reform-plan.ts';
import type { ReformRow } from './reform-store.ts';

type Asked = Pick<ReformRow, 'id' | 'unitId' | 'onDate' | 'directiveId'>;
export type BelowUnit = Below & Pick<ReformUnit, 'kind' | 'type' | 'name' | 'fullName'>;

const columns = sql`u.id, u.kind, v.name, v.type, v.code, v.parent_id as "parentId", ${fullName} as "fullName",
  lower(u.validity)::text as from, upper(u.validity)::text as to,
  (select max(lower(w.validity))::text from unit_versions w where w.unit_id = u.id) as "changedOn"`;

/** The tree of the day before, as far as a reform looks at it, and what follows from it for its lines. */
@Injectable()
export class ReformTree {
  constructor(
    private readonly database: Database,
    private readonly references: ReferenceQueries,
    private readonly parts: ReformParts,
    private readonly clock: Clock,
  ) {}

  /** All but hamlets, within the unit. */
  standing(unitId: string, onDate: string): Promise<ReformUnit[]> {
    const before = addDays(onDate, -1);
    return this.database.rows(
      sql`select ${columns} from unit_closure_at(${before}::date) c join units u on u.id = c.descendant_id
          join unit_versions v on v.unit_id = u.id and v.validity @> ${before}::date
        where c.ancestor_id = ${unitId} and c.descendant_kind <> 'hamlet' order by v.code, u.id`,
    );
  }

  /** With what else the lines name, of whatever day. */
  async units(reform: Asked, lines: readonly ReformLine[]): Promise<Map<string, ReformUnit>> {
    const found = new Map((await this.standing(reform.unitId, reform.onDate)).map((unit) => [unit.id, unit]));
    const others = lines
      .filter(({ kind }) => kind === 'keep' || kind === 'merge' || kind === 'part')
      .flatMap(({ unitId, parentId }) => [unitId, parentId])
      .filter((id): id is string => id !== null && !found.has(id));
    const rows = await this.database.rows<ReformUnit>(
      sql`select ${columns} from units u join lateral (select * from unit_versions w where w.unit_id = u.id
          order by lower(w.validity) desc limit 1) v on true where u.id = any(${others}::uuid[])`,
    );
    for (const unit of rows) found.set(unit.id, unit);
    return found;
  }

  /** What stands directly below these then or from then on. */
  below(unitIds: readonly string[], onDate: string): Promise<BelowUnit[]> {
    return this.database.rows(
      sql`select distinct on (u.id) u.id, u.kind, v.type, v.name, v.parent_id as "parentId", ${fullName} as "fullName"
         from unit_versions v join units u on u.id = v.unit_id
        where v.parent_id = any(${unitIds}::uuid[]) and (upper(v.validity) is null or upper(v.validity) > ${onDate}::date)
        order by u.id, lower(v.validity)`,
    );
  }

  async findings(reform: Asked, lines: readonly ReformLine[]): Promise<Finding[]> {
    return reformFindings(lines, await this.facts(reform, lines));
  }

  /** @param lines with nothing against them: what modules above are asked about */
  async asked({ onDate }: Pick<Asked, 'onDate'>, lines: readonly ReformLine[]): Promise<ReformAsked> {
    const shape = new ReformShape(lines);
    const endingIds = [...shape.parts.keys()].filter((id) => shape.ends(id));
    const gone = [...shape.keeps.keys()].filter((id) => shape.isDivided(id));
    const leaving = (await this.below(gone, onDate)).flatMap(({ id, parentId }) => {
      const into = shape.allotted.get(id);
      return into === undefined || into === shape.keeps.get(parentId ?? '')?.position ? [] : [id];
    });
    return {
      onDate,
      dayBefore: addDays(onDate, -1),
      endingIds,
      sourceIds: [...endingIds, ...leaving],
      chosen: lines.flatMap(({ kind, personId, intoPosition }) => {
        const heir = shape.heirs.get(intoPosition ?? 0);
        return kind === 'post' && personId && heir ? [{ personId, into: nameOf(heir) }] : [];
      }),
    };
  }

  private async facts(reform: Asked, lines: readonly ReformLine[]): Promise<ReformFacts> {
    const shape = new ReformShape(lines);
    const divided = [...shape.parts.keys()].filter((id) => shape.isDivided(id));
    const { directiveId, unitId, onDate } = reform;
    const today = this.clock.today();
    const asked = await this.asked(reform, lines);
    const told = [];
    for (const { tell } of this.parts.all()) if (tell) told.push(...(await tell(asked)));
    return {
      onDate,
      units: await this.units(reform, lines),
      below: grouped(await this.below(divided, onDate), ({ parentId }) => parentId ?? ''),
      hasDirective: directiveId !== null && (await this.references.bindsUnit(directiveId, unitId, today)),
      otherReforms: await this.otherReforms(reform, shape, asked),
      told,
    };
  }

  /** Others that wait for their day and take hold of one of these units, or of hamlets in one that ends. */
  private otherReforms(
    { id }: Asked,
    shape: ReformShape,
    { endingIds }: ReformAsked,
  ): Promise<ReformFacts['otherReforms']> {
    const touched = [...new Set([...shape.parts.keys(), ...shape.keeps.keys(), ...shape.allotted.keys()])];
    return this.database.rows(
      sql`select distinct on (r.id) l.unit_id as "unitId", r.id, r.title, r.on_date::text as on from reorganisations r
          join reorganisation_lines l on l.reorganisation_id = r.id and l.version = r.version
        where r.state = 'scheduled' and r.id <> ${id}
          and (l.unit_id = any(${touched}::uuid[]) or l.unit_id is not null and r.unit_id = any(${endingIds}::uuid[]))
        order by r.id, l.position`,
    );
  }
}
