import { Injectable } from '@nestjs/common';
import { Scope } from '#modules/organization';
import type { Actor } from '#platform/auth';
import { Clock } from '#platform/clock';
import { Database } from '#platform/database';
import { Outbox } from '#platform/outbox';
import { reportErrors } from '../reporting.errors.ts';
import { pastFiguresTakenBack } from '../reporting.events.ts';
import { PastFigure, PastImport } from './past-figure.entity.ts';
import { PastFigureQueries } from './past-figures.queries.ts';

/** A file goes as a whole: no figure of it is read any more, and all of it is kept, with who took it back and why. */
@Injectable()
export class TakeBackPastImport {
  constructor(
    private readonly database: Database,
    private readonly scope: Scope,
    private readonly past: PastFigureQueries,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws report.pastImportNotFound, pastImportTakenBack */
  async execute(actor: Actor, unitId: string, importId: string, reason: string): Promise<{ figures: number }> {
    await this.scope.require(actor, 'report.write', { unitId });
    if (!(await this.past.isOf(unitId, importId))) throw reportErrors.pastImportNotFound();
    return this.database.tx(async (tx) => {
      const known = await tx.findOne(PastImport, { where: { id: importId }, lock: { mode: 'pessimistic_write' } });
      if (known?.takenBackAt) throw reportErrors.pastImportTakenBack();
      const back = { takenBackBy: actor.personId, takenBackAt: this.clock.now(), takenBackReason: reason };
      await tx.update(PastImport, { id: importId }, back);
      const figures = (await tx.update(PastFigure, { importId }, { counts: false })).affected ?? 0;
      await this.outbox.append(tx, pastFiguresTakenBack({ importId }, { unitId, changes: { figures } }), actor);
      return { figures };
    });
  }
}
