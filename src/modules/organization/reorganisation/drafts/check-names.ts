import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { organizationErrors } from '../../organization.errors.ts';
import { ReferenceQueries } from '../../references/reference.queries.ts';
import type { Edit } from './edit-lines.ts';
import { type ReformLine, ReformShape } from '../lines/reform-lines.ts';
import { type Placed, ReformTree } from '../lines/reform-tree.ts';

/** That what edits name is a hamlet of the units of the day, and that a council has decided it for then or later. */
@Injectable()
export class CheckNames {
  constructor(
    private readonly tree: ReformTree,
    private readonly references: ReferenceQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws organization.reformEdit with the edit and field */
  async check(reform: Placed, lines: readonly ReformLine[], edits: readonly Edit[]): Promise<void> {
    const asked = edits.flatMap((edit, at) => (edit.do === 'name' ? [{ ...edit, at }] : []));
    if (asked.length === 0) return;
    const shape = new ReformShape(lines);
    const below = await this.tree.below([...shape.parts.keys(), ...shape.keeps.keys()], reform);
    const hamlets = new Set(below.flatMap(({ id, kind }) => (kind === 'hamlet' ? [id] : [])));
    const binding = await this.binding(asked);
    for (const { unitId, decided, at } of asked) {
      if (!hamlets.has(unitId)) throw organizationErrors.reformEdit({ path: `edits.${at}.unitId` });
      if (decided && decided.onDate < reform.onDate)
        throw organizationErrors.reformEdit({ path: `edits.${at}.decided.onDate` });
      if (decided && !binding.has(`${decided.directiveId} ${unitId}`))
        throw organizationErrors.reformEdit({ path: `edits.${at}.decided.directiveId` });
    }
  }

  private async binding(asked: readonly Extract<Edit, { do: 'name' }>[]): Promise<Set<string>> {
    const today = this.clock.today();
    const found = new Set<string>();
    for (const { unitId, decided } of asked)
      if (decided && (await this.references.bindsUnit(decided.directiveId, unitId, today)))
        found.add(`${decided.directiveId} ${unitId}`);
    return found;
  }
}
