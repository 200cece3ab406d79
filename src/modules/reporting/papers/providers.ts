import { ReportArchive } from './archive.ts';
import { GatherPaper } from './gather-paper.ts';
import { ListJobStore } from './list-job-store.ts';
import { ListJobs } from './list-jobs.ts';
import { ListQueue, MakeList, MakeOneList } from './make-list.ts';
import { OfficePapers } from './office-papers.ts';
import { PaperCopies } from './paper-copies.ts';
import { PaperSources } from './paper-sources.ts';
import { PrintAppendix } from './print-appendix.ts';
import { PrintReport } from './print-report.ts';
import { SetSignedFileAside } from './set-signed-file-aside.ts';
import { Signing } from './signing.ts';
import { SubUnits } from './sub-units.ts';
import { TakeSignedFile } from './take-signed-file.ts';

export const paperProviders = [
  ListJobStore,
  ListJobs,
  ListQueue,
  MakeList,
  MakeOneList,
  GatherPaper,
  OfficePapers,
  PaperCopies,
  PaperSources,
  PrintAppendix,
  PrintReport,
  SetSignedFileAside,
  Signing,
  ReportArchive,
  SubUnits,
  TakeSignedFile,
];
