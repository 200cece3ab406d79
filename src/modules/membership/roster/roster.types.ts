import type { Affiliation, TeamRole } from '#contracts/enums';
import type { Finding } from './findings.ts';
import type { RosterPhone } from './phones.ts';

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
}

export interface RosterTeam {
  sheet: string;
  row: number;
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

export const rosterColumns = ['stt', 'team', 'count', 'name', 'role', 'position', 'phone', 'phone2'] as const;
export type RosterColumn = (typeof rosterColumns)[number];
/** Zero-based column of the sheet for each column of the form. */
export type ColumnMap = Partial<Record<RosterColumn, number>>;

export interface RosterTable {
  sheet: string;
  /** One-based row of the (last) header row. */
  headerRow: number;
  columns: ColumnMap;
  /** Header text by column, both levels joined; '' where there is none. */
  headers: string[];
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
}

export interface RosterOptions {
  /** The commune for which the list is imported. */
  commune?: { name: string; otherNames?: readonly string[]; formerCommunes?: readonly string[] };
  /** Overrides of the recognised columns, by sheet name; `headerRow` is one-based. */
  columns?: Readonly<Record<string, { headerRow: number; columns: ColumnMap }>>;
  /** Fewest members of a team before a note is made; the dated rule gives it. */
  minMembers?: number;
  /** Numbers 037[2-8] may be landlines of before 2017 in lists up to this year; 0 turns the question off. */
  landlineDoubt?: boolean;
}
