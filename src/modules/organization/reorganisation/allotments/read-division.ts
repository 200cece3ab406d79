import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { addDays } from '#i18n';
import type { Actor } from '#platform/auth';
import { OrganizationApi } from '../../organization.api.ts';
import { organizationErrors } from '../../organization.errors.ts';
import { MergerShares } from '../mergers/merger-shares.ts';
import { RehearseSplit } from '../mergers/splits/rehearse-split.ts';
import type { HamletSplit } from '../mergers/splits/split-lines.ts';
import { ReadReforms } from '../lines/read-reforms.ts';
import { nameOf, ReformShape } from '../lines/reform-lines.ts';
import { type ReformRow, ReformStore } from '../lines/reform-store.ts';
import { ReformTree } from '../lines/reform-tree.ts';

type Division = RouteAnswer<typeof routes.reformDivision>;
type Hamlet = Division['hamlets'][number];

/** Where the hamlets of a divided unit go, and what one of them is made of that is divided itself. */
@Injectable()
export class ReadDivision {
  constructor(
    private readonly reforms: ReadReforms,
    private readonly store: ReformStore,
    private readonly tree: ReformTree,
    private readonly shares: MergerShares,
    private readonly rehearsal: RehearseSplit,
    private readonly organization: OrganizationApi,
  ) {}

  /** @throws organization.unitNotFound */
  async division(actor: Actor, id: string, unitId: string): Promise<Division> {
    const reform = await this.reforms.allowed(actor, id);
    const { shape, below } = await this.divided(reform, unitId);
    const unit = await this.organization.unitRef(unitId, addDays(reform.onDate, -1));
    if (!unit) throw organizationErrors.unitNotFound();
    const hamlets = await this.hamlets(
      below.map((one) => one.id),
      reform.onDate,
      shape,
    );
    return {
      unit,
      heirs: shape.heirsOf(unitId).flatMap((position) => {
        const heir = shape.heirs.get(position);
        return heir ? [{ position, fullName: nameOf(heir) }] : [];
      }),
      hamlets: hamlets.toSorted(
        ({ unit: a }, { unit: b }) => a.name.localeCompare(b.name, 'vi', { numeric: true }) || (a.id < b.id ? -1 : 1),
      ),
    };
  }

  /** @throws organization.unitNotFound */
  async hamlet(
    actor: Actor,
    id: string,
    unitId: string,
    hamletId: string,
  ): Promise<RouteAnswer<typeof routes.dividedHamlet>> {
    const reform = await this.reforms.allowed(actor, id);
    const { below } = await this.divided(reform, unitId);
    if (!below.some((one) => one.id === hamletId && one.kind === 'hamlet')) throw organizationErrors.unitNotFound();
    return this.rehearsal.facts(hamletId, reform.onDate);
  }

  private async divided(reform: ReformRow, unitId: string) {
    const shape = new ReformShape(await this.store.lines(reform));
    if (!shape.isDivided(unitId)) throw organizationErrors.unitNotFound();
    return { shape, below: await this.tree.below([unitId], reform) };
  }

  private async hamlets(ids: readonly string[], onDate: string, shape: ReformShape): Promise<Hamlet[]> {
    const before = addDays(onDate, -1);
    const units = await this.organization.unitRefs(ids, before);
    const households = await this.organization.households(ids, before);
    const shares = await this.shares.of({ hamletIds: ids, onDate, leaderId: null });
    const teams = new Set(shares.flatMap(({ teams: own = [] }) => own.map(({ hamletId }) => hamletId)));
    const people = shares.flatMap((share) => share.people ?? []);
    return ids.flatMap((hamletId) => {
      const unit = units.get(hamletId);
      const own = people.filter(({ was }) => was.some((one) => one.hamletId === hamletId));
      const leader = own.find(({ was }) => was.some((one) => one.hamletId === hamletId && one.role === 'leader'));
      if (!unit) return [];
      const row: Hamlet = {
        unit,
        households: households.get(hamletId) ?? null,
        leader: leader?.person.fullName ?? null,
        team: teams.has(hamletId),
        members: own.length,
        intoPosition: shape.allotted.get(hamletId) ?? null,
        halves: halvesOf(shape.splits.get(hamletId)),
      };
      return [row];
    });
  }
}

const halvesOf = (split: HamletSplit | undefined): Hamlet['halves'] =>
  split
    ? split.halves.map(({ beganId: _, memberIds, shares, ...half }) => ({
        ...half,
        memberIds: [...memberIds],
        shares: [...shares],
      }))
    : null;
