import { v7 } from 'uuid';
import type { Clock } from '#platform/clock';
import type { Tx } from '#platform/database';
import { membershipErrors } from '../membership.errors.ts';

export interface DecisionData {
  number: string;
  signedOn: string;
  signer: string;
}

interface Subject {
  kind: 'establish' | 'change' | 'dissolve';
  teamId?: string;
  committeeId?: string;
}

/** Records a signed decision on a team or a committee. @throws membership.decisionInFuture */
export async function recordDecision(
  tx: Tx,
  clock: Clock,
  { kind, teamId, committeeId }: Subject,
  { number, signedOn, signer }: DecisionData,
): Promise<void> {
  if (signedOn > clock.today()) throw membershipErrors.decisionInFuture({ path: 'signedOn' });
  await tx.query(
    'insert into establishing_decisions (id, kind, number, signed_on, signer, team_id, committee_id, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    [v7(), kind, number, signedOn, signer, teamId ?? null, committeeId ?? null, clock.now()],
  );
}
