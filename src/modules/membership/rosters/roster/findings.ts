/**
 * What an import found in a roster, cell by cell, and what the officer chose about it. Nothing is corrected silently:
 * each correction is a finding with the text of the file, the proposal, and a way to keep or to retype.
 */
export const findingSeverities = ['must_fix', 'choose', 'auto_fixed', 'info'] as const;
export type FindingSeverity = (typeof findingSeverities)[number];

/**
 * Severity and what counts while nobody has chosen. A `must_fix` blocks until it is retyped, its row is left out, or,
 * where there is a proposal, that is taken.
 */
export const findingRules = {
  'table.none': ['must_fix', 'keep'],
  'table.transposed': ['must_fix', 'keep'],
  'list.again': ['must_fix', 'take'],
  'header.found': ['info', 'take'],
  'header.twoRows': ['info', 'take'],
  'header.second': ['must_fix', 'take'],
  'columns.dropped': ['info', 'take'],
  'columns.wide': ['info', 'take'],
  'rows.skipped': ['info', 'take'],
  'rows.unread': ['must_fix', 'keep'],
  'rows.hidden': ['must_fix', 'keep'],
  'row.takenBack': ['info', 'take'],
  'row.severalPeople': ['info', 'take'],
  'row.unnumbered': ['must_fix', 'take'],
  'row.linesDiffer': ['must_fix', 'keep'],
  // No finding of its own: what a choice to bring a cell or a row back in goes by.
  'cell.notImported': ['info', 'keep'],
  'row.groupHeading': ['info', 'take'],
  'column.hidden': ['info', 'take'],
  'sheet.hidden': ['choose', 'take'],
  'sheet.asTeam': ['info', 'take'],
  'file.oldFormat': ['info', 'take'],
  'file.csvEncoding': ['info', 'take'],
  'file.encodingUnsure': ['must_fix', 'keep'],
  'unit.formerName': ['info', 'take'],
  'unit.other': ['must_fix', 'keep'],
  'team.merged': ['info', 'take'],
  'team.filledDown': ['info', 'take'],
  'team.repeated': ['info', 'take'],
  'team.missing': ['must_fix', 'keep'],
  'team.empty': ['info', 'take'],
  'team.garbled': ['must_fix', 'keep'],
  'team.otherCommune': ['must_fix', 'keep'],
  'team.fewMembers': ['info', 'take'],
  'team.noLeader': ['info', 'take'],
  'team.noDeputy': ['info', 'take'],
  'team.tooLarge': ['must_fix', 'take'],
  'team.twoLeaders': ['must_fix', 'keep'],
  'team.otherLeader': ['must_fix', 'keep'],
  'hamlet.canonical': ['auto_fixed', 'take'],
  'hamlet.ambiguous': ['must_fix', 'keep'],
  'hamlet.new': ['choose', 'take'],
  'hamlet.unknown': ['must_fix', 'keep'],
  'count.differs': ['choose', 'take'],
  'count.unreadable': ['info', 'take'],
  'total.teamsDiffer': ['choose', 'take'],
  'total.membersDiffer': ['choose', 'take'],
  'cell.formula': ['info', 'take'],
  'cell.formulaWithoutResult': ['must_fix', 'keep'],
  'cell.ditto': ['auto_fixed', 'take'],
  'cell.richText': ['info', 'take'],
  'cell.tooLong': ['must_fix', 'keep'],
  'text.tcvn3': ['auto_fixed', 'take'],
  'text.vni': ['auto_fixed', 'take'],
  'text.legacyUnsure': ['choose', 'keep'],
  'text.decomposed': ['auto_fixed', 'take'],
  'text.loneMark': ['choose', 'keep'],
  'text.wrongD': ['auto_fixed', 'take'],
  'text.struckPart': ['choose', 'take'],
  'name.missing': ['must_fix', 'keep'],
  'name.oneWord': ['must_fix', 'take'],
  'name.isPost': ['must_fix', 'keep'],
  'names.oneSurname': ['must_fix', 'take'],
  'name.garbled': ['must_fix', 'keep'],
  'name.lines': ['must_fix', 'keep'],
  'name.several': ['must_fix', 'keep'],
  'name.allCaps': ['choose', 'keep'],
  'name.honorific': ['auto_fixed', 'take'],
  'name.withPhone': ['auto_fixed', 'take'],
  'name.withPost': ['auto_fixed', 'take'],
  'name.maybePost': ['choose', 'keep'],
  'position.alias': ['auto_fixed', 'take'],
  'position.ambiguous': ['choose', 'keep'],
  'position.unknown': ['info', 'take'],
  'phone.missing': ['must_fix', 'keep'],
  'phone.invalid': ['must_fix', 'keep'],
  'phone.digitsLost': ['must_fix', 'keep'],
  'phone.lostZero': ['auto_fixed', 'take'],
  'phone.international': ['auto_fixed', 'take'],
  'phone.cleaned': ['auto_fixed', 'take'],
  'phone.prefixChanged': ['auto_fixed', 'take'],
  'phone.two': ['auto_fixed', 'take'],
  'phone.secondInvalid': ['choose', 'keep'],
  'phone.maybeOfficeLandline': ['choose', 'keep'],
  'phone.landline': ['info', 'take'],
  'phone.landlineOnly': ['choose', 'keep'],
  'phone.shared': ['choose', 'keep'],
  'phone.guarded': ['choose', 'keep'],
  'person.twice': ['choose', 'keep'],
  'person.sameRow': ['choose', 'take'],
} as const satisfies Record<string, readonly [FindingSeverity, 'take' | 'keep']>;

export type FindingCode = keyof typeof findingRules;

export interface Finding {
  /** Stable over re-reading of the same file: 'Sheet1!F12#phone.missing'. */
  key: string;
  sheet: string;
  /** 'F12' */
  cell: string;
  /** One-based, as the sheet shows it. */
  row: number;
  /** 'F' */
  column: string;
  code: FindingCode;
  severity: FindingSeverity;
  params: Record<string, string | number>;
  /** The text of the file. */
  original: string;
  /** What the cell becomes when the finding is taken; null when only a person can tell. */
  proposed: string | null;
  /** Ready answers to a question, each to be sent as a typed value. */
  choices?: string[];
  /** Findings of one kind that can be answered together, for instance all of one old font. */
  group?: string;
  state: 'open' | 'taken' | 'kept' | 'typed' | 'left_out';
  /** What was typed, or the reason given for keeping. */
  value?: string;
}

/** `leave_out` drops the finding's row from the import; `reason` is kept with a shared phone. */
export type Choice =
  | { act: 'take' }
  | { act: 'keep'; reason?: string }
  | { act: 'type'; value: string }
  | { act: 'leave_out' };

/** By finding key. */
export type Choices = Readonly<Record<string, Choice>>;

/** Findings that still forbid confirming the import. */
export function blockingFindings(findings: readonly Finding[]): Finding[] {
  return findings.filter((one) => one.severity === 'must_fix' && (one.state === 'open' || one.state === 'kept'));
}

/** How many of each severity: the filter chips of the preview. */
export function countFindings(findings: readonly Finding[]): Record<FindingSeverity, number> {
  const counts: Record<FindingSeverity, number> = { must_fix: 0, choose: 0, auto_fixed: 0, info: 0 };
  for (const one of findings) counts[one.severity]++;
  return counts;
}
