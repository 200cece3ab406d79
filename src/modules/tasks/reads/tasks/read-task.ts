import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { evidenceOf, missingEvidence } from '#contracts/tasks/evidence';
import { type PeriodRule, periodOf } from '#contracts/reporting/periods';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { TaskAccess } from '../../work/task/task-access.ts';
import type { Outcome } from '../../work/task/task-outcome.ts';
import { taskErrors } from '../../tasks.errors.ts';
import { toCard } from './card.presenter.ts';
import { CardQueries, type CardRow } from './card.queries.ts';
import { type Entry, EntryQueries } from '../results/entry.queries.ts';
import { type DecisionRow, type DetailRow, TaskDetailQueries } from './task-detail.queries.ts';
import { type People, TaskContextQueries } from './task-context.queries.ts';

type TaskDetail = RouteAnswer<typeof routes.getTask>;
type PersonRef = TaskDetail['members'][number];

/** One task, whole. */
@Injectable()
export class ReadTask {
  constructor(
    private readonly access: TaskAccess,
    private readonly cards: CardQueries,
    private readonly queries: TaskDetailQueries,
    private readonly entries: EntryQueries,
    private readonly context: TaskContextQueries,
    private readonly clock: Clock,
  ) {}

  async one(actor: Actor, taskId: string): Promise<TaskDetail> {
    const [{ taskId: current, ...place }, read] = await this.rows(actor, taskId);
    const [task] = await Promise.all([
      this.compose(actor, current, read),
      this.access.require(actor, 'task.read', place),
    ]);
    return task;
  }

  /** The answer to a command: the task as it is now, the entry's number, and who was first where this was the second. */
  async receipt(
    actor: Actor,
    taskId: string,
    { receipt, alreadyBy }: Outcome,
  ): Promise<RouteAnswer<typeof routes.acceptTask>> {
    const other =
      alreadyBy && alreadyBy !== actor.personId ? (await this.context.people([alreadyBy])).get(alreadyBy) : undefined;
    const [{ taskId: current }, read] = await this.rows(actor, taskId);
    return { task: await this.compose(actor, current, read), receipt: receipt ?? null, alreadyBy: other ?? null };
  }

  /** Nearly always the task is the one that was named: what it shows is asked for together with which it is. */
  private async rows(actor: Actor, taskId: string) {
    const [place, named] = await Promise.all([this.access.placeOf(taskId, actor), this.ofTask(actor, taskId)]);
    return [place, place.taskId === taskId ? named : await this.ofTask(actor, place.taskId)] as const;
  }

  private async ofTask(actor: Actor, taskId: string) {
    const [card, detail, decisions, byPerson, commune] = await Promise.all([
      this.cards.one(actor.personId, this.clock.today(), taskId),
      this.queries.detail(taskId),
      this.queries.decisions(taskId),
      this.queries.byPerson(taskId),
      this.queries.commune(taskId),
    ]);
    return { card, detail, decisions, byPerson, commune };
  }

  /** The report that the last piece of work counts in. */
  private monthOf(detail: DetailRow, entries: readonly Entry[], rule: PeriodRule): string {
    return (
      entries
        .map((entry) => entry.periodMonth)
        .toSorted()
        .at(-1) ?? periodOf(this.clock.dayOf(detail.decidedAt ?? this.clock.now()), rule).month
    );
  }

  private async compose(
    actor: Actor,
    taskId: string,
    { card, detail, decisions, byPerson, commune }: Awaited<ReturnType<ReadTask['ofTask']>>,
  ): Promise<TaskDetail> {
    if (!card || !detail) throw taskErrors.notFound();
    const [around, entries, people] = await Promise.all([
      this.context.of(card, detail),
      this.entries.ofTasks([taskId], actor.personId),
      this.context.people([
        detail.issuedBy,
        detail.acceptedBy,
        detail.decidedBy,
        ...decisions.map((one) => one.byId),
        ...byPerson.map((one) => one.personId),
      ]),
    ]);
    return {
      ...toCard(card, actor),
      ...around.parts,
      work: detail.work,
      issuedBy: person(people, detail.issuedBy),
      issuedAt: detail.issuedAt.toISOString(),
      acceptedAt: detail.acceptedAt?.toISOString() ?? null,
      acceptedBy: detail.acceptedBy ? person(people, detail.acceptedBy) : null,
      ...outcomes(card, detail, decisions, people, this.monthOf(detail, entries.get(taskId) ?? [], around.rule)),
      guide: detail.guide ?? [],
      evidence: detail.evidence,
      asks: detail.asks,
      words: around.words,
      minimumCodes: detail.minimumCodes,
      evidenceMissing: missingEvidence(detail.evidence, evidenceOf(entries.get(taskId) ?? []), detail.minimumCodes),
      entries: entries.get(taskId) ?? [],
      commune: {
        unit: around.communeUnit,
        target: commune.target,
        confirmed: commune.confirmed,
        otherTeams: commune.others,
      },
      byPerson: byPerson.map(({ personId, value }) => ({ person: person(people, personId), value })),
    };
  }
}

function outcomes(
  card: CardRow,
  detail: DetailRow,
  decisions: readonly DecisionRow[],
  people: People,
  periodMonth: string,
): Pick<TaskDetail, 'declined' | 'returned' | 'confirmed' | 'cancelled'> {
  const last = (kind: DecisionRow['kind']) => decisions.find((one) => one.kind === kind);
  const decline = card.state === 'declined' ? last('decline') : undefined;
  const returned = card.state === 'returned' ? last('return') : undefined;
  return {
    declined: decline
      ? {
          reason: decline.reasons[0] ?? 'other',
          note: decline.comment,
          at: decline.at.toISOString(),
          by: person(people, decline.byId),
        }
      : null,
    returned: returned
      ? {
          reasons: returned.reasons,
          comment: returned.comment ?? '',
          at: returned.at.toISOString(),
          by: person(people, returned.byId),
        }
      : null,
    confirmed:
      card.state === 'confirmed' && detail.decidedAt && detail.decidedBy
        ? { at: detail.decidedAt.toISOString(), by: person(people, detail.decidedBy), periodMonth }
        : null,
    cancelled:
      card.state === 'cancelled'
        ? { reason: detail.cancelReason ?? last('release')?.comment ?? '', at: detail.stateSince.toISOString() }
        : null,
  };
}

function person(people: People, id: string): PersonRef {
  return people.get(id) ?? { id, fullName: '', position: null };
}
