import type { channelsVi } from './console/notifications/channels.vi.ts';
import type { committeeVi } from './console/membership/committee.vi.ts';
import type { providersVi } from './console/organization/providers.vi.ts';
import type { handoversVi } from './console/membership/handovers.vi.ts';
import type { mergesVi } from './console/membership/merges.vi.ts';
import type { officersVi } from './console/membership/officers.vi.ts';
import type { assignVi } from './console/tasks/assign.vi.ts';
import type { confirmVi } from './console/tasks/confirm.vi.ts';
import type { registersVi } from './console/organization/registers.vi.ts';
import type { helpVi } from './console/frame/help.vi.ts';
import type { oversightVi } from './console/tasks/oversight.vi.ts';
import type { howVi } from './console/reporting/how.vi.ts';
import type { overviewVi } from './console/reporting/overview.vi.ts';
import type { documentsVi } from './console/reporting/documents.vi.ts';
import type { agencyVi } from './console/frame/agency.vi.ts';
import type { accountVi } from './console/frame/account.vi.ts';
import type { allotmentsVi } from './console/tasks/allotments.vi.ts';
import type { dataRequestsVi } from './console/membership/data-requests.vi.ts';
import type { sendRequestsVi } from './console/notifications/send-requests.vi.ts';
import type { orderChangesVi } from './console/tasks/order-changes.vi.ts';
import type { orderSeriesVi } from './console/tasks/order-series.vi.ts';
import type { rosterVi } from './console/membership/roster.vi.ts';
import type { reportsVi } from './console/reporting/reports.vi.ts';
import type { logPageVi } from './console/frame/log.vi.ts';
import type { logVi } from './words/log.vi.ts';
import type { keepingVi } from './console/frame/keeping.vi.ts';
import type { rulesVi } from './console/organization/rules.vi.ts';
import type { secondFactorVi } from './console/frame/second-factor.vi.ts';
import type { serviceDaysVi } from './console/reporting/service-days.vi.ts';
import type { startVi } from './console/frame/start.vi.ts';
import type { invitesVi } from './console/membership/invites.vi.ts';
import type { teamVi } from './console/membership/team.vi.ts';
import type { teamPapersVi } from './console/membership/team-papers.vi.ts';
import type { trainingVi } from './console/training/training.vi.ts';
import type { officerListVi } from './console/membership/officer-list.vi.ts';
import type { unitListVi } from './console/organization/unit-list.vi.ts';
import type { officesVi } from './console/organization/offices.vi.ts';
import type { mapsVi } from './console/organization/maps.vi.ts';
import type { coverageListVi } from './console/training/coverage-list.vi.ts';
import type { unitsVi } from './console/organization/units.vi.ts';
import type { bulkVi } from './console/tasks/bulk.vi.ts';
import type { dayVi } from './console/frame/day.vi.ts';
import type { restatedVi } from './console/reporting/restated.vi.ts';
import type { recipientsVi } from './console/reporting/recipients.vi.ts';
import type { boardVi } from './console/tasks/board.vi.ts';
import type { reformsVi } from './console/organization/reforms.vi.ts';
import type { directivesVi } from './console/organization/directives.vi.ts';
import type { pastVi } from './console/membership/past.vi.ts';
import type { askedNamesVi } from './console/organization/asked-names.vi.ts';
import type { reformNamesVi } from './console/organization/reform-names.vi.ts';
import type { reformPeopleVi } from './console/membership/reform-people.vi.ts';
import type { takeoverVi } from './console/membership/takeover.vi.ts';
import type { unitReformsVi } from './console/organization/unit-reforms.vi.ts';
import type { splitsVi } from './console/organization/splits.vi.ts';
import type { systemVi } from './console/frame/system.vi.ts';
import type { workDaysVi } from './console/organization/work-days.vi.ts';
import type { consoleVi } from './console.vi.ts';
import type { consoleErrorsVi } from './console/frame/errors.vi.ts';
import type { errorsVi } from './words/errors.vi.ts';
import type { findingsVi } from './words/findings.vi.ts';
/** English over the Vietnamese words; loaded when it is chosen. */
import { channelsEn } from './console/notifications/channels.en.ts';
import { committeeEn } from './console/membership/committee.en.ts';
import { providersEn } from './console/organization/providers.en.ts';
import { generalEn } from './console/frame/general.en.ts';
import { followEn } from './console/tasks/follow.en.ts';
import { frameEn } from './console/frame/frame.en.ts';
import { handoversEn } from './console/membership/handovers.en.ts';
import { mergesEn } from './console/membership/merges.en.ts';
import { officersEn } from './console/membership/officers.en.ts';
import { assignEn } from './console/tasks/assign.en.ts';
import { confirmEn } from './console/tasks/confirm.en.ts';
import { registersEn } from './console/organization/registers.en.ts';
import { helpEn } from './console/frame/help.en.ts';
import { oversightEn } from './console/tasks/oversight.en.ts';
import { howEn } from './console/reporting/how.en.ts';
import { overviewEn } from './console/reporting/overview.en.ts';
import { documentsEn } from './console/reporting/documents.en.ts';
import { agencyEn } from './console/frame/agency.en.ts';
import { accountEn } from './console/frame/account.en.ts';
import { allotmentsEn } from './console/tasks/allotments.en.ts';
import { dataRequestsEn } from './console/membership/data-requests.en.ts';
import { sendRequestsEn } from './console/notifications/send-requests.en.ts';
import { orderChangesEn } from './console/tasks/order-changes.en.ts';
import { orderSeriesEn } from './console/tasks/order-series.en.ts';
import { peopleEn } from './console/membership/people.en.ts';
import { reportsEn } from './console/reporting/reports.en.ts';
import { rosterEn } from './console/membership/roster.en.ts';
import { logPageEn } from './console/frame/log.en.ts';
import { logEn } from './words/log.en.ts';
import { keepingEn } from './console/frame/keeping.en.ts';
import { rulesEn } from './console/organization/rules.en.ts';
import { secondFactorEn } from './console/frame/second-factor.en.ts';
import { serviceDaysEn } from './console/reporting/service-days.en.ts';
import { startEn } from './console/frame/start.en.ts';
import { invitesEn } from './console/membership/invites.en.ts';
import { teamEn } from './console/membership/team.en.ts';
import { teamPapersEn } from './console/membership/team-papers.en.ts';
import { trainingEn } from './console/training/training.en.ts';
import { officerListEn } from './console/membership/officer-list.en.ts';
import { coverageListEn } from './console/training/coverage-list.en.ts';
import { unitListEn } from './console/organization/unit-list.en.ts';
import { officesEn } from './console/organization/offices.en.ts';
import { mapsEn } from './console/organization/maps.en.ts';
import { unitsEn } from './console/organization/units.en.ts';
import { bulkEn } from './console/tasks/bulk.en.ts';
import { dayEn } from './console/frame/day.en.ts';
import { restatedEn } from './console/reporting/restated.en.ts';
import { recipientsEn } from './console/reporting/recipients.en.ts';
import { boardEn } from './console/tasks/board.en.ts';
import { reformsEn } from './console/organization/reforms.en.ts';
import { directivesEn } from './console/organization/directives.en.ts';
import { pastEn } from './console/membership/past.en.ts';
import { askedNamesEn } from './console/organization/asked-names.en.ts';
import { reformNamesEn } from './console/organization/reform-names.en.ts';
import { reformPeopleEn } from './console/membership/reform-people.en.ts';
import { takeoverEn } from './console/membership/takeover.en.ts';
import { unitReformsEn } from './console/organization/unit-reforms.en.ts';
import { splitsEn } from './console/organization/splits.en.ts';
import { systemEn } from './console/frame/system.en.ts';
import { workDaysEn } from './console/organization/work-days.en.ts';
import { workEn } from './console/tasks/work.en.ts';
import { consoleErrorsEn } from './console/frame/errors.en.ts';
import { errorsEn } from './words/errors.en.ts';
import { findingsEn } from './words/findings.en.ts';

