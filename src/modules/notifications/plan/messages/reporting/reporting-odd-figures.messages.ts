/** Figures that somebody asks about before a month is accepted. */
import { oddFigureAnswered, oddFigureAsked } from '#modules/reporting';
import { aboutReport } from './about-report.ts';
import { defineMessage } from '../message-definition.ts';

export const oddFigureMessages = {
  /** Whoever entered an odd figure is asked; the other writers where they do not write the report any more. */
  oddFigureAsked: defineMessage({
    on: [oddFigureAsked],
    kind: 'oddFigureAsked',
    repeatable: true,
    mandatory: 'all',
    opens: 'report',
    async draft({ reportId, oddFigureId }, occurrence, facts) {
      const report = await facts.reporting.report(reportId);
      const odd = await facts.reporting.oddFigure(oddFigureId);
      if (!report || !odd?.question || odd.answer !== null) return undefined;
      const writers = await facts.reportAudience.writers(report.writtenBy);
      const entered = writers.filter((one) => one === odd.enteredBy);
      return aboutReport(report, occurrence, {
        personIds: entered.length > 0 ? entered : writers,
        reason: odd.question,
        more: { cells: [odd.cell] },
      });
    },
  }),

  /** Whoever asked reads the answer. */
  oddFigureAnswered: defineMessage({
    on: [oddFigureAnswered],
    kind: 'oddFigureAnswered',
    repeatable: false,
    mandatory: 'nobody',
    opens: 'report',
    async draft({ reportId, oddFigureId }, occurrence, facts) {
      const report = await facts.reporting.report(reportId);
      const odd = await facts.reporting.oddFigure(oddFigureId);
      if (!report || !odd?.askedBy || !odd.answer) return undefined;
      return aboutReport(report, occurrence, {
        personIds: [odd.askedBy],
        reason: odd.answer,
        more: { cells: [odd.cell] },
      });
    },
  }),
};
