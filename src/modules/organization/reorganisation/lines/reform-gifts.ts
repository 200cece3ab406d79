import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { organizationErrors } from '../../organization.errors.ts';
import { type ReformLine, ReformShape } from './reform-lines.ts';
import { ReformParts, type RightToGive } from './reform-parts.ts';
import { type ReformRow, ReformStore } from './reform-store.ts';

/**
 * Posts and leads that a reform gives are given by whoever schedules it: it is asked then, and again on the day by whoever gives
 * them (docs/decisions/0225).
 */
@Injectable()
export class ReformGifts {
  constructor(
    private readonly store: ReformStore,
    private readonly parts: ReformParts,
  ) {}

  /** @throws organization.reformGives with how many, and who is the first of them */
  async require(actor: Actor, reform: ReformRow): Promise<void> {
    await this.requireAll(actor, giftsOf(reform, await this.store.lines(reform)));
  }

  async requireAll(actor: Actor, rights: readonly RightToGive[]): Promise<void> {
    const refused = await this.parts.refused(actor, rights);
    const [first] = refused;
    if (!first) return;
    const name = (await this.parts.nameOf(first.gift.personId)) ?? '';
    throw organizationErrors.reformGives({ count: refused.length, name, why: first.why });
  }
}

/** A new unit is judged by the one within which the reform stays: it has no place of its own before its day. */
export function giftsOf({ unitId }: Pick<ReformRow, 'unitId'>, lines: readonly ReformLine[]): RightToGive[] {
  const { heirs } = new ReformShape(lines);
  return lines.flatMap(({ kind, personId, type: role, intoPosition }) => {
    const heir = heirs.get(intoPosition ?? 0);
    if (kind !== 'post' || !personId || !role || !heir) return [];
    return [{ personId, role, unitId: (heir.kind === 'keep' && heir.unitId) || unitId }];
  });
}
