import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { AssignmentPlace } from './assignment-place.ts';
import { CallNotes } from './call-notes.ts';
import { deliveryState } from './delivery-state.ts';
import { DeliveryStatusQueries, type TeamDeliveryRow } from './delivery-status.queries.ts';
import { routeOf } from './read-delivery-status.ts';

type Row = RouteAnswer<typeof routes.callList>[number];
type Reason = Row['reason'];

/** Whom to call: leaders and deputies of teams that no message reached, and of those for whom the steps of chasing are over. */
@Injectable()
export class ReadCallList {
  constructor(
    private readonly place: AssignmentPlace,
    private readonly queries: DeliveryStatusQueries,
    private readonly notes: CallNotes,
    private readonly membership: MembershipApi,
    private readonly organization: OrganizationApi,
  ) {}

  /** With full numbers: each look is logged by membership. */
  async execute(actor: Actor, assignmentId: string): Promise<Row[]> {
    const { unitIds } = await this.place.open(actor, 'assignment.chase', assignmentId);
    const teams = (await this.queries.teams(assignmentId, unitIds)).flatMap((row) => this.toCall(row));
    const teamIds = teams.map(({ row }) => row.teamId);
    const heads = await this.membership.recipientsOfTeams(teamIds, ['leader', 'deputy']);
    const headsOf = new Map<string | null, typeof heads>();
    for (const head of heads) headsOf.set(head.teamId, [...(headsOf.get(head.teamId) ?? []), head]);
    const personIds = heads.map(({ personId }) => personId);
    const [names, people, phones, communes, told] = await Promise.all([
      this.membership.teams(teamIds),
      this.membership.people(personIds),
      this.membership.phonesForCalls(actor, personIds, 'call_about_task'),
      this.organization.unitRefs(teams.map(({ row }) => row.communeId)),
      this.notes.lastOf(assignmentId, personIds),
    ]);
    return teams.flatMap(({ row, reason, since }) => {
      const commune = communes.get(row.communeId);
      if (!commune) return [];
      return (headsOf.get(row.teamId) ?? []).map(({ personId, fullName, role }) => ({
        person: people.get(personId) ?? { id: personId, fullName, position: null },
        team: { id: row.teamId, name: names.get(row.teamId)?.name ?? '' },
        commune,
        role,
        phone: phones.get(personId) ?? null,
        reason,
        since: since.toISOString(),
        told: told.get(personId) ?? null,
      }));
    });
  }

  private toCall(row: TeamDeliveryRow): { row: TeamDeliveryRow; reason: Reason; since: Date }[] {
    const untold = row.toldAt ? { ...row, reachedAt: null, seenAt: null } : row;
    const { state, since } = deliveryState({
      state: untold.state,
      stateSince: untold.stateSince,
      reachedAt: untold.reachedAt,
      seenAt: untold.seenAt,
    });
    if (state === 'not_delivered')
      return [{ row, reason: routeOf(row) === 'none' ? 'no_route' : 'not_delivered', since }];
    return (state === 'not_seen' || state === 'not_answered') && row.onCallListAt
      ? [{ row, reason: state, since }]
      : [];
  }
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
