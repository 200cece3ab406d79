import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '#platform/database';

/** The first day on which the module knows of work of the team; null when there is none. */
type Look = (tx: Tx, teamId: string) => Promise<string | null>;

/** Since when a team is known to be at work: it was set up by then. Modules above say what of theirs was done. */
@Injectable()
export class TeamDeeds {
  private readonly looks: Look[] = [lastDayOfSomebody];

  /** Called once at start by the module whose work it is. */
  lookBy(look: Look): void {
    this.looks.push(look);
  }

  async first(tx: Tx, teamId: string): Promise<string | null> {
    const days: string[] = [];
    for (const look of this.looks) days.push(...[await look(tx, teamId)].filter((day) => day !== null));
    return days.sort()[0] ?? null;
  }
}

/** Whoever has left, or changed the role, was in a team that stood on that person's last day. */
async function lastDayOfSomebody(tx: Tx, teamId: string): Promise<string | null> {
  const [row] = await rowsOf<{ on: string | null }>(
    tx,
    'select (min(upper(validity)) - 1)::text as on from team_members where team_id = $1',
    [teamId],
  );
  return row?.on ?? null;
}
