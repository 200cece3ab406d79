/** The module's tables. */
import { ReportApproval, ReportApprovalRule } from './report/report-approval.entity.ts';
import { AllowanceRule } from './service-days/allowance-rule.entity.ts';
import { Campaign } from './consolidation/campaign.entity.ts';
import { CampaignFact, FigurePlan, ReportFact, ReportFigure, TypedFigure } from './figures/report-figure.entity.ts';
import { ArchivedDocument } from './documents/archived-document.entity.ts';
import { ListJob } from './lists/list-job.entity.ts';
import { DocumentSettings } from './report/document-settings.entity.ts';
import { FigurePart } from './restatement/figure-part.entity.ts';
import { LeftDraft, LeftDraftMark } from './restatement/left-draft.entity.ts';
import { SignedFile, SignedReturn } from './signing/signed-file.entity.ts';
import { ReportComment, ReportLook } from './report/report-comment.entity.ts';
import { Report, ReportVersion } from './report/report.entity.ts';

export const reportingEntities = [
  AllowanceRule,
  ArchivedDocument,
  Campaign,
  CampaignFact,
  FigurePart,
  LeftDraft,
  LeftDraftMark,
  FigurePlan,
  ListJob,
  DocumentSettings,
  Report,
  ReportApproval,
  ReportApprovalRule,
  ReportComment,
  ReportFact,
  ReportFigure,
  ReportLook,
  ReportVersion,
  SignedFile,
  SignedReturn,
  TypedFigure,
];
