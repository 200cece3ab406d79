import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery, routes } from '#contracts';
import { type TakeoverNumber, takeoverNumbers } from '#contracts/membership/takeover-kinds';
import { OrganizationApi } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, type Sql, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import { TeamListQueries } from '../../people/teams/lists/team-list.queries.ts';
import { missingAtReceipt } from './missing-at-receipt.ts';
import { pairsOf } from './read-takeover.ts';
import { type TakeoverAsked, TakeoverParts } from './takeover-parts.ts';
import { type TakenOver, TakeoverPlaces } from './takeover-places.ts';

type Answer = RouteAnswer<typeof routes.takeoverReceived>;
type Items = RouteAnswer<typeof routes.listTakeoverReceived>;
type Numbers = Answer['total'];

interface Item {
  id: string;
  label: string;
  unitId: string;
}

const pages = pagesOf('takeover.received', z.tuple([z.uuid()]));
const none = (): Numbers => ({ hamlets: 0, teams: 0, members: 0, tasks: 0, results: 0, sessions: 0 });
const nothing = sql`select null::uuid as id, '' as label, null::uuid as unit_id where false`;

/** What came with each former unit on the day, and what was missing then. */
@Injectable()
export class ReadTakeoverReceived {
  constructor(
    private readonly database: Database,
    private readonly places: TakeoverPlaces,
    private readonly parts: TakeoverParts,
    private readonly teams: TeamListQueries,
    private readonly organization: OrganizationApi,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<Answer> {
    const found = await this.places.find(actor, unitId);
    if (!found) return { units: [], total: none(), lost: 0 };
    const { came, units } = found;
    const [counts, missing] = await Promise.all([this.counts(found), this.missing(found)]);
    return {
      units: came.units.flatMap(({ id, ended, whole, partType }) => {
        const unit = units.get(id);
        const numbers = counts.get(id) ?? none();
        return unit ? [{ unit, ended, whole, partType, numbers, missing: missing.get(id) ?? [] }] : [];
      }),
      total: counts.get('') ?? none(),
      lost: came.lost,
    };
  }

  /** What one number counts; of one former unit or of all. */
  async list(actor: Actor, unitId: string, query: RouteQuery<typeof routes.listTakeoverReceived>): Promise<Items> {
    const found = await this.places.find(actor, unitId);
    if (!found) return { items: [], total: 0, nextCursor: null };
    const { came, asked } = found;
    const { number, fromId, limit } = query;
    const froms = came.units.filter(({ id }) => !fromId || id === fromId);
    const hamletIds = froms.flatMap((from) => from.hamletIds);
    const narrowed: TakeoverAsked = { ...asked, hamletIds };
    const of = sql`(select distinct on (w.id) w.id, w.label, w.unit_id from (${this.source(number, narrowed)}) w order by w.id)`;
    const page = { ...query, unitId };
    const after = pages.after(page);
    const rows = await this.database.rows<Item & { total: number }>(
      sql`select r.id, r.label, r.unit_id as "unitId", (select count(*)::int from ${of} a) as total from ${of} r
        where ${after ? sql`r.id > ${after[0]}::uuid` : sql`true`} order by r.id limit ${limit + 1}`,
    );
    const { items, nextCursor } = pages.cut(page, rows, ({ id }) => [id]);
    const units = await this.organization.unitRefs(
      items.map((row) => row.unitId),
      asked.on,
    );
    return {
      items: items.map(({ id, label, unitId: at }) => ({ id, label, unit: units.get(at) ?? null })),
      total: rows[0]?.total ?? 0,
      nextCursor,
    };
  }

  /** By former unit, and of all under ''. A session of teams of two units is one in the sum. */
  private async counts(found: TakenOver): Promise<Map<string, Numbers>> {
    const [hamlets, froms] = pairsOf(found.came);
    const counts = new Map<string, Numbers>();
    for (const number of takeoverNumbers) {
      const rows = await this.database.rows<{ fromId: string | null; n: number }>(
        sql`select h.from_id as "fromId", count(distinct w.id)::int as n from (${this.source(number, found.asked)}) w
            join unnest(${hamlets}::uuid[], ${froms}::uuid[]) as h(id, from_id) on h.id = w.unit_id
           group by grouping sets ((h.from_id), ())`,
      );
      for (const { fromId, n } of rows) {
        const one = counts.get(fromId ?? '') ?? none();
        counts.set(fromId ?? '', { ...one, [number]: n });
      }
    }
    return counts;
  }

  private async missing({ came, asked, fromOf }: TakenOver) {
    const [stands, rules, names] = await Promise.all([
      this.teams.stands(asked.hamletIds, asked.on),
      this.organization.rulesWithin('team', asked.unitId, asked.on),
      this.organization.unitRefs(asked.hamletIds, asked.on),
    ]);
    const active = new Map(stands.filter(({ status }) => status === 'active').map((team) => [team.unitId, team]));
    const hamlets = asked.hamletIds.map((id) => {
      const team = active.get(id);
      const seats = team?.roles.map((role, n) => ({
        personId: String(n),
        fullName: '',
        position: null,
        role,
        affiliation: team.affiliations[n] ?? ('other' as const),
      }));
      return { id, name: names.get(id)?.fullName ?? '', seats: seats ?? null, rules: rules(id) };
    });
    return new Map(
      came.units.map(({ id }) => [id, missingAtReceipt(hamlets.filter((hamlet) => fromOf.get(hamlet.id) === id))]),
    );
  }

  private source(number: TakeoverNumber, asked: TakeoverAsked): Sql {
    return this.parts.came(number)?.(asked) ?? nothing;
  }
}
