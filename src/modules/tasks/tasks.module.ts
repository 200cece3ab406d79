/**
 * What teams are asked to do and have done, each wing and room on those above it in this list (`.config/floors.mjs`):
 *
 * - work: a task and who may change it, photos, what is seen to later, entries of what was done, which results are drawn
 * - orders: what an order is and asks for, orders and numbers of each month, templates, work with companies, lists of orders,
 *   versions, issuing and taking back
 * - reads: who is silent, what committees carry, results, tasks and their pages
 * - team: accepting, declining, passing on; reporting what was done
 * - commune: confirming and returning; difficulties: told, answered, published
 * - reforms: work whose team or unit ends, or whose post changes hands
 * - rules, personal-data: what other modules ask for
 */
import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { MembershipModule } from '#modules/membership';
import { ChangeAssignment } from './orders/changes/change-assignment.ts';
import { ChangeFacts } from './orders/changes/change-facts.ts';
import { ChangeWriter } from './orders/changes/change-writer.ts';
import { LastChanges } from './orders/order/last-changes.ts';
import { OrderChangesController } from './orders/changes/order-changes.controller.ts';
import { OrderOnTable } from './orders/changes/order-on-table.ts';
import { ReadVersions } from './orders/changes/read-versions.ts';
import { UndoChange } from './orders/changes/undo-change.ts';
import { MonthlyNumbersController } from './orders/allotments/series/monthly-numbers.controller.ts';
import { AllotmentsController } from './orders/allotments/allotments.controller.ts';
import { allotmentProviders } from './orders/allotments/providers.ts';
import { CancelAssignment } from './orders/assignments/cancel-assignment.ts';
import { CancelOwnPart } from './orders/assignments/cancel-own-part.ts';
import { CancelRights } from './orders/order/cancel-rights.ts';
import { DeleteDraft } from './orders/assignments/delete-draft.ts';
import { ChooseTeams } from './orders/assignments/choose-teams.ts';
import { IssueAssignment } from './orders/assignments/issue-assignment.ts';
import { OrderPlanning } from './orders/assignments/order-planning.ts';
import { OrderReferenceQueries } from './orders/order/order-reference.queries.ts';
import { OrderSends } from './orders/assignments/order-sends.ts';
import { OrderWriter } from './orders/order/order-writer.ts';
import { ProductsToList } from './orders/order/products-to-list.ts';
import { ResolveOrder } from './orders/assignments/resolve-order.ts';
import { SaveDraft } from './orders/assignments/save-draft.ts';
import { OrderSeriesController } from './orders/series/order-series.controller.ts';
import { seriesProviders } from './orders/series/providers.ts';
import { SimilarWorkQueries } from './orders/assignments/similar-work.queries.ts';
import { AssignmentsController } from './orders/assignments/assignments.controller.ts';
import { CommitteeLoadsController } from './reads/committees/committee-loads.controller.ts';
import { ListCommittees } from './reads/committees/list-committees.ts';
import { ReadCommitteeLoad } from './reads/committees/read-committee-load.ts';
import { CompanyPosts } from './orders/joint/company-posts.ts';
import { JointWorkController } from './orders/joint/joint-work.controller.ts';
import { PartnerFacts } from './orders/joint/partner-facts.ts';
import { PartnerQueries } from './orders/joint/partner.queries.ts';
import { ReportAsPartner } from './orders/joint/report-as-partner.ts';
import { AnswerFollowUp } from './work/follow-ups/answer-follow-up.ts';
import { FollowUpQueries } from './work/follow-ups/follow-up.queries.ts';
import { ReadTeamFollowUps } from './work/follow-ups/read-team-follow-ups.ts';
import { FollowUpsController } from './work/follow-ups/follow-ups.controller.ts';
import { KnownSince } from './reforms/teams/known-since.ts';
import { Silence } from './reads/oversight/silence.ts';
import { WorkBelowQueries } from './reads/oversight/work-below.queries.ts';
import { CatalogueController } from './orders/catalogue/catalogue.controller.ts';
import { OwnTemplates } from './orders/catalogue/own-templates.ts';
import { ReadCatalogue } from './orders/catalogue/read-catalogue.ts';
import { CountTouched } from './rules/count-touched.ts';
import { TasksRules } from './rules/tasks-rules.ts';
import { LoadCatalogue } from './orders/catalogue/load-catalogue.ts';
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
import { DraftsController } from './orders/assignments/drafts.controller.ts';
import { EntryResultsController } from './commune/entry-results.controller.ts';
import { PhotosController } from './work/photos/photos.controller.ts';
import { photoProviders } from './work/photos/providers.ts';
import { ReadPhotos } from './work/photos/read-photos.ts';
import { AssignmentQueries } from './orders/lists/assignment.queries.ts';
import { CardQueries } from './reads/tasks/card.queries.ts';
import { EntryQueries } from './reads/results/entry.queries.ts';
import { ReadAssignments } from './orders/lists/read-assignments.ts';
import { SearchAssignments } from './orders/lists/search-assignments.ts';
import { NamedProductQueries } from './reads/results/named-product.queries.ts';
import { OpenTaskQueries } from './reads/tasks/open-task.queries.ts';
import { ReadDrafts } from './orders/lists/read-drafts.ts';
import { ReadMyTasks } from './reads/tasks/read-my-tasks.ts';
import { ReadProductsToList } from './orders/lists/read-products-to-list.ts';
import { ReadResults } from './reads/results/read-results.ts';
import { WaitingRows } from './reads/results/waiting-rows.ts';
import { ReadTask } from './reads/tasks/read-task.ts';
import { TeamTaskQueries } from './reads/tasks/team-task.queries.ts';
import { ReadTemplates } from './orders/lists/read-templates.ts';
import { ReadTrail } from './reads/tasks/read-trail.ts';
import { ReadUnitWork } from './reads/results/read-unit-work.ts';
import { TaskDetailQueries } from './reads/tasks/task-detail.queries.ts';
import { TaskContextQueries } from './reads/tasks/task-context.queries.ts';
import { ReplyRules } from './orders/order/reply-rules.ts';
import { EndSamplingRule } from './work/sampling/end-sampling-rule.ts';
import { ReadSamplingRules } from './work/sampling/read-sampling-rules.ts';
import { Sampling } from './work/sampling/sampling.ts';
import { SamplingController } from './work/sampling/sampling.controller.ts';
import { SetSamplingRule } from './work/sampling/set-sampling-rule.ts';
import { ResultsController } from './commune/results.controller.ts';
import { TaskAnswersController } from './team/answers/task-answers.controller.ts';
import { TaskCommands } from './team/task-commands.ts';
import { TasksOpenWork } from './reforms/units/open-work.ts';
import { personProviders } from './personal-data/person-providers.ts';
import { TaskProgressController } from './team/progress/task-progress.controller.ts';
import { TasksApi } from './tasks.api.ts';
import { TasksController } from './reads/tasks/tasks.controller.ts';
import { tasksEntities } from './tasks.entities.ts';
import { TasksSubscribers } from './tasks.subscribers.ts';
import { teamWork } from './team/providers.ts';
import { TaskUndoController } from './team/answers/task-undo.controller.ts';
import { reformWork } from './reforms/providers.ts';
import { TeamEndingsSubscriber } from './reforms/teams/team-endings.subscriber.ts';
import { UnitWorkController } from './team/progress/unit-work.controller.ts';

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
