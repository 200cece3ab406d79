import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, rowsOf, sql, type Tx } from '#platform/database';
import { FileLinks, FileStore } from '#platform/files';
import type { DecisionScan } from './establishing-decision.entity.ts';
import { sameDecision } from '../team.queries.ts';

export interface ScanView {
  kind: DecisionScan['kind'];
  addedAt: string;
  /** The picture itself, for five minutes; none of a PDF. */
  url: string | null;
}

/** Scans of signed decisions: one paper that set up many teams has one scan, kept with each of them. */
@Injectable()
export class DecisionScans {
  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
    private readonly links: FileLinks,
    private readonly clock: Clock,
  ) {}

  /** In place of what was there. */
  async put(
    tx: Tx,
    actor: Actor,
    decisionIds: readonly string[],
    scan: Pick<DecisionScan, 'contentHash' | 'kind'>,
  ): Promise<void> {
    await this.end(tx, actor, decisionIds, null);
    await execute(
      tx,
      sql`insert into decision_scans (id, decision_id, content_hash, kind, added_by, added_at)
       select n.id, n.decision_id, ${scan.contentHash}, ${scan.kind}, ${actor.personId}, ${this.clock.now()}
         from unnest(${decisionIds.map(() => v7())}::uuid[], ${decisionIds}::uuid[]) as n(id, decision_id)`,
    );
  }

  /** How many were there. */
  async end(tx: Tx, actor: Actor, decisionIds: readonly string[], reason: string | null): Promise<number> {
    const ended = await rowsOf(
      tx,
      sql`update decision_scans set ended_at = ${this.clock.now()}, ended_by = ${actor.personId}, end_reason = ${reason}
        where decision_id = any(${decisionIds}) and ended_at is null returning id`,
    );
    return ended.length;
  }

  /** What was scanned for other teams of the commune is of these as well: all of them are of one paper. */
  async inherit(tx: Tx, decisionIds: readonly string[]): Promise<void> {
    await execute(
      tx,
      sql`with mine as materialized (
          select d.id, d.kind, d.number, d.signed_on, d.signer, x.ancestor_id as commune_id
            from establishing_decisions d join teams t on t.id = d.team_id
            join unit_closure x on x.descendant_id = t.unit_id and x.ancestor_kind = 'commune'
           where d.id = any(${decisionIds}::uuid[])),
        scanned as materialized (
          select distinct on (m.commune_id) m.commune_id, c.content_hash, c.kind, c.added_by, c.added_at
            from (select distinct commune_id from mine) m
            join unit_closure x on x.ancestor_id = m.commune_id join teams o on o.unit_id = x.descendant_id
            join establishing_decisions s on s.team_id = o.id
            join decision_scans c on c.decision_id = s.id and c.ended_at is null
           where exists (select 1 from mine d where ${sameDecision})
           order by m.commune_id, c.added_at desc)
        insert into decision_scans (id, decision_id, content_hash, kind, added_by, added_at)
          select n.id, n.decision_id, s.content_hash, s.kind, s.added_by, s.added_at
            from unnest(${decisionIds.map(() => v7())}::uuid[], ${decisionIds}::uuid[]) as n(id, decision_id)
            join mine on mine.id = n.decision_id join scanned s on s.commune_id = mine.commune_id`,
    );
  }

  /** By decision. The reader may see scans of this place. */
  async of(decisionIds: readonly string[]): Promise<Map<string, ScanView>> {
    const rows = await this.database.rows<Pick<DecisionScan, 'decisionId' | 'contentHash' | 'kind' | 'addedAt'>>(
      sql`select decision_id as "decisionId", content_hash as "contentHash", kind, added_at as "addedAt"
         from decision_scans where decision_id = any(${decisionIds}) and ended_at is null`,
    );
    const sign = await this.links.signer('file');
    return new Map(
      rows.map(({ decisionId, contentHash, kind, addedAt }) => [
        decisionId,
        { kind, addedAt: addedAt.toISOString(), url: kind === 'photo' ? sign(contentHash) : null },
      ]),
    );
  }

  async bytes(teamId: string, decisionId: string): Promise<{ kind: DecisionScan['kind']; file: Buffer } | undefined> {
    const row = await this.database.one<Pick<DecisionScan, 'contentHash' | 'kind'>>(
      sql`select c.content_hash as "contentHash", c.kind from decision_scans c
         join establishing_decisions d on d.id = c.decision_id
        where c.decision_id = ${decisionId} and d.team_id = ${teamId} and c.ended_at is null`,
    );
    const file = row && (await this.files.get(row.contentHash));
    return file && { kind: row.kind, file };
  }
}