export { withUnits } from './words/unit-words.en.ts';

export const consoleEn: Record<
  | keyof typeof consoleVi
  | keyof typeof consoleErrorsVi
  | keyof typeof errorsVi
  | keyof typeof channelsVi
  | keyof typeof providersVi
  | keyof typeof committeeVi
  | keyof typeof findingsVi
  | keyof typeof mergesVi
  | keyof typeof officersVi
  | keyof typeof handoversVi
  | keyof typeof assignVi
  | keyof typeof confirmVi
  | keyof typeof registersVi
  | keyof typeof helpVi
  | keyof typeof oversightVi
  | keyof typeof howVi
  | keyof typeof overviewVi
  | keyof typeof documentsVi
  | keyof typeof accountVi
  | keyof typeof agencyVi
  | keyof typeof allotmentsVi
  | keyof typeof dataRequestsVi
  | keyof typeof sendRequestsVi
  | keyof typeof orderChangesVi
  | keyof typeof orderSeriesVi
  | keyof typeof rosterVi
  | keyof typeof reportsVi
  | keyof typeof logPageVi
  | keyof typeof logVi
  | keyof typeof keepingVi
  | keyof typeof rulesVi
  | keyof typeof secondFactorVi
  | keyof typeof serviceDaysVi
  | keyof typeof startVi
  | keyof typeof invitesVi
  | keyof typeof teamVi
  | keyof typeof teamPapersVi
  | keyof typeof trainingVi
  | keyof typeof officerListVi
  | keyof typeof officesVi
  | keyof typeof unitListVi
  | keyof typeof mapsVi
  | keyof typeof coverageListVi
  | keyof typeof unitsVi
  | keyof typeof bulkVi
  | keyof typeof dayVi
  | keyof typeof restatedVi
  | keyof typeof recipientsVi
  | keyof typeof boardVi
  | keyof typeof reformsVi
  | keyof typeof takeoverVi
  | keyof typeof unitReformsVi
  | keyof typeof directivesVi
  | keyof typeof pastVi
  | keyof typeof askedNamesVi
  | keyof typeof reformNamesVi
  | keyof typeof reformPeopleVi
  | keyof typeof splitsVi
  | keyof typeof systemVi
  | keyof typeof workDaysVi,
  string
