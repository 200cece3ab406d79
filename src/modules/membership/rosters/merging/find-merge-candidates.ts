import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { foldTone } from '#i18n/fold';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import { MergeRights } from './merge-rights.ts';
import { MergeSides } from './merge-sides.ts';

type Candidates = RouteAnswer<typeof routes.mergeCandidates>;
const MOST = 20;

/** Who could be the same person, among the reader's own people only: those of one number, then those of one name. */
@Injectable()
export class FindMergeCandidates {
  constructor(
    private readonly database: Database,
    private readonly queries: PeopleQueries,
    private readonly rights: MergeRights,
    private readonly sides: MergeSides,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** @param q empty: by the person's own name and numbers. @throws platform.notFound, platform.denied */
  async execute(actor: Actor, personId: string, q: string): Promise<Candidates> {
    await this.rights.requireToSee(actor, personId);
    const today = this.clock.today();
    const units = this.scope.unitIds(actor, 'account.decide');
    const [self] = await this.queries.names([personId], today);
    const name = self?.fullName ?? '';
    const [found, alike] = await Promise.all([
      this.queries.search(q || name, units, [], today, MOST + 1),
      this.ofOneNumber(personId, units, today),
    ]);
    const ids = [...new Set([...(q ? [] : alike), ...found.map(({ id }) => id)])].filter((id) => id !== personId);
    const sides = await this.sides.of(ids.slice(0, MOST));
    return ids.flatMap((id) => {
      const side = sides.get(id);
      if (!side) return [];
      const sameName = foldTone(side.person.fullName) === foldTone(name);
      return [{ ...side, sameNumber: alike.includes(id), sameName }];
    });
  }

  private async ofOneNumber(personId: string, units: readonly string[], today: string): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct o.person_id as id from phones f join phones o on o.e164 = f.e164 and o.person_id <> f.person_id
         where f.person_id = ${personId} and exists (
           select 1 from person_places pp join unit_closure c on c.descendant_id = pp.unit_id and c.ancestor_id = any(${units}::uuid[])
            where pp.person_id = o.person_id and pp.validity @> ${today}::date offset 0) order by 1 limit ${MOST}`,
    );
    return rows.map(({ id }) => id);
  }
}
