import { Injectable } from '@nestjs/common';
import { reorganisationApplied, ReorganisationsApi } from '#modules/organization';
import { Database } from '#platform/database';
import { OnEvent } from '#platform/outbox';
import { SplitTeams } from './split-teams.ts';

/** A commune's own hamlet has become two. In a reform of communes this is one of its steps, where people are put in their places. */
@Injectable()
export class SplitTeamsSubscriber {
  constructor(
    private readonly database: Database,
    private readonly reforms: ReorganisationsApi,
    private readonly teams: SplitTeams,
  ) {}

  @OnEvent(reorganisationApplied, 'membership.split-teams')
  async execute({ reorganisationId }: { reorganisationId: string }): Promise<void> {
    for (const split of await this.reforms.ownSplits(reorganisationId))
      await this.database.tx((tx) => this.teams.execute(tx, split, reorganisationId));
  }
}
