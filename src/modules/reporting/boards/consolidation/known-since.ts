import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DirectiveUses } from '#modules/organization';
import { type Sql, sql } from '#platform/database';

const firstCampaign = (directiveId: string): Sql =>
  sql`select (min(made_at) at time zone 'Asia/Ho_Chi_Minh')::date::text as on from campaigns where directive_id = ${directiveId}`;

/** A campaign says since when the directive was in force that it carries out. */
@Injectable()
export class KnownSince implements OnModuleInit {
  constructor(private readonly uses: DirectiveUses) {}

  onModuleInit(): void {
    this.uses.lookBy(firstCampaign);
  }
}
