/**
 * The console's words: Vietnamese is in the first load, English is an overlay that loads when chosen.
 * `{n}` puts a value in, `{n|team|teams}` chooses by number (English needs it, Vietnamese does not).
 */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { channelsVi } from '#i18n/console/notifications/channels.vi';
import type { logPageVi } from '#i18n/console/frame/log.vi';
import type { officerListVi } from '#i18n/console/membership/officer-list.vi';
import type { committeeVi } from '#i18n/console/membership/committee.vi';
import type { providersVi } from '#i18n/console/organization/providers.vi';
import type { handoversVi } from '#i18n/console/membership/handovers.vi';
import type { mergesVi } from '#i18n/console/membership/merges.vi';
import type { officersVi } from '#i18n/console/membership/officers.vi';
import type { assignVi } from '#i18n/console/tasks/assign.vi';
import type { confirmVi } from '#i18n/console/tasks/confirm.vi';
import type { registersVi } from '#i18n/console/organization/registers.vi';
import type { helpVi } from '#i18n/console/frame/help.vi';
import type { oversightVi } from '#i18n/console/tasks/oversight.vi';
import type { howVi } from '#i18n/console/reporting/how.vi';
import type { overviewVi } from '#i18n/console/reporting/overview.vi';
import type { agencyVi } from '#i18n/console/frame/agency.vi';
import type { accountVi } from '#i18n/console/frame/account.vi';
import type { allotmentsVi } from '#i18n/console/tasks/allotments.vi';
import type { dataRequestsVi } from '#i18n/console/membership/data-requests.vi';
import type { sendRequestsVi } from '#i18n/console/notifications/send-requests.vi';
import type { orderChangesVi } from '#i18n/console/tasks/order-changes.vi';
import type { orderSeriesVi } from '#i18n/console/tasks/order-series.vi';
import type { documentsVi } from '#i18n/console/reporting/documents.vi';
import type { reportsVi } from '#i18n/console/reporting/reports.vi';
import type { rosterVi } from '#i18n/console/membership/roster.vi';
import type { keepingVi } from '#i18n/console/frame/keeping.vi';
import type { rulesVi } from '#i18n/console/organization/rules.vi';
import type { secondFactorVi } from '#i18n/console/frame/second-factor.vi';
import type { serviceDaysVi } from '#i18n/console/reporting/service-days.vi';
import type { startVi } from '#i18n/console/frame/start.vi';
import type { invitesVi } from '#i18n/console/membership/invites.vi';
import type { teamVi } from '#i18n/console/membership/team.vi';
import type { teamPapersVi } from '#i18n/console/membership/team-papers.vi';
import type { trainingVi } from '#i18n/console/training/training.vi';
import type { unitListVi } from '#i18n/console/organization/unit-list.vi';
import type { officesVi } from '#i18n/console/organization/offices.vi';
import type { mapsVi } from '#i18n/console/organization/maps.vi';
import type { coverageListVi } from '#i18n/console/training/coverage-list.vi';
import type { unitsVi } from '#i18n/console/organization/units.vi';
import type { bulkVi } from '#i18n/console/tasks/bulk.vi';
import type { restatedVi } from '#i18n/console/reporting/restated.vi';
import type { recipientsVi } from '#i18n/console/reporting/recipients.vi';
import type { dayVi } from '#i18n/console/frame/day.vi';
import type { boardVi } from '#i18n/console/tasks/board.vi';
import type { reformsVi } from '#i18n/console/organization/reforms.vi';
import type { directivesVi } from '#i18n/console/organization/directives.vi';
import type { pastVi } from '#i18n/console/membership/past.vi';
import type { askedNamesVi } from '#i18n/console/organization/asked-names.vi';
import type { reformNamesVi } from '#i18n/console/organization/reform-names.vi';
import type { reformPeopleVi } from '#i18n/console/membership/reform-people.vi';
import type { takeoverVi } from '#i18n/console/membership/takeover.vi';
import type { unitReformsVi } from '#i18n/console/organization/unit-reforms.vi';
import type { splitsVi } from '#i18n/console/organization/splits.vi';
import type { systemVi } from '#i18n/console/frame/system.vi';
import type { workDaysVi } from '#i18n/console/organization/work-days.vi';
import { consoleVi } from '#i18n/console.vi';
import type { consoleErrorsVi } from '#i18n/console/frame/errors.vi';
import type { errorsVi } from '#i18n/words/errors.vi';
import type { findingsVi } from '#i18n/words/findings.vi';
import type { logVi } from '#i18n/words/log.vi';
import { formatNumber, type Lang } from '#i18n';
import { render, type Values } from '#i18n/render';

