import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { ReferenceQueries } from '../../references/reference.queries.ts';
import { HoldingReforms } from '../../units/holding-reforms.ts';
import type { Block } from './merger-shares.ts';

export interface PlannedReform {
  communeId: string;
  hamletIds: readonly string[];
  onDate: string;
  directiveId: string | null;
  /** The reform itself. */
  reorganisationId: string | null;
}
export interface PlannedMerger extends PlannedReform {
  /** Of the new hamlet. */
  type: string;
  name: string;
}
interface HamletRow {
  id: string;
  kind: string;
  name: string;
  communeId: string | null;
  from: string;
  to: string | null;
  changedOn: string;
}

const fullNameOf = (type: string, name: string): string =>
  name.toLowerCase().startsWith(`${type.toLowerCase()} `) ? name : `${type} ${name}`;

/** What of the tree and of other reforms stands against a merger or split of hamlets. */
@Injectable()
export class MergerBlocks {
  constructor(
    private readonly database: Database,
    private readonly references: ReferenceQueries,
    private readonly clock: Clock,
    private readonly reforms: HoldingReforms,
  ) {}

  async find(planned: PlannedMerger): Promise<Block[]> {
    const hamlets = await this.ofHamlets(planned);
    return [...hamlets, ...(await this.ofName(planned)), ...(await this.ofPaper(planned))];
  }

  async ofHamlets(planned: PlannedReform): Promise<Block[]> {
    const { hamletIds } = planned;
    const blocks: Block[] = [];
    if (new Set(hamletIds).size !== hamletIds.length) blocks.push({ code: 'sameHamlet', params: {} });
    const hamlets = await this.hamlets(planned);
    for (const id of new Set(hamletIds)) {
      const hamlet = hamlets.find((one) => one.id === id);
      const block = hamlet ? ofHamlet(hamlet, planned) : ({ code: 'notHamlet', params: {} } as const);
      if (block) blocks.push(block);
    }
    return [...blocks, ...(await this.otherReforms(planned)), ...(await this.insideReforms(planned))];
  }

  async ofPaper({ directiveId, communeId }: PlannedReform): Promise<Block[]> {
    const binds = directiveId && (await this.references.bindsUnit(directiveId, communeId, this.clock.today()));
    return binds ? [] : [{ code: 'noDirective', params: {} }];
  }

  private hamlets({ hamletIds, onDate }: PlannedReform): Promise<HamletRow[]> {
    return this.database.rows(
      sql`select u.id, u.kind, case when last.name ilike last.type || ' %' then last.name else last.type || ' ' || last.name end as name,
          (select c.ancestor_id from unit_closure_at(${onDate}::date) c where c.descendant_id = u.id
            and c.ancestor_kind = 'commune') as "communeId",
          lower(u.validity)::text as from, upper(u.validity)::text as to, lower(last.validity)::text as "changedOn"
        from units u join lateral (select * from unit_versions v where v.unit_id = u.id order by lower(v.validity) desc
          limit 1) last on true
        where u.id = any(${hamletIds}::uuid[]) order by u.id`,
    );
  }

  /** A hamlet goes one way: another reform that waits for its day and takes it too is settled first. */
  private async otherReforms({ hamletIds, reorganisationId }: PlannedReform): Promise<Block[]> {
    const rows = await this.database.rows<{ id: string; title: string; onDate: string }>(
      sql`select distinct r.id, r.title, r.on_date::text as "onDate" from reorganisation_lines l
          join reorganisations r on r.id = l.reorganisation_id and r.version = l.version
        where l.kind in ('merge', 'split') and l.unit_id = any(${hamletIds}::uuid[]) and r.state = 'scheduled'
          and r.id is distinct from ${reorganisationId}::uuid order by "onDate", id`,
    );
    return rows.map(({ id, title, onDate }) => ({ code: 'otherReform', params: { id, title, on: onDate } }));
  }

  /** A greater one that waits for its day and takes hold of the commune or of these hamlets goes first. */
  private async insideReforms({ communeId, hamletIds, onDate }: PlannedReform): Promise<Block[]> {
    const holding = await this.reforms.overHamlets(communeId, hamletIds, onDate);
    return holding.map(({ id, title, onDate: on }) => ({ code: 'insideReform', params: { id, title, on } }));
  }

  /** A new hamlet may go on under the name of one that ends for it; any other hamlet of the commune keeps its own for itself. */
  async ofName({ communeId, hamletIds, onDate, type, name, reorganisationId }: PlannedMerger): Promise<Block[]> {
    if (name.trim() === '') return [{ code: 'nameEmpty', params: {} }];
    const wanted = fullNameOf(type, name.trim());
    const [taken] = await this.database.rows<{ name: string }>(
      sql`select name from (
          select case when v.name ilike v.type || ' %' then v.name else v.type || ' ' || v.name end as name
            from unit_versions v where v.parent_id = ${communeId} and v.validity && daterange(${onDate}::date, null)
             and not v.unit_id = any(${hamletIds}::uuid[])
          union all
          select case when l.name ilike l.type || ' %' then l.name else l.type || ' ' || l.name end
            from reorganisation_lines l join reorganisations r on r.id = l.reorganisation_id and r.version = l.version
           where l.kind in ('create', 'split') and r.unit_id = ${communeId} and r.state = 'scheduled'
             and r.id is distinct from ${reorganisationId}::uuid) n
        where lower(name) = lower(${wanted}) limit 1`,
    );
    return taken ? [{ code: 'nameTaken', params: { name: taken.name } }] : [];
  }
}

function ofHamlet(hamlet: HamletRow, { communeId, onDate }: PlannedReform): Block | undefined {
  const { name, from, to, changedOn } = hamlet;
  if (hamlet.kind !== 'hamlet') return { code: 'notHamlet', params: { name } };
  if (to) return { code: 'hamletEnded', params: { name, on: to } };
  if (from >= onDate) return { code: 'hamletNotYet', params: { name, on: from } };
  if (hamlet.communeId !== communeId) return { code: 'otherCommune', params: { name } };
  if (changedOn >= onDate) return { code: 'hamletChangedLater', params: { name, on: changedOn } };
  return undefined;
}
