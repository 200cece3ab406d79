/** What a group reads of an order: its title, what is asked, until when. Nobody is named, and no team is held up to others. */
import { Inject, Injectable } from '@nestjs/common';
import type { NeutralMessage } from '#channels';
import type { TaskState } from '#contracts/tasks/task-states';
import { dateInVietnam, daysBetween, deadlineText, formatNumber } from '#i18n';
import { type GroupOwnerInfo, TeamGroupsApi } from '#modules/membership';
import { Clock } from '#platform/clock';
import { ENV, type Env } from '#platform/config';
import { Database, sql } from '#platform/database';
import { type AssignmentFacts, MessageFacts } from '../../plan/messages/facts/message-facts.ts';
import { word } from '../../plan/messages/words/word.ts';
import type { ClaimedPost } from './group-post-store.ts';
import { groupWord, placeName } from '../group-words.ts';
import { SessionPostPresenter } from './session-post.presenter.ts';

/** Work that the team has still to do; what was declined or handed in waits for the commune. */
export const unfinished: readonly TaskState[] = ['assigned', 'accepted', 'returned'];

interface Share {
  taskId: string | null;
  target: number;
  unit: string;
  dueOn: string | null;
  open: boolean;
}

@Injectable()
export class GroupPostPresenter {
  private readonly base: string;

  constructor(
    @Inject(ENV) env: Env,
    private readonly database: Database,
    private readonly facts: MessageFacts,
    private readonly groups: TeamGroupsApi,
    private readonly sessions: SessionPostPresenter,
    private readonly clock: Clock,
  ) {
    this.base = env.PUBLIC_URL.replace(/\/$/, '');
  }

  /** Undefined when there is nothing to tell any more. */
  async of(post: ClaimedPost): Promise<NeutralMessage | undefined> {
    const owner = await this.groups.owner(post.teamId ? { teamId: post.teamId } : { unitId: post.unitId as string });
    if (post.sessionId) return owner && this.sessions.of(post, post.sessionId, owner);
    const order = await this.facts.assignment(post.assignmentId as string);
    if (!order || !owner) return undefined;
    if (post.kind === 'cancelled') return this.cancelled(order);
    const share = await this.share(post);
    if (order.cancelledAt || !share) return undefined;
    return post.kind === 'deadline' ? this.deadline(order, share) : this.whole(post.kind, order, owner, share);
  }

  /** New work, or what it is now that the commune has changed it. */
  private whole(
    kind: ClaimedPost['kind'],
    order: AssignmentFacts,
    owner: GroupOwnerInfo,
    share: Share,
  ): NeutralMessage {
    const say = kind === 'changed' ? ('changed' as const) : ('assigned' as const);
    const place = placeName(owner);
    const deadline = deadlineText(share.dueOn ?? order.dueOn, this.clock.now(), 'long', 'vi');
    return this.message(
      groupWord(`${say}.title`, { title: order.title }),
      [
        groupWord(`${say}.body`, { issuer: order.issuer, place, deadline }),
        order.work,
        groupWord('assigned.target', { place, target: formatNumber(share.target, 'vi'), unit: share.unit }),
      ],
      share,
    );
  }

  private deadline(order: AssignmentFacts, share: Share): NeutralMessage | undefined {
    const now = this.clock.now();
    const left = share.open && share.dueOn ? daysBetween(dateInVietnam(now), share.dueOn) : -1;
    if (left < 0 || !share.dueOn) return undefined;
    return this.message(
      groupWord(left === 0 ? 'deadline.today' : 'deadline.title', { title: order.title, count: left }),
      [groupWord('deadline.body', { deadline: deadlineText(share.dueOn, now, 'long', 'vi') })],
      share,
    );
  }

  private cancelled(order: AssignmentFacts): NeutralMessage {
    return this.message(
      groupWord('cancelled.title', { title: order.title }),
      [groupWord('cancelled.body', { issuer: order.issuer })],
      undefined,
    );
  }

  /** A team's group opens the team's task; a commune's has many, and opens the app. */
  private message(title: string, paragraphs: string[], share: Share | undefined): NeutralMessage {
    const link = share?.taskId
      ? { label: groupWord('open.task'), url: `${this.base}/app/#/viec/${share.taskId}` }
      : { label: groupWord('open.app'), url: `${this.base}/app/#/` };
    return { language: 'vi', title, paragraphs, link, footer: word('frame.noSecrets', 'vi') };
  }

  /** The group's part of the order: the team's task, or what the commune's teams have together. */
  private async share({ assignmentId, teamId, unitId }: ClaimedPost): Promise<Share | undefined> {
    const row = await this.database.one<Share & { tasks: number }>(
      sql`select count(*)::int as tasks, case when ${teamId}::uuid is not null then min(t.id::text) end as "taskId",
        coalesce(sum(t.target), 0)::float8 as target, coalesce(min(a.indicator->>'unit'), '') as unit,
              coalesce(min(t.due_on) filter (where t.state = any(${unfinished})), min(t.due_on))::text as "dueOn",
                coalesce(bool_or(t.state = any(${unfinished})), false) as open
         from tasks t join assignments a on a.id = t.assignment_id
        where t.assignment_id = ${assignmentId} and t.state <> 'cancelled' and t.team_id is not null
          and (t.team_id = ${teamId} or t.commune_id = ${unitId})`,
    );
    return row && row.tasks > 0 ? row : undefined;
  }
}
