import { Injectable } from '@nestjs/common';
import { rangeText } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, rowsOf, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../membership.errors.ts';
import { teamActivated } from '../../membership.events.ts';
import { type DecisionData, recordDecision } from './decisions.ts';
import { refusing } from '../team-constraints.ts';
import { TeamAccess } from '../team-access.ts';

/** The commune's decision makes a draft team an active one, from the day of the signature. */
@Injectable()
export class AttachDecision {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, teamId: string, decision: DecisionData): Promise<void> {
    await this.places.require(actor, 'team.manage', teamId);
    await this.database.tx((tx) => this.activate(tx, actor, teamId, decision));
  }

  /** Also the last step of a roster import, inside its transaction and with its right. */
  async activate(tx: Tx, actor: Actor, teamId: string, decision: DecisionData): Promise<void> {
    const team = await this.places.lock(tx, teamId);
    if (team.status === 'dissolved') throw membershipErrors.teamDissolved();
    if (team.status === 'active') throw membershipErrors.alreadyActive();
    await recordDecision(tx, this.clock, { kind: 'establish', teamId }, decision);
    await refusing(tx, { unitId: team.unitId, on: decision.signedOn }, (inner) =>
      rowsOf(
        inner,
        sql`update teams set status = 'active', validity = ${rangeText(decision.signedOn)} where id = ${teamId}`,
      ),
    );
    await this.outbox.append(
      tx,
      teamActivated({ teamId }, { unitId: team.unitId, changes: { status: 'active', from: decision.signedOn } }),
      actor,
    );
  }
}
