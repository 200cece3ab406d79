import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import type { Actor } from '#platform/auth';
import { Clock, Tick } from '#platform/clock';
import { Database, execute, rowsOf, type Sql, sql, type Tx } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { membershipErrors } from '../../../membership.errors.ts';
import { teamEnded } from '../../../membership.events.ts';
import type { TeamPlace } from '../team-access.ts';

type Preview = RouteAnswer<typeof routes.dissolutionPreview>;
type OpenWork = Pick<Preview, 'tasks' | 'toConfirm' | 'sessions' | 'difficulties'>;
type Answer = NonNullable<RouteBody<typeof routes.dissolveTeam>['openWork']>;
type Count = (tx: Tx, teamId: string) => Promise<number>;

export interface TeamEnding {
  reason: string;
  heirId: string | null;
  byId: string;
}

const EVERY_MS = 60_000;
/** Of one commune. */
const MOST_HEIRS = 100;

/**
 * The end of a team with work still open: modules above say how much of their work is open with a team, and hear on the
 * day of the end what becomes of it.
 *
 * Single rows by hand: what was cut is gathered by the statement that keeps it.
 */
@Injectable()
export class TeamEndings {
  private readonly counts = new Map<keyof OpenWork, Count>();

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Called once at start by the module whose work it is. */
  countBy(kind: keyof OpenWork, count: Count): void {
    this.counts.set(kind, count);
  }

  async open(tx: Tx, teamId: string): Promise<OpenWork> {
    const open: OpenWork = { tasks: 0, toConfirm: 0, sessions: 0, difficulties: 0 };
    for (const [kind, count] of this.counts) open[kind] = await count(tx, teamId);
    return open;
  }

  async preview({ id, unitId }: TeamPlace): Promise<Preview> {
    const tx = this.database.manager;
    const today = this.clock.today();
    const [own] = await rowsOf<{ supporters: number; group: string | null }>(
      tx,
      sql`select (select count(*)::int from supporters where team_id = ${id} and validity @> ${today}::date) as supporters,
              (select name from chat_groups where team_id = ${id}) as group`,
    );
    const heirs = await rowsOf<{ id: string; name: string }>(
      tx,
      sql`select t.id, t.name from unit_closure mine join unit_closure c on c.ancestor_id = mine.ancestor_id
         join teams_at(${today}::date) t on t.unit_id = c.descendant_id join teams w on w.id = t.id and w.status = 'active'
        where mine.descendant_id = ${unitId} and mine.ancestor_kind = 'commune' and t.id <> ${id}
        order by t.name collate "vi-natural", t.id limit ${MOST_HEIRS}`,
    );
    return { ...(await this.open(tx, id)), supporters: own?.supporters ?? 0, group: own?.group ?? null, heirs };
  }

  /** @throws membership.openWork, membership.heirNotActive */
  async settle(
    tx: Tx,
    actor: Actor,
    { team, from, answer, otherwise }: { team: TeamPlace; from: string; answer: Answer | undefined; otherwise: string },
  ): Promise<void> {
    const open = await this.open(tx, team.id);
    if (!answer && open.tasks + open.sessions + open.difficulties > 0)
      throw membershipErrors.openWork({ path: 'openWork', ...open });
    const heirId = answer?.kind === 'hand_over' ? answer.teamId : null;
    if (heirId) await this.checkHeir(tx, team, heirId);
    await execute(
      tx,
      sql`insert into team_endings (team_id, from_on, reason, heir_id, by_id, cut)
        values (${team.id}, ${from}, ${answer?.kind === 'cancel' ? answer.reason : otherwise}, ${heirId}, ${actor.personId},
          ${cutBy(team.id, from)})`,
    );
    await this.tell(tx);
  }

  @Tick('membership.team-endings', EVERY_MS)
  async tellDue(): Promise<unknown> {
    return this.database.tx((tx) => this.tell(tx));
  }

  /** What was decided of the open work of a team that has ended. */
  async of(tx: Tx, teamId: string): Promise<TeamEnding | undefined> {
    const [row] = await rowsOf<TeamEnding>(
      tx,
      sql`select reason, heir_id as "heirId", by_id as "byId" from team_endings where team_id = ${teamId}`,
    );
    return row;
  }

  private async tell(tx: Tx): Promise<void> {
    const due = await rowsOf<{ teamId: string; unitId: string; byId: string }>(
      tx,
      sql`update team_endings e set told = true from teams t where t.id = e.team_id and not e.told
        and e.from_on <= ${this.clock.today()}::date
        returning e.team_id as "teamId", t.unit_id as "unitId", e.by_id as "byId"`,
    );
    for (const { teamId, unitId, byId: personId } of due)
      await this.outbox.append(tx, teamEnded({ teamId }, { unitId, by: { personId } }));
  }

  private async checkHeir(tx: Tx, team: TeamPlace, heirId: string): Promise<void> {
    const found = await rowsOf(
      tx,
      sql`select 1 from teams t join unit_closure c on c.descendant_id = t.unit_id and c.ancestor_kind = 'commune'
         join unit_closure mine on mine.ancestor_id = c.ancestor_id and mine.descendant_id = ${team.unitId}
        where t.id = ${heirId} and t.id <> ${team.id} and t.status = 'active'
          and t.validity @> ${this.clock.today()}::date for share of t`,
    );
    if (found.length === 0) throw membershipErrors.heirNotActive({ path: 'openWork.teamId' });
  }
}

/** Rows that the end is about to cut, as they are: it can be taken back before its day. */
const cutBy = (teamId: string, from: string): Sql => sql`jsonb_build_object(
  'members', (select coalesce(jsonb_agg(to_jsonb(m)), '[]') from team_members m
    where m.team_id = ${teamId} and (upper(m.validity) is null or upper(m.validity) > ${from}::date)),
  'supporters', (select coalesce(jsonb_agg(to_jsonb(s)), '[]') from supporters s
    where s.team_id = ${teamId} and (upper(s.validity) is null or upper(s.validity) > ${from}::date)))`;
