import { ReportArchiveStore } from './report-archive-store.ts';
import { GatherDocument } from './gather-document.ts';
import { KeptPapers } from './kept-papers.ts';
import { ReadPaperFacts } from './paper-facts.ts';
import { ListJobStore } from '../lists/list-job-store.ts';
import { ListJobs } from '../lists/list-jobs.ts';
import { ListQueue, MakeList, MakeOneList } from '../lists/make-list.ts';
import { DocumentSettingsStore } from './document-settings-store.ts';
import { DocumentCopies } from './document-copies.ts';
import { PrintAppendix } from './print-appendix.ts';
import { PrintReport } from './print-report.ts';
import { PrintTeamDecision } from './print-team-decision.ts';
import { ReadAddedLines } from './read-added-lines.ts';
import { ReadDocumentContent } from './read-document-content.ts';
import { SetSignedFileAside } from '../signing/set-signed-file-aside.ts';
import { SigningStore } from '../signing/signing-store.ts';
import { SubUnitQueries } from './sub-unit.queries.ts';
import { TakeSignedFile } from '../signing/take-signed-file.ts';

export const documentProviders = [
  ListJobStore,
  ListJobs,
  ListQueue,
  MakeList,
  MakeOneList,
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
  SetSignedFileAside,
  SigningStore,
  ReportArchiveStore,
  SubUnitQueries,
  TakeSignedFile,
];
