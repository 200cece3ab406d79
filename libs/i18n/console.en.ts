import type { channelsVi } from './console/channels.vi.ts';
import type { committeeVi } from './console/committee.vi.ts';
import type { providersVi } from './console/providers.vi.ts';
import type { handoversVi } from './console/handovers.vi.ts';
import type { mergesVi } from './console/merges.vi.ts';
import type { officersVi } from './console/officers.vi.ts';
import type { assignVi } from './console/assign.vi.ts';
import type { confirmVi } from './console/confirm.vi.ts';
import type { registersVi } from './console/registers.vi.ts';
import type { helpVi } from './console/help.vi.ts';
import type { oversightVi } from './console/oversight.vi.ts';
import type { overviewVi } from './console/overview.vi.ts';
import type { documentsVi } from './console/documents.vi.ts';
import type { agencyVi } from './console/agency.vi.ts';
import type { accountVi } from './console/account.vi.ts';
import type { allotmentsVi } from './console/allotments.vi.ts';
import type { dataRequestsVi } from './console/data-requests.vi.ts';
import type { sendRequestsVi } from './console/send-requests.vi.ts';
import type { orderChangesVi } from './console/order-changes.vi.ts';
import type { orderSeriesVi } from './console/order-series.vi.ts';
import type { rosterVi } from './console/roster.vi.ts';
import type { reportsVi } from './console/reports.vi.ts';
import type { logPageVi } from './console/log.vi.ts';
import type { logVi } from './words/log.vi.ts';
import type { keepingVi } from './console/keeping.vi.ts';
import type { rulesVi } from './console/rules.vi.ts';
import type { secondFactorVi } from './console/second-factor.vi.ts';
import type { serviceDaysVi } from './console/service-days.vi.ts';
import type { startVi } from './console/start.vi.ts';
import type { teamVi } from './console/team.vi.ts';
import type { teamPapersVi } from './console/team-papers.vi.ts';
import type { trainingVi } from './console/training.vi.ts';
import type { officerListVi } from './console/officer-list.vi.ts';
import type { unitListVi } from './console/unit-list.vi.ts';
import type { mapsVi } from './console/maps.vi.ts';
import type { coverageListVi } from './console/coverage-list.vi.ts';
import type { unitsVi } from './console/units.vi.ts';
import type { bulkVi } from './console/bulk.vi.ts';
import type { dayVi } from './console/day.vi.ts';
import type { restatedVi } from './console/restated.vi.ts';
import type { recipientsVi } from './console/recipients.vi.ts';
import type { boardVi } from './console/board.vi.ts';
import type { reformsVi } from './console/reforms.vi.ts';
import type { directivesVi } from './console/directives.vi.ts';
import type { pastVi } from './console/past.vi.ts';
import type { askedNamesVi } from './console/asked-names.vi.ts';
import type { reformNamesVi } from './console/reform-names.vi.ts';
import type { reformPeopleVi } from './console/reform-people.vi.ts';
import type { takeoverVi } from './console/takeover.vi.ts';
import type { unitReformsVi } from './console/unit-reforms.vi.ts';
import type { splitsVi } from './console/splits.vi.ts';
import type { systemVi } from './console/system.vi.ts';
import type { workDaysVi } from './console/work-days.vi.ts';
import type { consoleVi } from './console.vi.ts';
import type { consoleErrorsVi } from './console/errors.vi.ts';
import type { errorsVi } from './words/errors.vi.ts';
import type { findingsVi } from './words/findings.vi.ts';
/** English over the Vietnamese words; loaded when it is chosen. */
import { channelsEn } from './console/channels.en.ts';
import { committeeEn } from './console/committee.en.ts';
import { providersEn } from './console/providers.en.ts';
import { generalEn } from './console/general.en.ts';
import { followEn } from './console/follow.en.ts';
import { frameEn } from './console/frame.en.ts';
import { handoversEn } from './console/handovers.en.ts';
import { mergesEn } from './console/merges.en.ts';
import { officersEn } from './console/officers.en.ts';
import { assignEn } from './console/assign.en.ts';
import { confirmEn } from './console/confirm.en.ts';
import { registersEn } from './console/registers.en.ts';
import { helpEn } from './console/help.en.ts';
import { oversightEn } from './console/oversight.en.ts';
import { overviewEn } from './console/overview.en.ts';
import { documentsEn } from './console/documents.en.ts';
import { agencyEn } from './console/agency.en.ts';
import { accountEn } from './console/account.en.ts';
import { allotmentsEn } from './console/allotments.en.ts';
import { dataRequestsEn } from './console/data-requests.en.ts';
import { sendRequestsEn } from './console/send-requests.en.ts';
import { orderChangesEn } from './console/order-changes.en.ts';
import { orderSeriesEn } from './console/order-series.en.ts';
import { peopleEn } from './console/people.en.ts';
import { reportsEn } from './console/reports.en.ts';
import { rosterEn } from './console/roster.en.ts';
import { logPageEn } from './console/log.en.ts';
import { logEn } from './words/log.en.ts';
import { keepingEn } from './console/keeping.en.ts';
import { rulesEn } from './console/rules.en.ts';
import { secondFactorEn } from './console/second-factor.en.ts';
import { serviceDaysEn } from './console/service-days.en.ts';
import { startEn } from './console/start.en.ts';
import { teamEn } from './console/team.en.ts';
import { teamPapersEn } from './console/team-papers.en.ts';
import { trainingEn } from './console/training.en.ts';
import { officerListEn } from './console/officer-list.en.ts';
import { coverageListEn } from './console/coverage-list.en.ts';
import { unitListEn } from './console/unit-list.en.ts';
import { mapsEn } from './console/maps.en.ts';
import { unitsEn } from './console/units.en.ts';
import { bulkEn } from './console/bulk.en.ts';
import { dayEn } from './console/day.en.ts';
import { restatedEn } from './console/restated.en.ts';
import { recipientsEn } from './console/recipients.en.ts';
import { boardEn } from './console/board.en.ts';
import { reformsEn } from './console/reforms.en.ts';
import { directivesEn } from './console/directives.en.ts';
import { pastEn } from './console/past.en.ts';
import { askedNamesEn } from './console/asked-names.en.ts';
import { reformNamesEn } from './console/reform-names.en.ts';
import { reformPeopleEn } from './console/reform-people.en.ts';
import { takeoverEn } from './console/takeover.en.ts';
import { unitReformsEn } from './console/unit-reforms.en.ts';
import { splitsEn } from './console/splits.en.ts';
import { systemEn } from './console/system.en.ts';
import { workDaysEn } from './console/work-days.en.ts';
import { workEn } from './console/work.en.ts';
import { consoleErrorsEn } from './console/errors.en.ts';
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
  | keyof typeof teamVi
  | keyof typeof teamPapersVi
  | keyof typeof trainingVi
  | keyof typeof officerListVi
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
