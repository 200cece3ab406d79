import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarFeeds } from './calendar/calendar-feeds.ts';
import { WriteMyCalendar } from './calendar/write-my-calendar.ts';
import { CalendarController } from './calendar.controller.ts';
import { LoadTopics } from './catalogue/load-topics.ts';
import { ReadCatalogue } from './catalogue/read-catalogue.ts';
import { AcknowledgeChange } from './changes/acknowledge-change.ts';
import { ReadPeopleToCall } from './changes/read-people-to-call.ts';
import { CheckMyselfIn } from './check-in/check-myself-in.ts';
import { CheckInPeopleQueries } from './check-in/check-in-people.queries.ts';
import { FinishSession } from './check-in/finish-session.ts';
import { MergeCheckIns } from './check-in/merge-check-ins.ts';
import { ReadCheckIn } from './check-in/read-check-in.ts';
import { SettleCheckIn } from './check-in/settle-check-in.ts';
import { CheckInController } from './check-in.controller.ts';
import { KnownSince } from './known-since.ts';
import { SessionsTakenOver } from './reforms/sessions-taken-over.ts';
import { TrainingOpenWork } from './open-work.ts';
import { TrainingErasures } from './personal-data/erasures.ts';
import { TrainingOwnRecords } from './personal-data/own-records.ts';
import { TrainingKeptRecords } from './personal-data/kept-records.ts';
import { TrainingPersonReferences } from './personal-data/person-references.ts';
import { MyInvitations } from './my-invitations.ts';
import { MyTrainingController } from './my-training.controller.ts';
import { CertificateStore } from './certificates/certificate-store.ts';
import { CreditStore } from './credits/credit-store.ts';
import { DecideCredit } from './credits/decide-credit.ts';
import { PrintCertificate } from './certificates/print-certificate.ts';
import { PrintSheet } from './attendance-sheets/print-sheet.ts';
import { SheetPhotos } from './attendance-sheets/sheet-photos.ts';
import { CertificatesController } from './certificates.controller.ts';
import { PrintedDocumentsController } from './printed-documents.controller.ts';
import { AvoidList } from './planning/avoid-list.ts';
import { CancelSession } from './planning/cancel-session.ts';
import { ChangeSession } from './planning/change-session.ts';
import { CheckSessionPlan } from './planning/check-session-plan.ts';
import { DecideSession } from './planning/decide-session.ts';
import { FindClashes } from './planning/find-clashes.ts';
import { InviteTeams } from './planning/invite-teams.ts';
import { NudgeCommune } from './planning/nudge-commune.ts';
import { PlanReferences } from './planning/plan-references.ts';
import { ProposeSession } from './planning/propose-session.ts';
import { PublishSession } from './planning/publish-session.ts';
import { SessionWriter } from './planning/session-writer.ts';
import { TakeProposal } from './planning/take-proposal.ts';
import { InvitedQueries } from './reads/invited.queries.ts';
import { ListInvited } from './reads/list-invited.ts';
import { PresentSession } from './reads/present-session.ts';
import { ReadCalendar } from './reads/read-calendar.ts';
import { SearchSessions } from './reads/search-sessions.ts';
import { ReadMySessions } from './reads/read-my-sessions.ts';
import { ReadSession } from './reads/read-session.ts';
import { RemindInvited } from './reminders/remind-invited.ts';
import { GiveFeedback } from './results/give-feedback.ts';
import { ReadCoverage } from './results/read-coverage.ts';
import { ReadLoad } from './results/read-load.ts';
import { ReadResult } from './results/read-result.ts';
import { AnswerInvitation } from './seats/answer-invitation.ts';
import { OpenKeptSeats } from './seats/open-kept-seats.ts';
import { SeatStore } from './seats/seat-store.ts';
import { TakeSeat } from './seats/take-seat.ts';
import { SessionActsController } from './session-acts.controller.ts';
import { SessionPeopleController } from './session-people.controller.ts';
import { SessionsController } from './sessions.controller.ts';
import { TrainingApi } from './training.api.ts';
import { SessionAccess } from './session-access.ts';
import { SessionsOfReform } from './reforms/sessions-of-reform.ts';
import { TeamEndingsSubscriber } from './team-endings.subscriber.ts';
import { TrainingOverviewController } from './training-overview.controller.ts';
import { trainingEntities } from './training.entities.ts';

const planning = [
  AvoidList,
  CancelSession,
  ChangeSession,
  CheckSessionPlan,
  DecideSession,
  FindClashes,
  InviteTeams,
  NudgeCommune,
  PlanReferences,
  ProposeSession,
  PublishSession,
  SessionWriter,
  TakeProposal,
];
const checkIn = [CheckMyselfIn, CheckInPeopleQueries, FinishSession, MergeCheckIns, ReadCheckIn, SettleCheckIn];
const calendar = [CalendarFeeds, WriteMyCalendar];
const documents = [
  CertificateStore,
  CreditStore,
  DecideCredit,
  GiveFeedback,
  PrintCertificate,
  PrintSheet,
  ReadResult,
  SheetPhotos,
];
const reads = [
  InvitedQueries,
  ListInvited,
  PresentSession,
  ReadCalendar,
  ReadCatalogue,
  ReadCoverage,
  ReadLoad,
  ReadMySessions,
  ReadSession,
  SearchSessions,
];

/** Global: reporting and notifications read sessions through TrainingApi. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature(trainingEntities)],
  controllers: [
    SessionsController,
    SessionActsController,
    SessionPeopleController,
    MyTrainingController,
    CalendarController,
    CheckInController,
    CertificatesController,
    PrintedDocumentsController,
    TrainingOverviewController,
  ],
  providers: [
    SessionAccess,
    TrainingApi,
    LoadTopics,
    ...planning,
    ...reads,
    ...checkIn,
    ...documents,
    ...calendar,
    AcknowledgeChange,
    AnswerInvitation,
    KnownSince,
    TrainingOpenWork,
    TrainingErasures,
    TrainingOwnRecords,
    TrainingKeptRecords,
    TrainingPersonReferences,
    ReadPeopleToCall,
    MyInvitations,
    RemindInvited,
    OpenKeptSeats,
    SeatStore,
    TakeSeat,
    TeamEndingsSubscriber,
    SessionsOfReform,
    SessionsTakenOver,
  ],
  exports: [MyInvitations, TrainingApi],
})
export class TrainingModule {}
