import { consoleEn } from '#i18n/console.en';
import { channelsVi } from '#i18n/console/notifications/channels.vi';
import { committeeVi } from '#i18n/console/membership/committee.vi';
import { providersVi } from '#i18n/console/organization/providers.vi';
import { handoversVi } from '#i18n/console/membership/handovers.vi';
import { mergesVi } from '#i18n/console/membership/merges.vi';
import { officersVi } from '#i18n/console/membership/officers.vi';
import { agencyVi } from '#i18n/console/frame/agency.vi';
import { accountVi } from '#i18n/console/frame/account.vi';
import { allotmentsVi } from '#i18n/console/tasks/allotments.vi';
import { dataRequestsVi } from '#i18n/console/membership/data-requests.vi';
import { sendRequestsVi } from '#i18n/console/notifications/send-requests.vi';
import { assignVi } from '#i18n/console/tasks/assign.vi';
import { confirmVi } from '#i18n/console/tasks/confirm.vi';
import { registersVi } from '#i18n/console/organization/registers.vi';
import { helpVi } from '#i18n/console/frame/help.vi';
import { oversightVi } from '#i18n/console/tasks/oversight.vi';
import { howVi } from '#i18n/console/reporting/how.vi';
import { overviewVi } from '#i18n/console/reporting/overview.vi';
import { documentsVi } from '#i18n/console/reporting/documents.vi';
import { reportsVi } from '#i18n/console/reporting/reports.vi';
import { logPageVi } from '#i18n/console/frame/log.vi';
import { rulesVi } from '#i18n/console/organization/rules.vi';
import { rosterVi } from '#i18n/console/membership/roster.vi';
import { secondFactorVi } from '#i18n/console/frame/second-factor.vi';
import { startVi } from '#i18n/console/frame/start.vi';
import { teamVi } from '#i18n/console/membership/team.vi';
import { teamPapersVi } from '#i18n/console/membership/team-papers.vi';
import { trainingVi } from '#i18n/console/training/training.vi';
import { officesVi } from '#i18n/console/organization/offices.vi';
import { unitListVi } from '#i18n/console/organization/unit-list.vi';
import { mapsVi } from '#i18n/console/organization/maps.vi';
import { coverageListVi } from '#i18n/console/training/coverage-list.vi';
import { unitsVi } from '#i18n/console/organization/units.vi';
import { bulkVi } from '#i18n/console/tasks/bulk.vi';
import { dayVi } from '#i18n/console/frame/day.vi';
import { restatedVi } from '#i18n/console/reporting/restated.vi';
import { recipientsVi } from '#i18n/console/reporting/recipients.vi';
import { boardVi } from '#i18n/console/tasks/board.vi';
import { reformsVi } from '#i18n/console/organization/reforms.vi';
import { directivesVi } from '#i18n/console/organization/directives.vi';
import { pastVi } from '#i18n/console/membership/past.vi';
import { askedNamesVi } from '#i18n/console/organization/asked-names.vi';
import { reformNamesVi } from '#i18n/console/organization/reform-names.vi';
import { reformPeopleVi } from '#i18n/console/membership/reform-people.vi';
import { takeoverVi } from '#i18n/console/membership/takeover.vi';
import { unitReformsVi } from '#i18n/console/organization/unit-reforms.vi';
import { splitsVi } from '#i18n/console/organization/splits.vi';
import { systemVi } from '#i18n/console/frame/system.vi';
import { workDaysVi } from '#i18n/console/organization/work-days.vi';
import { consoleVi } from '#i18n/console.vi';
import { consoleErrorsVi } from '#i18n/console/frame/errors.vi';
import { errorsVi } from '#i18n/words/errors.vi';
import { findingsVi } from '#i18n/words/findings.vi';
import { logVi } from '#i18n/words/log.vi';
import { render } from './i18n.tsx';

const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name]) => name))].sort();

const allVi = {
  ...consoleVi,
  ...channelsVi,
  ...providersVi,
  ...committeeVi,
  ...consoleErrorsVi,
  ...errorsVi,
  ...findingsVi,
  ...mergesVi,
  ...officersVi,
  ...accountVi,
  ...agencyVi,
  ...allotmentsVi,
  ...dataRequestsVi,
  ...sendRequestsVi,
  ...handoversVi,
  ...assignVi,
  ...confirmVi,
  ...registersVi,
  ...helpVi,
  ...oversightVi,
  ...howVi,
  ...overviewVi,
  ...documentsVi,
  ...reportsVi,
  ...rosterVi,
  ...logPageVi,
  ...logVi,
  ...rulesVi,
  ...secondFactorVi,
  ...startVi,
  ...teamVi,
  ...teamPapersVi,
  ...trainingVi,
  ...officesVi,
  ...unitListVi,
  ...mapsVi,
  ...coverageListVi,
  ...unitsVi,
  ...bulkVi,
  ...dayVi,
  ...restatedVi,
  ...recipientsVi,
  ...boardVi,
  ...reformsVi,
  ...takeoverVi,
  ...unitReformsVi,
  ...directivesVi,
  ...pastVi,
  ...askedNamesVi,
  ...reformNamesVi,
  ...reformPeopleVi,
  ...splitsVi,
  ...systemVi,
  ...workDaysVi,
};

describe('the words of the console', () => {
  it('exist in both languages, with the same values in them', () => {
    const differing = Object.entries(allVi).filter(([id, vi]) =>
      places(vi).some((name) => !places(consoleEn[id as keyof typeof consoleEn]).includes(name)),
    );
    expect(differing.map(([id]) => id)).toEqual([]);
  });

  it('are never empty', () => {
    expect(Object.entries({ ...allVi, ...consoleEn }).filter(([, text]) => !text.trim())).toEqual([]);
  });

  it('write numbers as their readers do and choose by number', () => {
    expect(render('Cộng {n} tổ', { n: 1200 }, 'vi')).toBe('Cộng 1.200 tổ');
    expect(render('{n} {n|team|teams}', { n: 1 }, 'en')).toBe('1 team');
    expect(render('{n} {n|team|teams}', { n: 1200 }, 'en')).toBe('1,200 teams');
  });

  it('keep an unknown place visible', () => {
    expect(render('Xin {name}', {}, 'vi')).toBe('Xin {name}');
  });
});
