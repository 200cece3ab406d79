/** Everything that the first screen imports at once, as one file and one request. */
const firstScreen = {
  name: 'first',
  test: /model\/(signals|session|api|words|tasks|queue|kept-commands|inbox|clock|local|network|speak|home-groups|tasks-shown|host|idle|entering|back|title|look|home-extras)\.ts$|ui\/(parts|chrome|icon|drum|ornament|states|waiting)\.tsx$|node_modules\/(preact|@preact)\/|libs\/(host\/(launch|start-param|index|load)\.ts|client\/create-api\.ts|i18n\/(dates|short-deadlines|format|places|mini-app\.vi)\.ts|contracts\/answers\.ts)|screens\/home\/home(-header|-tasks)?\.tsx|router\.ts|apps\/mini-app\/(app\.tsx|start\.ts|main\.tsx)/,
};

/**
 * Everything else, in few files: each costs a phone a request of 400 ms and a line in the worker. None is larger than what a
 * slow phone fetches in one go (8 KB). A file's neighbours are what is opened beside it.
 */
const others: Record<string, RegExp> = {
  // Styles and drawings of every screen but the first.
  later:
    /styles\/|ui\/(add-styles|more-icons|ornaments)\.tsx?$|i18n\/fold\.ts$|model\/(preferences|words\/channel-word)\.ts$/,
  // The way in by an invite: a new person's first screen is one file beside the first.
  door: /screens\/sign-in\/(door|invite|confirm)\.tsx$|ui\/avatar\.tsx$|i18n\/first-letters\.ts$|door-words\.ts$|mini-app\/door\.vi\.ts$|model\/(device\/device|sign-in\/sign-in)\.ts$/,
  // The words of the queue, the receipt, the inbox and difficulties; then those of every other screen.
  'queue-words': /mini-app\/(queue|inbox|difficulties)\.vi\.ts$/,
  'more-words': /more-words\.ts$|mini-app\/more\.vi\.ts$/,
  // Which screen an address shows, and what nearly all of them share.
  routes:
    /@oxc-project\+runtime|routes\.tsx$|model\/(kept-answer|refusals|task-details|device\/phone|inbox\/load-inbox|queue\/(save-unsent|overlay|enqueue))\.ts$|libs\/(host\/invite-code|client\/command|i18n\/format-more|contracts\/tasks\/task-states)\.ts$|(screens\/(read-aloud|done)|ui\/sheet)\.tsx$|ui\/own-id\.ts$/,
  // What most screens with a form share; then the fields of a result, its words, and the day of work.
  form: /model\/(queue\/(draft|photo-drafts|tell)|device\/copy|counted-month)\.ts$|screens\/task\/(use-task|task-missing)\.tsx?$|ui\/(more-parts|fields|photos)\.tsx?$|libs\/contracts\/(links|enums|periods)\.ts$|libs\/i18n\/(deadlines|weekdays)\.ts$/,
  asks: /screens\/task\/(ticked|entry\/asked)\.ts$|mini-app\/entry\.vi\.ts$|contracts\/tasks\/(breakdown|named-products)\.ts$|ui\/day-(field|sheet|style)\.tsx?$/,
  // The words of training; what all its screens share; drawing a code; the small screens of training; those of a class and of courses taken elsewhere.
  'training-words': /model\/training\/words\.ts$|mini-app\/training\.vi\.ts$/,
  training:
    /model\/training\/(answers|sessions|session-view|times|cards|check-in-sessions|check-in-pack|files|commands|outcomes)\.ts$|screens\/training\/(session-row|session-chip|check-in-sessions|task-cards)\.tsx$|ui\/training-style\.ts$/,
  qr: /node_modules\/qr\/index|libs\/qr\/|ui\/qr\.tsx$/,
  learning: /screens\/training\/(list|follow|feedback|certificate|code|cards)\.tsx$|check-in-codes\.ts$$/,
  class: /screens\/training\/(session|seat-actions|session-facts|scan|scanner|credits|credit-form)\.tsx$/,
  // What the phone does while it is quiet; in a host, what ties the app to it.
  quiet: /\/(start-later\.ts|screens\/home\/(home-more|missed)\.tsx|screens\/training\/home-training\.tsx)$/,
  ahead: /model\/(keep-ahead|card|my-data|know-how)\.ts$|model\/device\/push\.ts$/,
  'host-page': /libs\/host\/(browser-host|page|open-page)\.ts$/,
  hosted: /model\/(device\/shell|sign-in\/enter)\.ts$|screens\/sign-in\/link\.tsx$/,
  // What comes after an act, and the quick report; the team and its invites; what waits, and the way out.
  acts: /screens\/task\/(receipt|result|entry\/entries)\.tsx$|screens\/quick(-join)?\.tsx$/,
  team: /screens\/(team|invite-team)\.tsx$|slip-codes\.ts$/,
  queue: /screens\/(queue\/queue|sign-in\/(signed-out|enter-code|rights-sheet))\.tsx$/,
};

/** In the order in which they take their files. */
export const groups = [firstScreen, ...Object.entries(others).map(([name, test]) => ({ name, test }))];

/** Fetched where the phone's language or what shows the app needs them; all else is there before the network goes. */
export const ON_DEMAND = /^(.+\.en|hosted|telegram-host|decode|find)$/;

/** Nothing in the client acts when it is only imported: what the first screen does not call stays out of its file. */
export const treeshake = { moduleSideEffects: (id: string) => !/libs\/client\//.test(id) };
