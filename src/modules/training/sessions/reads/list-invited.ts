import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { pagesOf } from '#platform/http';
import { SessionAccess } from '../session/session-access.ts';
import type { SessionData } from '../session/session.rows.ts';
import { type InvitedRow, InvitedQueries } from './invited.queries.ts';

type People = RouteAnswer<typeof trainingPlanRoutes.invitedPeople>;
export type Invited = People['items'][number];
type Teams = RouteAnswer<typeof trainingPlanRoutes.invitedTeams>;

const peoplePages = pagesOf('invitedPeople', z.tuple([z.int(), z.int(), z.uuid()]));
/** A thousand sheets of paper. */
const MOST_PRINTED = 20_000;
const teamPages = pagesOf('invitedTeams', z.tuple([z.string(), z.uuid()]));

/** Who is invited to a session and the seats of its teams, page by page: a province's session invites 17,000. */
@Injectable()
export class ListInvited {
  constructor(
    private readonly queries: InvitedQueries,
    private readonly access: SessionAccess,
    private readonly membership: MembershipApi,
  ) {}

  async people(
    actor: Actor,
    sessionId: string,
    query: RouteQuery<typeof trainingPlanRoutes.invitedPeople>,
  ): Promise<People> {
    const { version } = await this.access.open(actor, sessionId, 'training.read');
    const asked = { ...query, sessionId };
    const { q = '', limit } = query;
    const rows = await this.queries.people(sessionId, { q, after: peoplePages.after(asked), limit });
    const { items, nextCursor } = peoplePages.cut(asked, rows, (row) => [row.rank, row.asked ?? 0, row.personId]);
    return { items: await this.present(items, version), total: rows[0]?.total ?? 0, nextCursor };
  }

  /** Everybody, for the sheet that is printed. */
  async all({ id, version }: Pick<SessionData, 'id' | 'version'>): Promise<People['items']> {
    return this.present(await this.queries.people(id, { q: '', after: null, limit: MOST_PRINTED }), version);
  }

  async teams(
    actor: Actor,
    sessionId: string,
    query: RouteQuery<typeof trainingPlanRoutes.invitedTeams>,
  ): Promise<Teams> {
    await this.access.open(actor, sessionId, 'training.read');
    const asked = { ...query, sessionId };
    const rows = await this.queries.teams(sessionId, { after: teamPages.after(asked), limit: query.limit });
    const { items, nextCursor } = teamPages.cut(asked, rows, (row) => [row.sortName, row.teamId]);
    const [names, sums] = await Promise.all([
      this.membership.teamNames(items.map(({ teamId }) => teamId)),
      this.queries.seatSums(sessionId),
    ]);
    return {
      items: items.map(({ teamId, kept, taken, waiting, answered, members }) => ({
        team: { id: teamId, name: names.get(teamId) ?? '' },
        kept,
        taken,
        waiting,
        answered,
        members,
      })),
      total: rows[0]?.total ?? 0,
      nextCursor,
      sums,
    };
  }

  private async present(rows: readonly InvitedRow[], version: number): Promise<People['items']> {
    const [people, names] = await Promise.all([
      this.membership.people(rows.map(({ personId }) => personId)),
      this.membership.teamNames(rows.flatMap(({ teamId }) => teamId ?? [])),
    ]);
    return rows.flatMap(({ personId, teamId, state, place, answeredAt, acknowledged }) => {
      const person = people.get(personId);
      const team = teamId === null ? null : { id: teamId, name: names.get(teamId) ?? '' };
      const answered = answeredAt?.toISOString() ?? null;
      return person
        ? [{ person, team, state, place, answeredAt: answered, acknowledged: acknowledged >= version }]
        : [];
    });
  }
}
