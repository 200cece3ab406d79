/**
 * What teams are asked to do and have done, each room on those above it in this list (`.config/floors.mjs`):
 *
 * - orders: what an order is, points at and asks for; series, allotments: orders of each month, numbers for communes
 * - photos, follow-ups, work, sampling, joint, catalogue: what work carries and has to say; templates of orders
 * - oversight, reads: who is silent, what waits; every list and page
 * - changes, assignments: an order's versions; issuing, drafts, cancelling
 * - committees, team, commune, difficulties: who acts on a task
 * - mergers, splits, reforms: work whose team or unit ends; rules, personal-data: what other modules ask for
 */
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembershipModule } from '#modules/membership';
import { ChangeAssignment } from './changes/change-assignment.ts';
import { ChangeFacts } from './changes/change-facts.ts';
import { ChangeWriter } from './changes/change-writer.ts';
import { LastChanges } from './orders/last-changes.ts';
import { OrderChangesController } from './changes/order-changes.controller.ts';
import { OrderOnTable } from './changes/order-on-table.ts';
import { ReadVersions } from './changes/read-versions.ts';
import { UndoChange } from './changes/undo-change.ts';
import { MonthlyNumbersController } from './allotments/series/monthly-numbers.controller.ts';
import { AllotmentsController } from './allotments/allotments.controller.ts';
import { allotmentProviders } from './allotments/providers.ts';
import { CancelAssignment } from './assignments/cancel-assignment.ts';
import { CancelOwnPart } from './assignments/cancel-own-part.ts';
import { CancelRights } from './orders/cancel-rights.ts';
import { DeleteDraft } from './assignments/delete-draft.ts';
import { ChooseTeams } from './assignments/choose-teams.ts';
import { IssueAssignment } from './assignments/issue-assignment.ts';
import { OrderPlanning } from './assignments/order-planning.ts';
import { OrderReferenceQueries } from './orders/order-reference.queries.ts';
import { OrderSends } from './assignments/order-sends.ts';
import { OrderWriter } from './orders/order-writer.ts';
import { ProductsToList } from './orders/products-to-list.ts';
import { ResolveOrder } from './assignments/resolve-order.ts';
import { SaveDraft } from './assignments/save-draft.ts';
import { OrderSeriesController } from './series/order-series.controller.ts';
import { seriesProviders } from './series/providers.ts';
import { SimilarWorkQueries } from './assignments/similar-work.queries.ts';
import { AssignmentsController } from './assignments/assignments.controller.ts';
import { CommitteeLoadsController } from './committees/committee-loads.controller.ts';
import { ListCommittees } from './committees/list-committees.ts';
import { ReadCommitteeLoad } from './committees/read-committee-load.ts';
import { CompanyPosts } from './company-posts.ts';
import { JointWorkController } from './joint/joint-work.controller.ts';
import { PartnerFacts } from './joint/partner-facts.ts';
import { PartnerQueries } from './joint/partner.queries.ts';
import { ReportAsPartner } from './joint/report-as-partner.ts';
import { AnswerFollowUp } from './follow-ups/answer-follow-up.ts';
import { FollowUpQueries } from './follow-ups/follow-up.queries.ts';
import { ReadTeamFollowUps } from './follow-ups/read-team-follow-ups.ts';
import { FollowUpsController } from './follow-ups/follow-ups.controller.ts';
import { KnownSince } from './known-since.ts';
import { Silence } from './oversight/silence.ts';
import { WorkBelowQueries } from './oversight/work-below.queries.ts';
import { CatalogueController } from './catalogue/catalogue.controller.ts';
import { OwnTemplates } from './catalogue/own-templates.ts';
import { ReadCatalogue } from './catalogue/read-catalogue.ts';
import { CountTouched } from './rules/count-touched.ts';
import { TasksRules } from './rules/tasks-rules.ts';
import { LoadCatalogue } from './catalogue/load-catalogue.ts';
import { AnswerDecline } from './commune/answer-decline.ts';
import { AnswerDifficulty } from './difficulties/answer-difficulty.ts';
import { DifficultiesController } from './difficulties/difficulties.controller.ts';
import { DifficultyAccess } from './difficulties/difficulty-access.ts';
import { DifficultyDeadlines } from './difficulties/difficulty-deadlines.ts';
import { DifficultyPlaces } from './difficulties/difficulty-places.ts';
import { DifficultyPresenter } from './difficulties/difficulty.presenter.ts';
import { DifficultyWriter } from './difficulties/difficulty-writer.ts';
import { FollowDifficulty } from './difficulties/follow-difficulty.ts';
import { KnowHowQueries } from './difficulties/know-how.queries.ts';
import { PassOnDifficulty } from './difficulties/pass-on-difficulty.ts';
import { PublishAnswer } from './difficulties/publish-answer.ts';
import { ReadDifficulties } from './difficulties/read-difficulties.ts';
import { ReportDifficulty } from './difficulties/report-difficulty.ts';
import { TeamDifficultiesController } from './difficulties/team-difficulties.controller.ts';
import { UseKnowHow } from './difficulties/use-know-how.ts';
import { AnswerExtension } from './commune/answer-extension.ts';
import { ConfirmResultsController } from './commune/confirm-results.controller.ts';
import { ConfirmResults } from './commune/confirm-results.ts';
import { ConfirmTask } from './commune/confirm-task.ts';
import { ResultsToConfirm } from './commune/results-to-confirm.ts';
import { EntryConfirmations } from './commune/entry-confirmations.ts';
import { TaskConfirmations } from './commune/task-confirmations.ts';
import { WaitingResultQueries } from './commune/waiting-result.queries.ts';
import { ConfirmEntry, ReturnEntry, UndoEntryDecision } from './commune/decide-entry.ts';
import { EntryAccess } from './commune/entry-access.ts';
import { NamedProducts } from './commune/named-products.ts';
import { ReturnTask } from './commune/return-task.ts';
import { UndoDecision } from './commune/undo-decision.ts';
import { UndoResults } from './commune/undo-results.ts';
import { DraftsController } from './assignments/drafts.controller.ts';
import { EntryResultsController } from './commune/entry-results.controller.ts';
import { PhotosController } from './photos/photos.controller.ts';
import { photoProviders } from './photos/providers.ts';
import { ReadPhotos } from './photos/read-photos.ts';
import { AssignmentQueries } from './reads/assignment.queries.ts';
import { CardQueries } from './reads/card.queries.ts';
import { EntryQueries } from './reads/entry.queries.ts';
import { ReadAssignments } from './reads/read-assignments.ts';
import { SearchAssignments } from './reads/search-assignments.ts';
import { NamedProductQueries } from './reads/named-product.queries.ts';
import { OpenTaskQueries } from './reads/open-task.queries.ts';
import { ReadDrafts } from './reads/read-drafts.ts';
import { ReadMyTasks } from './reads/read-my-tasks.ts';
import { ReadProductsToList } from './reads/read-products-to-list.ts';
import { ReadResults } from './reads/read-results.ts';
import { WaitingRows } from './reads/waiting-rows.ts';
import { ReadTask } from './reads/read-task.ts';
import { TeamTaskQueries } from './reads/team-task.queries.ts';
import { ReadTemplates } from './reads/read-templates.ts';
import { ReadTrail } from './reads/read-trail.ts';
import { ReadUnitWork } from './reads/read-unit-work.ts';
import { TaskDetailQueries } from './reads/task-detail.queries.ts';
import { TaskContextQueries } from './reads/task-context.queries.ts';
import { ReplyRules } from './orders/reply-rules.ts';
import { EndSamplingRule } from './sampling/end-sampling-rule.ts';
import { ReadSamplingRules } from './sampling/read-sampling-rules.ts';
import { Sampling } from './sampling/sampling.ts';
import { SamplingController } from './sampling/sampling.controller.ts';
import { SetSamplingRule } from './sampling/set-sampling-rule.ts';
import { ResultsController } from './commune/results.controller.ts';
import { TaskAnswersController } from './team/task-answers.controller.ts';
import { TaskCommands } from './task-commands.ts';
import { TasksOpenWork } from './open-work.ts';
import { personProviders } from './personal-data/person-providers.ts';
import { TaskProgressController } from './team/task-progress.controller.ts';
import { TasksApi } from './tasks.api.ts';
import { TasksController } from './tasks.controller.ts';
import { tasksEntities } from './tasks.entities.ts';
import { TasksSubscribers } from './tasks.subscribers.ts';
import { teamWork } from './team/providers.ts';
import { TaskUndoController } from './team/task-undo.controller.ts';
import { reformWork } from './reforms/providers.ts';
import { TeamEndingsSubscriber } from './team-endings.subscriber.ts';
import { UnitWorkController } from './team/unit-work.controller.ts';

