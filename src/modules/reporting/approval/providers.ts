import { ApprovalQueries } from './approval.queries.ts';
import { AskApproval } from './ask-approval.ts';
import { DecideApproval } from './decide-approval.ts';
import { KeepApprovalRules } from './keep-approval-rules.ts';
import { ReadApproval } from './read-approval.ts';

export const approvalProviders = [ApprovalQueries, AskApproval, DecideApproval, KeepApprovalRules, ReadApproval];
