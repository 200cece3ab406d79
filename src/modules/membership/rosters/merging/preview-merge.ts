import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { platformErrors } from '#platform/http';
import { mergeErrors } from '../../membership.errors.ts';
import { MergeFacts } from './merge-facts.ts';
import { MergeRights } from './merge-rights.ts';
import { MergeSides } from './merge-sides.ts';

/** Before anything is done: the two side by side, what goes along, and what both have. */
@Injectable()
export class PreviewMerge {
  constructor(
    private readonly rights: MergeRights,
    private readonly sides: MergeSides,
    private readonly facts: MergeFacts,
  ) {}

  /** @throws merge.same, platform.notFound, platform.denied */
  async execute(
    actor: Actor,
    survivorId: string,
    absorbedId: string,
  ): Promise<RouteAnswer<typeof routes.previewMerge>> {
    if (absorbedId === survivorId) throw mergeErrors.same({ path: 'absorbedId' });
    await this.rights.requireToSee(actor, survivorId);
    await this.rights.requireToSee(actor, absorbedId);
    const sides = await this.sides.of([survivorId, absorbedId]);
    const [survivor, absorbed] = [sides.get(survivorId), sides.get(absorbedId)];
    if (!survivor || !absorbed) throw platformErrors.notFound();
    const refusal = await this.rights.refusal(actor, survivorId, absorbedId);
    const facts = await this.facts.of(absorbedId, survivorId);
    return { survivor, absorbed, ...facts, refusal: refusal ? (`merge.${refusal}` as const) : null };
  }
}