const orders = [
  CancelAssignment,
  CancelOwnPart,
  CancelRights,
  DeleteDraft,
  ChooseTeams,
  IssueAssignment,
  LoadCatalogue,
  OrderPlanning,
  OrderReferenceQueries,
  OrderSends,
  OrderWriter,
  ProductsToList,
  ResolveOrder,
  ReplyRules,
  SaveDraft,
  SimilarWorkQueries,
];
const changes = [ChangeAssignment, ChangeFacts, ChangeWriter, LastChanges, OrderOnTable, ReadVersions, UndoChange];
const commune = [
  AnswerDecline,
  AnswerExtension,
  ConfirmEntry,
  ConfirmResults,
  ConfirmTask,
  EntryAccess,
  EntryConfirmations,
  NamedProducts,
  ReturnEntry,
  ReturnTask,
  ResultsToConfirm,
  UndoDecision,
  UndoEntryDecision,
  UndoResults,
  TaskConfirmations,
  WaitingResultQueries,
];
const followUps = [AnswerFollowUp, FollowUpQueries, ReadTeamFollowUps];
const sampling = [EndSamplingRule, ReadSamplingRules, Sampling, SetSamplingRule];
const difficulties = [
  AnswerDifficulty,
  DifficultyAccess,
  DifficultyDeadlines,
  DifficultyPlaces,
  DifficultyPresenter,
  DifficultyWriter,
  FollowDifficulty,
  KnowHowQueries,
  PassOnDifficulty,
  PublishAnswer,
  ReadDifficulties,
  ReportDifficulty,
  UseKnowHow,
];
const committees = [ListCommittees, ReadCommitteeLoad];
const oversight = [Silence, WorkBelowQueries];
const joint = [CompanyPosts, PartnerFacts, PartnerQueries, ReportAsPartner];
const reads = [
  AssignmentQueries,
  CardQueries,
  EntryQueries,
  NamedProductQueries,
  OpenTaskQueries,
  ReadAssignments,
  SearchAssignments,
  ReadDrafts,
  ReadMyTasks,
  ReadProductsToList,
  ReadResults,
  WaitingRows,
  ReadTask,
  TeamTaskQueries,
  ReadTemplates,
  ReadTrail,
  ReadUnitWork,
  TaskDetailQueries,
  TaskContextQueries,
];

