import { Inject, Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { MembershipApi } from '#modules/membership';
import { OrganizationApi } from '#modules/organization';
import { type ChangePlan as Change, ChangeFacts, ownChange, TasksApi } from '#modules/tasks';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { type MessageParams, teamTitle, wordMessage } from '../../plan/messages/index.ts';
import { PlanRoutes } from './plan-routes.ts';

type Plan = RouteAnswer<typeof routes.previewChange>;
type Message = Plan['messages'][number];

/** What a change would do, to how many, and how they would hear of it. Writes nothing. */
@Injectable()
export class PreviewChange {
  // oxlint-disable-next-line max-params -- what is changed, who is told, and by which routes stand in three modules
  constructor(
    @Inject(ENV) private readonly env: Env,
    private readonly facts: ChangeFacts,
    private readonly tasks: TasksApi,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly routes: PlanRoutes,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, assignmentId: string, input: RouteBody<typeof routes.previewChange>): Promise<Plan> {
    const change = await this.facts.plan(actor, assignmentId, input);
    const teamIds = [...change.tasks.map(({ task }) => task.teamId), ...change.added.map(({ teamId }) => teamId)];
    const urgent = change.after.priority === 'urgent';
    const { people, routes } = await this.routes.of(change.unitId, teamIds, urgent);
    return {
      version: input.version,
      changes: countsOf(change),
      targetBefore: change.before.target,
      targetAfter: change.after.target,
      teams: teamIds.length,
      people,
      reachable: people - (routes.find(({ route }) => route === 'none')?.people ?? 0),
      routes,
      messages: await this.messages(assignmentId, change, input.reason),
      holdSeconds: this.env.HOLD_SECONDS,
      plannedAt: this.clock.now().toISOString(),
    };
  }

  private async messages(assignmentId: string, change: Change, reason: string): Promise<Message[]> {
    const common = await this.common(assignmentId, change, reason);
    const drafts = [toStaying(change, common), toAdded(change, common), toWithdrawn(change, common)];
    return Promise.all(drafts.flatMap((draft) => (draft ? [this.message(draft)] : [])));
  }

  private async common(assignmentId: string, change: Change, reason: string): Promise<MessageParams> {
    const order = await this.tasks.assignment(assignmentId);
    const [units, directives] = await Promise.all([
      this.organization.unitRefs([change.unitId]),
      this.organization.directives(order ? [order.directiveId] : []),
    ]);
    const basis = order && directives.get(order.directiveId)?.citation;
    return {
      title: change.after.title,
      issuer: units.get(change.unitId)?.fullName ?? '',
      reason,
      unit: order?.indicatorUnit ?? '',
      unitEn: order?.indicatorUnitEn ?? '',
      ...(basis && { basis }),
      ...(change.after.priority === 'urgent' && { urgent: true }),
    };
  }

  private async message({ to, teams, kind, params, of }: Draft): Promise<Message> {
    const name = of && (await this.membership.teams([of])).get(of)?.name;
    return { to, teams, team: name ? teamTitle(name) : null, ...wordMessage(kind, params, 'vi', this.clock.now()) };
  }
}

interface Draft {
  to: Message['to'];
  teams: number;
  kind: string;
  params: MessageParams;
  /** The team that stands for all, where they read different values. */
  of: string | undefined;
}

function toStaying(change: Change, common: MessageParams): Draft | undefined {
  const staying = change.tasks.filter(({ kind }) => kind === 'changed');
  const own = staying.map(({ task, target, dueOn, reworded }) => {
    const targets = { targetBefore: task.target, targetAfter: target };
    return ownChange(change, { dueBefore: task.dueOn, dueAfter: dueOn, ...targets, reworded });
  });
  const [first] = own;
  if (!first) return undefined;
  const same = own.every((each) => JSON.stringify(each) === JSON.stringify(first));
  const params = { ...common, changed: first };
  const of = same ? undefined : staying[0]?.task.teamId;
  return { to: 'changed', teams: staying.length, kind: 'assignmentChanged', params, of };
}

function toAdded({ added, addedReplyBy, after }: Change, common: MessageParams): Draft | undefined {
  const [first] = added;
  if (!first) return undefined;
  const { dueOn, work } = after;
  const params = { ...common, dueOn, work, replyBy: addedReplyBy, target: first.target };
  const of = added.every(({ target }) => target === first.target) ? undefined : first.teamId;
  return { to: 'added', teams: added.length, kind: 'taskAssigned', params, of };
}

function toWithdrawn({ tasks }: Change, common: MessageParams): Draft | undefined {
  const teams = tasks.filter(({ kind }) => kind === 'withdrawn').length;
  if (teams === 0) return undefined;
  return { to: 'withdrawn', teams, kind: 'assignmentWithdrawn', params: common, of: undefined };
}

function countsOf({ tasks, added, untouched, withdrawnWithWork, extensions }: Change): Plan['changes'] {
  const staying = tasks.filter(({ kind }) => kind === 'changed');
  return {
    deadline: staying.filter(({ task, dueOn }) => task.dueOn !== dueOn).length,
    target: staying.filter(({ task, target }) => task.target !== target).length,
    words: staying.filter(({ reworded }) => reworded).length,
    added: added.length,
    withdrawn: tasks.length - staying.length,
    untouched,
    withdrawnWithWork,
    extensions,
  };
}
