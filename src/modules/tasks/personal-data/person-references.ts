import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonReferences } from '#modules/membership';
import { sql } from '#platform/database';

/** What of tasks and results goes along when two people are one: what is theirs to do, and what was done and counts for them. */
@Injectable()
export class TasksPersonReferences implements OnModuleInit {
  constructor(private readonly parts: PersonReferences) {}

  onModuleInit(): void {
    this.work();
    this.parts.counts(
      (personId) => sql`select 'task' as kind, count(*)::int as n from tasks where doer_id = ${personId}
        union all select 'work', count(*)::int from progress_entries where actor_id = ${personId}
        union all select 'difficulty', count(*)::int from difficulties where by_id = ${personId}`,
    );
    this.stays();
  }

  private work(): void {
    this.parts.moves(
      (from, to) => sql`update tasks set doer_id = ${to} where doer_id = ${from}`,
      (from, to) => sql`update progress_entries set actor_id = ${to} where actor_id = ${from}`,
      (from, to) => sql`update follow_ups set person_id = ${to} where person_id = ${from}`,
      // Photos that are still to come from the phone.
      (from, to) => sql`update photos set taken_by = ${to} where taken_by = ${from} and stored_at is null`,
      (from, to) => sql`update difficulties set by_id = ${to} where by_id = ${from}`,
      (from, to) => sql`update difficulties set owner_id = ${to} where owner_id = ${from}`,
      (from, to) => sql`delete from confirmation_views v where v.person_id = ${from}
        and exists (select 1 from confirmation_views o where o.person_id = ${to} and o.task_id = v.task_id)`,
      (from, to) => sql`update confirmation_views set person_id = ${to} where person_id = ${from}`,
    );
  }

  private stays(): void {
    this.parts.stays(
      'whoever decided or wrote it, then',
      'allotment_changes.changed_by',
      'allotments.cancelled_by',
      'allotments.issued_by',
      'assignment_drafts.saved_by',
      'allotment_schedules.set_by',
      'assignment_schedules.set_by',
      'assignments.cancelled_by',
      'assignments.issued_by',
      'difficulties.answered_by',
      'difficulty_steps.by_id',
      'entry_decisions.by_id',
      'entry_withdrawals.by_id',
      'extension_requests.answered_by',
      'extension_requests.asked_by',
      'know_how.published_by',
      'know_how_uses.by_id',
      'order_changes.changed_by',
      'partner_reports.by_id',
      'progress_lines.confirmed_by',
      'sampling_rules.set_by',
      'task_decisions.by_id',
      'tasks.accepted_by',
      'tasks.decided_by',
      'tasks.submitted_by',
    );
  }
}
