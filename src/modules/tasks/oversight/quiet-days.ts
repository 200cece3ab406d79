import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/clock';
import { TasksApi } from '../tasks.api.ts';

const DAY_MS = 86_400_000;

/** For how many days nothing was recorded of a team; one that never recorded anything is silent since it began. */
@Injectable()
export class QuietDays {
  constructor(
    private readonly tasks: TasksApi,
    private readonly clock: Clock,
  ) {}

  async of(teams: readonly { id: string; since: string }[]): Promise<Map<string, number>> {
    if (teams.length === 0) return new Map();
    const last = await this.tasks.lastActivity(teams.map(({ id }) => id));
    const today = Date.parse(this.clock.today());
    return new Map(
      teams.map(({ id, since }) => {
        const at = last.get(id);
        const day = at ? this.clock.dayOf(at) : since;
        return [id, Math.max(0, (today - Date.parse(day)) / DAY_MS)];
      }),
    );
  }
}
