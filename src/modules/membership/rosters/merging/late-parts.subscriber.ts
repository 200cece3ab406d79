import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { OnEvent, type PayloadOf } from '#platform/outbox';
import { peopleMerged } from '../../membership.events.ts';
import { PersonReferences } from './person-references.ts';

/** What was on its way while two records became one: a request of the old session, a message that was being planned. */
@Injectable()
export class LatePartsSubscriber {
  constructor(
    private readonly database: Database,
    private readonly parts: PersonReferences,
    private readonly clock: Clock,
  ) {}

  @OnEvent(peopleMerged, 'membership.late-parts')
  async onMerged({ personId, absorbedId }: PayloadOf<typeof peopleMerged>): Promise<void> {
    await this.database.tx((tx) => this.parts.move(tx, absorbedId, personId, this.clock.now()));
  }
}
