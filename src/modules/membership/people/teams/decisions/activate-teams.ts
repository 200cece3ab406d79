import { Injectable } from '@nestjs/common';
import { rangeText } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import type { Gap } from '../../../composition.ts';
import { teamActivated } from '../../../membership.events.ts';
import { refusing } from '../team-constraints.ts';
import { type DecisionData, recordEstablished } from './decisions.ts';
import { DecisionScans } from './decision-scans.ts';

interface Draft {
  id: string;
  unitId: string;
}

/** Draft teams become active ones by one signed decision, whether it is attached to them or came with their list. */
@Injectable()
export class ActivateTeams {
  constructor(
    private readonly scans: DecisionScans,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /**
   * @param lacking what each of them lacks by the rules of the day of signature: told with the event
   * @throws membership.decisionInFuture, decisionOutOfOrder, hamletHasTeam
   */
  async execute(
    tx: Tx,
    actor: Actor,
    teams: readonly Draft[],
    { decision, from, lacking }: { decision: DecisionData; from: string; lacking: ReadonlyMap<string, readonly Gap[]> },
  ): Promise<void> {
    if (teams.length === 0) return;
    const ids = teams.map(({ id }) => id);
    const decisionIds = await recordEstablished(tx, this.clock, ids, decision);
    await refusing(tx, { unitId: teams.map(({ unitId }) => unitId), on: from }, (inner) =>
      rowsOf(
        inner,
        sql`update teams set status = 'active', validity = ${rangeText(from)} where id = any(${ids}::uuid[])`,
      ),
    );
    await this.scans.inherit(tx, decisionIds);
    const lacks = (id: string) => [...new Set((lacking.get(id) ?? []).map(({ rule }) => rule))];
    const events = teams.map(({ id, unitId }) => {
      const rules = lacks(id);
      const changes = { status: 'active', from, ...(rules.length > 0 && { lacking: rules }) };
      return teamActivated({ teamId: id }, { unitId, changes });
    });
    await this.outbox.appendMany(tx, events, actor);
  }
}
