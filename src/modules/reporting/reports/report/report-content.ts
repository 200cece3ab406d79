/** What a version is printed from: everything but its figures, as it was when it was sent. */
import { createHash } from 'node:crypto';
import type { ReportSection } from '#contracts/reporting/report-states';
import type { PaperFacts } from './report-document.types.ts';

export interface ReportContent {
  /** 'Xã Minh Sơn' */
  unit: string;
  receiver: string | null;
  sections: { key: ReportSection; text: string }[];
  /** By indicator code. */
  notes: Record<string, string>;
  silent: { name: string; reason: string | null }[];
  /** Units below that had not sent. */
  missing: { name: string; daysLate: number }[];
  difficulties: { text: string; team: string; answer: string | null }[];
  figuresHash: string;
  /** Absent in versions that were sent before papers were kept whole. */
  paper?: PaperFacts;
}

export function contentHash(content: ReportContent): string {
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}
