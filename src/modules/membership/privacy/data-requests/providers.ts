import { KnownOfPerson } from '../erasing/known-of-person.ts';
import { MembershipErasures } from '../erasing/membership-erasures.ts';
import { PersonErasures } from '../erasing/person-erasures.ts';
import { AnswerDataRequest } from './answer-data-request.ts';
import { PrintDataCopy } from './copy/print-data-copy.ts';
import { DataRequestAccess } from './data-request-access.ts';
import { DataRequestDeadlines } from './data-request-deadlines.ts';
import { DataRequestPresenter } from './data-request.presenter.ts';
import { CarryOutErasing, ErasingOfficers } from './erasing/carry-out-erasing.ts';
import { ErasingController } from './erasing/erasing.controller.ts';
import { ErasingSeconds } from './erasing/erasing-seconds.ts';
import { KeepOwnData } from './erasing/keep-own-data.ts';
import { LeftLacking } from './erasing/left-lacking.ts';
import { PlanErasing } from './erasing/plan-erasing.ts';
import { PlannedErasing } from './erasing/planned-erasing.ts';
import { DataRequestWriter } from './data-request-writer.ts';
import { DataRequestsApi } from './data-requests.api.ts';
import { DataRequestsController } from './data-requests.controller.ts';
import { FileDataRequest } from './file-data-request.ts';
import { HeldOfPerson } from './held-of-person.ts';
import { OwnDataRequestsController } from './own-data-requests.controller.ts';
import { PassOnDataRequest } from './pass-on-data-request.ts';
import { ReadDataRequests } from './read-data-requests.ts';
import { RecordDataRequest } from './record-data-request.ts';
import { StopCardPhoto } from './stop-card-photo.ts';
import { VerifyRequester } from './verify-requester.ts';

export const dataRequestControllers = [DataRequestsController, ErasingController, OwnDataRequestsController];
export const dataRequestProviders = [
  AnswerDataRequest,
  CarryOutErasing,
  ErasingOfficers,
  ErasingSeconds,
  KeepOwnData,
  LeftLacking,
  PlanErasing,
  PlannedErasing,
  DataRequestAccess,
  DataRequestDeadlines,
  DataRequestPresenter,
  DataRequestWriter,
  DataRequestsApi,
  FileDataRequest,
  HeldOfPerson,
  KnownOfPerson,
  MembershipErasures,
  PassOnDataRequest,
  PersonErasures,
  PrintDataCopy,
  ReadDataRequests,
  RecordDataRequest,
  StopCardPhoto,
  VerifyRequester,
];
