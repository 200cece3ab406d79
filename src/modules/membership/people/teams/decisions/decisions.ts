import { v7 } from 'uuid';
import type { Clock } from '#platform/clock';
import { execute, rowsOf, sql, type Tx } from '#platform/database';
import { membershipErrors } from '../../../membership.errors.ts';
import { EstablishingDecision } from './establishing-decision.entity.ts';

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

/** Records a signed decision on a team or a committee and gives its id. @throws membership.decisionInFuture, membership.decisionOutOfOrder */
export async function recordDecision(
  tx: Tx,
  clock: Clock,
  { kind, teamId, committeeId }: Subject,
  { number, signedOn, signer }: DecisionData,
): Promise<string> {
  if (signedOn > clock.today()) throw membershipErrors.decisionInFuture({ path: 'signedOn' });
  if (teamId) await refuseOutOfOrder(tx, clock, { kind, teamId }, signedOn);
  const id = v7();
  await tx.insert(EstablishingDecision, {
    id,
    kind,
    number,
    signedOn,
    signer,
    teamId: teamId ?? null,
    committeeId: committeeId ?? null,
    recordedAt: clock.now(),
  });
  return id;
}

/** One paper that sets up many teams, recorded with each; gives the ids in their order. @throws as {@link recordDecision} */
export async function recordEstablished(
  tx: Tx,
  clock: Clock,
  teamIds: readonly string[],
  { number, signedOn, signer }: DecisionData,
): Promise<string[]> {
  if (signedOn > clock.today()) throw membershipErrors.decisionInFuture({ path: 'signedOn' });
  await refuseOutOfOrder(tx, clock, { kind: 'establish', teamId: teamIds }, signedOn);
  const ids = teamIds.map(() => v7());
  await execute(
    tx,
    sql`insert into establishing_decisions (id, kind, number, signed_on, signer, team_id, recorded_at)
      select n.id, 'establish', ${number}, ${signedOn}, ${signer}, n.team_id, ${clock.now()}
        from unnest(${ids}::uuid[], ${teamIds}::uuid[]) as n(id, team_id)`,
  );
  return ids;
}

/**
 * A team is set up first, changed and dissolved later.
 * @param id of the decision itself, where it is recorded already
 * @throws membership.decisionOutOfOrder with the decision that speaks against the day
 */
export async function refuseOutOfOrder(
  tx: Tx,
  clock: Clock,
  { kind, teamId, id }: { kind: Subject['kind']; teamId: string | readonly string[]; id?: string },
  day: string,
): Promise<void> {
  const isFirst = kind === 'establish';
  const [other] = await rowsOf<{ number: string; on: string; team: string | null }>(
    tx,
    sql`select d.number, d.signed_on::text as on, n.name as team
       from establishing_decisions d join teams t on t.id = d.team_id
       left join lateral teams_at(greatest(least(${clock.today()}::date, upper(t.validity) - 1), lower(t.validity))) n on n.id = t.id
      where d.team_id = any(${[teamId].flat()}::uuid[]) and d.voided_at is null and d.id is distinct from ${id ?? null} and (d.kind = 'establish') <> ${isFirst}
        and case when ${isFirst} then d.signed_on < ${day}::date else d.signed_on > ${day}::date end
      order by d.signed_on, d.id limit 1`,
  );
  if (other) throw membershipErrors.decisionOutOfOrder({ path: 'signedOn', ...other, team: other.team ?? '' });
}
