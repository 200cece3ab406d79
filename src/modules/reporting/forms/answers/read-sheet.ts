import { Injectable } from '@nestjs/common';
import type { RouteAnswer, routes } from '#contracts';
import { judge, type QuestionFinding } from '#contracts/questions/judge';
import type { Answers, Question } from '#contracts/questions/question-kinds';
import { roundState } from '#contracts/reporting/form-states';
import { standingOf } from '#contracts/reporting/report-standing';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, sql } from '#platform/database';
import { formErrors } from '../../reporting.errors.ts';
import { FormRefs } from '../form/form-refs.ts';
import { FormAccess, type SheetWithRound } from '../form/form-access.ts';
import { FormSent } from '../form/form-sheet.entity.ts';
import { headOf, owedOf, PresentRounds } from '../form/present-rounds.ts';
import { ReturnedCells } from '../form/returned-cells.ts';

type View = RouteAnswer<typeof routes.readSheet>;
type LastSent = Pick<FormSent, 'sentBy' | 'sentAt'>;

/** A unit's answers: as they are written down, with what keeps them from being sent. */
@Injectable()
export class ReadSheet {
  constructor(
    private readonly database: Database,
    private readonly access: FormAccess,
    private readonly rounds: PresentRounds,
    private readonly cells: ReturnedCells,
    private readonly refs: FormRefs,
    private readonly clock: Clock,
  ) {}

  /** @throws form.notFound, platform.denied */
  async execute(actor: Actor, sheetId: string): Promise<View> {
    return this.present(actor, await this.access.sheet(actor, sheetId, 'report.read'));
  }

  /** After a right to it. */
  async present(actor: Actor, { sheet, round }: SheetWithRound): Promise<View> {
    const [[row], questions, units, sent, returned, last, mayAnswer] = await Promise.all([
      this.rounds.rows(sql`k.id = ${round.id}`),
      this.access.questions(round.formId, round.version),
      this.refs.units([round.unitId, sheet.unitId]),
      this.lastSent(sheet.id, sheet.number),
      this.cells.ofSheets([sheet.id]),
      this.answeredLast(sheet.unitId, round.formId, round.id),
      this.access.mayAnswer(actor, sheet.unitId),
    ]);
    const [asking, unit] = [units.get(round.unitId), units.get(sheet.unitId)];
    if (!row || !asking || !unit) throw formErrors.notFound();
    const person = await this.refs.people([sheet.keptBy, sent?.sentBy ?? null]);
    const today = this.clock.today();
    const { id, state, answers, reasons, edit, keptBy, keptAt, revisionReason } = sheet;
    return {
      id,
      round: { ...headOf(row, asking, today), note: round.note },
      unit,
      state,
      ...standingOf(owedOf(sheet, round.dueOn), today),
      questions,
      answers,
      reasons,
      edit,
      kept: keptBy && keptAt ? { by: person(keptBy), at: keptAt.toISOString() } : null,
      sent: sent ? { by: person(sent.sentBy), at: sent.sentAt.toISOString() } : null,
      findings: judge(questions, answers, reasons).map(shown),
      returned: returned.get(id) ?? [],
      revisionReason,
      last: last && { dueOn: last.dueOn, answers: stillAsked(questions, last.answers) },
      mayAnswer: mayAnswer && isTaken(sheet, roundState(round, today)),
    };
  }

  private lastSent(sheetId: string, number: number): Promise<LastSent | null> {
    const select = { sentBy: true, sentAt: true } as const;
    return this.database.manager.findOne(FormSent, { select, where: { sheetId, number } });
  }

  /** What the unit has sent when the same form was asked before. */
  private async answeredLast(unitId: string, formId: string, roundId: string) {
    const row = await this.database.one<{ dueOn: string; answers: Answers }>(
      sql`select k.due_on::text as "dueOn", f.answers from form_rounds k
        join form_sheets s on s.round_id = k.id and s.unit_id = ${unitId}
        join form_sent f on f.sheet_id = s.id and f.number = s.number
       where k.form_id = ${formId} and k.id <> ${roundId}
         and k.made_at < (select made_at from form_rounds where id = ${roundId}) order by k.made_at desc limit 1`,
    );
    return row ?? null;
  }
}

/** Until it closes; what was given back may come later than that. */
export const isTaken = ({ state }: SheetWithRound['sheet'], round: ReturnType<typeof roundState>): boolean =>
  state === 'returned' ? round !== 'recalled' : state === 'open' && round === 'running';

const shown = ({ params, ...finding }: QuestionFinding) => ({ ...finding, params: { ...params } });

const stillAsked = (questions: readonly Question[], answers: Answers): Answers =>
  Object.fromEntries(questions.flatMap(({ id }) => (Object.hasOwn(answers, id) ? [[id, answers[id]]] : []))) as Answers;
