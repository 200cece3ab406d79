import { Injectable } from '@nestjs/common';
import type { RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { organizationErrors } from '../../organization.errors.ts';
import { CheckNames } from './check-names.ts';
import { dividedIn, type Edit, editLines, hamletsOf, WrongEdit } from './edit-lines.ts';
import { MergerShares } from '../mergers/merger-shares.ts';
import { ReformTree } from '../lines/reform-tree.ts';
import type { ReformLine } from '../lines/reform-lines.ts';
import { ReformParts } from '../lines/reform-parts.ts';
import type { ReformRow } from '../lines/reform-store.ts';
import { ReformVersions } from '../lines/reform-versions.ts';

/** Lines of a draft are changed by hand: one hamlet, or a whole page of answers. All of it or nothing. */
@Injectable()
export class EditReform {
  constructor(
    private readonly versions: ReformVersions,
    private readonly tree: ReformTree,
    private readonly parts: ReformParts,
    private readonly names: CheckNames,
    private readonly shares: MergerShares,
  ) {}

  /** @throws organization.reformEdit with the edit and field, reformChanged, reformBegun */
  async execute(actor: Actor, id: string, { version, edits }: RouteBody<typeof routes.editReform>): Promise<void> {
    await this.versions.next(actor, id, version, async (_tx, reform, lines) => {
      const edited = await this.edited(lines, edits, await this.tree.units(reform, lines));
      await this.checkHamlets(reform, edited, edits);
      await this.checkPeople(edits);
      await this.names.check(reform, edited, edits);
      await this.checkMembers(reform.onDate, edits);
      return edited;
    });
  }

  private async edited(...asked: Parameters<typeof editLines>): Promise<ReformLine[]> {
    try {
      return editLines(...asked);
    } catch (error) {
      if (error instanceof WrongEdit) throw organizationErrors.reformEdit({ path: error.message });
      throw error;
    }
  }

  private async checkHamlets(reform: ReformRow, lines: readonly ReformLine[], edits: readonly Edit[]): Promise<void> {
    const asked = hamletsOf(edits);
    if (asked.length === 0) return;
    const below = new Set((await this.tree.below(dividedIn(lines), reform)).map(({ id }) => id));
    const astray = asked.find(({ id }) => !below.has(id));
    if (astray) throw organizationErrors.reformEdit({ path: astray.path });
  }

  /** Who goes on in half a hamlet is in its team. */
  private async checkMembers(onDate: string, edits: readonly Edit[]): Promise<void> {
    for (const [at, edit] of edits.entries()) {
      if (edit.do !== 'split') continue;
      const shares = await this.shares.of({ hamletIds: [edit.hamletId], onDate, leaderId: null });
      const known = new Set(shares.flatMap(({ people = [] }) => people.map(({ person }) => person.id)));
      if (!edit.halves.every(({ memberIds }) => memberIds.every((id) => known.has(id))))
        throw organizationErrors.reformEdit({ path: `edits.${at}.halves` });
    }
  }

  private async checkPeople(edits: readonly Edit[]): Promise<void> {
    const asked = edits.flatMap((edit, at) =>
      edit.do === 'post' || edit.do === 'leave' ? [{ id: edit.personId, at }] : [],
    );
    const known = await this.parts.known(asked.map(({ id }) => id));
    const stranger = asked.find(({ id }) => !known.has(id));
    if (stranger) throw organizationErrors.reformEdit({ path: `edits.${stranger.at}.personId` });
  }
}
