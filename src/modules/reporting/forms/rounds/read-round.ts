import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { consolidate } from '#contracts/questions/consolidate';
import type { Answers, Question, Reasons } from '#contracts/questions/question-kinds';
import { changedAnswers } from '#contracts/questions/returned';
import { settle } from '#contracts/questions/settle';
import type { ReminderDay } from '#contracts/reporting/due-days';
import type { SheetState } from '#contracts/reporting/form-states';
import { standingOf } from '#contracts/reporting/report-standing';
import { comparePlaces } from '#i18n/fold';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { remindedOf } from '../../boards/consolidation/reminded.ts';
import { formErrors } from '../../reporting.errors.ts';
import { FormRefs } from '../form/form-refs.ts';
import { FormAccess } from '../form/form-access.ts';
import { owedOf, PresentRounds } from '../form/present-rounds.ts';
import { ReturnedCells } from '../form/returned-cells.ts';

type View = RouteAnswer<typeof routes.readRound>;
type Unit = View['units'][number];

interface Row {
  id: string;
  unitId: string;
  state: SheetState;
  firstSentOn: string | null;
  reminded: ReminderDay[];
  chasedOn: string | null;
  revisionReason: string | null;
  version: number | null;
  answers: Answers;
  reasons: Reasons;
  sentBy: string;
  sentAt: Date;
  before: Answers | null;
}

/** What was asked, by who has answered: one table with its sums. */
@Injectable()
export class ReadRound {
  constructor(
    private readonly database: Database,
    private readonly access: FormAccess,
    private readonly rounds: PresentRounds,
    private readonly cells: ReturnedCells,
    private readonly refs: FormRefs,
    private readonly clock: Clock,
  ) {}

  /** @throws form.notFound, platform.denied */
  async execute(actor: Actor, roundId: string): Promise<View> {
    const { formId, version, note } = await this.access.round(actor, roundId);
    const [head] = await this.rounds.heads(await this.rounds.rows(sql`k.id = ${roundId}`));
    if (!head) throw formErrors.notFound();
    const [questions, rows] = await Promise.all([this.access.questions(formId, version), this.rows(roundId)]);
    const units = await this.units(rows, questions, head.dueOn);
    const counted = units.flatMap(({ sheet, returned }) => {
      const apart = new Set(returned.flatMap(({ isApart, question }) => (isApart ? [question] : [])));
      return sheet ? [Object.fromEntries(Object.entries(sheet.answers).filter(([id]) => !apart.has(id)))] : [];
    });
    return {
      ...head,
      questions,
      note,
      units,
      totals: consolidate(questions, counted),
      apart: units.reduce((n, { returned }) => n + returned.filter(({ isApart }) => isApart).length, 0),
      mayReturn: true,
    };
  }

  /** What each has sent last, and the time before it. */
  private rows(roundId: string): Promise<Row[]> {
    return this.database.rows<Row>(
      sql`select s.id, s.unit_id as "unitId", s.state, s.first_sent_on::text as "firstSentOn", s.reminded,
          s.chased_on::text as "chasedOn", s.revision_reason as "revisionReason", f.version, f.answers, f.reasons,
          f.sent_by as "sentBy", f.sent_at as "sentAt", b.answers as before
        from form_sheets s
        left join form_sent f on f.sheet_id = s.id and f.number = s.number
        left join form_sent b on b.sheet_id = s.id and b.number = s.number - 1
       where s.round_id = ${roundId}`,
    );
  }

  private async units(rows: readonly Row[], questions: readonly Question[], dueOn: string): Promise<Unit[]> {
    const [units, person, returned] = await Promise.all([
      this.refs.units(rows.map(({ unitId }) => unitId)),
      this.refs.people(rows.map(({ version, sentBy }) => (version === null ? null : sentBy))),
      this.cells.ofSheets(rows.filter(({ state }) => state === 'returned').map(({ id }) => id)),
    ]);
    const today = this.clock.today();
    return rows
      .flatMap((row): Unit[] => {
        const unit = units.get(row.unitId);
        if (!unit) return [];
        const { version, answers, reasons, sentBy, sentAt } = row;
        return [
          {
            sheetId: row.id,
            unit,
            ...standingOf(owedOf(row, dueOn), today),
            reminded: remindedOf(row),
            sheet:
              version === null
                ? null
                : { answers: answers, reasons, version, sent: { by: person(sentBy), at: sentAt.toISOString() } },
            before: row.before ? changed(questions, row.before, answers) : {},
            returned: returned.get(row.id) ?? [],
            revisionReason: row.revisionReason,
          },
        ];
      })
      .sort((a, b) => comparePlaces(a.unit.fullName, b.unit.fullName));
  }
}

/** What was said before, of questions that are answered in another way now. */
function changed(questions: readonly Question[], before: Answers, now: Answers): Answers {
  const said = settle(questions, before).said;
  return Object.fromEntries(
    changedAnswers(questions, before, now).flatMap((id) => (said.has(id) ? [[id, said.get(id)]] : [])),
  ) as Answers;
}
