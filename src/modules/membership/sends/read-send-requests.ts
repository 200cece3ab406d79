import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { MOST_NAMED } from '#contracts/access/acts';
import { comparePlaces } from '#i18n/fold';
import { OrganizationApi, Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, type Sql, sql } from '#platform/database';
import { MembershipApi } from '../membership.api.ts';
import { sendRequestErrors } from '../membership.errors.ts';
import { SecondApproval } from './second-approval.ts';
import { SendKinds } from './send-kinds.ts';
import type { SendRequest } from './send-request.entity.ts';

type Row = RouteAnswer<typeof routes.listSendRequests>[number];
type Detail = RouteAnswer<typeof routes.readSendRequest>;

/** As many as a unit can have asked for and not heard of. */
const MOST = 100;
const columns = sql`q.id, q.unit_id as "unitId", q.kind, q.title, q.content, q.places, q.people, q.chosen_ids as "chosenIds",
  q.sent_ids as "sentIds", q.draft_id as "draftId", q.asked_by as "askedBy", q.asked_at as "askedAt", q.outcome,
  q.decided_by as "decidedBy", q.decided_at as "decidedAt", q.reason, q.result_id as "resultId"`;
/** Of an order with thousands of teams a list needs no share. */
const withoutContent = sql`q.id, q.unit_id as "unitId", q.kind, q.title, q.places, q.people, q.draft_id as "draftId",
  q.asked_by as "askedBy", q.asked_at as "askedAt", q.outcome, q.decided_by as "decidedBy", q.decided_at as "decidedAt", q.reason,
  q.result_id as "resultId"`;

/** What waits for a second officer of the unit, and what became of each. */
@Injectable()
export class ReadSendRequests {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly kinds: SendKinds,
    private readonly organization: OrganizationApi,
    private readonly membership: MembershipApi,
    private readonly approval: SecondApproval,
  ) {}

  /** Those that are open, the one that waits longest first. */
  async list(actor: Actor, unitId: string): Promise<Row[]> {
    await this.scope.require(actor, 'send.second', { unitId });
    const rows = await this.rows(
      withoutContent,
      sql`q.unit_id = ${unitId} and q.outcome is null order by q.asked_at, q.id limit ${MOST}`,
    );
    return Promise.all(rows.map((row) => this.toRow(actor, row)));
  }

  /** @throws sendRequest.notFound */
  async one(actor: Actor, id: string): Promise<Detail> {
    const [row] = await this.rows(columns, sql`q.id = ${id}`);
    if (!row) throw sendRequestErrors.notFound();
    await this.scope.require(actor, 'send.second', { unitId: row.unitId });
    const head = await this.toRow(actor, row);
    const others = await this.approvers(row);
    const people = await this.membership.people(others);
    return {
      ...head,
      content: row.content,
      change: await this.change(row),
      approvers: others.flatMap((other) => people.get(other) ?? []),
    };
  }

  private rows(what: Sql, where: Sql): Promise<SendRequest[]> {
    return this.database.rows<SendRequest>(sql`select ${what} from send_requests q where ${where}`);
  }

  private approvers({ kind, unitId, askedBy }: SendRequest): Promise<string[]> {
    return this.approval.approvers(unitId, this.kinds.of(kind).action, askedBy);
  }

  /** Whom it reaches now, or has reached, beside whom it would have reached when it was asked. */
  private async change({ kind, content, chosenIds, sentIds, outcome }: SendRequest): Promise<Detail['change']> {
    const { chosen } = this.kinds.of(kind);
    if (!chosen || !chosenIds || (outcome !== null && outcome !== 'approved')) return null;
    const now = sentIds ?? (await chosen(content));
    const [before, after] = [new Set(chosenIds), new Set(now)];
    const gone = chosenIds.filter((id) => !after.has(id));
    const added = now.filter((id) => !before.has(id));
    const name = await this.names([...gone, ...added]);
    const first = (ids: readonly string[]) =>
      ids
        .slice(0, MOST_NAMED)
        .map((id) => ({ id, name: name(id) }))
        .toSorted((a, b) => comparePlaces(a.name, b.name));
    return {
      places: after.size,
      gone: first(gone),
      goneCount: gone.length,
      added: first(added),
      addedCount: added.length,
    };
  }

  /** Of teams and units. */
  private async names(ids: readonly string[]): Promise<(id: string) => string> {
    const [teams, units] = await Promise.all([this.membership.teamNames(ids), this.organization.unitRefs([...ids])]);
    return (id) => teams.get(id) ?? units.get(id)?.fullName ?? '';
  }

  private async toRow(actor: Actor, row: SendRequest): Promise<Row> {
    const [units, people, approvers] = await Promise.all([
      this.organization.unitRefs([row.unitId]),
      this.membership.people([row.askedBy, ...(row.decidedBy ? [row.decidedBy] : [])]),
      this.approvers(row),
    ]);
    const person = (id: string) => people.get(id) ?? { id, fullName: '', position: null };
    const { id, kind, title, places, draftId, outcome, resultId } = row;
    return {
      id,
      kind,
      unit: units.get(row.unitId) ?? { id: row.unitId, kind: 'commune', name: '', fullName: '' },
      title,
      places,
      people: row.people,
      draftId,
      asked: { by: person(row.askedBy), at: row.askedAt.toISOString() },
      outcome,
      decided:
        row.decidedBy && row.decidedAt
          ? { by: person(row.decidedBy), at: row.decidedAt.toISOString(), reason: row.reason }
          : null,
      resultId,
      mayDecide: outcome === null && approvers.includes(actor.personId),
      isOwn: row.askedBy === actor.personId,
    };
  }
}
