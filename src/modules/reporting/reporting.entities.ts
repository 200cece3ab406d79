/** The module's tables. */
import { Campaign } from './consolidation/campaign.entity.ts';
import { FigurePlan, ReportFact, ReportFigure, TypedFigure } from './figures/report-figure.entity.ts';
import { ArchivedPaper } from './papers/archived-paper.entity.ts';
import { ListJob } from './papers/list-job.entity.ts';
import { OfficePaper } from './papers/office-paper.entity.ts';
import { SignedFile, SignedReturn } from './papers/signed-file.entity.ts';
import { ReportComment, ReportLook } from './reports/report-comment.entity.ts';
import { Report, ReportVersion } from './reports/report.entity.ts';

export const reportingEntities = [
  ArchivedPaper,
  Campaign,
  FigurePlan,
  ListJob,
  OfficePaper,
  Report,
  ReportComment,
  ReportFact,
  ReportFigure,
  ReportLook,
  ReportVersion,
  SignedFile,
  SignedReturn,
  TypedFigure,
];
