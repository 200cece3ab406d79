import type { FileMark } from '../file-mark.ts';
import type { TextDocument } from '../text-document.ts';

/** What each template is filled with: words and values as they are shown. */
export interface AttendanceSheet {
  language: 'vi' | 'en';
  commune: string;
  provider: string;
  title: string;
  facts: { label: string; value: string }[];
  groups: { name: string; people: { name: string; position: string; note: string }[] }[];
  /** Empty lines for those who come without an invitation. */
  blanks: number;
  trainer: string;
  footer: string;
  mark: FileMark;
  words: {
    heading: string;
    /** Number, name, position, note, signature. */
    columns: string[];
    walkIns: string;
    count: string;
    signTrainer: string;
    signCommune: string;
    signHere: string;
    page: string;
  };
}

export interface PrintedCertificate {
  provider: string;
  fullName: string;
  position: string;
  title: string;
  /** Hours, day and place in one line. */
  details: string;
  issued: string;
  /** In four groups. */
  code: string;
  /** Where the code can be asked about, as it is read. */
  address: string;
  /** SVG */
  qr: string;
  words: {
    heading: string;
    headingEn: string;
    certifies: string;
    completed: string;
    check: string;
    revocable: string;
  };
}

export interface PrintedMemberCard {
  /** A JPEG, byte by byte; none has initials instead. */
  photo: readonly number[];
  office: string;
  fullName: string;
  initials: string;
  /** "Tổ phó, Tổ Thôn 1" */
  role: string;
  valid: string;
  /** SVG */
  qr: string;
  words: { title: string; scan: string; never: string; doubt: string };
}

export interface PrintedSlip {
  name: string;
  role: string;
  place: string;
  /** SVG */
  qr: string;
  /** "K7M 29P" */
  code: string;
  once: string;
  lost: string;
}

export interface PrintedSlips {
  title: string;
  sheets: {
    heading: string;
    sub: string;
    number: string;
    slips: PrintedSlip[];
    /** Names that the leader ticks; empty where there is no such cell. */
    ticking: string[];
  }[];
  words: { steps: string[]; orType: string; tick: string; tickText: string; cut: string };
}

export interface PdfTemplates {
  'attendance-sheet': AttendanceSheet;
  certificate: PrintedCertificate;
  'invite-slips': PrintedSlips;
  'member-card': PrintedMemberCard;
  'text-document': TextDocument;
}
