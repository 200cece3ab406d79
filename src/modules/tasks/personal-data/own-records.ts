import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OwnRecords } from '#modules/membership';
import { sql } from '#platform/database';

/** What of tasks and results is held about a person: what they recorded, the photos they took, what they found difficult. */
@Injectable()
export class TasksOwnRecords implements OnModuleInit {
  constructor(private readonly records: OwnRecords) {}

  onModuleInit(): void {
    const { records } = this;
    records.holds(
      'work',
      (id) => sql`select e.happened_on as "happenedOn", e.recorded_at as "recordedAt", a.title, e.kind, e.note,
          array(select l.value from progress_lines l where l.entry_id = e.id order by l.position) as numbers
        from progress_entries e left join tasks t on t.id = e.task_id left join assignments a on a.id = t.assignment_id
       where e.actor_id = ${id} order by e.recorded_at desc`,
    );
    records.holds(
      'work',
      (id) => sql`select e.happened_on as "happenedOn", f.ask_on as "askOn", f.done_at as "doneAt" from follow_ups f
        join progress_entries e on e.id = f.entry_id where f.person_id = ${id} order by f.ask_on desc`,
    );
    records.holds(
      'photos',
      (id) => sql`select announced_at as "takenAt", stored_at as "storedAt" from photos where taken_by = ${id}
       order by announced_at desc`,
    );
    records.holds(
      'difficulties',
      (id) => sql`select at, text, spot, answer, answered_at as "answeredAt", closed_at as "closedAt" from difficulties
       where by_id = ${id} order by at desc`,
    );
  }
}
