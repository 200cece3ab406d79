import { Injectable } from '@nestjs/common';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { judge } from '#contracts/questions/judge';
import type { Answers, Question, Reasons } from '#contracts/questions/question-kinds';
import { changedAnswers, openAgain } from '#contracts/questions/returned';
import { normalise, strayIds } from '#contracts/questions/settle';
import { roundState } from '#contracts/reporting/form-states';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database, type Tx } from '#platform/database';
import { invalid } from '#platform/http';
import { Outbox } from '#platform/outbox';
import { formErrors } from '../../reporting.errors.ts';
import { sheetKept, sheetSent } from '../../reporting.events.ts';
import { FormAccess, type SheetWithRound } from '../form/form-access.ts';
import { FormRefs } from '../form/form-refs.ts';
import { FormReturn, FormSent, FormSheet } from '../form/form-sheet.entity.ts';
import { isTaken, ReadSheet } from './read-sheet.ts';

type Input = RouteBody<typeof routes.sendSheet>;
type View = RouteAnswer<typeof routes.readSheet>;
interface Written {
  answers: Answers;
  reasons: Reasons;
}

/** Answers are kept whole or not, and sent once nothing is wrong with them. */
@Injectable()
export class AnswerSheet {
  constructor(
    private readonly database: Database,
    private readonly access: FormAccess,
    private readonly read: ReadSheet,
    private readonly refs: FormRefs,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws form.notFound, form.answersChanged, form.notTaken, form.notReturned, form.questionUnknown */
  async keep(actor: Actor, sheetId: string, input: Input): Promise<View> {
    await this.access.sheet(actor, sheetId, 'report.write');
    const kept = await this.database.tx(async (tx) => {
      const one = await this.locked(tx, actor, sheetId, input);
      const { written } = await this.checked(tx, one, input);
      const sheet = await this.write(tx, actor, one.sheet, { ...written, edit: one.sheet.edit + 1 });
      await this.outbox.append(tx, sheetKept({ sheetId }, { unitId: sheet.unitId }), actor);
      return { ...one, sheet };
    });
    return this.read.present(actor, kept);
  }

  /** @throws those of `keep`, input.invalid with each finding at its question */
  async send(actor: Actor, sheetId: string, input: Input): Promise<View> {
    await this.access.sheet(actor, sheetId, 'report.write');
    const sent = await this.database.tx(async (tx) => {
      const one = await this.locked(tx, actor, sheetId, input);
      const { questions, written } = await this.checked(tx, one, input);
      refuseFindings(questions, written);
      const { unitId, firstSentOn } = one.sheet;
      const number = one.sheet.number + 1;
      await tx.insert(FormSent, {
        sheetId,
        number,
        version: one.round.version,
        ...written,
        sentBy: actor.personId,
        sentAt: this.clock.now(),
      } as never);
      const sheet = await this.write(tx, actor, one.sheet, {
        ...written,
        edit: one.sheet.edit + 1,
        state: 'sent',
        number,
        firstSentOn: firstSentOn ?? this.clock.today(),
        revisionReason: null,
        revisionAskedBy: null,
      });
      await this.outbox.append(tx, sheetSent({ sheetId, number }, { unitId }), actor);
      return { ...one, sheet };
    });
    return this.read.present(actor, sent);
  }

  private async locked(tx: Tx, actor: Actor, sheetId: string, { edit }: Input): Promise<SheetWithRound> {
    const one = await this.access.sheet(actor, sheetId, 'report.write', tx);
    const { sheet, round } = one;
    const state = roundState(round, this.clock.today());
    if (!isTaken(sheet, state)) {
      if (sheet.state === 'sent') throw formErrors.alreadySent();
      throw formErrors[state === 'recalled' ? 'recalled' : 'closed']({ on: round.closesOn });
    }
    if (sheet.edit === edit) return one;
    const by = sheet.keptBy ? (await this.refs.people([sheet.keptBy]))(sheet.keptBy).fullName : '';
    throw formErrors.answersChanged({ edit: sheet.edit, by });
  }

  /** As it counts. Of what was given back only that, and what hangs together with it, is answered in another way. */
  private async checked(
    tx: Tx,
    { sheet, round }: SheetWithRound,
    input: Input,
  ): Promise<{ questions: Question[]; written: Written }> {
    const questions = await this.access.questions(round.formId, round.version);
    const [stray] = strayIds(questions, input.answers);
    if (stray) throw formErrors.questionUnknown({ path: `answers.${stray}` });
    const answers = normalise(questions, input.answers);
    if (sheet.state === 'returned') {
      const returned = await tx.find(FormReturn, { where: { sheetId: sheet.id, number: sheet.number } });
      const sent = await tx.findOneOrFail(FormSent, { where: { sheetId: sheet.id, number: sheet.number } });
      const open = openAgain(
        questions,
        returned.map(({ question }) => question),
      );
      const isNew = newSince(await this.access.questions(round.formId, sent.version));
      const other = changedAnswers(questions, sent.answers, answers).find((id) => !open.has(id) && !isNew(id));
      if (other) throw formErrors.notReturned({ path: `answers.${other}` });
    }
    const reasons = Object.fromEntries(
      Object.entries(input.reasons).filter(([id, why]) => why !== '' && id in answers),
    );
    return { questions, written: { answers, reasons } };
  }

  private async write(tx: Tx, actor: Actor, sheet: FormSheet, changes: Partial<FormSheet>): Promise<FormSheet> {
    const kept = { ...changes, keptBy: actor.personId, keptAt: this.clock.now() };
    await tx.update(FormSheet, { id: sheet.id }, kept as never);
    return { ...sheet, ...kept };
  }
}

/** A question that was added since it was answered. */
function newSince(before: readonly Question[]): (id: string) => boolean {
  const known = new Set(before.map(({ id }) => id));
  return (id) => !known.has(id);
}

function refuseFindings(questions: readonly Question[], { answers, reasons }: Written): void {
  const findings = judge(questions, answers, reasons);
  if (findings.length === 0) return;
  throw invalid(
    findings.map(({ question, cell, code, params, sentence }) => ({
      path: ['answers', question, ...(cell ? [cell.row, cell.column] : [])].join('.'),
      code: `question.finding.${code}`,
      params: { ...params, ...(sentence && { sentence }) },
    })),
  );
}
