/**
 * The console's words: Vietnamese is in the first load, English is an overlay that loads when chosen.
 * `{n}` puts a value in, `{n|team|teams}` chooses by number (English needs it, Vietnamese does not).
 */
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react';
import type { channelsVi } from '#i18n/console/channels.vi';
import type { logPageVi } from '#i18n/console/log.vi';
import type { officerListVi } from '#i18n/console/officer-list.vi';
import type { committeeVi } from '#i18n/console/committee.vi';
import type { providersVi } from '#i18n/console/providers.vi';
import type { handoversVi } from '#i18n/console/handovers.vi';
import type { mergesVi } from '#i18n/console/merges.vi';
import type { officersVi } from '#i18n/console/officers.vi';
import type { assignVi } from '#i18n/console/assign.vi';
import type { confirmVi } from '#i18n/console/confirm.vi';
import type { registersVi } from '#i18n/console/registers.vi';
import type { helpVi } from '#i18n/console/help.vi';
import type { oversightVi } from '#i18n/console/oversight.vi';
import type { overviewVi } from '#i18n/console/overview.vi';
import type { agencyVi } from '#i18n/console/agency.vi';
import type { accountVi } from '#i18n/console/account.vi';
import type { allotmentsVi } from '#i18n/console/allotments.vi';
import type { dataRequestsVi } from '#i18n/console/data-requests.vi';
import type { sendRequestsVi } from '#i18n/console/send-requests.vi';
import type { orderChangesVi } from '#i18n/console/order-changes.vi';
import type { orderSeriesVi } from '#i18n/console/order-series.vi';
import type { documentsVi } from '#i18n/console/documents.vi';
import type { reportsVi } from '#i18n/console/reports.vi';
import type { rosterVi } from '#i18n/console/roster.vi';
import type { keepingVi } from '#i18n/console/keeping.vi';
import type { rulesVi } from '#i18n/console/rules.vi';
import type { secondFactorVi } from '#i18n/console/second-factor.vi';
import type { serviceDaysVi } from '#i18n/console/service-days.vi';
import type { startVi } from '#i18n/console/start.vi';
import type { teamVi } from '#i18n/console/team.vi';
import type { teamPapersVi } from '#i18n/console/team-papers.vi';
import type { trainingVi } from '#i18n/console/training.vi';
import type { unitListVi } from '#i18n/console/unit-list.vi';
import type { mapsVi } from '#i18n/console/maps.vi';
import type { coverageListVi } from '#i18n/console/coverage-list.vi';
import type { unitsVi } from '#i18n/console/units.vi';
import type { bulkVi } from '#i18n/console/bulk.vi';
import type { restatedVi } from '#i18n/console/restated.vi';
import type { recipientsVi } from '#i18n/console/recipients.vi';
import type { dayVi } from '#i18n/console/day.vi';
import type { boardVi } from '#i18n/console/board.vi';
import type { reformsVi } from '#i18n/console/reforms.vi';
import type { directivesVi } from '#i18n/console/directives.vi';
import type { pastVi } from '#i18n/console/past.vi';
import type { askedNamesVi } from '#i18n/console/asked-names.vi';
import type { reformNamesVi } from '#i18n/console/reform-names.vi';
import type { reformPeopleVi } from '#i18n/console/reform-people.vi';
import type { takeoverVi } from '#i18n/console/takeover.vi';
import type { unitReformsVi } from '#i18n/console/unit-reforms.vi';
import type { splitsVi } from '#i18n/console/splits.vi';
import type { systemVi } from '#i18n/console/system.vi';
import type { workDaysVi } from '#i18n/console/work-days.vi';
import { consoleVi } from '#i18n/console.vi';
import type { consoleErrorsVi } from '#i18n/console/errors.vi';
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
  | keyof typeof teamVi
  | keyof typeof teamPapersVi
  | keyof typeof trainingVi
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