export type MessageId =
  | keyof typeof consoleVi
  | keyof typeof consoleErrorsVi
  | keyof typeof errorsVi
  | keyof typeof channelsVi
  | keyof typeof providersVi
  | keyof typeof committeeVi
  | keyof typeof findingsVi
  | keyof typeof logPageVi
  | keyof typeof logVi
  | keyof typeof officerListVi
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
  | keyof typeof reportsVi
  | keyof typeof rosterVi
  | keyof typeof keepingVi
  | keyof typeof rulesVi
  | keyof typeof secondFactorVi
  | keyof typeof serviceDaysVi
  | keyof typeof startVi
  | keyof typeof invitesVi
  | keyof typeof teamVi
  | keyof typeof teamPapersVi
  | keyof typeof trainingVi
  | keyof typeof officesVi
  | keyof typeof unitListVi
  | keyof typeof mapsVi
  | keyof typeof coverageListVi
  | keyof typeof unitsVi
  | keyof typeof bulkVi
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
  | keyof typeof workDaysVi
  | keyof typeof dayVi;
export type Catalogue = Partial<Record<MessageId, string>>;
export type { Values };
export { render };
export type Translate = (id: MessageId, values?: Values) => string;

const words: Catalogue = { ...consoleVi };

/** Words that come with screens which load later, so that the first screen does not pay for them. */
export function addWords(more: Catalogue): void {
  Object.assign(words, more);
}

interface I18n {
  lang: Lang;
  setLang: (lang: Lang) => void;
  t: Translate;
  /** Whether an id made at run time (a problem code, a finding) has words. */
  has: (id: string) => id is MessageId;
  n: (value: number) => string;
  /** A number with the word for what it counts. */
  counted: (value: number, unit: string) => string;
}

const Context = createContext<I18n | null>(null);
const storageKey = 'to-so.language';

function storedLanguage(): Lang {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'vi';
}

/** "1 household" of "1 households": comes with the English words. */
let withUnits = (text: string): string => text;

/** Loads the overlay before the first paint when English was chosen before. */
export async function loadLanguage(lang: Lang = storedLanguage()): Promise<Catalogue> {
  if (lang !== 'en') return {};
  const english = await import('#i18n/console.en');
  withUnits = english.withUnits;
  return english.consoleEn;
}

export function I18nProvider({
  children,
  overlay: first = {},
  lang: initial,
}: {
  children: ReactNode;
  overlay?: Catalogue;
  lang?: Lang;
}) {
  const [{ lang, overlay }, setState] = useState<{ lang: Lang; overlay: Catalogue }>({
    lang: initial ?? storedLanguage(),
    overlay: first,
  });
  useEffect(() => {
    document.documentElement.lang = lang;
  }, [lang]);
  const setLang = useCallback((next: Lang) => {
    localStorage.setItem(storageKey, next);
    void loadLanguage(next).then((words) => setState({ lang: next, overlay: words }));
  }, []);
  const value = useMemo<I18n>(
    () => ({
      lang,
      setLang,
      t: (id, values = {}) => {
        const english = lang === 'en' ? overlay[id] : undefined;
        return english ? withUnits(render(english, values, lang)) : render(words[id] ?? id, values, lang);
      },
      counted: (value, unit) => (lang === 'en' ? withUnits : String)(`${formatNumber(value, lang)} ${unit}`),
      has: (id): id is MessageId => Object.hasOwn(words, id),
      n: (value) => formatNumber(value, lang),
    }),
    [lang, overlay, setLang],
  );
  return <Context value={value}>{children}</Context>;
}

export function useI18n(): I18n {
  const value = useContext(Context);
  if (!value) throw new Error('I18nProvider is missing');
  return value;
}
