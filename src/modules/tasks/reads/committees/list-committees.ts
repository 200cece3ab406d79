import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import { type CommitteeStanding, committeeLacks, CommitteesApi } from '#modules/membership';
import { AttentionRules, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { pagesOf } from '#platform/http';
import { Silence } from '../oversight/silence.ts';

type Page = RouteAnswer<typeof routes.listCommittees>;
type Key = readonly [rank: number, name: string, id: string];

const pages = pagesOf('committees', z.tuple([z.int(), z.string(), z.uuid()]));
const keyOf = ({ lacks, unit }: CommitteeStanding): [number, string, string] => [
  lacks ? committeeLacks.indexOf(lacks) : committeeLacks.length,
  unit.fullName,
  unit.id,
];
const isAfter = (row: CommitteeStanding, [rank, name, id]: Key): boolean => {
  const [ownRank, ownName, ownId] = keyOf(row);
  return (ownRank - rank || comparePlaces(ownName, name) || (ownId === id ? 0 : ownId > id ? 1 : -1)) > 0;
};

/** The committee of each commune: what it lacks is known of all, how silent their teams are only of the page's. */
@Injectable()
export class ListCommittees {
  constructor(
    private readonly committees: CommitteesApi,
    private readonly silence: Silence,
    private readonly attention: AttentionRules,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string, query: RouteQuery<typeof routes.listCommittees>): Promise<Page> {
    await this.scope.require(actor, 'team.read', { unitId });
    const today = this.clock.today();
    const asked = { unitId, ...query };
    const after = pages.after(asked);
    const all = await this.committees.ofCommunes(unitId, today, query.q ?? '');
    const incomplete = all.filter(({ lacks }) => lacks !== undefined);
    const matching = query.incomplete ? incomplete : all;
    const rows = after ? matching.filter((row) => isAfter(row, after)) : matching;
    const { items, nextCursor } = pages.cut(asked, rows.slice(0, query.limit + 1), keyOf);
    const quiet = await this.quietOf(items.map(({ unit }) => unit.id));
    return {
      items: items.map(({ lacks, ...row }) => ({
        ...row,
        lacks: lacks ?? null,
        silent: quiet.get(row.unit.id)?.silent ?? 0,
        longestDays: quiet.get(row.unit.id)?.longest ?? 0,
      })),
      total: matching.length,
      nextCursor,
      incomplete: incomplete.length,
      silentAfterDays: (await this.attention.of(unitId)).silentDays,
    };
  }

  private async quietOf(communeIds: readonly string[]): Promise<Map<string, { silent: number; longest: number }>> {
    const teams = await this.committees.teamsOf(communeIds, this.clock.today());
    const quiet = await this.silence.of(teams);
    const sums = new Map<string, { silent: number; longest: number }>();
    for (const { id, communeId } of teams) {
      const team = quiet.get(id);
      if (!team?.silent) continue;
      const { silent = 0, longest = 0 } = sums.get(communeId) ?? {};
      sums.set(communeId, { silent: silent + 1, longest: Math.max(longest, team.quietDays) });
    }
    return sums;
  }
}
