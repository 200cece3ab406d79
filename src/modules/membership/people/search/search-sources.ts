import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';

export type SearchHit = RouteAnswer<typeof routes.search>[number];

/** What an actor may see of one kind, the best first: `most` at most. */
export type SearchSource = (actor: Actor, q: string, most: number) => Promise<SearchHit[]>;

/** Modules that come after this one say at their start what of theirs can be found. */
@Injectable()
export class SearchSources {
  private readonly sources: SearchSource[] = [];

  add(source: SearchSource): void {
    this.sources.push(source);
  }

  async find(actor: Actor, q: string, most: number): Promise<SearchHit[]> {
    return (await Promise.all(this.sources.map((source) => source(actor, q, most)))).flat();
  }
}
