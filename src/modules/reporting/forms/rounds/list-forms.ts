import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import type { Answers, Question } from '#contracts/questions/question-kinds';
import { settle } from '#contracts/questions/settle';
import type { SheetState } from '#contracts/reporting/form-states';
import { standingOf } from '#contracts/reporting/report-standing';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { Lineage } from '../../reports/report/lineage.ts';
import { FormRefs } from '../form/form-refs.ts';
import type { Form } from '../form/form.entity.ts';
import {
  headOf,
  owedOf,
  PresentRounds,
  roundColumns,
  type RoundHead,
  type RoundRow,
  roundTables,
} from '../form/present-rounds.ts';

type View = RouteAnswer<typeof routes.listForms>;
const MOST = 200;

type FormData = Pick<Form, 'id' | 'title' | 'writtenBy' | 'writtenAt'> & {
  version: number;
  questions: number;
  isChanged: boolean;
};
type SheetData = RoundRow & {
  sheetId: string;
  sheetState: SheetState;
  firstSentOn: string | null;
  answers: Answers;
  questions: Question[];
  returned: number;
};

/** Forms of a unit, and what it is asked by forms of others. */
@Injectable()
export class ListForms {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly rounds: PresentRounds,
    private readonly refs: FormRefs,
    private readonly lineage: Lineage,
    private readonly clock: Clock,
  ) {}

  async execute(actor: Actor, unitId: string): Promise<View> {
    await this.scope.require(actor, 'report.read', { unitId });
    const [own, asked, mayAsk] = await Promise.all([
      this.own(unitId),
      this.asked(unitId),
      this.scope.may(actor, 'report.receive', { unitId }),
    ]);
    return { own, asked, mayAsk };
  }

  private async own(unitId: string): Promise<View['own']> {
    const forms = await this.database.rows<FormData>(
      sql`select f.id, f.title, f.written_by as "writtenBy", f.written_at as "writtenAt",
          jsonb_array_length(f.questions) as questions, coalesce(v.version, 0) as version,
          (v.questions is distinct from f.questions or v.title is distinct from f.title) as "isChanged"
        from forms f
        left join lateral (select * from form_versions v where v.form_id = f.id order by v.version desc limit 1) v on true
       where f.unit_id = ${unitId} order by f.written_at desc limit ${MOST}`,
    );
    const ids = forms.map(({ id }) => id);
    const [heads, person] = await Promise.all([
      this.newest(ids),
      this.refs.people(forms.map(({ writtenBy }) => writtenBy)),
    ]);
    return forms.map(({ writtenBy, writtenAt, ...form }) => ({
      ...form,
      written: { by: person(writtenBy), at: writtenAt.toISOString() },
      round: heads.get(form.id) ?? null,
    }));
  }

  /** The newest time that each was asked. */
  private async newest(formIds: readonly string[]): Promise<Map<string, RoundHead>> {
    const rows = await this.rounds.rows(
      sql`k.id in (select distinct on (form_id) id from form_rounds where form_id = any(${formIds}::uuid[])
        order by form_id, made_at desc)`,
    );
    return new Map((await this.rounds.heads(rows)).map((head) => [head.formId, head]));
  }

  /** Of it and of units whose heir it is. What was taken back stays where it was answered. */
  private async asked(unitId: string): Promise<View['asked']> {
    const rows = await this.database.rows<SheetData>(
      sql`select ${roundColumns}, s.id as "sheetId", s.state as "sheetState", s.first_sent_on::text as "firstSentOn", s.answers,
          v.questions, (select count(*)::int from form_returns r where r.sheet_id = s.id and r.number = s.number
            and s.state = 'returned') as returned
        from form_sheets s join ${roundTables} on k.id = s.round_id
       where s.unit_id = any(${[unitId, ...(await this.lineage.leftTo(unitId))]}::uuid[]) and (k.recalled_at is null or s.number > 0)
       order by k.due_on desc, k.made_at desc limit ${MOST}`,
    );
    const units = await this.refs.units(rows.map((row) => row.unitId));
    const today = this.clock.today();
    return rows.flatMap((row) => {
      const unit = units.get(row.unitId);
      if (!unit) return [];
      const { shown, said } = settle(row.questions, row.answers);
      const { sheetId, sheetState, returned, firstSentOn, dueOn } = row;
      return [
        {
          ...headOf(row, unit, today),
          sheetId,
          sheetState,
          ...standingOf(owedOf({ state: sheetState, firstSentOn }, dueOn), today),
          answered: said.size,
          questions: shown.length,
          returned,
        },
      ];
    });
  }
}
