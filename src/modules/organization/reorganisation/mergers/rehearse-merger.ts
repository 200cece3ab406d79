import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { OrganizationApi } from '../../organization.api.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { Scope } from '../../scope.ts';
import { MergerBlocks, type PlannedMerger } from './merger-blocks.ts';
import { type Block, type MergerShare, MergerShares } from './merger-shares.ts';

type Rehearsal = RouteAnswer<typeof routes.rehearseMerger>;
type Query = RouteQuery<typeof routes.rehearseMerger>;
export type Planned = PlannedMerger & { leaderId: string | null };

const nothing: Rehearsal['numbers'] = {
  teams: 0,
  members: 0,
  supporters: 0,
  groups: 0,
  tasks: { assigned: 0, accepted: 0, declined: 0, submitted: 0, returned: 0 },
  tasksAfter: 0,
  extensions: 0,
  difficulties: 0,
  quickReports: 0,
  sessions: 0,
  registers: 0,
};

/** What a merger of two hamlets would do, as things stand now: every module counts its own, nothing is written. */
@Injectable()
export class RehearseMerger {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly tree: MergerBlocks,
    private readonly shares: MergerShares,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, communeId: string, query: Query): Promise<Rehearsal> {
    await this.scope.require(actor, 'hamlet.merge', { unitId: communeId });
    const { hamletIds, onDate, name = '', type = 'thôn', leaderId = null } = query;
    const ids = hamletIds.toLowerCase().split(',');
    const planned = { communeId, hamletIds: ids, onDate, name, type, leaderId };
    const inside = new Set((await this.organization.hamletsOf(communeId, onDate)).map(({ id }) => id));
    // What hangs on a hamlet is said of this commune's own alone; of others it is said that they stand elsewhere.
    const shares = ids.every((id) => inside.has(id)) ? await this.shares.of(planned) : [];
    const from = { directiveId: query.directiveId ?? null, reorganisationId: query.reorganisationId ?? null };
    return this.put(planned, shares, [...(await this.tree.find({ ...planned, ...from })), ...blocksOf(shares)]);
  }

  /** @throws organization.mergerBlocked with the first of what stands against it */
  async refuseBlocked(planned: Planned): Promise<void> {
    const blocks = await this.blocks(planned);
    const [first] = blocks;
    if (first) throw organizationErrors.mergerBlocked({ count: blocks.length, first: first.code, ...first.params });
  }

  async blocks(planned: Planned): Promise<Block[]> {
    return [...(await this.tree.find(planned)), ...blocksOf(await this.shares.of(planned))];
  }

  private async put(
    { hamletIds, onDate }: Pick<Planned, 'hamletIds' | 'onDate'>,
    shares: readonly MergerShare[],
    blocks: Block[],
  ): Promise<Rehearsal> {
    const units = shares.length > 0 ? await this.organization.unitRefs(hamletIds, onDate) : new Map();
    const households = shares.length > 0 ? await this.organization.households(hamletIds, onDate) : new Map();
    const people = shares.flatMap((share) => share.people ?? []);
    const of = <T extends { hamletId: string }>(rows: readonly T[], id: string) =>
      rows.find((row) => row.hamletId === id);
    const teams = shares.flatMap((share) => share.teams ?? []);
    const open = shares.flatMap((share) => share.openTasks ?? []);
    return {
      late: onDate <= this.clock.today(),
      hamlets: hamletIds.flatMap((id) => {
        const unit = units.get(id);
        const team = of(teams, id);
        if (!unit) return [];
        return [
          {
            unit,
            households: households.get(id) ?? null,
            team: team ? { id: team.id, name: team.name } : null,
            members: people.filter(({ was }) => was.some(({ hamletId }) => hamletId === id)).length,
            openTasks: of(open, id)?.count ?? 0,
          },
        ];
      }),
      people,
      numbers: Object.assign({ ...nothing, registers: households.size }, ...shares.map(({ numbers }) => numbers)),
      ordersOfBoth: shares.flatMap((share) => share.ordersOfBoth ?? []),
      blocks,
    };
  }
}

const blocksOf = (shares: readonly MergerShare[]): Block[] => shares.flatMap(({ blocks = [] }) => blocks);
