import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { blockingConflicts } from '#contracts/access/merge-kinds';
import { Database } from '#platform/database';
import { HandoverPeople } from '../../officers/handover/handover-people.ts';
import { MergeAccess } from './merge-access.ts';
import { MergePlaces } from './merge-places.ts';
import { PersonReferences } from './person-references.ts';

type Preview = RouteAnswer<typeof routes.previewMerge>;

/** What would go where, reckoned as the act reckons it. */
@Injectable()
export class MergeFacts {
  constructor(
    private readonly database: Database,
    private readonly parts: PersonReferences,
    private readonly places: MergePlaces,
    private readonly access: MergeAccess,
    private readonly people: HandoverPeople,
  ) {}

  async of(from: string, to: string): Promise<Pick<Preview, 'goes' | 'conflicts' | 'sessions' | 'anew'>> {
    const { manager } = this.database;
    const conflicts = [
      ...(await this.places.conflicts(manager, from, to)),
      ...(await this.parts.conflictsOf(from, to)),
    ];
    const rising = await this.access.rising(manager, from, to);
    return {
      goes: await this.parts.countOf(from),
      conflicts: conflicts.map((one) => ({ ...one, blocks: blockingConflicts.has(one.kind) })),
      sessions: await this.people.openSessions(from),
      anew: [
        ...(rising.includes(to) ? ['survivor' as const] : []),
        ...(rising.includes(from) ? ['absorbed' as const] : []),
      ],
    };
  }
}
