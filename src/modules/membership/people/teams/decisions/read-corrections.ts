import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, raw, sql } from '#platform/database';
import { platformErrors } from '#platform/http';
import { membershipErrors } from '../../../membership.errors.ts';
import { PeopleQueries } from '../../people/people.queries.ts';
import { TeamAccess } from '../team-access.ts';
import type { DecisionCorrection } from './establishing-decision.entity.ts';

type OfDecision = RouteAnswer<typeof routes.decisionCorrections>[number];
type OfDirective = RouteAnswer<typeof routes.directiveCorrections>[number];

interface Row<Words> extends Pick<DecisionCorrection, 'reason' | 'byId' | 'at'> {
  before: Words;
  after: Words;
}

/** What was put right in a decision or a directive: by whom, when and why, newest first. */
@Injectable()
export class ReadCorrections {
  constructor(
    private readonly database: Database,
    private readonly places: TeamAccess,
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly people: PeopleQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws membership.decisionNotFound */
  async ofDecision(actor: Actor, teamId: string, decisionId: string): Promise<OfDecision[]> {
    await this.places.require(actor, 'team.read', teamId);
    const decision = await this.database.one(
      sql`select 1 from establishing_decisions where id = ${decisionId} and team_id = ${teamId}`,
    );
    if (!decision) throw membershipErrors.decisionNotFound();
    return this.present<OfDecision['before']>('decision', decisionId);
  }

  /** Of a directive that the reader may see. It lies here because organization knows no people. */
  async ofDirective(actor: Actor, directiveId: string): Promise<OfDirective[]> {
    const directive = await this.organization.directive(directiveId);
    if (!directive) throw platformErrors.notFound();
    await this.scope.require(actor, 'unit.read', { unitId: directive.unit.id });
    return this.present<OfDirective['before']>('directive', directiveId);
  }

  private async present<Words>(of: 'decision' | 'directive', id: string) {
    const rows = await this.database.rows<Row<Words>>(
      sql`select before, after, reason, by_id as "byId", at from ${raw(of)}_corrections
        where ${raw(of)}_id = ${id} order by version desc`,
    );
    const ids = [...new Set(rows.map((row) => row.byId))];
    const names = new Map((await this.people.names(ids, this.clock.today())).map((person) => [person.id, person]));
    return rows.map(({ before, after, reason, byId, at }) => {
      const person = names.get(byId);
      const by = { id: byId, fullName: person?.fullName ?? '', position: person?.position ?? null };
      return { before, after, reason, by, at: at.toISOString() };
    });
  }
}
