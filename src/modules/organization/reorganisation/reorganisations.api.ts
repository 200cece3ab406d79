import { Injectable } from '@nestjs/common';
import { Database, sql } from '#platform/database';
import { Reorganisation } from './mergers/reorganisation.entity.ts';
import { ReformStore } from './lines/reform-store.ts';
import { ReorganisationStore } from './mergers/reorganisation-store.ts';
import { type AppliedSplit, appliedOf } from './mergers/splits/applied-split.ts';
import { splitsOf } from './mergers/splits/split-lines.ts';

export interface AppliedMerger {
  title: string;
  onDate: string;
  hamletIds: string[];
  intoId: string;
  leaderId: string | null;
  leavingIds: string[];
  /** Whoever scheduled it. */
  byId: string;
}

/** What is told of a reform. */
export type ReformNews = Pick<
  Reorganisation,
  'reach' | 'unitId' | 'title' | 'onDate' | 'directiveId' | 'state' | 'revokeReason' | 'held' | 'gaveWayTo'
>;

/** What modules above ask of a reform when they hear that it was applied. */
@Injectable()
export class ReorganisationsApi {
  constructor(
    private readonly store: ReorganisationStore,
    private readonly database: Database,
    private readonly reforms: ReformStore,
  ) {}

  async news(id: string): Promise<ReformNews | undefined> {
    return (
      (await this.database.manager.findOne(Reorganisation, {
        select: {
          reach: true,
          unitId: true,
          title: true,
          onDate: true,
          directiveId: true,
          state: true,
          revokeReason: true,
          held: true,
          gaveWayTo: true,
        },
        where: { id },
      })) ?? undefined
    );
  }

  /** About how many names a draft asks the commune, and until when; none once it is no draft any more. */
  async namesAsked(
    id: string,
    communeId: string,
  ): Promise<{ unitId: string; answerBy: string; names: number } | undefined> {
    return this.database.one<{ unitId: string; answerBy: string; names: number }>(
      sql`select r.unit_id as "unitId", max(o.answer_by)::text as "answerBy", count(*)::int as names from reorganisations r
          join name_opinions o on o.reorganisation_id = r.id and o.commune_id = ${communeId} and o.stands
        where r.id = ${id} and r.state = 'draft' group by r.id`,
    );
  }

  /** None of a reform that was not applied, or that is of communes and above. */
  async appliedMergers(id: string): Promise<AppliedMerger[]> {
    const reform = await this.store.find(id);
    if (reform?.state !== 'applied' || !reform.scheduledBy) return [];
    const { title, onDate, mergers, scheduledBy } = reform;
    return mergers.flatMap(({ hamletIds, intoId, leaderId, leavingIds }) =>
      intoId ? [{ title, onDate, hamletIds, intoId, leaderId, leavingIds, byId: scheduledBy }] : [],
    );
  }

  /** Of a commune's own hamlet; none of a reform of communes. */
  async ownSplits(id: string): Promise<AppliedSplit[]> {
    const own = await this.store.find(id);
    return own?.state === 'applied' && own.split ? appliedOf(own, [own.split]) : [];
  }

  /** Of whatever it reaches: a commune's own hamlet, or those of communes that were divided. */
  async appliedSplits(id: string): Promise<AppliedSplit[]> {
    if (await this.store.find(id)) return this.ownSplits(id);
    const reform = await this.reforms.one(id);
    return reform.state === 'applied' ? appliedOf(reform, splitsOf(await this.reforms.lines(reform))) : [];
  }
}
