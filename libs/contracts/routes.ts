import { actRoutes } from './access/acts.ts';
import { agencyRoutes } from './access/agency.ts';
import { accountRoutes } from './access/accounts.ts';
import { accessRoutes } from './access/access.ts';
import { slipRoutes } from './access/slips.ts';
import { allotmentRoutes } from './tasks/allotments.ts';
import { assignmentRoutes } from './tasks/assignments.ts';
import { busyRoutes } from './membership/busy.ts';
import { skillRoutes } from './membership/skills.ts';
import { cardRoutes } from './membership/cards.ts';
import { channelSettingRoutes } from './notifications/channel-settings.ts';
import { channelRoutes } from './notifications/channels.ts';
import { committeeLoadRoutes } from './membership/committee-load.ts';
import { committeeRoutes } from './membership/committees.ts';
import { correctionRoutes } from './membership/corrections.ts';
import { membershipRoutes } from './membership/membership.ts';
import { numberRoutes } from './membership/numbers.ts';
import { endingRoutes } from './membership/endings.ts';
import { difficultyRoutes } from './tasks/difficulties.ts';
import { jointWorkRoutes } from './tasks/joint-work.ts';
import { changePreviewRoutes } from './notifications/change-preview.ts';
import { inviteMailRoutes } from './notifications/invite-mails.ts';
import { notificationRoutes } from './notifications/notifications.ts';
import { reformToldRoutes } from './notifications/reform-told.ts';
import { progressRoutes } from './notifications/progress.ts';
import { handoverRoutes } from './access/handovers.ts';
import { manyPostRoutes } from './access/many-posts.ts';
import { mergeRoutes } from './access/merges.ts';
import { logRoutes } from './access/log.ts';
import { officerListRoutes } from './access/officer-list.ts';
import { officerRoutes } from './access/officers.ts';
import { readinessRoutes } from './access/readiness.ts';
import { passkeyRoutes } from './access/passkeys.ts';
import { secondFactorRoutes } from './access/second-factor.ts';
import { backupRoutes } from './organization/backups.ts';
import { coverageListRoutes } from './organization/coverage-list.ts';
import { coverageRoutes } from './organization/coverage.ts';
import { closingRoutes } from './organization/closings.ts';
import { hamletRoutes } from './organization/hamlets.ts';
import { shapeRoutes } from './organization/shapes.ts';
import { unitDayRoutes } from './organization/unit-days.ts';
import { keepingRoutes } from './organization/keeping.ts';
import { unitListRoutes } from './organization/lists/unit-lists.ts';
import { officeRoutes } from './organization/lists/offices.ts';
import { organizationRoutes } from './organization/organization.ts';
import { referenceRoutes } from './organization/references.ts';
import { nameOpinionRoutes } from './organization/name-opinions.ts';
import { reformNameRoutes } from './organization/reform-names.ts';
import { reformRoutes } from './organization/reforms.ts';
import { reformPeopleRoutes } from './membership/reform-people.ts';
import { hamletSplitRoutes } from './organization/splits/hamlet-splits.ts';
import { reorganisationRoutes } from './organization/reorganisations.ts';
import { ruleRoutes } from './organization/rules.ts';
import { reportRoutes } from './reporting/reporting.ts';
import { boardRoutes } from './reporting/board.ts';
import { formAnswerRoutes } from './reporting/form-answers.ts';
import { formRoutes } from './reporting/forms.ts';
import { overviewRoutes } from './reporting/overview.ts';
import { listRoutes } from './reporting/lists.ts';
import { documentRoutes } from './reporting/documents.ts';
import { recipientRoutes } from './reporting/recipients.ts';
import { pastFigureRoutes } from './reporting/past-figures.ts';
import { oddFigureRoutes } from './reporting/odd-figures.ts';
import { restatementRoutes } from './reporting/restatement.ts';
import { serviceDayRoutes } from './reporting/service-days.ts';
import { dataRequestRoutes } from './privacy/data-requests.ts';
import { ownDataRoutes } from './privacy/own-data.ts';
import { rosterRoutes } from './membership/rosters.ts';
import { confirmationRoutes } from './tasks/confirmations.ts';
import { followUpRoutes } from './tasks/follow-ups.ts';
import { resultRoutes } from './tasks/results.ts';
import { samplingRoutes } from './tasks/sampling.ts';
import { sendRequestRoutes } from './membership/send-requests.ts';
import { teamPaperRoutes } from './membership/team-papers.ts';
import { teamListRoutes } from './membership/team-lists.ts';
import { orderChangeRoutes } from './tasks/order-changes.ts';
import { monthlyNumberRoutes } from './tasks/monthly-numbers.ts';
import { orderSeriesRoutes } from './tasks/order-series.ts';
import { ownCatalogueRoutes } from './tasks/own-catalogue.ts';
import { takeoverRoutes } from './membership/takeover.ts';
import { taskRoutes } from './tasks/tasks.ts';
import { checkInRoutes } from './training/check-in.ts';
import { trainingMemberRoutes } from './training/members.ts';
import { trainingPlanRoutes } from './training/training.ts';
import { workDayRoutes } from './organization/work-days.ts';
import { systemRoutes } from './system/system.ts';

