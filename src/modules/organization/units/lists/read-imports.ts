import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { Scope } from '../../scope.ts';

const LATEST = 20;

type Row = RouteAnswer<typeof routes.unitImports>[number];

type Read = Omit<Row, 'writtenAt' | 'takenBackAt'> & { writtenAt: Date; takenBackAt: Date | null };

/** The latest lists that were written at a unit. */
@Injectable()
export class ReadImports {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<Row[]> {
    await this.scope.require(actor, 'unit.manage', { unitId });
    const rows = await this.database.rows<Read>(
      sql`select id, from_on::text as "from", basis, cardinality(created_ids) as created,
          cardinality(changed_ids) - cardinality(ended_ids) as changed, cardinality(ended_ids) as ended,
          written_at as "writtenAt", taken_back_at as "takenBackAt"
         from unit_imports where unit_id = ${unitId} order by written_at desc limit ${LATEST}`,
    );
    return rows.map(({ writtenAt, takenBackAt, ...row }) => ({
      ...row,
      writtenAt: writtenAt.toISOString(),
      takenBackAt: takenBackAt?.toISOString() ?? null,
    }));
  }
}
