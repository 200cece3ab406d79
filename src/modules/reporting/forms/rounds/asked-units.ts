import { Injectable } from '@nestjs/common';
import type { DueShift } from '#contracts/reporting/due-days';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { CampaignQueries } from '../../boards/campaigns/campaign.queries.ts';
import { BoardQueries } from '../../boards/consolidation/board.queries.ts';

/** Whom a form asks: those whom a campaign would ask for a list. */
@Injectable()
export class AskedUnits {
  constructor(
    private readonly database: Database,
    private readonly campaigns: CampaignQueries,
    private readonly board: BoardQueries,
    private readonly clock: Clock,
  ) {}

  /** Communes with teams below, today. */
  below(unitId: string): Promise<string[]> {
    return this.campaigns.unitIds(unitId, false);
  }

  /** Those of them who hear of it by no route. */
  async unreached(unitIds: readonly string[]): Promise<string[]> {
    const reached = await this.board.reachable(unitIds, this.clock.today(), this.clock.now());
    return unitIds.filter((id) => !reached.has(id));
  }

  dueOn(fixedOn: string, shift: DueShift): Promise<string> {
    return this.campaigns.dueOn(fixedOn, shift);
  }

  /** Another form of the unit that is asked now with a question of the same words. */
  alike(formId: string, unitId: string): Promise<{ id: string; title: string } | undefined> {
    return this.database.one(
      sql`select k.id, v.title from form_rounds k join form_versions v on v.form_id = k.form_id and v.version = k.version
        where k.unit_id = ${unitId} and k.form_id <> ${formId} and k.recalled_at is null
          and k.closes_on >= ${this.clock.today()}::date
          and exists (select 1 from jsonb_array_elements(v.questions) other, forms f, jsonb_array_elements(f.questions) own
               where f.id = ${formId} and lower(own ->> 'label') = lower(other ->> 'label'))
        order by k.made_at desc limit 1`,
    );
  }
}
