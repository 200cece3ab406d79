import { ReportArchiveStore } from './report-archive-store.ts';
import { GatherDocument } from './gather-document.ts';
import { KeptPapers } from './kept-papers.ts';
import { ReadPaperFacts } from '../../reports/report/paper-facts.ts';
import { DocumentSettingsStore } from '../../reports/report/document-settings-store.ts';
import { DocumentCopies } from './document-copies.ts';
import { PrintAppendix } from './print-appendix.ts';
import { PrintReport } from './print-report.ts';
import { PrintTeamDecision } from './print-team-decision.ts';
import { ReadAddedLines } from './read-added-lines.ts';
import { ReadDocumentContent } from './read-document-content.ts';
import { SubUnitQueries } from '../../reports/report/sub-unit.queries.ts';

export const documentProviders = [
  GatherDocument,
  KeptPapers,
  ReadPaperFacts,
  DocumentSettingsStore,
  DocumentCopies,
  ReadDocumentContent,
  PrintAppendix,
  PrintReport,
  PrintTeamDecision,
  ReadAddedLines,
  ReportArchiveStore,
  SubUnitQueries,
];
