import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { comparePlaces } from '#i18n/fold';
import { MembershipApi } from '#modules/membership';
import type { Actor } from '#platform/auth';
import { PreviewTold } from '../../plan/planning/preview-told.ts';
import { TeamAudience } from '../../plan/planning/team-audience.ts';
import { AssignmentPlace } from '../delivery-status/assignment-place.ts';
import { ChooseReminded } from '../delivery-status/choose-reminded.ts';

/** Before silent teams are reminded: who hears of it, and which teams are left alone. Chosen as the reminder itself does. */
@Injectable()
export class PreviewReminder {
  constructor(
    private readonly place: AssignmentPlace,
    private readonly choose: ChooseReminded,
    private readonly membership: MembershipApi,
    private readonly audience: TeamAudience,
    private readonly told: PreviewTold,
  ) {}

  async execute(
    actor: Actor,
    assignmentId: string,
    input: RouteBody<typeof routes.previewReminder>,
  ): Promise<RouteAnswer<typeof routes.previewReminder>> {
    const { order, unitIds } = await this.place.open(actor, 'assignment.chase', assignmentId);
    const place = { assignmentId, unitIds };
    const { due, left } = await this.choose.of(order, place, input);
    const dueIds = due.map(({ teamId }) => teamId);
    const teams = await this.membership.teams([...due, ...left].map(({ teamId }) => teamId));
    const named = (teamId: string) => ({ id: teamId, name: teams.get(teamId)?.name ?? '' });
    const people = await this.audience.of(dueIds, ['leader', 'deputy']);
    const byName = (a: { name: string }, b: { name: string }) => comparePlaces(a.name, b.name);
    return this.told.of({
      kind: 'assignmentReminded',
      isDuty: true,
      told: due.map(({ teamId }) => ({ ...named(teamId), people: people.get(teamId) ?? [] })).toSorted(byName),
      left: left.map(({ teamId, because }) => ({ ...named(teamId), why: because })).toSorted(byName),
      secondApproval: await this.place.secondApproval(actor, order, unitIds, dueIds),
    });
  }
}
