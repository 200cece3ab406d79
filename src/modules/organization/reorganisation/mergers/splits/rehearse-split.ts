import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { splitGaps } from '#contracts/organization/splits/split-gaps';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { OrganizationApi } from '../../../organization.api.ts';
import { organizationErrors } from '../../../organization.errors.ts';
import { Scope } from '../../../scope.ts';
import { MergerBlocks, type PlannedReform } from '../merger-blocks.ts';
import { type Block, type MergerShare, MergerShares } from '../merger-shares.ts';
import type { HamletSplit } from './split-lines.ts';

export type Facts = RouteAnswer<typeof routes.hamletToSplit>;
export interface PlannedSplit extends Omit<PlannedReform, 'hamletIds'> {
  split: HamletSplit;
}

/** What one hamlet is made of that becomes two, as things stand now, and what stands against it; nothing is written. */
@Injectable()
export class RehearseSplit {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly tree: MergerBlocks,
    private readonly shares: MergerShares,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.hamletNotHere */
  async execute(actor: Actor, communeId: string, query: RouteQuery<typeof routes.hamletToSplit>): Promise<Facts> {
    await this.scope.require(actor, 'hamlet.merge', { unitId: communeId });
    const { hamletId, onDate, one, two, directiveId = null, reorganisationId = null } = query;
    const inside = await this.organization.hamletsOf(communeId, onDate);
    if (!inside.some(({ id }) => id === hamletId)) throw organizationErrors.hamletNotHere({ path: 'hamletId' });
    const facts = await this.facts(hamletId, onDate);
    const planned = { communeId, hamletIds: [hamletId], onDate, directiveId, reorganisationId };
    const names = [one, two].flatMap((name) => (name ? [name] : []));
    return { ...facts, blocks: [...(await this.treeBlocks(planned, names, facts.type)), ...facts.blocks] };
  }

  /** Without what the tree says against it. @throws organization.unitNotFound */
  async facts(hamletId: string, onDate: string): Promise<Facts> {
    const shares = await this.shares.of({ hamletIds: [hamletId], onDate, leaderId: null, listsWork: true });
    const unit = await this.organization.unitRef(hamletId, onDate);
    if (!unit) throw organizationErrors.unitNotFound();
    const numbers = Object.assign({}, ...shares.map((share) => share.numbers)) as NonNullable<MergerShare['numbers']>;
    const { supporters = 0, groups = 0, extensions = 0, difficulties = 0, quickReports = 0, sessions = 0 } = numbers;
    return {
      late: onDate <= this.clock.today(),
      unit,
      type: await this.typeOf(hamletId),
      households: (await this.organization.households([hamletId], onDate)).get(hamletId) ?? null,
      team: shares.flatMap(({ teams = [] }) => teams.map(({ id, name }) => ({ id, name })))[0] ?? null,
      people: shares.flatMap(({ people = [] }) =>
        people.flatMap(({ person, affiliation, was: [is] }) => (is ? [{ person, affiliation, role: is.role }] : [])),
      ),
      tasks: shares.flatMap(({ tasks = [] }) => tasks),
      numbers: { supporters, groups, extensions, difficulties, quickReports, sessions },
      blocks: shares.flatMap(({ blocks = [] }) => blocks),
    };
  }

  async blocks({ split, ...planned }: PlannedSplit): Promise<Block[]> {
    const { hamletId, halves } = split;
    const facts = await this.facts(hamletId, planned.onDate);
    const people = facts.people.map(({ person }) => person);
    return [
      ...(await this.treeBlocks(
        { ...planned, hamletIds: [hamletId] },
        halves.map(({ name }) => name),
        halves[0].type,
      )),
      ...facts.blocks,
      ...splitGaps(halves, { households: facts.households, people }),
    ];
  }

  /** @throws organization.mergerBlocked with the first of what stands against it */
  async refuseBlocked(planned: PlannedSplit): Promise<void> {
    const blocks = await this.blocks(planned);
    const [first] = blocks;
    if (first) throw organizationErrors.mergerBlocked({ count: blocks.length, first: first.code, ...first.params });
  }

  private async typeOf(hamletId: string): Promise<string> {
    const row = await this.database.one<{ type: string }>(
      sql`select type from unit_versions where unit_id = ${hamletId} order by lower(validity) desc limit 1`,
    );
    return row?.type ?? '';
  }

  private async treeBlocks(planned: PlannedReform, names: readonly string[], type: string): Promise<Block[]> {
    const blocks = await this.tree.ofHamlets(planned);
    for (const name of names) blocks.push(...(await this.tree.ofName({ ...planned, type, name })));
    return [...blocks, ...(await this.tree.ofPaper(planned))];
  }
}
