import { Injectable } from '@nestjs/common';
import type { RouteAnswer } from '#contracts';
import type { trainingPlanRoutes } from '#contracts/training/training';
import { dateInVietnam } from '#i18n';
import { Holidays } from '#modules/organization';
import { Database, sql } from '#platform/database';
import type { TrainingSession } from '../session/training-session.entity.ts';
import { type AvoidRule, avoidedTimes } from './avoid-times.ts';
import type { SessionPlan } from '../session/session-plan.ts';

export type Clash = RouteAnswer<typeof trainingPlanRoutes.checkSessionPlan>['clashes'][number];
export type ClashPlan = Pick<SessionPlan, 'communeId' | 'startsAt' | 'endsAt' | 'place' | 'teamIds'>;

interface Overlap extends Pick<TrainingSession, 'id' | 'startsAt' | 'endsAt'> {
  kind: 'trainer_busy' | 'place_busy' | 'team_busy';
  with: string;
}

/** What stands in a plan's way: the trainer's and the place's other sessions refuse it, all else is a warning. */
@Injectable()
export class FindClashes {
  constructor(
    private readonly database: Database,
    private readonly holidays: Holidays,
  ) {}

  async of(plan: ClashPlan, trainerId: string, exceptId: string | null): Promise<Clash[]> {
    return [
      ...(await this.sessions(plan, trainerId, exceptId)),
      ...(await this.avoided(plan)),
      ...(await this.holiday(plan)),
    ];
  }

  private async sessions(plan: ClashPlan, trainerId: string, exceptId: string | null): Promise<Clash[]> {
    // From the trainer, the commune and the teams: by its time alone a session is looked for in the whole country.
    const atOnce = sql`s.state in ('proposed', 'published')
      and tstzrange(s.starts_at, s.ends_at) && tstzrange(${plan.startsAt}, ${plan.endsAt}) and s.id is distinct from ${exceptId}::uuid`;
    const rows = await this.database.rows<Overlap>(
      sql`select 'trainer_busy' as kind, s.id, s.title || coalesce(', ' || s.place, '') as with, s.starts_at as "startsAt",
         s.ends_at as "endsAt" from training_sessions s where s.trainer_id = ${trainerId} and ${atOnce}
       union all
       select 'place_busy', s.id, s.title || coalesce(', ' || s.place, ''), s.starts_at, s.ends_at from training_sessions s
         where s.commune_id = ${plan.communeId} and s.place is not null and s.place_folded = fold(${plan.place}::text)
           and ${atOnce}
       union all
       select 'team_busy', s.id, t.name, s.starts_at, s.ends_at from unnest(${plan.teamIds}::uuid[]) x(team_id)
        cross join lateral (
              select s.id, s.starts_at, s.ends_at from session_teams a join training_sessions s on s.id = a.session_id
               where a.team_id = x.team_id and ${atOnce} offset 0) s
         join teams_at(${dateInVietnam(plan.startsAt)}::date) t on t.id = x.team_id`,
    );
    return rows.map((row) => ({
      kind: row.kind,
      weight: row.kind === 'team_busy' ? ('warned' as const) : ('refused' as const),
      with: row.with,
      sessionId: row.id,
      from: row.startsAt.toISOString(),
      to: row.endsAt.toISOString(),
    }));
  }

  private async avoided({ communeId, startsAt, endsAt }: ClashPlan): Promise<Clash[]> {
    const [day, lastDay] = [dateInVietnam(startsAt), dateInVietnam(endsAt)];
    const rules = await this.rulesOf([communeId]);
    return avoidedTimes(rules.get(communeId) ?? [], day, lastDay)
      .filter(({ from, to }) => from < new Date(endsAt) && to > new Date(startsAt))
      .map(({ label, from, to }) => ({
        kind: 'avoid_time' as const,
        weight: 'warned' as const,
        with: label,
        sessionId: null,
        from: from.toISOString(),
        to: to.toISOString(),
      }));
  }

  private async holiday({ startsAt }: ClashPlan): Promise<Clash[]> {
    const day = dateInVietnam(startsAt);
    const holiday = (await this.holidays.between(day, day)).find(({ kind }) => kind === 'holiday');
    return holiday
      ? [{ kind: 'holiday', weight: 'warned', with: holiday.name, sessionId: null, from: startsAt, to: null }]
      : [];
  }

  /** By commune: its rules and those of the units above it. In one statement: a province has many. */
  async rulesOf(communeIds: readonly string[]): Promise<Map<string, AvoidRule[]>> {
    const rows = await this.database.rows<AvoidRule & { communeId: string }>(
      sql`select c.descendant_id as "communeId", a.id, a.label, a.weekdays, a.lunar_days as "lunarDays", a.from_on as "from",
        a.to_on as "to", a.start_time as "startTime", a.end_time as "endTime"
         from unnest(${communeIds}::uuid[]) asked(id)
         cross join lateral (select ancestor_id, descendant_id from unit_closure where descendant_id = asked.id offset 0) c
         join avoid_times a on a.unit_id = c.ancestor_id order by a.id`,
    );
    const rules = new Map<string, AvoidRule[]>(communeIds.map((id) => [id, []]));
    for (const { communeId, ...rule } of rows) rules.get(communeId)?.push(rule);
    return rules;
  }
}
