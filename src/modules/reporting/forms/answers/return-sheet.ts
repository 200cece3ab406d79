import { Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import type { RouteAnswer, RouteBody, routes } from '#contracts';
import { settle } from '#contracts/questions/settle';
import { roundState } from '#contracts/reporting/form-states';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { formErrors } from '../../reporting.errors.ts';
import { sheetReturned, sheetRevisionAsked } from '../../reporting.events.ts';
import { FormAccess, type SheetWithRound } from '../form/form-access.ts';
import { FormReturn, FormSheet } from '../form/form-sheet.entity.ts';
import { ReadSheet } from './read-sheet.ts';

type View = RouteAnswer<typeof routes.readSheet>;

/** Answers that were sent go back: some of them, each with a sentence, and only by whoever asked; the sender may ask for it. */
@Injectable()
export class ReturnSheet {
  constructor(
    private readonly database: Database,
    private readonly access: FormAccess,
    private readonly read: ReadSheet,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** Given back already, more of it can be. @throws form.notFound, form.notSent, form.recalled, form.questionUnknown */
  async execute(actor: Actor, sheetId: string, { cells }: RouteBody<typeof routes.returnCells>): Promise<View> {
    await this.access.sheet(actor, sheetId, 'report.receive');
    const returned = await this.database.tx(async (tx) => {
      const one = await this.access.sheet(actor, sheetId, 'report.receive', tx);
      const { sheet, round } = one;
      this.refuse(one);
      const { shown } = settle(await this.access.questions(round.formId, round.version), sheet.answers);
      const unknown = cells.findIndex(({ question }) => !shown.some(({ id }) => id === question));
      if (unknown >= 0) throw formErrors.questionUnknown({ path: `cells.${unknown}.question` });
      const { number, unitId } = sheet;
      const at = this.clock.now();
      await tx.upsert(
        FormReturn,
        cells.map((cell) => ({ id: v7(), sheetId, number, byId: actor.personId, at, ...cell })),
        { conflictPaths: ['sheetId', 'number', 'question'] },
      );
      await tx.update(FormSheet, { id: sheetId }, { state: 'returned' });
      await this.outbox.append(tx, sheetReturned({ sheetId, number }, { unitId }), actor);
      return { ...one, sheet: { ...sheet, state: 'returned' as const } };
    });
    return this.read.present(actor, returned);
  }

  /** @throws form.notFound, form.notSent, form.recalled */
  async askBack(actor: Actor, sheetId: string, { reason }: RouteBody<typeof routes.askSheetBack>): Promise<View> {
    await this.access.sheet(actor, sheetId, 'report.write');
    const asked = await this.database.tx(async (tx) => {
      const one = await this.access.sheet(actor, sheetId, 'report.write', tx);
      if (one.sheet.state !== 'sent') throw formErrors.notSent();
      this.refuse(one);
      const revision = { revisionReason: reason, revisionAskedBy: actor.personId };
      await tx.update(FormSheet, { id: sheetId }, revision);
      await this.outbox.append(tx, sheetRevisionAsked({ sheetId }, { unitId: one.round.unitId }), actor);
      return { ...one, sheet: { ...one.sheet, ...revision } };
    });
    return this.read.present(actor, asked);
  }

  private refuse({ sheet, round }: SheetWithRound): void {
    if (sheet.state === 'open') throw formErrors.notSent();
    if (roundState(round, this.clock.today()) === 'recalled') throw formErrors.recalled();
  }
}