/** Global: reporting and notifications read tasks through TasksApi. */
@Global()
@Module({
  imports: [MembershipModule, TypeOrmModule.forFeature(tasksEntities)],
  controllers: [
    AllotmentsController,
    MonthlyNumbersController,
    AssignmentsController,
    OrderChangesController,
    OrderSeriesController,
    CommitteeLoadsController,
    DraftsController,
    EntryResultsController,
    ConfirmResultsController,
    PhotosController,
    ResultsController,
    CatalogueController,
    FollowUpsController,
    SamplingController,
    TaskAnswersController,
    TaskProgressController,
    TasksController,
    TaskUndoController,
    UnitWorkController,
    DifficultiesController,
    JointWorkController,
    TeamDifficultiesController,
  ],
  providers: [
    ...allotmentProviders,
    ...seriesProviders,
    ...orders,
    ...changes,
    ...teamWork,
    ...commune,
    ...followUps,
    ...sampling,
    ...difficulties,
    ...committees,
    ...oversight,
    ...joint,
    ...photoProviders,
    ...reads,
    KnownSince,
    ...reformWork,
    TasksOpenWork,
    ...personProviders,
    OwnTemplates,
    ReadCatalogue,
    CountTouched,
    TasksRules,
    TaskCommands,
    TasksApi,
    TasksSubscribers,
    TeamEndingsSubscriber,
  ],
  exports: [
    ChangeFacts,
    OpenTaskQueries,
    PartnerFacts,
    ReadPhotos,
    Silence,
    ReportDifficulty,
    TaskCommands,
    TasksApi,
    WorkBelowQueries,
  ],
})
export class TasksModule {}
