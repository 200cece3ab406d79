import { Platform1700000000100 } from './1700000000100-platform.ts';
import { Organization1700000000200 } from './1700000000200-organization.ts';
import { Membership1700000000300 } from './1700000000300-membership.ts';
import { Training1700000000400 } from './1700000000400-training.ts';
import { Tasks1700000000500 } from './1700000000500-tasks.ts';
import { Reporting1700000000600 } from './1700000000600-reporting.ts';
import { Notifications1700000000700 } from './1700000000700-notifications.ts';
import { TasksReads1795793916000 } from './1795793916000-tasks-reads.ts';
import { MembershipOneAddress1795800871000 } from './1795800871000-membership-one-address.ts';
import { NotificationsFoldedChunks1795800872000 } from './1795800872000-notifications-folded-chunks.ts';
import { OrganizationWordsOfBreakdowns1795814731000 } from './1795814731000-organization-words-of-breakdowns.ts';
import { TasksBreakdowns1795814732000 } from './1795814732000-tasks-breakdowns.ts';
import { MembershipSessionEnds1795815509000 } from './1795815509000-membership-session-ends.ts';
import { NotificationsChunkIndex1795818483000 } from './1795818483000-notifications-chunk-index.ts';
import { TasksDifficulties1795826245000 } from './1795826245000-tasks-difficulties.ts';
import { ReportingAllowanceRules1795826255000 } from './1795826255000-reporting-allowance-rules.ts';
import { TasksEntryProducts1795826296000 } from './1795826296000-tasks-entry-products.ts';
import { TasksSampling1795827354000 } from './1795827354000-tasks-sampling.ts';
import { MembershipCards1795828753000 } from './1795828753000-membership-cards.ts';
import { TasksJointWork1795830232000 } from './1795830232000-tasks-joint-work.ts';
import { OrganizationDatedTree1795838082000 } from './1795838082000-organization-dated-tree.ts';
import { MembershipAccessHelp1795839817000 } from './1795839817000-membership-access-help.ts';
import { MembershipSessionsOfAPerson1795847189000 } from './1795847189000-membership-sessions-of-a-person.ts';
import { MembershipCommitteeSeats1795849978000 } from './1795849978000-membership-committee-seats.ts';
import { OrganizationRulesByDirective1795850358000 } from './1795850358000-organization-rules-by-directive.ts';
import { TasksRulesByDirective1795850359000 } from './1795850359000-tasks-rules-by-directive.ts';
import { NotificationsRulesByDirective1795850360000 } from './1795850360000-notifications-rules-by-directive.ts';
import { OrganizationSecondDayOfSeptember1795852000000 } from './1795852000000-organization-second-day-of-september.ts';
import { OrganizationProviderKinds1795852662000 } from './1795852662000-organization-provider-kinds.ts';
import { TasksOrdersOfIssuer1795853000000 } from './1795853000000-tasks-orders-of-issuer.ts';
import { TasksKnowHowWithdrawn1795861895000 } from './1795861895000-tasks-know-how-withdrawn.ts';
import { MembershipCardPhotos1795861896000 } from './1795861896000-membership-card-photos.ts';
import { PlatformTrail1795861984000 } from './1795861984000-platform-trail.ts';
import { ReportingPurposeOfLists1795861985000 } from './1795861985000-reporting-purpose-of-lists.ts';
import { NotificationsLearnedRoutes1795862000000 } from './1795862000000-notifications-learned-routes.ts';
import { TasksDue1795863200000 } from './1795863200000-tasks-due.ts';
import { NotificationsQuietRules1795863300000 } from './1795863300000-notifications-quiet-rules.ts';
import { OrganizationOwnIndicators1795863774000 } from './1795863774000-organization-own-indicators.ts';
import { TasksOwnTemplates1795863775000 } from './1795863775000-tasks-own-templates.ts';
import { TasksOrderChanges1795873776000 } from './1795873776000-tasks-order-changes.ts';
import { MembershipTeamPapers1795873800000 } from './1795873800000-membership-team-papers.ts';
import { MembershipNumberQuestions1795873888000 } from './1795873888000-membership-number-questions.ts';
import { ReportingApprovals1795874865000 } from './1795874865000-reporting-approvals.ts';
import { NotificationsUrgentChase1795877055000 } from './1795877055000-notifications-urgent-chase.ts';
import { MembershipHandovers1795878100000 } from './1795878100000-membership-handovers.ts';
import { TasksAllotments1795880000000 } from './1795880000000-tasks-allotments.ts';
import { TasksSecondApproval1795881000000 } from './1795881000000-tasks-second-approval.ts';
import { NotificationsRecipients1795887960000 } from './1795887960000-notifications-recipients.ts';
import { TasksNextOfSeries1795889500000 } from './1795889500000-tasks-next-of-series.ts';
import { MembershipPersonMerges1795890143000 } from './1795890143000-membership-person-merges.ts';
import { NotificationsInviteMails1795890443000 } from './1795890443000-notifications-invite-mails.ts';
import { PlatformTraces1795899901000 } from './1795899901000-platform-traces.ts';
import { NotificationsLogQuestions1795899902000 } from './1795899902000-notifications-log-questions.ts';
import { OrganizationUnitChanges1795899903000 } from './1795899903000-organization-unit-changes.ts';
import { OrganizationKeepingRules1795899904000 } from './1795899904000-organization-keeping-rules.ts';
import { NotificationsChangedPosts1795900102000 } from './1795900102000-notifications-changed-posts.ts';
import { OrganizationUnitShapes1795900107000 } from './1795900107000-organization-unit-shapes.ts';
import { NotificationsSubjects1795903229000 } from './1795903229000-notifications-subjects.ts';
import { ReportingCampaignRecall1795903230000 } from './1795903230000-reporting-campaign-recall.ts';
import { OrganizationRuleAnnouncements1795903231000 } from './1795903231000-organization-rule-announcements.ts';
import { OrganizationAttentionRules1795903232000 } from './1795903232000-organization-attention-rules.ts';
import { ReportingCampaignsOfDays1795903236000 } from './1795903236000-reporting-campaigns-of-days.ts';
import { PlatformHeldActs1795903240000 } from './1795903240000-platform-held-acts.ts';
import { OrganizationKeptHamlets1795903244000 } from './1795903244000-organization-kept-hamlets.ts';
import { OrganizationUnitMaps1795903245000 } from './1795903245000-organization-unit-maps.ts';
import { MembershipSecondFactors1795903248000 } from './1795903248000-membership-second-factors.ts';
import { MembershipSecondFactorRules1795903249000 } from './1795903249000-membership-second-factor-rules.ts';
import { OrganizationReorganisations1795903253000 } from './1795903253000-organization-reorganisations.ts';
import { MembershipMergedTeams1795903254000 } from './1795903254000-membership-merged-teams.ts';
import { MembershipSendRequests1795903260000 } from './1795903260000-membership-send-requests.ts';
import { TasksMonthlyNumbers1795903262000 } from './1795903262000-tasks-monthly-numbers.ts';
import { NotificationsOwnMailboxes1795903264000 } from './1795903264000-notifications-own-mailboxes.ts';
import { PlatformBackupRuns1795923789000 } from './1795923789000-platform-backup-runs.ts';
import { MembershipDataRequests1796010000000 } from './1796010000000-membership-data-requests.ts';
import { OrganizationMoreKeepingRules1796011000000 } from './1796011000000-organization-more-keeping-rules.ts';
import { MembershipRetentionHolds1796011100000 } from './1796011100000-membership-retention-holds.ts';
import { PlatformRetention1796011200000 } from './1796011200000-platform-retention.ts';
import { TasksErasedPhotos1796011300000 } from './1796011300000-tasks-erased-photos.ts';
import { TasksPhotosByAge1796011310000 } from './1796011310000-tasks-photos-by-age.ts';
import { TasksErasedPhotosChecked1796011320000 } from './1796011320000-tasks-erased-photos-checked.ts';
import { NotificationsForgottenDeliveries1796011400000 } from './1796011400000-notifications-forgotten-deliveries.ts';
import { NotificationsByAge1796011410000 } from './1796011410000-notifications-by-age.ts';
import { PlatformSeeing1796012000000 } from './1796012000000-platform-seeing.ts';
import { NotificationsTraces1796012100000 } from './1796012100000-notifications-traces.ts';
import { NotificationsPublicMonths1796012200000 } from './1796012200000-notifications-public-months.ts';
import { MembershipPasskeys1796013000000 } from './1796013000000-membership-passkeys.ts';
import { MembershipAgencyAccounts1796013100000 } from './1796013100000-membership-agency-accounts.ts';
import { MembershipAgencyOpenings1796013110000 } from './1796013110000-membership-agency-openings.ts';
import { OrganizationReformsOfUnits1796015000000 } from './1796015000000-organization-reforms-of-units.ts';
import { TrainingByTeam1796020100000 } from './1796020100000-training-by-team.ts';
import { OrganizationReformPeople1796021000000 } from './1796021000000-organization-reform-people.ts';
import { MembershipReformPeople1796021100000 } from './1796021100000-membership-reform-people.ts';
import { OrganizationHamletNames1796021200000 } from './1796021200000-organization-hamlet-names.ts';
import { OrganizationNamesBeside1796021300000 } from './1796021300000-organization-names-beside.ts';
import { OrganizationToldApart1796021400000 } from './1796021400000-organization-told-apart.ts';
import { MembershipTakeoverTicks1796022000000 } from './1796022000000-membership-takeover-ticks.ts';
import { ReportingFigureParts1796023000000 } from './1796023000000-reporting-figure-parts.ts';
import { OrganizationReformsAhead1796024000000 } from './1796024000000-organization-reforms-ahead.ts';
import { OrganizationReformReports1796024100000 } from './1796024100000-organization-reform-reports.ts';
import { OrganizationReformReportsChecked1796024200000 } from './1796024200000-organization-reform-reports-checked.ts';
import { TasksReceiptsTravel1796024300000 } from './1796024300000-tasks-receipts-travel.ts';
import { OrganizationSplitHamlets1796025000000 } from './1796025000000-organization-split-hamlets.ts';
import { MembershipSplitTeams1796025100000 } from './1796025100000-membership-split-teams.ts';
import { MembershipSplitTeamsFound1796025110000 } from './1796025110000-membership-split-teams-found.ts';
import { MembershipSplitTeamsChecked1796025120000 } from './1796025120000-membership-split-teams-checked.ts';
import { TasksSplitTasks1796025200000 } from './1796025200000-tasks-split-tasks.ts';
import { TasksSplitTasksFound1796025210000 } from './1796025210000-tasks-split-tasks-found.ts';
import { TasksSplitTasksChecked1796025220000 } from './1796025220000-tasks-split-tasks-checked.ts';
import { OrganizationReformsUnderWay1796025300000 } from './1796025300000-organization-reforms-under-way.ts';
import { OrganizationNameOpinions1796026000000 } from './1796026000000-organization-name-opinions.ts';
import { TasksEscalatedDifficulties1796026100000 } from './1796026100000-tasks-escalated-difficulties.ts';
import { ReportingUnsentReports1796026110000 } from './1796026110000-reporting-unsent-reports.ts';
import { OrganizationUnitSpans1796026120000 } from './1796026120000-organization-unit-spans.ts';
import { MembershipAccountsByPerson1796026130000 } from './1796026130000-membership-accounts-by-person.ts';
import { TasksPhotosByPerson1796026140000 } from './1796026140000-tasks-photos-by-person.ts';
import { ReportingReportsByUnit1796026150000 } from './1796026150000-reporting-reports-by-unit.ts';
import { NotificationsAddressesOfMany1796026160000 } from './1796026160000-notifications-addresses-of-many.ts';
import { NotificationsAgeWithoutChunk1796026170000 } from './1796026170000-notifications-age-without-chunk.ts';
import { NotificationsGoneAddresses1796026180000 } from './1796026180000-notifications-gone-addresses.ts';
import { MembershipProvenDevices1796027100000 } from './1796027100000-membership-proven-devices.ts';
import { MembershipSecondPersons1796027200000 } from './1796027200000-membership-second-persons.ts';
import { MembershipSecondPersonsChecked1796027210000 } from './1796027210000-membership-second-persons-checked.ts';
import { MembershipPlannedErasing1796027220000 } from './1796027220000-membership-planned-erasing.ts';
import { MembershipPlannedErasingChecked1796027230000 } from './1796027230000-membership-planned-erasing-checked.ts';
import { OrganizationReformsHeld1796027300000 } from './1796027300000-organization-reforms-held.ts';
import { ReportingLeftDrafts1796027310000 } from './1796027310000-reporting-left-drafts.ts';
import { ReportingStandsOn1796027400000 } from './1796027400000-reporting-stands-on.ts';
import { OrganizationPredecessors1796027401000 } from './1796027401000-organization-predecessors.ts';
import { OrganizationMoreBreakdowns1796027500000 } from './1796027500000-organization-more-breakdowns.ts';
import { OrganizationOnlineBuyers1796027510000 } from './1796027510000-organization-online-buyers.ts';
import { OrganizationUnitImports1796027600000 } from './1796027600000-organization-unit-imports.ts';
import { OrganizationOfficeCards1796027600001 } from './1796027600001-organization-office-cards.ts';
import { MembershipInviteSlips1796027800000 } from './1796027800000-membership-invite-slips.ts';
import { MembershipInviteSlipsFound1796027801000 } from './1796027801000-membership-invite-slips-found.ts';
import { PlatformProcessClocks1796027900000 } from './1796027900000-platform-process-clocks.ts';
import { MembershipEndEntered1796028000000 } from './1796028000000-membership-end-entered.ts';
import { MembershipBusyWords1796028100000 } from './1796028100000-membership-busy-words.ts';
import { OrganizationOfficeCalls1796028200000 } from './1796028200000-organization-office-calls.ts';
import { OrganizationInvitingRules1796028201000 } from './1796028201000-organization-inviting-rules.ts';
import { MembershipMemberSkills1796028400000 } from './1796028400000-membership-member-skills.ts';
import { TasksFollowUps1796028450000 } from './1796028450000-tasks-follow-ups.ts';
import { OrganizationPersonalNumbers1796100000000 } from './1796100000000-organization-personal-numbers.ts';
import { OrganizationDueWording1796100001000 } from './1796100001000-organization-due-wording.ts';
import { OrganizationDueWordingChecked1796100002000 } from './1796100002000-organization-due-wording-checked.ts';

