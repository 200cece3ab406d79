/** What the paper and the tables of a month's or a campaign's report are made from. */
import type { ReportStanding } from '#contracts/reporting/report-standing';
import type { ReportSection, SigningCapacity } from '#contracts/reporting/report-states';
import type { PrintedFigure } from './report-figures.ts';

export interface SubUnit {
  name: string;
  status: ReportStanding;
  daysLate: number;
  /** By code; empty for those that have not sent. */
  figures: ReadonlyMap<string, number | null>;
}

export interface ReportDocument {
  unit: { name: string; fullName: string };
  receiver: string | null;
  /** 'YYYY-MM' */
  month: string;
  /** What the campaign is called whose days it is about; null in a month's report. */
  campaign: string | null;
  /** The registry's, or its month with the day left open. */
  issuedOn: string;
  number: number | undefined;
  office: {
    symbol: string;
    capacity: SigningCapacity;
    signerPost: string;
    signer: string | null;
    place: string | null;
    recipients: readonly string[];
    drafter?: string | null;
  };
  draft: string | null;
  sections: readonly { key: ReportSection; text: string }[];
  figures: readonly PrintedFigure[];
  silent: readonly { name: string; reason: string | null }[];
  difficulties: readonly { text: string; team: string; answer: string | null }[];
  /** Null for a commune. */
  units: readonly SubUnit[] | null;
}

/** A unit below with the version that counts, where it has sent one. */
export interface SentUnit extends Omit<SubUnit, 'figures'> {
  reportId: string;
  version: number | null;
}

/** What a paper shows beside words and figures: names, who signs, what was typed from where, the units below. */
export interface PaperFacts extends Pick<ReportDocument, 'unit' | 'receiver' | 'office'> {
  /** Of typed figures, by code. */
  sources: Readonly<Record<string, string>>;
  /** Null for a commune. Their figures are those of the versions that are named. */
  units: readonly SentUnit[] | null;
}
