import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { platformErrors } from '#platform/http';

export interface TeamPlace {
  teamId: string;
  unitId: string;
  communeId: string;
}

/** Where a team of today stands: its own unit, and the commune that confirms for it. */
@Injectable()
export class TeamPlaces {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws platform.notFound */
  async of(teamId: string): Promise<TeamPlace> {
    const place = await this.database.one<TeamPlace>(
      `select id as "teamId", unit_id as "unitId", coalesce(commune_id, unit_id) as "communeId" from teams_at($2) where id = $1`,
      [teamId, this.clock.today()],
    );
    if (!place) throw platformErrors.notFound();
    return place;
  }
}
