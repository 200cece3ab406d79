import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonReferences } from '#modules/membership';
import { sql } from '#platform/database';

/** How good an answer to an invitation is: a seat before a place in the queue, anything before a no. */
const worth = (state: ReturnType<typeof sql>) =>
  sql`array_position(array['seated', 'waiting', 'invited', 'given_back', 'declined'], ${state})`;

/** What of sessions, certificates and credits goes along when two people are one: everything counts once. */
@Injectable()
export class TrainingPersonReferences implements OnModuleInit {
  constructor(private readonly parts: PersonReferences) {}

  onModuleInit(): void {
    this.sessions();
    this.proofs();
    this.counts();
    this.conflicts();
    this.parts.stays(
      'whoever decided or wrote it, then',
      'certificates.issued_by',
      'certificates.revoked_by',
      'check_ins.by_id',
      'check_ins.decided_by',
      'sheet_photos.added_by',
      'training_credits.decided_by',
      'training_sessions.decided_by',
      'training_sessions.proposed_by',
    );
  }

  private sessions(): void {
    this.parts.moves(
      (from, to) => sql`update training_sessions set trainer_id = ${to} where trainer_id = ${from}`,
      (from, to) => sql`delete from session_invitations i using session_invitations o
        where o.session_id = i.session_id and i.person_id = any(${[from, to]}::uuid[])
          and o.person_id = any(${[from, to]}::uuid[]) and o.person_id <> i.person_id
          and (${worth(sql`o.state`)}, (o.person_id = ${from})::int) < (${worth(sql`i.state`)}, (i.person_id = ${from})::int)`,
      (from, to) => sql`update session_invitations set person_id = ${to} where person_id = ${from}`,
      // One of two proofs counts: of the same worth, that of the record that stays.
      (from, to) => sql`update check_ins c set state = 'refused', why = 'same_person' from check_ins o
        where o.session_id = c.session_id and c.person_id = any(${[from, to]}::uuid[]) and o.person_id = any(${[from, to]}::uuid[])
          and o.person_id <> c.person_id and c.state <> 'refused' and o.state <> 'refused'
          and ((o.state = 'doubtful')::int, (o.person_id = ${from})::int) < ((c.state = 'doubtful')::int, (c.person_id = ${from})::int)`,
      (from, to) => sql`update check_ins set person_id = ${to} where person_id = ${from}`,
      (from, to) => sql`delete from training_feedback f where f.person_id = ${from}
        and exists (select 1 from training_feedback o where o.person_id = ${to} and o.session_id = f.session_id)`,
      (from, to) => sql`update training_feedback set person_id = ${to} where person_id = ${from}`,
    );
  }

  private proofs(): void {
    this.parts.moves(
      (from, to, at) => sql`update certificates c set revoked_at = ${at}, revoked_by = ${to},
          revoke_reason = 'Một người, một giấy: xem giấy ' || o.code
        from certificates o where o.session_id = c.session_id and o.person_id = ${to} and o.revoked_at is null
          and c.person_id = ${from} and c.revoked_at is null`,
      (from, to) => sql`update certificates set person_id = ${to} where person_id = ${from}`,
      (from, to) => sql`delete from training_credits c where c.person_id = ${from} and c.state = 'waiting'
        and exists (select 1 from training_credits o where o.person_id = ${to} and o.topic_code = c.topic_code
          and o.completed_on = c.completed_on and fold(o.course) = fold(c.course) and o.state <> 'refused')`,
      (
        from,
        to,
        at,
      ) => sql`update training_credits c set state = 'refused', note = 'Đã ghi một lần', decided_by = ${to}, decided_at = ${at}
        where c.person_id = ${from} and c.state = 'accepted' and exists (select 1 from training_credits o
          where o.person_id = ${to} and o.topic_code = c.topic_code and o.completed_on = c.completed_on
            and fold(o.course) = fold(c.course) and o.state = 'accepted')`,
      (from, to) => sql`update training_credits set person_id = ${to} where person_id = ${from}`,
      (from, _, at) => sql`update calendar_feeds set closed_at = ${at} where person_id = ${from} and closed_at is null`,
      (from, to) => sql`update calendar_feeds set person_id = ${to} where person_id = ${from}`,
    );
  }

  private counts(): void {
    this.parts.counts(
      (
        personId,
      ) => sql`select 'session' as kind, count(*)::int as n from check_ins where person_id = ${personId} and state <> 'refused'
        union all select 'certificate', count(*)::int from certificates where person_id = ${personId} and revoked_at is null
        union all select 'credit', count(*)::int from training_credits where person_id = ${personId}`,
    );
  }

  private conflicts(): void {
    this.parts.conflicts(
      (from, to) => sql`select 'sameSession' as kind, s.title as label from training_sessions s
          join check_ins a on a.session_id = s.id and a.person_id = ${from} and a.state <> 'refused'
          join check_ins b on b.session_id = s.id and b.person_id = ${to} and b.state <> 'refused'
        union all
        select 'sameCredit', a.course from training_credits a join training_credits b on b.person_id = ${to}
            and b.topic_code = a.topic_code and b.completed_on = a.completed_on and fold(b.course) = fold(a.course)
         where a.person_id = ${from} and a.state <> 'refused' and b.state <> 'refused'
        union all
        select 'trainsTwice', a.title from training_sessions a join training_sessions b on b.trainer_id = ${to}
            and tstzrange(a.starts_at, a.ends_at) && tstzrange(b.starts_at, b.ends_at)
            and b.state in ('proposed', 'published', 'done')
         where a.trainer_id = ${from} and a.state in ('proposed', 'published', 'done')`,
    );
  }
}
