/**
 * Teaching members in person and proving it, each wing and room on those above it in this list (`.config/floors.mjs`):
 *
 * - catalogue: topics and cards
 * - sessions: what a session is and who may, seats, clashes of days, pages, planning, reminders, changes of what was told
 * - attendance: the sheet on paper; check-in by codes, merged from several phones
 * - results: certificates, credits for training elsewhere, what came of a session, coverage and load
 * - calendar: a person's feed; my-training: what an invited member reads and answers
 * - reforms: what becomes of sessions when a team or unit ends or a post changes hands; personal-data
 */
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CalendarFeeds } from './calendar/calendar-feeds.ts';
import { WriteMyCalendar } from './calendar/write-my-calendar.ts';
import { CalendarController } from './calendar/calendar.controller.ts';
import { LoadTopics } from './catalogue/load-topics.ts';
import { ReadCatalogue } from './catalogue/read-catalogue.ts';
import { AcknowledgeChange } from './sessions/changes/acknowledge-change.ts';
import { ReadPeopleToCall } from './sessions/changes/read-people-to-call.ts';
import { CheckMyselfIn } from './attendance/check-in/check-myself-in.ts';
import { CheckInPeopleQueries } from './attendance/check-in/check-in-people.queries.ts';
import { FinishSession } from './attendance/check-in/finish-session.ts';
import { MergeCheckIns } from './attendance/check-in/merge-check-ins.ts';
import { ReadCheckIn } from './attendance/check-in/read-check-in.ts';
import { SettleCheckIn } from './attendance/check-in/settle-check-in.ts';
import { CheckInController } from './attendance/check-in/check-in.controller.ts';
import { KnownSince } from './reforms/known-since.ts';
import { SessionsTakenOver } from './reforms/sessions-taken-over.ts';
import { TrainingOpenWork } from './reforms/open-work.ts';
import { TrainingErasures } from './personal-data/erasures.ts';
import { TrainingOwnRecords } from './personal-data/own-records.ts';
import { TrainingKeptRecords } from './personal-data/kept-records.ts';
import { TrainingPersonReferences } from './personal-data/person-references.ts';
import { MyInvitations } from './my-training/my-invitations.ts';
import { MyTrainingController } from './my-training/my-training.controller.ts';
import { CertificateStore } from './results/certificates/certificate-store.ts';
import { CreditStore } from './results/credits/credit-store.ts';
import { DecideCredit } from './results/credits/decide-credit.ts';
import { PrintCertificate } from './results/certificates/print-certificate.ts';
import { PrintSheet } from './attendance/sheets/print-sheet.ts';
import { SheetPhotos } from './attendance/sheets/sheet-photos.ts';
import { CertificatesController } from './results/results/certificates.controller.ts';
import { PrintedDocumentsController } from './results/certificates/printed-documents.controller.ts';
import { AvoidList } from './sessions/clashes/avoid-list.ts';
import { CancelSession } from './sessions/planning/cancel-session.ts';
import { ChangeSession } from './sessions/planning/change-session.ts';
import { CheckSessionPlan } from './sessions/planning/check-session-plan.ts';
import { DecideSession } from './sessions/planning/decide-session.ts';
import { FindClashes } from './sessions/clashes/find-clashes.ts';
import { InviteTeams } from './sessions/planning/invite-teams.ts';
import { NudgeCommune } from './sessions/planning/nudge-commune.ts';
import { PlanReferences } from './sessions/planning/plan-references.ts';
import { ProposeSession } from './sessions/planning/propose-session.ts';
import { PublishSession } from './sessions/planning/publish-session.ts';
import { SessionWriter } from './sessions/session/session-writer.ts';
import { TakeProposal } from './sessions/planning/take-proposal.ts';
import { InvitedQueries } from './sessions/reads/invited.queries.ts';
import { ListInvited } from './sessions/reads/list-invited.ts';
import { PresentSession } from './sessions/reads/present-session.ts';
import { ReadCalendar } from './sessions/reads/read-calendar.ts';
import { SearchSessions } from './sessions/reads/search-sessions.ts';
import { ReadMySessions } from './sessions/reads/read-my-sessions.ts';
import { ReadSession } from './sessions/reads/read-session.ts';
import { RemindInvited } from './sessions/reminders/remind-invited.ts';
import { GiveFeedback } from './results/results/give-feedback.ts';
import { ReadCoverage } from './results/results/read-coverage.ts';
import { ReadLoad } from './results/results/read-load.ts';
import { ReadResult } from './results/results/read-result.ts';
import { AnswerInvitation } from './sessions/seats/answer-invitation.ts';
import { OpenKeptSeats } from './sessions/seats/open-kept-seats.ts';
import { SeatStore } from './sessions/seats/seat-store.ts';
import { TakeSeat } from './sessions/seats/take-seat.ts';
import { SessionActsController } from './sessions/planning/session-acts.controller.ts';
import { SessionPeopleController } from './sessions/changes/session-people.controller.ts';
import { SessionsController } from './sessions/planning/sessions.controller.ts';
import { TrainingApi } from './training.api.ts';
import { SessionAccess } from './sessions/session/session-access.ts';
import { SessionsOfReform } from './reforms/sessions-of-reform.ts';
import { TeamEndingsSubscriber } from './reforms/team-endings.subscriber.ts';
import { TrainingOverviewController } from './results/results/training-overview.controller.ts';
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
