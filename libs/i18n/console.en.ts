/** English over the Vietnamese words; loaded when it is chosen. */
import type { ConsoleWord } from './console/catalogues.ts';
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
import { formsEn } from './console/reporting/forms.en.ts';
import { questionsEn } from './words/questions.en.ts';
import { oddFiguresEn } from './console/reporting/odd-figures.en.ts';
import { restatedEn } from './console/reporting/restated.en.ts';
import { pastYearsEn } from './console/reporting/past-years.en.ts';
import { yearAgoEn } from './console/reporting/year-ago.en.ts';
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

export const consoleEn: Record<ConsoleWord, string> = {
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
  ...formsEn,
  ...questionsEn,
  ...oddFiguresEn,
  ...restatedEn,
  ...pastYearsEn,
  ...yearAgoEn,
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
