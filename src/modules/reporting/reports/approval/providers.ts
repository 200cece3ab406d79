import { ApprovalQueries } from '../report/approval.queries.ts';
import { AskApproval } from './ask-approval.ts';
import { DecideApproval } from './decide-approval.ts';
import { KeepApprovalRules } from './keep-approval-rules.ts';
import { ReadApproval } from '../report/read-approval.ts';

export const approvalProviders = [ApprovalQueries, AskApproval, DecideApproval, KeepApprovalRules, ReadApproval];
