import { Injectable } from '@nestjs/common';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { addDays } from '#contracts/reporting/periods';
import type { Tx } from '#platform/database';
import { membershipErrors } from '../../../membership.errors.ts';
import { CheckComposition } from '../decisions/check-composition.ts';
import { MembershipStore } from '../members/membership-store.ts';
import type { TeamPlace } from '../team-access.ts';
import { toSeat } from '../team.presenter.ts';
import { type MemberRow, TeamQueries } from '../team.queries.ts';

/** Members of a dissolved team's last day who come back with it. */
@Injectable()
export class BringBack {
  constructor(
    private readonly queries: TeamQueries,
    private readonly composition: CheckComposition,
    private readonly members: MembershipStore,
    private readonly clock: Clock,
  ) {}

  /** @throws membership.composition, membership.memberNotFound */
  async check(
    earlier: TeamPlace,
    { memberIds, signedOn, knowsOfGaps }: { memberIds: string[]; signedOn: string; knowsOfGaps: string[] },
  ): Promise<void> {
    const seats = (await this.of(earlier, memberIds)).map(toSeat);
    // The officer knows the team by the id that it had.
    await this.composition.execute([{ id: earlier.id, unitId: earlier.unitId, seats }], signedOn, knowsOfGaps);
  }

  async join(
    tx: Tx,
    actor: Actor,
    { team, earlier, memberIds }: { team: TeamPlace; earlier: TeamPlace; memberIds: string[] },
  ): Promise<void> {
    for (const { personId, role, position, affiliation } of await this.of(earlier, memberIds))
      await this.members.join(tx, actor, team, { personId, role, position, affiliation }, team.validity.from);
  }

  private async of({ id, validity }: TeamPlace, memberIds: readonly string[]): Promise<MemberRow[]> {
    const lastDay = addDays(validity.to ?? this.clock.today(), -1);
    const rows = (await this.queries.members([id], lastDay, this.clock.now())).filter((row) =>
      memberIds.includes(row.id),
    );
    if (rows.length !== new Set(memberIds).size) throw membershipErrors.memberNotFound({ path: 'memberIds' });
    return rows;
  }
}
