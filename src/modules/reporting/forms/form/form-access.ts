import { Injectable } from '@nestjs/common';
import type { Question } from '#contracts/questions/question-kinds';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Database, type Tx } from '#platform/database';
import { formErrors } from '../../reporting.errors.ts';
import { ReportAccess } from '../../reports/report/report-access.ts';
import { FormRound } from './form-round.entity.ts';
import { FormSheet } from './form-sheet.entity.ts';
import { Form, FormVersion } from './form.entity.ts';

export interface SheetWithRound {
  sheet: FormSheet;
  round: FormRound;
}

/**
 * The one way to a form: its unit's officers and those above write and ask it, and the officers of a unit that is asked answer.
 * What is loaded within a transaction is locked by it.
 */
@Injectable()
export class FormAccess {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly reports: ReportAccess,
  ) {}

  /** @throws form.notFound, platform.denied */
  async form(actor: Actor, formId: string, action: 'report.read' | 'report.receive', tx?: Tx): Promise<Form> {
    const form = await this.find(Form, { id: formId }, tx);
    if (!form) throw formErrors.notFound();
    await this.scope.require(actor, action, { unitId: form.unitId });
    return form;
  }

  /** @throws form.notFound, platform.denied */
  async round(actor: Actor, roundId: string, tx?: Tx): Promise<FormRound> {
    const round = await this.find(FormRound, { id: roundId }, tx);
    if (!round) throw formErrors.notFound();
    await this.scope.require(actor, 'report.receive', { unitId: round.unitId });
    return round;
  }

  /**
   * By the right to what the unit owes, as to its reports: a post above does not answer, heirs of a unit that has ended do.
   * `report.receive` is that of whoever asks.
   * @throws form.notFound, platform.denied
   */
  async sheet(
    actor: Actor,
    sheetId: string,
    action: 'report.read' | 'report.write' | 'report.receive',
    tx?: Tx,
  ): Promise<SheetWithRound> {
    const sheet = await this.find(FormSheet, { id: sheetId }, tx);
    const round = sheet && (await this.find(FormRound, { id: sheet.roundId }));
    if (!sheet || !round) throw formErrors.notFound();
    if (action === 'report.receive') await this.scope.require(actor, action, { unitId: round.unitId });
    else await this.reports.require(actor, action, { unitId: sheet.unitId, receiverId: round.unitId });
    return { sheet, round };
  }

  /** Of a form, whoever asks; undefined when there is none. */
  async unitOf(formId: string): Promise<string | undefined> {
    return (await this.find(Form, { id: formId }))?.unitId;
  }

  /** To ask from this unit. @throws platform.denied */
  toAsk(actor: Actor, unitId: string): Promise<void> {
    return this.scope.require(actor, 'report.receive', { unitId });
  }

  mayAsk(actor: Actor, unitId: string): Promise<boolean> {
    return this.scope.may(actor, 'report.receive', { unitId });
  }

  mayAnswer(actor: Actor, unitId: string): Promise<boolean> {
    return this.reports.may(actor, 'report.write', { unitId, receiverId: null });
  }

  /** The questions of a version. */
  async questions(formId: string, version: number): Promise<Question[]> {
    const found = await this.find(FormVersion, { formId, version });
    return found?.questions ?? [];
  }

  /** What a version is called. */
  async title(formId: string, version: number): Promise<string> {
    const found = await this.find(FormVersion, { formId, version });
    return found?.title ?? '';
  }

  private find<T extends object>(entity: new () => T, where: Partial<T>, tx?: Tx): Promise<T | null> {
    const manager = tx ?? this.database.manager;
    return manager.findOne(entity, {
      where: where as never,
      ...(tx && { lock: { mode: 'pessimistic_write' as const } }),
    });
  }
}
