import { Injectable, type OnModuleInit } from '@nestjs/common';
import { TeamKnownSince } from '#modules/membership';
import { DirectiveUses } from '#modules/organization';
import { type Sql, sql } from '#platform/database';

const workOfTeam = (teamId: string): Sql => sql`
  select least(
    (select min((a.issued_at at time zone 'Asia/Ho_Chi_Minh')::date)
       from tasks k join assignments a on a.id = k.assignment_id where k.team_id = ${teamId}),
    (select min(happened_on) from progress_entries where team_id = ${teamId}),
    (select min((at at time zone 'Asia/Ho_Chi_Minh')::date) from difficulties where team_id = ${teamId}))::text as on`;
const ordersOnDirective = (directiveId: string): Sql =>
  sql`select min((issued_at at time zone 'Asia/Ho_Chi_Minh')::date)::text as on from assignments
    where directive_id = ${directiveId}`;

/** Orders and reported work say since when a team was there, and since when a directive was in force. */
@Injectable()
export class KnownSince implements OnModuleInit {
  constructor(
    private readonly deeds: TeamKnownSince,
    private readonly uses: DirectiveUses,
  ) {}

  onModuleInit(): void {
    this.deeds.lookBy(workOfTeam);
    this.uses.lookBy(ordersOnDirective);
  }
}
