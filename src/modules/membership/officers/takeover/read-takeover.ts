import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { TAKEOVER_SHOWN_DAYS, takeoverWaitNames } from '#contracts/membership/takeover-kinds';
import { addDays } from '#contracts/reporting/periods';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { PeopleQueries } from '../../people/people/people.queries.ts';
import { TakeoverChoices } from './takeover-choices.ts';
import { TakeoverParts } from './takeover-parts.ts';
import { type TakenOver, TakeoverPlaces } from './takeover-places.ts';
import { type OwedReport, type Row, takeoverRows, type Ticked, type Waiting } from './takeover-rows.ts';
import type { TakeoverTick } from './takeover-tick.entity.ts';

type Answer = RouteAnswer<typeof routes.getTakeover>;
type Shown = NonNullable<Answer['takeover']>;

/**
 * "Bàn giao": what came to a commune, and what of it waits. A line goes by itself when its work is done; only what may stay as
 * it is has a tick.
 */
@Injectable()
export class ReadTakeover {
  // oxlint-disable-next-line max-params -- what waits and what is chosen, and whose names stand beside it
  constructor(
    private readonly database: Database,
    private readonly places: TakeoverPlaces,
    private readonly parts: TakeoverParts,
    private readonly choices: TakeoverChoices,
    private readonly people: PeopleQueries,
    private readonly organization: OrganizationApi,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<Answer> {
    const found = await this.places.find(actor, unitId);
    return { takeover: found ? await this.present(found) : null };
  }

  /** How many lines are open. */
  async open(found: TakenOver): Promise<number> {
    const rows = await this.rows(found, await this.ticks(found));
    return rows.filter(({ done }) => !done).length;
  }

  private async present(found: TakenOver): Promise<Shown> {
    const { came, asked } = found;
    const ticks = await this.ticks(found);
    const closed = ticks.get('all');
    // A new gap of later months is no part of it any more.
    const rows = closed ? [] : await this.rows(found, ticks);
    const [people, units, directives, teamsOfOldDecisions] = await Promise.all([
      this.peopleOf(ticks),
      this.organization.unitRefs(rows.flatMap(({ report }) => report?.unitId ?? [])),
      this.organization.directives(came.reform?.directiveId ? [came.reform.directiveId] : []),
      this.choices.teamsOfOldDecisions(asked.unitId, came.on),
    ]);
    const by = closed && people.get(closed.byId);
    return {
      on: came.on,
      reform: came.reform && {
        title: came.reform.title,
        citation: directives.get(came.reform.directiveId ?? '')?.citation ?? null,
      },
      units: came.units.length,
      rows: rows.map((row) => toRow(row, asked.unitId, { people, units })),
      teamsOfOldDecisions,
      closed: closed && by ? { by, at: closed.at.toISOString() } : null,
      shown: !closed || addDays(this.clock.dayOf(closed.at), TAKEOVER_SHOWN_DAYS) >= this.clock.today(),
    };
  }

  private async rows(found: TakenOver, ticks: ReadonlyMap<string, Ticked>): Promise<Row[]> {
    const { asked, units } = found;
    const [waiting, reports, choices] = await Promise.all([
      this.waiting(found),
      this.reports(found),
      this.choices.open(asked.unitId),
    ]);
    return takeoverRows({ waiting, reports, choices, ticks, nameOf: (id) => units.get(id)?.name ?? '' });
  }

  private async waiting({ asked, came }: TakenOver): Promise<Waiting[]> {
    const [hamlets, froms] = pairsOf(came);
    const found = takeoverWaitNames.flatMap((kind) => {
      const source = this.parts.waits(kind);
      return source ? [{ kind, source }] : [];
    });
    const rows = await Promise.all(
      found.map(async ({ kind, source }) => {
        const waiting = await this.database.rows<Omit<Waiting, 'kind'>>(
          sql`select h.from_id as "fromId", count(*) filter (where w.done_at is null)::int as open, count(w.done_at)::int as done,
              min(w.since) filter (where w.done_at is null) as since, max(w.done_at) as "doneAt"
            from (${source(asked)}) w
            left join unnest(${hamlets}::uuid[], ${froms}::uuid[]) as h(id, from_id) on h.id = w.unit_id group by 1`,
        );
        return waiting.map((one) => ({ ...one, kind }));
      }),
    );
    return rows.flat();
  }

  private async reports({ asked }: TakenOver): Promise<OwedReport[]> {
    const source = this.parts.reports();
    if (!source) return [];
    return this.database.rows<OwedReport>(
      sql`select r.id, r.unit_id as "unitId", to_char(r.month, 'YYYY-MM') as month, r.due_on::text as "dueOn", r.done_at as "doneAt"
        from (${source(asked)}) r order by r.due_on, r.id`,
    );
  }

  private async ticks({ asked }: TakenOver): Promise<Map<string, Ticked>> {
    const rows = await this.database.rows<Pick<TakeoverTick, 'kind' | 'byId' | 'at'>>(
      sql`select kind, by_id as "byId", at from takeover_ticks where unit_id = ${asked.unitId} and on_date = ${asked.on}::date`,
    );
    return new Map(rows.map(({ kind, ...tick }) => [kind, tick]));
  }

  private async peopleOf(ticks: ReadonlyMap<string, Ticked>) {
    const ids = [...ticks.values()].map(({ byId }) => byId);
    return new Map((await this.people.names(ids, this.clock.today())).map((person) => [person.id, person]));
  }
}

interface Known {
  people: ReadonlyMap<string, { id: string; fullName: string; position: string | null }>;
  units: Awaited<ReturnType<OrganizationApi['unitRefs']>>;
}

function toRow({ since, report, done, ...row }: Row, unitId: string, { people, units }: Known): Shown['rows'][number] {
  const unit = report && units.get(report.unitId);
  return {
    ...row,
    since: since?.toISOString() ?? null,
    report: report && unit ? { id: report.id, unit, month: report.month, own: report.unitId === unitId } : null,
    done: done && { at: done.at.toISOString(), by: (done.byId && people.get(done.byId)) || null },
  };
}

/** Hamlets, and from which unit each came, one beside the other. */
export function pairsOf({ units }: TakenOver['came']): [hamlets: string[], froms: string[]] {
  const pairs = units.flatMap(({ id, hamletIds }) => hamletIds.map((hamletId) => [hamletId, id] as const));
  return [pairs.map(([hamlet]) => hamlet), pairs.map(([, from]) => from)];
}