/** In order; append-only: a recorded migration is never changed (recorded.json), a mistake gets another one. */
export const migrations = [
  Platform1700000000100,
  Organization1700000000200,
  Membership1700000000300,
  Training1700000000400,
  Tasks1700000000500,
  Reporting1700000000600,
  Notifications1700000000700,
  TasksReads1795793916000,
  MembershipOneAddress1795800871000,
  NotificationsFoldedChunks1795800872000,
  OrganizationWordsOfBreakdowns1795814731000,
  TasksBreakdowns1795814732000,
  MembershipSessionEnds1795815509000,
  NotificationsChunkIndex1795818483000,
  TasksDifficulties1795826245000,
  ReportingAllowanceRules1795826255000,
  TasksEntryProducts1795826296000,
  TasksSampling1795827354000,
  MembershipCards1795828753000,
  TasksJointWork1795830232000,
  OrganizationDatedTree1795838082000,
  MembershipAccessHelp1795839817000,
  MembershipSessionsOfAPerson1795847189000,
  MembershipCommitteeSeats1795849978000,
  OrganizationRulesByDirective1795850358000,
  TasksRulesByDirective1795850359000,
  NotificationsRulesByDirective1795850360000,
  OrganizationSecondDayOfSeptember1795852000000,
  OrganizationProviderKinds1795852662000,
  TasksOrdersOfIssuer1795853000000,
  TasksKnowHowWithdrawn1795861895000,
  MembershipCardPhotos1795861896000,
  PlatformTrail1795861984000,
  ReportingPurposeOfLists1795861985000,
  NotificationsLearnedRoutes1795862000000,
  TasksDue1795863200000,
  NotificationsQuietRules1795863300000,
  OrganizationOwnIndicators1795863774000,
  TasksOwnTemplates1795863775000,
  TasksOrderChanges1795873776000,
  MembershipTeamPapers1795873800000,
  MembershipNumberQuestions1795873888000,
  ReportingApprovals1795874865000,
  NotificationsUrgentChase1795877055000,
  MembershipHandovers1795878100000,
  TasksAllotments1795880000000,
  TasksSecondApproval1795881000000,
  NotificationsRecipients1795887960000,
  TasksNextOfSeries1795889500000,
  MembershipPersonMerges1795890143000,
  NotificationsInviteMails1795890443000,
  PlatformTraces1795899901000,
  NotificationsLogQuestions1795899902000,
  OrganizationUnitChanges1795899903000,
  OrganizationKeepingRules1795899904000,
  NotificationsChangedPosts1795900102000,
  OrganizationUnitShapes1795900107000,
  NotificationsSubjects1795903229000,
  ReportingCampaignRecall1795903230000,
  OrganizationRuleAnnouncements1795903231000,
  OrganizationAttentionRules1795903232000,
  ReportingCampaignsOfDays1795903236000,
  PlatformHeldActs1795903240000,
  OrganizationKeptHamlets1795903244000,
  OrganizationUnitMaps1795903245000,
  MembershipSecondFactors1795903248000,
  MembershipSecondFactorRules1795903249000,
  OrganizationReorganisations1795903253000,
  MembershipMergedTeams1795903254000,
  MembershipSendRequests1795903260000,
  TasksMonthlyNumbers1795903262000,
  NotificationsOwnMailboxes1795903264000,
  PlatformBackupRuns1795923789000,
  MembershipDataRequests1796010000000,
  OrganizationMoreKeepingRules1796011000000,
  MembershipRetentionHolds1796011100000,
  PlatformRetention1796011200000,
  TasksErasedPhotos1796011300000,
  TasksPhotosByAge1796011310000,
  TasksErasedPhotosChecked1796011320000,
  NotificationsForgottenDeliveries1796011400000,
  NotificationsByAge1796011410000,
  PlatformSeeing1796012000000,
  NotificationsTraces1796012100000,
  NotificationsPublicMonths1796012200000,
  MembershipPasskeys1796013000000,
  MembershipAgencyAccounts1796013100000,
  MembershipAgencyOpenings1796013110000,
  OrganizationReformsOfUnits1796015000000,
  TrainingByTeam1796020100000,
  OrganizationReformPeople1796021000000,
  MembershipReformPeople1796021100000,
  OrganizationHamletNames1796021200000,
  OrganizationNamesBeside1796021300000,
  OrganizationToldApart1796021400000,
  MembershipTakeoverTicks1796022000000,
  ReportingFigureParts1796023000000,
  OrganizationReformsAhead1796024000000,
  OrganizationReformReports1796024100000,
  OrganizationReformReportsChecked1796024200000,
  TasksReceiptsTravel1796024300000,
  OrganizationSplitHamlets1796025000000,
  MembershipSplitTeams1796025100000,
  MembershipSplitTeamsFound1796025110000,
  MembershipSplitTeamsChecked1796025120000,
  TasksSplitTasks1796025200000,
  TasksSplitTasksFound1796025210000,
  TasksSplitTasksChecked1796025220000,
  OrganizationReformsUnderWay1796025300000,
  OrganizationNameOpinions1796026000000,
  TasksEscalatedDifficulties1796026100000,
  ReportingUnsentReports1796026110000,
  OrganizationUnitSpans1796026120000,
  MembershipAccountsByPerson1796026130000,
  TasksPhotosByPerson1796026140000,
  ReportingReportsByUnit1796026150000,
  NotificationsAddressesOfMany1796026160000,
  NotificationsAgeWithoutChunk1796026170000,
  NotificationsGoneAddresses1796026180000,
  MembershipProvenDevices1796027100000,
  MembershipSecondPersons1796027200000,
  MembershipSecondPersonsChecked1796027210000,
  MembershipPlannedErasing1796027220000,
  MembershipPlannedErasingChecked1796027230000,
  OrganizationReformsHeld1796027300000,
  ReportingLeftDrafts1796027310000,
  ReportingStandsOn1796027400000,
  OrganizationPredecessors1796027401000,
  OrganizationMoreBreakdowns1796027500000,
  OrganizationOnlineBuyers1796027510000,
  OrganizationUnitImports1796027600000,
  OrganizationOfficeCards1796027600001,
  MembershipInviteSlips1796027800000,
  MembershipInviteSlipsFound1796027801000,
  PlatformProcessClocks1796027900000,
  MembershipEndEntered1796028000000,
  MembershipBusyWords1796028100000,
  OrganizationOfficeCalls1796028200000,
  OrganizationInvitingRules1796028201000,
  MembershipMemberSkills1796028400000,
  TasksFollowUps1796028450000,
  OrganizationPersonalNumbers1796100000000,
  OrganizationDueWording1796100001000,
  OrganizationDueWordingChecked1796100002000,
];
