import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { execute, rowsOf, sql, sqlState, type Tx, violation } from '#platform/database';
import { TrainingSession } from './training-session.entity.ts';
import { trainingErrors } from '../../training.errors.ts';
import type { SessionPlan } from './session-plan.ts';

/** The SQL that writes sessions and invitations; the database refuses a trainer or a place that is taken. */
@Injectable()
export class SessionWriter {
  async insert(
    tx: Tx,
    plan: SessionPlan,
    { personId, now, ...by }: { providerId: string; trainerId: string; personId: string; now: Date },
  ): Promise<string> {
    const id = v7();
    await refusingOverlaps(() =>
      tx.insert(TrainingSession, {
        id,
        state: 'proposed',
        secret: randomBytes(32),
        ...by,
        proposedBy: personId,
        proposedAt: now,
        ...fieldsOf(plan),
      }),
    );
    return id;
  }

  update(tx: Tx, id: string, plan: SessionPlan, trainerId: string): Promise<void> {
    return this.set(tx, id, { trainerId, ...fieldsOf(plan) });
  }

  async set(tx: Tx, id: string, fields: Partial<TrainingSession>): Promise<void> {
    await refusingOverlaps(() => tx.update(TrainingSession, { id }, fields));
  }

  /** After a move: what was reminded of another day is reminded again, the last call of another hour too. */
  async forgetReminders(tx: Tx, id: string, isOtherDay: boolean): Promise<void> {
    await execute(
      tx,
      sql`update session_invitations set told_at = null, reminded = case when ${isOtherDay}::boolean then '{}'
        else array_remove(reminded, 'h2') end where session_id = ${id}`,
    );
  }

  /** The teams of the plan; those that are invited already keep their seats' number up to date. */
  async setTeams(tx: Tx, id: string, teamIds: readonly string[], kept: number, replace: boolean): Promise<void> {
    if (replace)
      await execute(tx, sql`delete from session_teams where session_id = ${id} and team_id <> all(${teamIds})`);
    await execute(
      tx,
      sql`insert into session_teams (session_id, team_id, kept) select ${id}, t, ${kept} from unnest(${[...new Set(teamIds)]}::uuid[]) t
       on conflict (session_id, team_id) do update set kept = excluded.kept`,
    );
  }

  /** Invitations for all members of the session's teams and for these people; gives who is new. */
  async invite(tx: Tx, id: string, personIds: readonly string[], day: string, now: Date): Promise<string[]> {
    const rows = await rowsOf<{ personId: string }>(
      tx,
      sql`insert into session_invitations (session_id, person_id, team_id, invited_at, acknowledged)
       select distinct on (w.person_id) ${id}, w.person_id, w.team_id, ${now}::timestamptz, s.version
         from training_sessions s cross join (
           select m.person_id, t.team_id from session_teams t
            cross join lateral (select person_id from team_members_at(${day}::date) where team_id = t.team_id offset 0) m
            where t.session_id = ${id}
           union all select p, null from unnest(${personIds}::uuid[]) p) w
        where s.id = ${id} order by w.person_id, w.team_id nulls last
       on conflict do nothing returning person_id as "personId"`,
    );
    return rows.map((row) => row.personId);
  }
}

/** Those of the session itself: a body has others beside them. */
function fieldsOf(plan: SessionPlan): Partial<TrainingSession> {
  return {
    communeId: plan.communeId,
    topicCode: plan.topicCode,
    title: plan.title,
    audience: plan.audience,
    startsAt: new Date(plan.startsAt),
    endsAt: new Date(plan.endsAt),
    place: plan.place,
    mapUrl: plan.mapUrl,
    onlineUrl: plan.onlineUrl,
    capacity: plan.capacity,
    seatsPerTeam: plan.seatsPerTeam,
    heldUntil: plan.heldUntil,
    language: plan.language,
    materials: plan.materials,
    bring: plan.bring,
  };
}

async function refusingOverlaps(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    const broken = violation(error);
    if (broken?.state !== sqlState.exclusion) throw error;
    throw broken.constraint === 'training_sessions_one_place'
      ? trainingErrors.placeBusy({ path: 'place' })
      : trainingErrors.trainerBusy({ path: 'startsAt' });
  }
}
