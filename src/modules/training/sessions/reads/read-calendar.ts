import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { RouteAnswer, RouteQuery } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { endOfDay, startOfDay } from '#i18n';
import { OrganizationApi, Scope, withoutCompanies } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, sql } from '#platform/database';
import { pagesOf } from '#platform/http';
import { avoidedTimes } from '../clashes/avoid-times.ts';
import { FindClashes } from '../clashes/find-clashes.ts';
import { sessionColumns } from '../session/session.rows.ts';
import { SessionAccess } from '../session/session-access.ts';
import { type CountedSession, countColumns, PresentSession } from './present-session.ts';

type Query = RouteQuery<typeof trainingPlanRoutes.trainingSessions>;
type Calendar = RouteAnswer<typeof trainingPlanRoutes.trainingSessions>;
/** In the order of their beginning. */
const pages = pagesOf('trainingSessions', z.tuple([z.iso.datetime(), z.uuid()]));

/** A provider sees its own sessions, a commune those in it, the levels above those below them. */
@Injectable()
export class ReadCalendar {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly access: SessionAccess,
    private readonly organization: OrganizationApi,
    private readonly clashes: FindClashes,
    private readonly present: PresentSession,
  ) {}

  /** Commune by commune, and by provider: asked for both at once, PostgreSQL would read the sessions of the country. */
  async execute(actor: Actor, query: Query): Promise<Calendar> {
    const { from, to, communeId, cursor, limit } = query;
    this.scope.requireAnywhere(actor, 'training.read');
    const { officerUnits, providers, covered } = await this.reach(actor);
    const ofCommune = communeId ?? null;
    const inTime = sql`starts_at < ${new Date(endOfDay(to))} and ends_at > ${new Date(startOfDay(from))}
          and (${ofCommune}::uuid is null or commune_id = ${ofCommune})`;
    const after = pages.after(query);
    const sessions = await this.database.rows<CountedSession & { total: number }>(
      sql`with places as materialized (
        select distinct descendant_id as id from unit_closure where ancestor_id = any(${officerUnits}) and descendant_kind <> 'hamlet'
        ),
       found as materialized (
        select s.id, s.starts_at from places p cross join lateral (
          select id, starts_at from training_sessions where commune_id = p.id and ${inTime} offset 0) s
        union
        select id, starts_at from training_sessions where provider_id = any(${providers}) and ${inTime}
        ),
       page as materialized (
         select * from found where ${after ? sql`(starts_at, id) > (${after[0]}::timestamptz, ${after[1]}::uuid)` : sql`true`}
          order by starts_at, id limit ${limit + 1})
       select ${sessionColumns}, ${countColumns}, (select count(*)::int from found) as total
         from page cross join lateral (select * from training_sessions where id = page.id offset 0) s
        order by page.starts_at, page.id`,
    );
    const { items, nextCursor } = pages.cut(query, sessions, (row) => [row.startsAt.toISOString(), row.id]);
    return {
      sessions: await this.present.rows(actor, items),
      total: sessions[0]?.total ?? 0,
      nextCursor,
      avoid: cursor ? [] : await this.avoid([...officerUnits, ...covered], { from, to, communeId }),
    };
  }

  private async reach(actor: Actor): Promise<{ officerUnits: string[]; providers: string[]; covered: string[] }> {
    const providers = (await this.access.providersOf(actor)).map(({ providerId }) => providerId);
    return {
      officerUnits: this.scope.unitIds(withoutCompanies(actor), 'training.read'),
      providers,
      covered: await this.organization.unitsCoveredBy(providers),
    };
  }

  private async avoid(
    unitIds: readonly string[],
    { from, to, communeId: asked }: Pick<Query, 'from' | 'to' | 'communeId'>,
  ): Promise<Calendar['avoid']> {
    const communes = await this.communesOf(unitIds, asked ?? null);
    const rules = await this.clashes.rulesOf(communes);
    return [...rules].flatMap(([communeId, ofCommune]) =>
      avoidedTimes(ofCommune, from, to).map((time) => ({
        label: time.label,
        from: time.from.toISOString(),
        to: time.to.toISOString(),
        communeId,
      })),
    );
  }

  /** Those with times to keep free, below the actor's posts and what their provider covers; or the one asked for, if it is there. */
  private async communesOf(unitIds: readonly string[], communeId: string | null): Promise<string[]> {
    const rows = await this.database.rows<{ id: string }>(
      sql`select distinct c.descendant_id as id from unit_closure c where c.ancestor_id = any(${unitIds})
          and case when ${communeId}::uuid is null then exists (select 1 from avoid_times a where a.unit_id = c.descendant_id)
            else c.descendant_id = ${communeId} end limit 60`,
    );
    return rows.map((row) => row.id);
  }
}
