/** The module's tables. */
import { ReportApproval, ReportApprovalRule } from './reports/report/report-approval.entity.ts';
import { AllowanceRule } from './service-days/allowance-rule.entity.ts';
import { Campaign } from './boards/campaigns/campaign.entity.ts';
import {
  CampaignFact,
  FigurePlan,
  ReportFact,
  ReportFigure,
  TypedFigure,
} from './reports/figures/report-figure.entity.ts';
import { ArchivedDocument } from './papers/documents/archived-document.entity.ts';
import { ListJob } from './papers/lists/list-job.entity.ts';
import { FormRound } from './forms/form/form-round.entity.ts';
import { FormReturn, FormSent, FormSheet } from './forms/form/form-sheet.entity.ts';
import { Form, FormVersion } from './forms/form/form.entity.ts';
import { DocumentSettings } from './reports/report/document-settings.entity.ts';
import { FigurePart } from './restatement/figure-part.entity.ts';
import { LeftDraft, LeftDraftMark } from './restatement/left-draft.entity.ts';
import { SignedFile, SignedReturn } from './papers/signing/signed-file.entity.ts';
import { OddFigure, OddLook } from './oddities/finding/odd-figure.entity.ts';
import { ReportComment, ReportLook } from './reports/report/report-comment.entity.ts';
import { PastFigure, PastImport } from './past-years/past-figure.entity.ts';
import { Report, ReportVersion } from './reports/report/report.entity.ts';

export const reportingEntities = [
  AllowanceRule,
  ArchivedDocument,
  Campaign,
  CampaignFact,
  FigurePart,
  LeftDraft,
  LeftDraftMark,
  FigurePlan,
  Form,
  FormReturn,
  FormRound,
  FormSent,
  FormSheet,
  FormVersion,
  ListJob,
  DocumentSettings,
  PastFigure,
  PastImport,
  OddFigure,
  OddLook,
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
