import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OwnRecords } from '#modules/membership';
import { sql } from '#platform/database';

/** What of training is held about a person. */
@Injectable()
export class TrainingOwnRecords implements OnModuleInit {
  constructor(private readonly records: OwnRecords) {}

  onModuleInit(): void {
    const { records } = this;
    records.holds(
      'training',
      (id) => sql`select s.title, s.starts_at as "startsAt", i.state, i.answered_at as "answeredAt",
          (select min(c.at) from check_ins c where c.session_id = s.id and c.person_id = i.person_id
            and c.state = 'counted') as "checkedInAt",
          f.liked, f.can_do as "canDo", (select t.title from training_topics t where t.code = f.next_topic) as "nextTopic"
        from session_invitations i join training_sessions s on s.id = i.session_id
        left join training_feedback f on f.session_id = i.session_id and f.person_id = i.person_id
       where i.person_id = ${id} order by s.starts_at desc`,
    );
    records.holds(
      'training',
      (
        id,
      ) => sql`select title, code as certificate, held_on as "heldOn", hours, issued_at as "issuedAt", revoked_at as "revokedAt"
        from certificates where person_id = ${id} order by issued_at desc`,
    );
    records.holds(
      'training',
      (id) => sql`select course, organiser, completed_on as "completedOn", hours, state from training_credits
       where person_id = ${id} order by completed_on desc`,
    );
  }
}
