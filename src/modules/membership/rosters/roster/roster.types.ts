import type { Affiliation, TeamRole } from '#contracts/enums';
import type { notImportedReasons } from '#contracts/membership/rosters';
import type { Finding } from './findings.ts';
import type { RosterPhone } from '../../people/people/phones.ts';

/** Zero-based row and column; `part` counts the lines of a cell that tells of several people. */
export interface Place {
  row: number;
  column: number;
  part?: number;
}

export interface RosterMember {
  sheet: string;
  /** One-based row of the sheet. */
  row: number;
  fullName: string;
  honorific: string | null;
  role: TeamRole;
  /** False when the file says nothing about the role and `member` is assumed. */
  roleGiven: boolean;
  /** The post beside the role, spelled out; null when there is none. */
  position: string | null;
  affiliations: Affiliation[];
  /** The first is the main one; empty while the cell must be fixed. */
  phones: RosterPhone[];
  sharedPhoneReason?: string;
  /** Where the file says it. */
  at?: { name: Place; position: Place; phone: Place };
}

export interface RosterTeam {
  sheet: string;
  row: number;
  /** Zero-based column of its name, where it is not the table's column of teams. */
  column?: number;
  /** 'Thôn 1'; for a place that is no hamlet's name, the text of the file. */
  name: string;
  /** Equal for all spellings of one hamlet; see unit-names.ts. */
  hamletKey: string;
  /** The word of the place: 'thon', 'pho' ...; null when the text names no kind. */
  hamletType: string | null;
  formerCommune: string | null;
  declaredCount: number | null;
  members: RosterMember[];
}

export const rosterColumns = ['stt', 'team', 'count', 'name', 'given', 'role', 'position', 'phone', 'phone2'] as const;
export type RosterColumn = (typeof rosterColumns)[number];
/** What a column can be said to be: those of the form, those that are known and not kept, and none of them. */
export type RosterField = RosterColumn | 'gender' | 'note' | 'skip';
/** Zero-based column of the sheet for each column of the form; of "Họ, Đệm, Tên" the middle one is `middle`. */
export type ColumnMap = Partial<Record<RosterColumn | 'middle', number>>;

export interface MappedColumn {
  /** Zero-based. */
  column: number;
  field: RosterField;
  /** Of the people that one row names, counted from 0; for what several share, the first of them. */
  person: number;
}

/** One of the people that each row names. */
export interface PersonColumns {
  columns: ColumnMap;
  /** What the head of the column says of all people in it. */
  role: TeamRole | null;
  /** Lists that stand side by side are counted by the person with whom they begin. */
  list: number;
}

/** Columns as the officer set them; `headerRow` is one-based. */
export interface TableColumns {
  sheet: string;
  headerRow: number;
  columns: readonly MappedColumn[];
}

export interface RosterTable {
  sheet: string;
  /** One-based row of the (last) header row. */
  headerRow: number;
  columns: ColumnMap;
  mapped: MappedColumn[];
  /** Equal for tables with the same heads. */
  headKey: string;
  /** 'hand' for this file, 'remembered' from an earlier one with the same heads. */
  source: 'words' | 'hand' | 'remembered';
  /** Header text by column, both levels joined; '' where there is none. */
  headers: string[];
  /** The first values below each head. */
  samples: string[][];
  /** One-based, the rows that were read as people. */
  memberRows: number;
  /** One-based last row of the sheet that has anything. */
  lastRow: number;
}

export interface DroppedColumn {
  sheet: string;
  /** Zero-based. */
  index: number;
  column: string;
  header: string;
  /** True for identity papers, birth dates, bank accounts and the like. */
  sensitive: boolean;
  /** How many cells it has. */
  cells?: number;
}

export type NotImportedReason = (typeof notImportedReasons)[number];

export interface NotImported {
  sheet: string;
  /** The first cell of it. */
  cell: string;
  /** One-based. */
  row: number;
  text: string;
  why: NotImportedReason;
  /** How many cells; 0 once it is taken back. */
  cells: number;
  /** How the officer brings it in: as a row, by saying what its column is, or not at all. */
  back: 'row' | 'columns' | null;
  /** The code that its choice goes by. */
  code: string;
  taken: boolean;
}

export interface Roster {
  /** As written: 'UBND xã Minh Sơn'; null when the file does not say. */
  unitName: string | null;
  /** Number (and date) of the letter that the list answers. */
  directive: string | null;
  declaredTeams: number | null;
  declaredMembers: number | null;
  tables: RosterTable[];
  teams: RosterTeam[];
  findings: Finding[];
  droppedColumns: DroppedColumn[];
  /** What of the file becomes no part of the register, each with the reason. */
  notImported: NotImported[];
  /** Every cell with a text is one of these. */
  cells: { filled: number; records: number; findings: number; notImported: number };
}

export interface RosterOptions {
  /** The commune for which the list is imported. */
  commune?: { name: string; otherNames?: readonly string[]; formerCommunes?: readonly string[] };
  /** Tables that the officer described; a sheet may have several. */
  tables?: readonly TableColumns[];
  /** What the commune's officers said of heads like these before, by `headKey`. */
  remembered?: Readonly<Record<string, readonly MappedColumn[]>>;
  /** Fewest members of a team before a note is made; the dated rule gives it. */
  minMembers?: number;
  /** Numbers 037[2-8] may be landlines of before 2017 in lists up to this year; 0 turns the question off. */
  landlineDoubt?: boolean;
}
