/** What is looked at before sending, as pure rules: what is fine, what is odd, and what stops it. */
import type { z } from 'zod';
import { type FigureFault, faultOf } from '#contracts/reporting/figures';
import type { ReportSection } from '#contracts/reporting/report-states';
import type { ReportCheck as Check, ReportFigure } from '#contracts/reporting/shapes';

export type ReportCheck = z.output<typeof Check>;
type Figure = z.input<typeof ReportFigure>;

export interface CheckedFacts {
  figures: readonly Figure[];
  sections: readonly { key: ReportSection; text: string }[];
  /** Without a confirmed result in the period and without a reason. */
  silentTeams: readonly { name: string }[];
  /** "Thôn 2: Lê Văn A", without a valid phone. */
  phoneless: readonly string[];
  /** Units below that have not sent; empty for a commune. */
  missingUnits: readonly { name: string }[];
  teams: number;
  /** Sums that differ from their parts, by code. */
  differing: readonly string[];
  isRoster: boolean;
  isConsolidated: boolean;
}

/** Sections that only a person can write and that a reader expects. */
const expected: readonly ReportSection[] = ['strengths', 'difficulties'];

export function checksOf(facts: CheckedFacts): ReportCheck[] {
  return [
    ...(facts.isRoster ? rosterChecks(facts) : monthlyChecks(facts)),
    ...check(
      'unitsMissing',
      'warns',
      facts.missingUnits.map(({ name }) => name),
    ),
    ...check('sumsDiffer', 'blocks', facts.differing),
  ];
}

/** A typed figure against its definition. */
export function typedFault({ indicator, now }: Figure): FigureFault | undefined {
  return faultOf(now, indicator.aggregation, indicator.unit);
}

function rosterChecks({ phoneless, teams }: CheckedFacts): ReportCheck[] {
  return [...check('phoneMissing', 'blocks', phoneless), ...(teams === 0 ? check('noTeams', 'blocks', ['TC01']) : [])];
}

function monthlyChecks(facts: CheckedFacts): ReportCheck[] {
  const { figures, sections, silentTeams, phoneless, isConsolidated } = facts;
  const fromRecords = figures.filter(({ typed, now }) => typed === null && now.numerator !== null);
  const faulty = figures.filter((figure) => figure.typed !== null && typedFault(figure));
  const untyped = figures.filter(({ indicator, now }) => indicator.typed && now.numerator === null);
  const empty = sections.filter(({ key, text }) => expected.includes(key) && text.trim() === '');
  const codes = (of: readonly Figure[]) => of.map(({ indicator }) => indicator.code);
  return [
    ...check('figuresFromRecords', 'ok', codes(fromRecords)),
    ...check('typedFault', 'blocks', codes(faulty)),
    ...(isConsolidated ? [] : check('typedMissing', 'warns', codes(untyped))),
    ...check(
      'silentTeams',
      'warns',
      silentTeams.map(({ name }) => name),
    ),
    ...check('phoneMissing', 'warns', phoneless),
    ...check(
      'sectionEmpty',
      'warns',
      empty.map(({ key }) => key),
    ),
  ];
}

function check(code: ReportCheck['code'], level: ReportCheck['level'], cells: readonly string[]): ReportCheck[] {
  return cells.length === 0 ? [] : [{ code, level, cells: cells.slice(0, 60), count: cells.length }];
}
