import { Injectable } from '@nestjs/common';
import type { SheetState } from '#contracts/reporting/form-states';
import { OrganizationApi } from '#modules/organization';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import type { OwedToOffice } from './reporting.api.ts';
import { Lineage } from './reports/report/lineage.ts';
import { WorkDays } from './reports/periods/work-days.ts';

/** A time that a form is asked, as it is told of. */
export interface ToldRound {
  id: string;
  formId: string;
  /** Who asks, and its full name. */
  unitId: string;
  office: string;
  title: string;
  dueOn: string;
  /** The last working day that is on time. */
  workingDayOn: string;
  /** Why it was taken back; null while it is asked. */
  recallReason: string | null;
  /** Until then it is taken back without a word. */
  recallUntil: Date;
  /** Units that are asked. */
  unitIds: string[];
}
/** What one unit is to answer. */
export interface ToldSheet {
  id: string;
  unitId: string;
  unit: string;
  state: SheetState;
  /** How often it was sent. */
  number: number;
  /** Of answers that were given back, the questions as they are worded. */
  returned: string[];
  revisionReason: string | null;
  /** Units whose officers answer: its own, or the heirs of one that has ended. */
  writtenBy: string[];
  round: ToldRound;
}

/** What other modules may ask of forms. */
@Injectable()
export class FormsApi {
  constructor(
    private readonly database: Database,
    private readonly organization: OrganizationApi,
    private readonly days: WorkDays,
    private readonly lineage: Lineage,
    private readonly clock: Clock,
  ) {}

  async round(id: string): Promise<ToldRound | undefined> {
    const row = await this.database.one<Omit<ToldRound, 'office' | 'workingDayOn'>>(
      sql`select k.id, k.form_id as "formId", k.unit_id as "unitId", v.title, k.due_on::text as "dueOn",
          k.recall_reason as "recallReason", k.recall_until as "recallUntil",
          array(select s.unit_id from form_sheets s where s.round_id = k.id) as "unitIds"
        from form_rounds k join form_versions v on v.form_id = k.form_id and v.version = k.version where k.id = ${id}`,
    );
    if (!row) return undefined;
    const { workingDayOn } = await this.days.due(row.dueOn, 'none');
    return { ...row, office: await this.name(row.unitId), workingDayOn };
  }

  async sheet(id: string): Promise<ToldSheet | undefined> {
    const row = await this.database.one<Omit<ToldSheet, 'unit' | 'round' | 'writtenBy'> & { roundId: string }>(
      sql`select s.id, s.unit_id as "unitId", s.state, s.number, s.round_id as "roundId", s.revision_reason as "revisionReason",
          array(select q.label from form_returns r join form_rounds k on k.id = s.round_id
            join form_versions v on v.form_id = k.form_id and v.version = k.version
            cross join lateral jsonb_to_recordset(v.questions) as q(id text, label text)
            where r.sheet_id = s.id and r.number = s.number and q.id = r.question order by r.at, r.question) as returned
        from form_sheets s where s.id = ${id}`,
    );
    const round = row && (await this.round(row.roundId));
    if (!row || !round) return undefined;
    const { roundId: _, ...sheet } = row;
    const writtenBy = await this.lineage.writersOf(sheet.unitId);
    return { ...sheet, unit: await this.name(sheet.unitId), writtenBy, round };
  }

  /** What these units owe, as reports are owed to an office. */
  async owed(roundId: string, unitIds: readonly string[]): Promise<OwedToOffice[]> {
    const rows = await this.database.rows<Omit<OwedToOffice, 'writtenBy'>>(
      sql`select id, unit_id as "unitId", state in ('open', 'returned') as "isOpen",
          chased_on is not distinct from ${this.clock.today()}::date as "isChased"
        from form_sheets where round_id = ${roundId} and unit_id = any(${unitIds}::uuid[])`,
    );
    return Promise.all(rows.map(async (row) => ({ ...row, writtenBy: await this.lineage.writersOf(row.unitId) })));
  }

  private async name(unitId: string): Promise<string> {
    return (await this.organization.unitRef(unitId))?.fullName ?? '';
  }
}
