import { Injectable } from '@nestjs/common';
import { addDays } from '#i18n';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { fullName } from '../../units/unit.queries.ts';
import { ReferenceQueries } from '../../references/reference.queries.ts';
import { MergerShares } from '../mergers/merger-shares.ts';
import type { SplitOf } from '../mergers/splits/split-findings.ts';
import { codeGivers, codesElsewhere } from './codes-elsewhere.ts';
import { grouped } from '#contracts/grouped';
import { type Finding, type ReformFacts, reformFindings } from './reform-findings.ts';
import { nameOf, type ReformLine, ReformShape, type ReformUnit } from './reform-lines.ts';
import { type ReformAsked, ReformParts } from './reform-parts.ts';
import type { Below } from './reform-plan.ts';
import { type ReformRow, ReformStore } from './reform-store.ts';
import { TreeAhead } from './tree-ahead.ts';

type Asked = Pick<ReformRow, 'id' | 'unitId' | 'onDate' | 'state' | 'directiveId'> & {
  /** Reforms that begin in the same transaction. */
  together?: readonly string[];
};
export type Placed = Pick<Asked, 'unitId' | 'onDate'>;
export type BelowUnit = Below & Pick<ReformUnit, 'kind' | 'type' | 'name' | 'fullName'>;

const columns = sql`u.id, u.kind, v.name, v.type, v.code, v.parent_id as "parentId", ${fullName} as "fullName",
  lower(u.validity)::text as from, upper(u.validity)::text as to,
  (select max(lower(w.validity))::text from unit_versions w where w.unit_id = u.id) as "changedOn"`;

/**
 * The tree of the day before, as far as a reform looks at it, and what follows from it for its lines. What earlier reforms that
 * wait for their day will have made of it by then is part of it: a reform may stand on another.
 */
@Injectable()
export class ReformTree {
  constructor(
    private readonly database: Database,
    private readonly references: ReferenceQueries,
    private readonly parts: ReformParts,
    private readonly store: ReformStore,
    private readonly shares: MergerShares,
    private readonly clock: Clock,
  ) {}

  /** All but hamlets, within the unit. */
  async standing(unitId: string, onDate: string): Promise<ReformUnit[]> {
    return (await this.ahead({ unitId, onDate })).standing(addDays(onDate, -1));
  }

  /** The same, and of these codes what will have ended by then. */
  async known(
    unitId: string,
    onDate: string,
    codes: readonly string[],
  ): Promise<Record<'standing' | 'ended', ReformUnit[]>> {
    const before = addDays(onDate, -1);
    const rows = await this.database.rows<ReformUnit>(
      sql`select distinct on (u.id) ${columns} from unit_versions v join units u on u.id = v.unit_id
          join unit_closure_spans c on c.descendant_id = u.id and c.ancestor_id = ${unitId}
        where v.code = any(${codes}::text[]) and u.kind <> 'hamlet' and upper(u.validity) <= ${before}::date
        order by u.id, lower(v.validity) desc`,
    );
    const ahead = await this.ahead({ unitId, onDate });
    const ending = [...ahead.units.values()].filter(({ to }) => to !== null && to <= before);
    return { standing: ahead.standing(before), ended: [...ending, ...rows] };
  }

  /** With what else the lines name, of whatever day. */
  async units(reform: Placed, lines: readonly ReformLine[]): Promise<Map<string, ReformUnit>> {
    const ahead = await this.ahead(reform);
    const found = new Map(ahead.standing(addDays(reform.onDate, -1)).map((unit) => [unit.id, unit]));
    const others = lines
      .filter(({ kind }) => kind === 'keep' || kind === 'merge' || kind === 'part')
      .flatMap(({ unitId, parentId }) => [unitId, parentId])
      .filter((id): id is string => id !== null && !found.has(id));
    const rows = await this.database.rows<ReformUnit>(
      sql`select ${columns} from units u join lateral (select * from unit_versions w where w.unit_id = u.id
          order by lower(w.validity) desc limit 1) v on true where u.id = any(${others}::uuid[])`,
    );
    for (const unit of rows) found.set(unit.id, ahead.units.get(unit.id) ?? unit);
    const { onDate } = reform;
    for (const unit of await this.store.foreseen(others.filter((id) => !found.has(id))))
      found.set(unit.id, { ...unit, fullName: nameOf(unit), from: onDate, to: null, changedOn: onDate });
    return found;
  }

  /** What stands directly below these then or from then on. */
  async below(unitIds: readonly string[], reform: Placed): Promise<BelowUnit[]> {
    const ahead = await this.ahead(reform, 'moves');
    return ahead.below(unitIds, await this.belowToday(unitIds, reform.onDate));
  }

  /**
   * The tree as it is entered, and what scheduled reforms of earlier days do to it.
   * @param of 'moves': only what stands elsewhere by then is asked for, mostly nothing
   */
  private async ahead({ unitId, onDate }: Placed, of: 'units' | 'moves' = 'units'): Promise<TreeAhead> {
    const earlier = await this.store.scheduledBefore(onDate);
    const ahead = new TreeAhead(of === 'units' || earlier.length > 0 ? await this.entered(unitId, onDate) : []);
    for (const reform of earlier) {
      const lines = await this.store.lines(reform);
      ahead.take(lines, reform.onDate, await this.belowToday(new ReformShape(lines).sources(), reform.onDate));
    }
    return ahead;
  }

  private entered(unitId: string, onDate: string): Promise<ReformUnit[]> {
    const before = addDays(onDate, -1);
    return this.database.rows(
      sql`select ${columns} from unit_closure_at(${before}::date) c join units u on u.id = c.descendant_id
          join unit_versions v on v.unit_id = u.id and v.validity @> ${before}::date
        where c.ancestor_id = ${unitId} and c.descendant_kind <> 'hamlet' order by v.code, u.id`,
    );
  }

