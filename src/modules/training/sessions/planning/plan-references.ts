import { Injectable } from '@nestjs/common';
import { OrganizationApi } from '#modules/organization';
import { MembershipApi } from '#modules/membership';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { trainingErrors } from '../../training.errors.ts';
import type { SessionPlan } from '../session/session-plan.ts';
import { TrainingTopic } from '../../catalogue/training-topic.entity.ts';

/** Whether what a plan names exists and belongs together. */
@Injectable()
export class PlanReferences {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly clock: Clock,
  ) {}

  /** @throws training.topicUnknown, communeUnknown, outsideCoverage, trainerUnknown, teamOutside at their fields */
  async check(plan: SessionPlan, providerId: string, trainerId: string): Promise<void> {
    const isKnown = await this.database.manager.existsBy(TrainingTopic, { code: plan.topicCode });
    if (!isKnown) throw trainingErrors.topicUnknown({ path: 'topicCode', code: plan.topicCode });
    const commune = await this.organization.unitRef(plan.communeId);
    if (commune?.kind !== 'commune') throw trainingErrors.communeUnknown({ path: 'communeId' });
    if ((await this.covering([providerId], plan.communeId)).length === 0)
      throw trainingErrors.outsideCoverage({ path: 'communeId', commune: commune.fullName });
    const trainer = await this.database.one(
      sql`select 1 from trainers_at(${this.clock.today()}) where person_id = ${trainerId} and provider_id = ${providerId}`,
    );
    if (!trainer) throw trainingErrors.trainerUnknown({ path: 'trainerId' });
    await this.checkTeams(plan.communeId, plan.teamIds);
  }

  /** Those of the providers that train in the commune. */
  covering(providerIds: readonly string[], communeId: string): Promise<string[]> {
    return this.organization.coveringProviders(providerIds, communeId);
  }

  async checkTeams(communeId: string, teamIds: readonly string[]): Promise<void> {
    const teams = await this.membership.teams(teamIds);
    teamIds.forEach((id, i) => {
      const team = teams.get(id);
      if (team?.communeId !== communeId || team.status !== 'active')
        throw trainingErrors.teamOutside({ path: `teamIds.${i}`, team: team?.name ?? '' });
    });
  }
}
