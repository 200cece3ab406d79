import { Injectable } from '@nestjs/common';
import type { RouteQuery, routes } from '#contracts';
import { formatDate } from '#i18n';
import { lowerFirst } from '#i18n/first-letters';
import { OrganizationApi, Scope, SearchDirectives } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { type SearchHit, SearchSources } from './search-sources.ts';
import { TeamsAndPeople } from './teams-and-people.ts';

const MOST_OF_A_KIND = 8;

type FoundUnit = Awaited<ReturnType<OrganizationApi['search']>>[number];

/** One that begins later says when, one that ended by the day what it became; of two that live under one name each says where it stands. */
function shown({ unit, lastDay, begins, parent, successors }: FoundUnit): Pick<SearchHit, 'label' | 'context' | 'day'> {
  if (begins)
    return { label: unit.fullName, context: `từ ${formatDate(begins, 'vi', { withYear: true })}`, day: begins };
  const heirs = successors.map(({ fullName }) => lowerFirst(fullName)).join(', ');
  if (!lastDay) return { label: unit.fullName, context: parent?.fullName ?? '' };
  return { label: `${unit.fullName} (cũ)`, context: heirs && `nay thuộc ${heirs}`, day: lastDay };
}

/** Whatever lies in the reader's places; marks need not be typed, former names lead to what came after. */
@Injectable()
export class Search {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly directives: SearchDirectives,
    private readonly found: TeamsAndPeople,
    private readonly sources: SearchSources,
    private readonly scope: Scope,
  ) {}

  /** Of a day: units and teams as they were called on it. */
  async execute(actor: Actor, { q, at }: RouteQuery<typeof routes.search>): Promise<SearchHit[]> {
    const unitIds = actor.posts.map(({ unitId }) => unitId);
    const [units, own, directives, others] = await Promise.all([
      this.organization.search(await this.scope.withPast(unitIds), q, MOST_OF_A_KIND, at),
      this.found.find(actor, q, MOST_OF_A_KIND, at),
      this.directives.find(unitIds, q, MOST_OF_A_KIND),
      this.sources.find(actor, q, MOST_OF_A_KIND),
    ]);
    return [
      ...units.map((found) => ({ kind: 'unit' as const, id: found.unit.id, ...shown(found) })),
      ...own,
      ...others,
      ...directives.map(({ id, number, abstract }) => ({
        kind: 'directive' as const,
        id,
        label: number,
        context: abstract,
      })),
    ];
  }
}
