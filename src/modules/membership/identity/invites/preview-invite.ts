import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { officeOf } from '#i18n/places';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { ProblemError } from '#platform/http';
import { inviteErrors } from '../../membership.errors.ts';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import { maskPhone } from '../../people/people/phones.ts';
import { toDecision } from '../../people/teams/team.presenter.ts';
import { TeamQueries } from '../../people/teams/team.queries.ts';
import { Invites } from './invites.ts';
import { titleOf } from '../../people/people/titles.ts';

/** What an invite says before it is used. Reading it changes nothing, so that link previews do not burn it. */
@Injectable()
export class PreviewInvite {
  constructor(
    private readonly database: Database,
    private readonly invites: Invites,
    private readonly people: PeopleQueries,
    private readonly teams: TeamQueries,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async execute(code: string): Promise<RouteAnswer<typeof routes.previewInvite>> {
    const { invite, problem } = await this.invites.find(this.database.manager, code);
    if (!invite) throw problem ?? inviteErrors.notFound();
    if (problem) throw await this.withContact(problem, invite.personId);
    const { personId, expiresAt } = invite;
    const today = this.clock.today();
    const [place] = await this.people.placesOf(personId, today);
    const [person] = await this.people.names([personId], today);
    const [phone] = await this.people.phones([personId]);
    const [team] = place?.teamId ? await this.teams.byId([place.teamId], today) : [];
    const decision =
      team && (await this.teams.decisions(team.id, today)).map(toDecision).find(({ kind }) => kind === 'establish');
    const unit =
      place && ((await this.organization.communeOf(place.unitId)) ?? (await this.organization.unitRef(place.unitId)));
    const unitName = unit?.fullName ?? '';
    return {
      issuer: unit ? officeOf(unit) : '',
      fullName: person?.fullName ?? '',
      roleTitle: titleOf(place?.role ?? 'member', person?.position ?? null),
      teamName: team?.name ?? null,
      unitName,
      phoneMasked: phone ? maskPhone(phone.e164) : null,
      decision: decision ?? null,
      expiresAt: expiresAt.toISOString(),
    };
  }

  /** Whoever holds a code of ours that opens nothing any more is told whom to call: an office, by its public number. */
  private async withContact(problem: ProblemError, personId: string): Promise<ProblemError> {
    const [place] = await this.people.placesOf(personId, this.clock.today());
    const contact = place && (await this.organization.contact(place.unitId));
    if (!contact?.phone) return problem;
    const params = { office: contact.name, phone: contact.phone };
    const { status, code, message } = problem;
    return new ProblemError(status, code, message, [{ path: '', code, params }]);
  }
}
