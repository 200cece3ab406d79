import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { AssignmentPlace } from './assignment-place.ts';
import { funnelOf, deliveryState } from './delivery-state.ts';
import { DeliveryStatusQueries, type TeamDeliveryRow } from './delivery-status.queries.ts';

type DeliveryStatus = RouteAnswer<typeof routes.deliveryStatus>;
type Route = DeliveryStatus['channels'][number]['route'];

/** The board of one order: how far it came, and who is silent in which way. */
@Injectable()
export class ReadDeliveryStatus {
  constructor(
    private readonly place: AssignmentPlace,
    private readonly queries: DeliveryStatusQueries,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, assignmentId: string): Promise<DeliveryStatus> {
    const { unitIds } = await this.place.open(actor, 'assignment.read', assignmentId);
    const [rows, { people, channels }] = await Promise.all([
      this.queries.teams(assignmentId, unitIds),
      this.queries.counts(assignmentId),
    ]);
    const external = channels.map((row) => ({
      route: row.channel as Route,
      sent: row.sent,
      failed: row.failed,
      unknown: row.unknown,
      pending: row.size - row.sent - row.failed - row.unknown - row.skipped,
    }));
    const all = [{ route: 'inbox' as const, sent: people, failed: 0, pending: 0, unknown: 0 }, ...external];
    const sum = (pick: (one: (typeof all)[number]) => number): number =>
      all.reduce((total, one) => total + pick(one), 0);
    return {
      assignmentId,
      planned: sum((one) => one.sent + one.failed + one.pending + one.unknown),
      sent: sum((one) => one.sent),
      failed: sum((one) => one.failed + one.unknown),
      pending: sum((one) => one.pending),
      funnel: funnelOf(rows.map(hearing)),
      teams: rows.map(toTeam),
      channels: all,
      asOf: this.clock.now().toISOString(),
    };
  }
}

const hearing = (row: TeamDeliveryRow) => ({
  state: row.state,
  stateSince: row.stateSince,
  reachedAt: row.reachedAt,
  seenAt: row.seenAt,
});

function toTeam(row: TeamDeliveryRow): DeliveryStatus['teams'][number] {
  const { state, since } = deliveryState(hearing(row));
  return {
    taskId: row.taskId,
    teamId: row.teamId,
    state,
    since: since.toISOString(),
    reachedAt: row.reachedAt?.toISOString() ?? null,
    seenAt: row.seenAt?.toISOString() ?? null,
    via: routeOf(row),
    remindedAt: row.remindedAt?.toISOString() ?? null,
    calledAt: row.toldAt?.toISOString() ?? null,
  };
}

/** By what the team heard, or would: none without a session and without an address. */
export function routeOf(row: Pick<TeamDeliveryRow, 'fetched' | 'channel' | 'hasSession'>): Route {
  if (row.fetched) return 'inbox';
  return (row.channel as Route | null) ?? (row.hasSession ? 'inbox' : 'none');
}
