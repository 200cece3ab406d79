import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PersonReferences } from '#modules/membership';
import { sql } from '#platform/database';

/** A sent report says who sent it; what of reporting goes along when two people are one is what they alone may open. */
@Injectable()
export class ReportingPersonReferences implements OnModuleInit {
  constructor(private readonly parts: PersonReferences) {}

  onModuleInit(): void {
    this.parts.moves(
      (from, to) => sql`update list_jobs set asked_by = ${to} where asked_by = ${from}`,
      // Who asked is not who approves.
      (from, to) => sql`update report_approvals set asked_by = ${to} where asked_by = ${from} and outcome is null`,
      (from, to) => sql`delete from report_looks l where l.person_id = ${from}
        and exists (select 1 from report_looks o where o.person_id = ${to} and o.report_id = l.report_id)`,
      (from, to) => sql`update report_looks set person_id = ${to} where person_id = ${from}`,
    );
    this.parts.stays(
      'whoever decided or wrote it, then',
      'campaigns.cancelled_by',
      'campaigns.made_by',
      'figure_parts.by_id',
      'figure_plans.by_id',
      'form_returns.by_id',
      'form_rounds.made_by',
      'form_rounds.recalled_by',
      'form_sent.sent_by',
      'form_sheets.kept_by',
      'form_sheets.revision_asked_by',
      'form_versions.published_by',
      'forms.made_by',
      'forms.written_by',
      'left_draft_marks.person_id',
      'past_imports.by_id',
      'past_imports.taken_back_by',
      'odd_figures.answered_by',
      'odd_figures.asked_by',
      'odd_figures.dismissed_by',
      'report_approvals.decided_by',
      'report_comments.by_id',
      'report_versions.decided_by',
      'report_versions.submitted_by',
      'reports.exception_by',
      'reports.revision_asked_by',
      'reports.words_by',
      'signed_files.exported_by',
      'signed_returns.aside_by',
      'signed_returns.taken_by',
      'typed_figures.by_id',
    );
  }
}
