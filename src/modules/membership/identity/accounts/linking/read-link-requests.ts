import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { pagesOf } from '#platform/http';
import { maskPhone } from '../../../people/people/phones.ts';
import { TeamQueries } from '../../../people/teams/team.queries.ts';
import { type CandidateRow, LinkCandidates, type Reader, type WaitingKey } from './link-candidates.ts';

type Answer = RouteAnswer<typeof routes.linkRequests>;
const key: z.ZodType<WaitingKey> = z.tuple([z.iso.datetime(), z.uuid()]);
const pages = pagesOf('linkRequests', key);

/** The officer's queue, the oldest first. */
@Injectable()
export class ReadLinkRequests {
  constructor(
    private readonly database: Database,
    private readonly candidates: LinkCandidates,
    private readonly scope: Scope,
    private readonly teams: TeamQueries,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, query: RouteQuery<typeof routes.linkRequests>): Promise<Answer> {
    this.scope.requireAnywhere(actor, 'account.decide');
    const { manager } = this.database.source;
    const reader = await readerOf(this.scope, actor);
    const { rows, total } = await this.candidates.waiting(manager, reader, pages.after(query), query.limit);
    const { items, nextCursor } = pages.cut(query, rows, ({ askedAt, id }) => [askedAt.toISOString(), id]);
    const people = await this.candidates.ofRequests(
      manager,
      items.map(({ id }) => id),
      reader,
    );
    const shown = await this.shown(people);
    return {
      items: items.map((row) => ({
        id: row.id,
        space: row.space,
        displayName: row.displayName,
        phoneMasked: row.phoneE164 ? maskPhone(row.phoneE164) : null,
        askedAt: row.askedAt.toISOString(),
        reason: row.reason,
        candidates: shown.filter(({ requestId }) => requestId === row.id).map(({ candidate }) => candidate),
      })),
      total,
      nextCursor,
    };
  }

  private async shown(people: readonly CandidateRow[]) {
    const units = await this.organization.unitRefs([...new Set(people.map((row) => row.unitId))]);
    const teamIds = [...new Set(people.flatMap(({ teamId }) => teamId ?? []))];
    const teams = new Map(
      (teamIds.length === 0 ? [] : await this.teams.byId(teamIds, this.clock.today())).map(({ id, name }) => [
        id,
        name,
      ]),
    );
    return people.flatMap((row) => {
      const unit = units.get(row.unitId);
      const name = row.teamId ? teams.get(row.teamId) : undefined;
      const person = { id: row.personId, fullName: row.fullName, position: row.position };
      const team = row.teamId && name !== undefined ? { id: row.teamId, name } : null;
      return unit ? [{ requestId: row.requestId, candidate: { person, team, unit } }] : [];
    });
  }
}

/** An account that nobody's number fits is nobody's part of the country: the topmost administrator's affair. */
export async function readerOf(scope: Scope, actor: Actor): Promise<Reader> {
  return {
    personId: actor.personId,
    unitIds: scope.unitIds(actor, 'account.decide'),
    aboveUnitIds: scope.unitIds(actor, 'post.manage'),
    orphans: await scope.mayAtTop(actor, 'post.manage'),
  };
}
