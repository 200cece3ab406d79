import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, RouteQuery, routes } from '#contracts';
import { BusyWordsApi, MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { pagesOf } from '#platform/http';
import { AssignmentPlace } from './assignment-place.ts';
import { CallNotes } from './call-notes.ts';
import { keyOf, routeOf, rowKey } from './read-progress.ts';
import { type RowKey, type TeamRow, TeamRowQueries } from './team-rows.queries.ts';

type Page = RouteAnswer<typeof routes.callList>;
type Row = Page['items'][number];
const pages = pagesOf('callList', rowKey);

/**
 * Whom to call: leaders and deputies of teams that no message reached, and of those for whom the steps of chasing are over.
 * A page is so many teams, and counts them.
 */
@Injectable()
export class ReadCallList {
  constructor(
    private readonly place: AssignmentPlace,
    private readonly rows: TeamRowQueries,
    private readonly notes: CallNotes,
    private readonly membership: MembershipApi,
    private readonly busyWords: BusyWordsApi,
    private readonly organization: OrganizationApi,
  ) {}

  /** With full numbers: each look is logged by membership. */
  async execute(actor: Actor, assignmentId: string, query: RouteQuery<typeof routes.callList>): Promise<Page> {
    const { unitIds } = await this.place.open(actor, 'assignment.chase', assignmentId);
    const { communeId, teamId, limit } = query;
    const asked = { assignmentId, ...query };
    const after: RowKey | null = pages.after(asked);
    const rows = await this.rows.calls({ assignmentId, unitIds, communeId, teamId }, { after, limit: limit + 1 });
    const { items, nextCursor } = pages.cut(asked, rows, keyOf);
    return { items: await this.people(actor, assignmentId, items), total: rows[0]?.total ?? 0, nextCursor };
  }

  private async people(actor: Actor, assignmentId: string, teams: readonly TeamRow[]): Promise<Row[]> {
    const teamIds = teams.map(({ teamId }) => teamId);
    const heads = await this.membership.recipientsOfTeams(teamIds, ['leader', 'deputy']);
    const headsOf = new Map<string | null, typeof heads>();
    for (const head of heads) headsOf.set(head.teamId, [...(headsOf.get(head.teamId) ?? []), head]);
    const personIds = heads.map(({ personId }) => personId);
    const [names, people, phones, communes, told, busy] = await Promise.all([
      this.membership.teamNames(teamIds),
      this.membership.people(personIds),
      this.membership.phonesForCalls(actor, personIds, 'call_about_task'),
      this.organization.unitRefs(teams.map(({ communeId }) => communeId)),
      this.notes.lastOf(assignmentId, personIds),
      this.busyWords.untilOf(personIds),
    ]);
    return teams.flatMap((row) => {
      const commune = communes.get(row.communeId);
      if (!commune) return [];
      return (headsOf.get(row.teamId) ?? []).map(({ personId, fullName, role }) => ({
        person: people.get(personId) ?? { id: personId, fullName, position: null },
        team: { id: row.teamId, name: names.get(row.teamId) ?? '' },
        commune,
        role,
        phone: phones.get(personId) ?? null,
        reason: reasonOf(row),
        since: row.since.toISOString(),
        told: told.get(personId) ?? null,
        busyUntil: busy.get(personId) ?? null,
      }));
    });
  }
}

/** Who was told by phone is listed for what it was called for: nothing had reached it. */
function reasonOf(row: TeamRow): Row['reason'] {
  if (!row.toldAt && (row.shown === 'not_seen' || row.shown === 'not_answered')) return row.shown;
  return routeOf(row) === 'none' ? 'no_route' : 'not_delivered';
}

/** "Đã báo" */
@Injectable()
export class TellByPhone {
  constructor(
    private readonly place: AssignmentPlace,
    private readonly notes: CallNotes,
  ) {}

  /** Counts as reached and seen. @throws notification.personNotFound for somebody outside the order's teams or the actor's places */
  async execute(actor: Actor, assignmentId: string, input: RouteBody<typeof routes.told>): Promise<void> {
    const { unitIds } = await this.place.open(actor, 'assignment.chase', assignmentId);
    await this.notes.add(actor, assignmentId, unitIds, input);
  }
}
