import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteBody, routes } from '#contracts';
import { blockingConflicts, type MergeConflict } from '#contracts/access/merge-kinds';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { mergeErrors } from '../../membership.errors.ts';
import { peopleMerged } from '../../membership.events.ts';
import { Caretakers } from '../../officers/posts/caretakers.ts';
import { MergeAccess } from './merge-access.ts';
import { MergePlaces } from './merge-places.ts';
import { PersonMerge } from './person-merge.entity.ts';
import { PersonReferences } from './person-references.ts';
import { Person } from '../../people/people/person.entity.ts';

type Input = RouteBody<typeof routes.mergePeople>;

@Injectable()
export class MergeWriter {
  constructor(
    private readonly parts: PersonReferences,
    private readonly places: MergePlaces,
    private readonly access: MergeAccess,
    private readonly caretakers: Caretakers,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Whoever writes something of either waits. @throws merge.changed when one is part of another, or made unknown */
  async hold(tx: Tx, survivorId: string, absorbedId: string): Promise<void> {
    const rows = await rowsOf(
      tx,
      sql`select 1 from people where id = any(${[survivorId, absorbedId]}::uuid[]) and anonymised_at is null
        and merged_into_id is null order by id for update`,
    );
    if (rows.length < 2) throw mergeErrors.changed();
  }

  /** @throws merge.postNow, merge.trainsTwice */
  async write(tx: Tx, actor: Actor, survivorId: string, input: Input): Promise<void> {
    const { absorbedId } = input;
    await this.refuseBlocked(tx, absorbedId, survivorId);
    const went = Object.fromEntries((await this.parts.countOf(absorbedId)).map(({ kind, count }) => [kind, count]));
    const now = this.clock.now();
    const units = await this.places.unitsOf(tx, absorbedId);
    await this.access.settle(tx, absorbedId, survivorId, actor);
    await this.places.settle(tx, absorbedId, survivorId);
    await this.parts.move(tx, absorbedId, survivorId, now);
    await tx.update(Person, { id: absorbedId }, { mergedIntoId: survivorId });
    await this.caretakers.settle(tx, units, actor);
    await tx.insert(PersonMerge, {
      id: v7(),
      absorbedId,
      survivorId,
      mergedAt: now,
      mergedBy: actor.personId,
      reason: input.reason,
      survivorProof: input.survivorProof,
      absorbedProof: input.absorbedProof,
      went,
    });
    const { survivorProof, absorbedProof } = input;
    const event = peopleMerged({ personId: survivorId, absorbedId }, { changes: { survivorProof, absorbedProof } });
    await this.outbox.append(tx, event, actor);
  }

  private async refuseBlocked(tx: Tx, from: string, to: string): Promise<void> {
    const all: { kind: MergeConflict; label: string }[] = [
      ...(await this.places.conflicts(tx, from, to)),
      ...(await this.parts.conflictsOf(from, to)),
    ];
    const first = all.find(({ kind }) => blockingConflicts.has(kind));
    if (first?.kind === 'postNow') throw mergeErrors.postNow({ path: 'absorbedId', name: first.label });
    if (first) throw mergeErrors.trainsTwice({ path: 'absorbedId', name: first.label });
  }
}
