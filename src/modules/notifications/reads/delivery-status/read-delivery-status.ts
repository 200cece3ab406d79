import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { teamDeliveryStates } from '#contracts/enums';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { AssignmentPlace } from './assignment-place.ts';
import { ChaseRules } from './chase-rules.ts';
import { funnelOf } from './delivery-state.ts';
import { DeliveryStatusQueries, type HeardSum } from './delivery-status.queries.ts';

type DeliveryStatus = RouteAnswer<typeof routes.deliveryStatus>;
type Route = DeliveryStatus['channels'][number]['route'];

/** How far one order came, in numbers. */
@Injectable()
export class ReadDeliveryStatus {
  constructor(
    private readonly place: AssignmentPlace,
    private readonly queries: DeliveryStatusQueries,
    private readonly rules: ChaseRules,
    private readonly clock: Clock,
  ) {}

  async execute(
    actor: Actor,
    assignmentId: string,
    { communeId }: RouteQuery<typeof routes.deliveryStatus>,
  ): Promise<DeliveryStatus> {
    const { order, unitIds } = await this.place.open(actor, 'assignment.read', assignmentId);
    const place = { assignmentId, unitIds, communeId };
    const [sums, toRemind, { people, channels }] = await Promise.all([
      this.queries.sums(place),
      this.rules.remindedBefore(order.issuerUnitId).then((since) => this.queries.toRemind(place, since)),
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
      funnel: funnelOf(sums),
      states: statesOf(sums),
      toRemind: toRemind.filter(({ why }) => why === null).length,
      channels: all,
      asOf: this.clock.now().toISOString(),
    };
  }
}

function statesOf(sums: readonly HeardSum[]): DeliveryStatus['states'] {
  const count = (state: HeardSum['shown']) =>
    sums.filter(({ shown }) => shown === state).reduce((total, { teams }) => total + teams, 0);
  return Object.fromEntries(teamDeliveryStates.map((state) => [state, count(state)])) as DeliveryStatus['states'];
}
