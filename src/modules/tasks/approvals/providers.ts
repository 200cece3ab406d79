import { AskOrder } from './ask-order.ts';
import { DecideOrder } from './decide-order.ts';
import { KeepSecondApprovalRules } from './keep-second-approval-rules.ts';
import { ReadOrderRequests } from './read-order-requests.ts';
import { SecondApproval } from './second-approval.ts';

export const approvalProviders = [AskOrder, DecideOrder, KeepSecondApprovalRules, ReadOrderRequests, SecondApproval];
