import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, short, sql } from '#platform/database';
import { toTeamDecision } from '../team.presenter.ts';
import { TeamQueries, type TeamRowData } from '../team.queries.ts';
import { DecisionScans } from './decision-scans.ts';
import type { EstablishingDecision } from './establishing-decision.entity.ts';

type Detail = RouteAnswer<typeof routes.getTeam>;
type Papers = Pick<Detail, 'decisions' | 'voidedDecisions' | 'revivedFrom' | 'revivedAs'>;

interface VoidedRow extends Pick<EstablishingDecision, 'id' | 'kind' | 'number' | 'signedOn' | 'signer'> {
  voidedAt: Date;
  voidedBy: string;
  voidReason: string;
  byName: string;
}

/** What a team stands on: its decisions with their scans, those that never were, and the team that it was before. */
@Injectable()
export class ReadDecisions {
  constructor(
    private readonly database: Database,
    private readonly queries: TeamQueries,
    private readonly scans: DecisionScans,
    private readonly scope: Scope,
  ) {}

  /** A scan names people of other teams as well: whoever may not take a roster along does not see it. */
  async of(actor: Actor, { id, unitId }: Pick<TeamRowData, 'id' | 'unitId'>, at: string): Promise<Papers> {
    const [{ rows, scans }, voidedDecisions, lives] = await Promise.all([
      this.standing(actor, { id, unitId }, at),
      this.voided(id),
      this.lives(id),
    ]);
    return { decisions: rows.map((row) => toTeamDecision(row, scans.get(row.id))), voidedDecisions, ...lives };
  }

  private async standing(actor: Actor, { id, unitId }: Pick<TeamRowData, 'id' | 'unitId'>, at: string) {
    const rows = await this.queries.decisions(id, at);
    const sees = rows.length > 0 && (await this.scope.may(actor, 'roster.export', { unitId, teamId: id }));
    const scans = sees ? await this.scans.of(rows.map((row) => row.id)) : new Map();
    return { rows, scans };
  }

  private async voided(teamId: string): Promise<Detail['voidedDecisions']> {
    const rows = await this.database.rows<VoidedRow>(
      short(sql`select d.id, d.kind, d.number, d.signed_on::text as "signedOn", d.signer, d.voided_at as "voidedAt",
              d.voided_by as "voidedBy", d.void_reason as "voidReason", p.full_name as "byName"
         from establishing_decisions d join people p on p.id = d.voided_by
        where d.team_id = ${teamId} order by d.voided_at desc, d.id`),
    );
    return rows.map(({ voidedAt, voidedBy, voidReason: reason, byName, ...decision }) => ({
      ...decision,
      voided: { by: { id: voidedBy, fullName: byName, position: null }, at: voidedAt.toISOString(), reason },
    }));
  }

  private async lives(teamId: string): Promise<Pick<Papers, 'revivedFrom' | 'revivedAs'>> {
    const row = await this.database.one<{ fromId: string | null; ended: string | null; asId: string | null }>(
      short(sql`select t.revived_from_id as "fromId", upper(f.validity)::text as ended,
              (select n.id from teams n where n.revived_from_id = t.id) as "asId"
         from teams t left join teams f on f.id = t.revived_from_id where t.id = ${teamId}`),
    );
    return {
      revivedFrom: row?.fromId && row.ended ? { id: row.fromId, ended: row.ended } : null,
      revivedAs: row?.asId ?? null,
    };
  }
}
