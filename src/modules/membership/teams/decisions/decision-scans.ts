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

  /** What was scanned for another team of the commune is of this one as well, where the same paper names it. */
  async inherit(tx: Tx, decisionId: string): Promise<void> {
    await execute(
      tx,
      sql`insert into decision_scans (id, decision_id, content_hash, kind, added_by, added_at)
       select ${v7()}::uuid, d.id, c.content_hash, c.kind, c.added_by, c.added_at
         from establishing_decisions d join teams t on t.id = d.team_id
         join unit_closure mine on mine.descendant_id = t.unit_id and mine.ancestor_kind = 'commune'
         join unit_closure x on x.ancestor_id = mine.ancestor_id join teams o on o.unit_id = x.descendant_id and o.id <> t.id
         join establishing_decisions s on s.team_id = o.id and ${sameDecision}
         join decision_scans c on c.decision_id = s.id and c.ended_at is null
        where d.id = ${decisionId} order by c.added_at desc limit 1`,
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
