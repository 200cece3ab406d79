/** What the paper and the tables of a month's or a campaign's report are made from. */
import type { ReportSection, SigningCapacity } from '#contracts/reporting/report-states';
import type { PrintedFigure } from './report-figures.ts';

export interface SubUnit {
  name: string;
  status: 'on_time' | 'late' | 'missing' | 'not_due';
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
