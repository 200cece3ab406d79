import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { ReorganisationsApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { subjectOfReform } from '../../plan/messages/index.ts';

/** How many officers a reform was announced to: they are told when it is taken back. */
@Injectable()
export class CountTold {
  constructor(
    private readonly reforms: ReorganisationsApi,
    private readonly scope: Scope,
    private readonly database: Database,
  ) {}

  async ofReform(actor: Actor, reformId: string): Promise<RouteAnswer<typeof routes.reformTold>> {
    const reform = await this.reforms.news(reformId);
    if (reform?.reach !== 'units') throw platformErrors.notFound();
    await this.scope.require(actor, 'reform.manage', { unitId: reform.unitId });
    const row = await this.database.one<{ n: number }>(
      sql`select count(distinct n.person_id)::int as n from messages m join notifications n on n.message_id = m.id
        where m.subject = ${subjectOfReform(reformId)}`,
    );
    return { officers: row?.n ?? 0 };
  }
}
