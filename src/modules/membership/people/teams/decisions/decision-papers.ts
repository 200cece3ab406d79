import { Injectable } from '@nestjs/common';
import { parseRange, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { rowsOf, sql, type Tx } from '#platform/database';
import { membershipErrors } from '../../../membership.errors.ts';
import { sameDecision } from '../team.queries.ts';
import { TeamAccess } from '../team-access.ts';
import type { DecisionOfTeam } from './decision-days.ts';

export interface NamedPaper {
  teamId: string;
  decisionId: string;
  /** Also where other teams of the commune have the same decision. */
  everywhere: boolean;
  /** The version that the officer saw; absent where it does not matter. */
  version?: number;
}

/** A decision wherever it is written down, held with its teams for whoever changes it. */
@Injectable()
export class DecisionPapers {
  constructor(
    private readonly places: TeamAccess,
    private readonly scope: Scope,
  ) {}

  /** The caller has asked for the right to the team. @throws membership.decisionNotFound, decisionChanged, platform.denied */
  async hold(tx: Tx, actor: Actor, paper: NamedPaper): Promise<{ named: DecisionOfTeam; rows: DecisionOfTeam[] }> {
    // Two officers who change the same paper for the whole commune come one after the other.
    if (paper.everywhere) await this.places.lockCommune(tx, paper.teamId);
    await this.places.lock(tx, paper.teamId);
    const rows = await this.lock(tx, paper);
    const named = rows.find(({ id }) => id === paper.decisionId);
    if (!named) throw membershipErrors.decisionNotFound();
    if (paper.version !== undefined && named.version !== paper.version)
      throw membershipErrors.decisionChanged({ version: named.version });
    for (const { teamId, unitId } of rows) await this.scope.require(actor, 'team.manage', { unitId, teamId });
    return { named, rows };
  }

  /** Of one team, held; undefined where it counts no more. */
  async find(tx: Tx, paper: Pick<NamedPaper, 'teamId' | 'decisionId'>): Promise<DecisionOfTeam | undefined> {
    await this.places.lock(tx, paper.teamId);
    return (await this.lock(tx, { ...paper, everywhere: false })).find(({ id }) => id === paper.decisionId);
  }

  private async lock(tx: Tx, { teamId, decisionId, everywhere }: NamedPaper): Promise<DecisionOfTeam[]> {
    const rows = await rowsOf<Omit<DecisionOfTeam, 'validity'> & { validity: string }>(
      tx,
      sql`select s.id, s.kind, s.number, s.signed_on::text as "signedOn", s.signer, s.version,
              t.id as "teamId", t.unit_id as "unitId", t.validity::text as validity
         from establishing_decisions d join establishing_decisions s on ${sameDecision} join teams t on t.id = s.team_id
        where d.id = ${decisionId} and d.team_id = ${teamId} and d.voided_at is null
          and (s.team_id = ${teamId} or ${everywhere} and exists (
          select 1 from teams own join unit_closure mine on mine.descendant_id = own.unit_id and mine.ancestor_kind = 'commune'
            join unit_closure c on c.ancestor_id = mine.ancestor_id where own.id = ${teamId} and c.descendant_id = t.unit_id))
        order by t.id, s.id for update of t, s`,
    );
    return rows.map((row) => ({ ...row, validity: parseRange(row.validity) }));
  }
}
