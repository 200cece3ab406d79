import { consoleEn } from '#i18n/console.en';
import { channelsVi } from '#i18n/console/channels.vi';
import { committeeVi } from '#i18n/console/committee.vi';
import { providersVi } from '#i18n/console/providers.vi';
import { handoversVi } from '#i18n/console/handovers.vi';
import { mergesVi } from '#i18n/console/merges.vi';
import { officersVi } from '#i18n/console/officers.vi';
import { agencyVi } from '#i18n/console/agency.vi';
import { accountVi } from '#i18n/console/account.vi';
import { allotmentsVi } from '#i18n/console/allotments.vi';
import { dataRequestsVi } from '#i18n/console/data-requests.vi';
import { sendRequestsVi } from '#i18n/console/send-requests.vi';
import { assignVi } from '#i18n/console/assign.vi';
import { confirmVi } from '#i18n/console/confirm.vi';
import { registersVi } from '#i18n/console/registers.vi';
import { helpVi } from '#i18n/console/help.vi';
import { oversightVi } from '#i18n/console/oversight.vi';
import { overviewVi } from '#i18n/console/overview.vi';
import { documentsVi } from '#i18n/console/documents.vi';
import { reportsVi } from '#i18n/console/reports.vi';
import { logPageVi } from '#i18n/console/log.vi';
import { rulesVi } from '#i18n/console/rules.vi';
import { rosterVi } from '#i18n/console/roster.vi';
import { secondFactorVi } from '#i18n/console/second-factor.vi';
import { startVi } from '#i18n/console/start.vi';
import { teamVi } from '#i18n/console/team.vi';
import { teamPapersVi } from '#i18n/console/team-papers.vi';
import { trainingVi } from '#i18n/console/training.vi';
import { unitListVi } from '#i18n/console/unit-list.vi';
import { mapsVi } from '#i18n/console/maps.vi';
import { coverageListVi } from '#i18n/console/coverage-list.vi';
import { unitsVi } from '#i18n/console/units.vi';
import { bulkVi } from '#i18n/console/bulk.vi';
import { dayVi } from '#i18n/console/day.vi';
import { restatedVi } from '#i18n/console/restated.vi';
import { recipientsVi } from '#i18n/console/recipients.vi';
import { boardVi } from '#i18n/console/board.vi';
import { reformsVi } from '#i18n/console/reforms.vi';
import { directivesVi } from '#i18n/console/directives.vi';
import { pastVi } from '#i18n/console/past.vi';
import { askedNamesVi } from '#i18n/console/asked-names.vi';
import { reformNamesVi } from '#i18n/console/reform-names.vi';
import { reformPeopleVi } from '#i18n/console/reform-people.vi';
import { takeoverVi } from '#i18n/console/takeover.vi';
import { unitReformsVi } from '#i18n/console/unit-reforms.vi';
import { splitsVi } from '#i18n/console/splits.vi';
import { systemVi } from '#i18n/console/system.vi';
import { workDaysVi } from '#i18n/console/work-days.vi';
import { consoleVi } from '#i18n/console.vi';
import { consoleErrorsVi } from '#i18n/console/errors.vi';
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