  private belowToday(unitIds: readonly string[], onDate: string): Promise<BelowUnit[]> {
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
  async asked(reform: Placed, lines: readonly ReformLine[]): Promise<ReformAsked> {
    const { onDate } = reform;
    const shape = new ReformShape(lines);
    const endingIds = [...shape.parts.keys()].filter((id) => shape.ends(id));
    const gone = [...shape.keeps.keys()].filter((id) => shape.isDivided(id));
    const leaving = (await this.below(gone, reform)).flatMap(({ id, parentId }) => {
      if (shape.splits.has(id)) return [id];
      const into = shape.allotted.get(id);
      return into === undefined || into === shape.keeps.get(parentId ?? '')?.position ? [] : [id];
    });
    return {
      onDate,
      dayBefore: addDays(onDate, -1),
      endingIds,
      sourceIds: [...endingIds, ...leaving, ...(await this.ahead(reform, 'moves')).cameInto(endingIds)],
      chosen: lines.flatMap(({ kind, position, personId, type: role, standIn, seat, intoPosition, settled }) => {
        const heir = shape.heirs.get(intoPosition ?? 0);
        if (kind !== 'post' || !personId || !role || !heir) return [];
        const unitId = heir.kind === 'keep' ? heir.unitId : null;
        return [{ position, personId, role, standIn, seat, into: nameOf(heir), unitId, replaces: settled }];
      }),
    };
  }

  private async facts(reform: Asked, lines: readonly ReformLine[]): Promise<ReformFacts> {
    const shape = new ReformShape(lines);
    const divided = [...shape.parts.keys()].filter((id) => shape.isDivided(id));
    const { id, directiveId, unitId, onDate, together = [] } = reform;
    const isDraft = reform.state !== 'scheduled';
    const today = this.clock.today();
    const asked = await this.asked(reform, lines);
    const told = [];
    for (const { tell } of this.parts.all()) if (tell) told.push(...(await tell(asked)));
    const below = await this.below(divided, reform);
    const units = await this.units(reform, lines);
    const otherReforms = await this.otherReforms(reform, shape, asked);
    const others = otherReforms.map((other) => other.id);
    const codes = { id, onDate, today, others, isDraft, together };
    return {
      onDate,
      units,
      below: grouped(below, ({ parentId }) => parentId ?? ''),
      splits: await this.splits(shape, below, onDate),
      hasDirective: directiveId !== null && (await this.references.bindsUnit(directiveId, unitId, today)),
      otherReforms,
      codesElsewhere: await codesElsewhere(this.database, shape, units, codes),
      told,
    };
  }

  /** Others whose day has come and without which its units cannot have their codes. */
  async codeGivers(reform: Asked, lines: readonly ReformLine[]): Promise<string[]> {
    const asked = { id: reform.id, onDate: reform.onDate, today: this.clock.today() };
    return codeGivers(this.database, new ReformShape(lines), await this.units(reform, lines), asked);
  }

  /** What is known of hamlets that are divided themselves; of one that stands elsewhere by now nothing. */
  private async splits(
    shape: ReformShape,
    below: readonly BelowUnit[],
    onDate: string,
  ): Promise<ReformFacts['splits']> {
    const found = new Map<string, SplitOf>();
    const there = below.filter(({ id }) => shape.splits.has(id));
    const known = await this.references.households(
      there.map(({ id }) => id),
      addDays(onDate, -1),
    );
    for (const { id, fullName: name } of there) {
      const shares = await this.shares.of({ hamletIds: [id], onDate, leaderId: null });
      found.set(id, {
        name,
        households: known.find(({ unitId }) => unitId === id)?.value ?? null,
        people: shares.flatMap(({ people = [] }) => people.map(({ person }) => person)),
        isFree: shares.every(({ blocks = [] }) => blocks.length === 0),
      });
    }
    return found;
  }

  /**
   * Others that wait for their day and take hold of one of these units, or of hamlets in one that is divided, or that has ended by
   * their day. On one of communes that
   * comes earlier this one stands; it does not while that one is held up on its day. Later ones that were scheduled after this one
   * stand on it.
   */
  private otherReforms(
    { id, onDate, state }: Asked,
    shape: ReformShape,
    { endingIds }: ReformAsked,
  ): Promise<ReformFacts['otherReforms']> {
    const touched = [
      ...new Set([...shape.parts.keys(), ...shape.keeps.keys(), ...shape.allotted.keys(), ...shape.splits.keys()]),
    ];
    const divided = [...shape.parts.keys()].filter((unitId) => shape.isDivided(unitId));
    const today = this.clock.today();
    return this.database.rows(
      sql`select distinct on (r.id) case when r.reach = 'hamlets' then r.unit_id else l.unit_id end as "unitId", r.id, r.title, r.reach,
          r.on_date::text as on from reorganisations r
          join reorganisation_lines l on l.reorganisation_id = r.id and l.version = r.version
        where r.state = 'scheduled' and r.id <> ${id} and case r.reach
          when 'hamlets' then l.unit_id = any(${touched}::uuid[]) or r.unit_id = any(${divided}::uuid[])
            or r.unit_id = any(${endingIds}::uuid[]) and ${onDate}::date <= greatest(r.on_date, ${today}::date)
          else (l.unit_id = any(${touched}::uuid[]) or l.unit_id is not null and r.unit_id = any(${endingIds}::uuid[]))
            and (r.on_date = ${onDate}::date or r.on_date > ${onDate}::date and ${state !== 'scheduled'}::boolean
              or r.on_date < ${onDate}::date and r.on_date <= ${today}::date) end
        order by r.id, l.position`,
    );
  }
}
