import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { type DatedWords, wordOf } from '#contracts/tasks/breakdown';
import { listedProducts } from '#contracts/organization/ocop';
import { MembershipApi, type PersonRef } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { Database, sql } from '#platform/database';
import { closedEntries } from '../../tasks.sql.ts';
import type { EntryProduct, ProgressEntry } from '../../work/task/progress-entry.entity.ts';

type TaskDetail = RouteAnswer<typeof routes.getTask>;
/** As entries keep them: null where none are named. */
export type KeptProduct = Pick<EntryProduct, 'productId' | 'marketplace' | 'link' | 'counted' | 'firstEntryId'>;
interface OfEntry {
  id: string;
  happenedOn: string;
  products: readonly KeptProduct[] | null;
}
export type NamedInEntry = NonNullable<TaskDetail['entries'][number]['products']>[number];
type OnList = NonNullable<TaskDetail['missingProducts']>[number];
interface TakenRow
  extends Pick<EntryProduct, 'productId' | 'marketplace' | 'entryId'>,
    Pick<ProgressEntry, 'actorId' | 'recordedAt' | 'happenedOn'> {}

/** Products that work has named, as screens show them: by name, with who has named which. */
@Injectable()
export class NamedProductQueries {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
  ) {}

  async ofEntries(entries: readonly OfEntry[]): Promise<Map<string, NamedInEntry[]>> {
    const naming = entries.filter(({ products }) => products?.length);
    if (naming.length === 0) return new Map();
    const kept = naming.flatMap(({ products }) => products ?? []);
    const names = await this.organization.productNames(kept.map(({ productId }) => productId));
    const words = await this.organization.wordsOfIndicator(listedProducts);
    const doubled = await this.doubledWith(naming.map(({ id }) => id));
    const firstIds = kept.flatMap(({ firstEntryId }) => firstEntryId ?? []);
    const actors = await this.actorsOf(firstIds);
    const people = await this.membership.people([...actors.values(), ...doubled.map(({ actorId }) => actorId)]);
    const personOf = (id: string | undefined): PersonRef | null =>
      id ? (people.get(id) ?? { id, fullName: '', position: null }) : null;
    return new Map(
      naming.map(({ id, happenedOn, products }) => [
        id,
        (products ?? []).map(({ productId, marketplace, link, counted, firstEntryId }) => ({
          productId,
          name: names.get(productId) ?? '',
          marketplace,
          place: placeOf(words, happenedOn, marketplace),
          link,
          counted,
          firstBy: firstEntryId ? personOf(actors.get(firstEntryId)) : null,
          alsoBy: doubled.flatMap((row) =>
            row.firstEntryId === id && row.productId === productId ? (personOf(row.actorId) ?? []) : [],
          ),
        })),
      ]),
    );
  }

  /** The register of the commune, those of the unit first; with who has named what the commune has not decided about. */
  async listOf(place: { unitId: string; communeId: string }): Promise<OnList[]> {
    const products = await this.organization.ocopProducts([place.communeId]);
    const rows = await this.takenIn(products.filter(({ listedOn }) => !listedOn).map(({ id }) => id));
    const people = await this.membership.people([...new Set(rows.map(({ actorId }) => actorId))]);
    const words = rows.length > 0 ? await this.organization.wordsOfIndicator(listedProducts) : [];
    const taken = new Map(
      rows.map(({ productId, entryId, actorId, recordedAt, happenedOn, marketplace }) => [
        productId,
        {
          entryId,
          by: people.get(actorId) ?? { id: actorId, fullName: '', position: null },
          at: recordedAt.toISOString(),
          place: placeOf(words, happenedOn, marketplace),
        },
      ]),
    );
    const isOwn = ({ unit }: (typeof products)[number]) => unit.id === place.unitId || unit.id === place.communeId;
    return products
      .toSorted((a, b) => Number(isOwn(b)) - Number(isOwn(a)))
      .map((product) => {
        const { id, name, owner, stars, marketplace, listedOn, unit } = product;
        const hamlet = isOwn(product) ? null : unit.fullName;
        return { id, name, owner, stars, marketplace, listedOn, hamlet, taken: taken.get(id) ?? null };
      });
  }

  private takenIn(productIds: readonly string[]): Promise<TakenRow[]> {
    return this.database.rows(
      sql`select p.product_id as "productId", p.marketplace, p.entry_id as "entryId", l.actor_id as "actorId",
              l.recorded_at as "recordedAt", l.happened_on as "happenedOn"
         from entry_products p
        cross join lateral (select actor_id, recorded_at, happened_on from counted_lines
                             where entry_id = p.entry_id and position = 0 and confirmed_value is null offset 0) l
        where p.product_id = any(${productIds}) and p.counted
          and not exists (select 1 from ${closedEntries} c where c.entry_id = p.entry_id)`,
    );
  }

  private doubledWith(
    entryIds: readonly string[],
  ): Promise<(Pick<EntryProduct, 'productId' | 'firstEntryId'> & Pick<ProgressEntry, 'actorId'>)[]> {
    return this.database.rows(
      sql`select p.product_id as "productId", p.first_entry_id as "firstEntryId", e.actor_id as "actorId"
         from entry_products p join progress_entries e on e.id = p.entry_id where p.first_entry_id = any(${entryIds})`,
    );
  }

  private async actorsOf(entryIds: readonly string[]): Promise<Map<string, string>> {
    if (entryIds.length === 0) return new Map();
    const rows = await this.database.rows<Pick<ProgressEntry, 'id' | 'actorId'>>(
      sql`select id, actor_id as "actorId" from progress_entries where id = any(${entryIds})`,
    );
    return new Map(rows.map(({ id, actorId }) => [id, actorId]));
  }
}

const placeOf = (words: readonly DatedWords[], day: string, kind: string): string =>
  wordOf(words, day, { by: 'marketplace', kind, value: 1 }).name;
