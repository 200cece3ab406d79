import { AskSend } from './ask-send.ts';
import { DecideSend } from './decide-send.ts';
import { KeepSecondApprovalRules } from './keep-second-approval-rules.ts';
import { ReadSendRequests } from './read-send-requests.ts';
import { SecondApproval } from './second-approval.ts';
import { SendKinds } from './send-kinds.ts';
import { SendRequestsApi } from './send-requests.api.ts';
import { SendRequestsController } from './send-requests.controller.ts';

export const sendControllers = [SendRequestsController];
export const sendProviders = [
  AskSend,
  DecideSend,
  KeepSecondApprovalRules,
  ReadSendRequests,
  SecondApproval,
  SendKinds,
  SendRequestsApi,
];
