import { Injectable } from '@nestjs/common';
import { FirstDays } from '#modules/organization';
import { type Sql, sql } from '#platform/database';

/** Whoever has left, or changed the role, was in a team that stood on that person's last day. */
const lastDayOfSomebody = (teamId: string): Sql =>
  sql`select (min(upper(validity)) - 1)::text as on from team_members where team_id = ${teamId}`;

/** Since when a team is known to be at work: it was set up by then. */
@Injectable()
export class TeamKnownSince extends FirstDays {
  constructor() {
    super([lastDayOfSomebody]);
  }
}