/** Every endpoint of the API, by operation id. */
export const routes = {
  ...accessRoutes,
  ...slipRoutes,
  ...secondFactorRoutes,
  ...passkeyRoutes,
  ...accountRoutes,
  ...agencyRoutes,
  ...actRoutes,
  ...endingRoutes,
  ...keepingRoutes,
  ...organizationRoutes,
  ...officeRoutes,
  ...unitListRoutes,
  ...hamletRoutes,
  ...closingRoutes,
  ...referenceRoutes,
  ...ruleRoutes,
  ...reorganisationRoutes,
  ...hamletSplitRoutes,
  ...reformRoutes,
  ...reformPeopleRoutes,
  ...reformNameRoutes,
  ...nameOpinionRoutes,
  ...shapeRoutes,
  ...unitDayRoutes,
  ...backupRoutes,
  ...coverageRoutes,
  ...coverageListRoutes,
  ...membershipRoutes,
  ...numberRoutes,
  ...busyRoutes,
  ...skillRoutes,
  ...teamListRoutes,
  ...teamPaperRoutes,
  ...cardRoutes,
  ...committeeRoutes,
  ...committeeLoadRoutes,
  ...correctionRoutes,
  ...rosterRoutes,
  ...officerRoutes,
  ...handoverRoutes,
  ...takeoverRoutes,
  ...manyPostRoutes,
  ...mergeRoutes,
  ...inviteMailRoutes,
  ...officerListRoutes,
  ...readinessRoutes,
  ...logRoutes,
  ...assignmentRoutes,
  ...allotmentRoutes,
  ...orderChangeRoutes,
  ...orderSeriesRoutes,
  ...sendRequestRoutes,
  ...monthlyNumberRoutes,
  ...ownCatalogueRoutes,
  ...taskRoutes,
  ...resultRoutes,
  ...followUpRoutes,
  ...difficultyRoutes,
  ...jointWorkRoutes,
  ...confirmationRoutes,
  ...samplingRoutes,
  ...notificationRoutes,
  ...changePreviewRoutes,
  ...reformToldRoutes,
  ...progressRoutes,
  ...channelRoutes,
  ...channelSettingRoutes,
  ...trainingPlanRoutes,
  ...trainingMemberRoutes,
  ...checkInRoutes,
  ...reportRoutes,
  ...boardRoutes,
  ...formRoutes,
  ...formAnswerRoutes,
  ...overviewRoutes,
  ...documentRoutes,
  ...recipientRoutes,
  ...listRoutes,
  ...pastFigureRoutes,
  ...oddFigureRoutes,
  ...restatementRoutes,
  ...serviceDayRoutes,
  ...ownDataRoutes,
  ...dataRequestRoutes,
  ...workDayRoutes,
  ...systemRoutes,
};
export type RouteId = keyof typeof routes;
