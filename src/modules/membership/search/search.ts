import { Injectable } from '@nestjs/common';
import { lowerFirst } from '#i18n/lower-first';
import { OrganizationApi, SearchDirectives } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { type SearchHit, SearchSources } from './search-sources.ts';
import { TeamsAndPeople } from './teams-and-people.ts';

const MOST_OF_A_KIND = 8;

type FoundUnit = Awaited<ReturnType<OrganizationApi['search']>>[number];

/** One that ended says what it is now; of two that live under one name each says where it stands. */
function shown({ unit, ended, parent, successors }: FoundUnit): { label: string; context: string } {
  const heirs = successors.map(({ fullName }) => lowerFirst(fullName)).join(', ');
  if (!ended) return { label: unit.fullName, context: parent?.fullName ?? '' };
  return { label: `${unit.fullName} (cũ)`, context: heirs && `nay thuộc ${heirs}` };
}

/** Whatever lies in the reader's places; marks need not be typed, former names lead to what came after. */
@Injectable()
export class Search {
  constructor(
    private readonly organization: OrganizationApi,
    private readonly directives: SearchDirectives,
    private readonly found: TeamsAndPeople,
    private readonly sources: SearchSources,
  ) {}

  async execute(actor: Actor, q: string): Promise<SearchHit[]> {
    const unitIds = actor.posts.map(({ unitId }) => unitId);
    const [units, own, directives, others] = await Promise.all([
      this.organization.search(unitIds, q, MOST_OF_A_KIND),
      this.found.find(actor, q, MOST_OF_A_KIND),
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