> = {
  ...frameEn,
  ...providersEn,
  ...committeeEn,
  ...peopleEn,
  ...rosterEn,
  ...workEn,
  ...followEn,
  ...generalEn,
  ...channelsEn,
  ...startEn,
  ...invitesEn,
  ...teamEn,
  ...teamPapersEn,
  ...trainingEn,
  ...mergesEn,
  ...officersEn,
  ...handoversEn,
  ...assignEn,
  ...confirmEn,
  ...registersEn,
  ...helpEn,
  ...oversightEn,
  ...howEn,
  ...overviewEn,
  ...documentsEn,
  ...accountEn,
  ...agencyEn,
  ...allotmentsEn,
  ...dataRequestsEn,
  ...sendRequestsEn,
  ...orderChangesEn,
  ...orderSeriesEn,
  ...reportsEn,
  ...logPageEn,
  ...logEn,
  ...keepingEn,
  ...rulesEn,
  ...secondFactorEn,
  ...serviceDaysEn,
  ...officerListEn,
  ...officesEn,
  ...unitListEn,
  ...coverageListEn,
  ...mapsEn,
  ...unitsEn,
  ...bulkEn,
  ...dayEn,
  ...restatedEn,
  ...recipientsEn,
  ...boardEn,
  ...reformsEn,
  ...takeoverEn,
  ...unitReformsEn,
  ...directivesEn,
  ...pastEn,
  ...askedNamesEn,
  ...reformNamesEn,
  ...reformPeopleEn,
  ...splitsEn,
  ...systemEn,
  ...workDaysEn,
  ...errorsEn,
  ...consoleErrorsEn,
  ...findingsEn,
};
