import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi, Scope } from '#modules/organization';
import { ReportingApi } from '#modules/reporting';
import type { Actor } from '#platform/auth';
import { ReportAudience } from '../messages/report-audience.ts';
import { PersonRoutes } from './person-routes.ts';

type Answer = RouteAnswer<typeof routes.previewRemind>;
type Unit = Answer['units'][number];

/** Who would be told of a reminder and by which route, as the message itself chooses them. */
@Injectable()
export class PreviewRemind {
  constructor(
    private readonly scope: Scope,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly reporting: ReportingApi,
    private readonly audience: ReportAudience,
    private readonly routes: PersonRoutes,
  ) {}

  async execute(
    actor: Actor,
    unitId: string,
    { month, unitIds }: RouteBody<typeof routes.previewRemind>,
  ): Promise<Answer> {
    await this.scope.require(actor, 'report.receive', { unitId });
    const owed = await this.reporting.owed(unitId, month, unitIds);
    const told = await this.audience.askedForEach(owed);
    const personIds = [...new Set(told.flat().map(({ personId }) => personId))];
    const [units, people, routeOf] = await Promise.all([
      this.organization.unitRefs(owed.map((report) => report.unitId)),
      this.membership.people(personIds),
      this.routes.of(personIds, 'reportChased'),
    ]);
    return {
      units: owed.flatMap(({ unitId: id, isOpen, isChased }, index): Unit[] => {
        const unit = units.get(id);
        const asked = told[index] ?? [];
        if (!unit) return [];
        return [
          {
            unit,
            leftAlone: !isOpen ? 'sent' : isChased ? 'today' : asked.length === 0 ? 'nobody' : null,
            people: asked.flatMap(({ personId, standIn }) => {
              const person = people.get(personId);
              return person ? [{ person, isStandIn: standIn, route: routeOf.get(personId) ?? 'none' }] : [];
            }),
          },
        ];
      }),
    };
  }
}
