import { Injectable, type OnModuleInit } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { SendContent } from '#contracts/membership/send-requests';
import { type Held, HeldActs, type TakenBack } from '#platform/acts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, execute, inBatches, rowsOf, sql, takeTurn, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { teamsReminded } from '../../notifications.events.ts';
import { AssignmentPlace } from './assignment-place.ts';
import { ChooseReminded } from './choose-reminded.ts';
import type { SilentTask } from './delivery-status.queries.ts';

/** Persisted. */
const KIND = 'notifications.remind';
interface Before {
  eventId: string;
}
/** As it waits for a second officer: `within` are the units whose teams whoever asked may remind. */
export type AskedReminder = Extract<SendContent, { kind: 'teamReminder' }>;
interface Chase {
  actor: Actor;
  /** In whose name. */
  byId: string;
  assignmentId: string;
  due: readonly SilentTask[];
  act: Held | null;
}

const teamsOf = (due: readonly SilentTask[]): string[] => due.map(({ teamId }) => teamId);

/**
 * Reminds silent teams. Who has answered, waits for an answer to an extension, or was just reminded is left alone. Taken back,
 * it never was: the teams can be reminded anew.
 */
@Injectable()
export class Remind implements OnModuleInit {
  constructor(
    private readonly place: AssignmentPlace,
    private readonly choose: ChooseReminded,
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly acts: HeldActs,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.acts.putBackBy<Before>(KIND, (tx, before) => this.putBack(tx, before));
  }

  /** @throws notification.teamNotFound, sendRequest.needed */
  async execute(
    actor: Actor,
    assignmentId: string,
    input: RouteBody<typeof routes.remind>,
  ): Promise<RouteAnswer<typeof routes.remind>> {
    const { order, unitIds } = await this.place.open(actor, 'assignment.chase', assignmentId);
    return this.database.tx(async (tx) => {
      await takeTurn(tx, [`remind ${assignmentId}`]);
      const { due, skipped } = await this.choose.of(order, { assignmentId, unitIds }, input);
      await this.place.refuseUnapproved(order, unitIds, teamsOf(due));
      const act = due.length > 0 ? this.acts.begin() : null;
      await this.chase(tx, { actor, byId: actor.personId, assignmentId, due, act });
      return { reminded: due.length, skipped, act };
    });
  }

  /** What a second officer has approved goes in the name of who asked, and stands at once. Gives the teams. */
  async approved(actor: Actor, { assignmentId, teams, within }: AskedReminder, byId: string): Promise<string[]> {
    const { order } = await this.place.open(actor, 'assignment.chase', assignmentId);
    return this.database.tx(async (tx) => {
      await takeTurn(tx, [`remind ${assignmentId}`]);
      const due = await this.choose.dueNow(order, { assignmentId, unitIds: within }, teams);
      await this.chase(tx, { actor, byId, assignmentId, due, act: null });
      return teamsOf(due);
    });
  }

  private async chase(tx: Tx, { actor, byId, assignmentId, due, act }: Chase): Promise<void> {
    if (due.length === 0) return;
    const eventId = await this.outbox.append(
      tx,
      teamsReminded({ assignmentId, ...(act && { act }) }, { changes: { teams: due.length } }),
      actor,
    );
    const now = this.clock.now();
    await inBatches(due, (some) =>
      execute(
        tx,
        sql`insert into chases (id, assignment_id, task_id, team_id, step, event_id, by_id, at)
          select c.id, ${assignmentId}, c.task_id, c.team_id, 'manual', ${eventId}, ${byId}, ${now}
            from unnest(${some.map(() => v7())}::uuid[], ${some.map(({ taskId }) => taskId)}::uuid[],
              ${some.map(({ teamId }) => teamId)}::uuid[]) as c(id, task_id, team_id)`,
      ),
    );
    await this.acts.keep(tx, act, actor, KIND, { eventId } satisfies Before);
  }

  private async putBack(tx: Tx, { eventId }: Before): Promise<TakenBack> {
    const rows = await rowsOf(tx, sql`delete from chases where event_id = ${eventId} and step = 'manual' returning id`);
    return { restored: rows.length, kept: [] };
  }
}
