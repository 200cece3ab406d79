/** Everything that the first screen imports at once, as one file and one request. */
const firstScreen = {
  name: 'first',
  test: /model\/(session|api|words|tasks|queue|kept-commands|inbox|clock|local|network|speak|overlay|tasks-shown|host|idle|entering|back|title|look|home-extras)\.ts$|ui\/(parts|chrome|icon|drum|ornament|states|waiting)\.tsx$|node_modules\/(preact|@preact)\/|libs\/(host\/(launch|start-param|index|load)\.ts|client\/(create-api|command)\.ts|i18n\/(dates|short-deadlines|format|places|mini-app\.vi)\.ts|contracts\/(tasks\/task-states|answers)\.ts)|screens\/home\/home(-header|-tasks)?\.tsx|router\.ts|apps\/mini-app\/(app\.tsx|start\.ts|main\.tsx)/,
};

/** What all screens of training share, as one small file instead of a dozen: each file costs a request and a line in the worker. */
const trainingBase = {
  name: 'training',
  test: /model\/training\/(answers|sessions|session-view|times|cards|check-in-sessions|check-in-pack|files|commands|outcomes)\.ts$|screens\/training\/(session-row|session-chip|check-in-sessions|task-cards)\.tsx$|ui\/training-style\.ts$/,
};

/** What most screens with a form share, and the smallest of these: ten scraps of some hundred bytes as one file. */
const formBase = {
  name: 'form',
  test: /model\/(queue\/(draft|photo-drafts|tell)|device\/copy|counted-month)\.ts$|screens\/task\/(use-task|task-missing)\.tsx?$|ui\/(more-parts|fields|photos)\.tsx?$|libs\/contracts\/(links|enums|periods)\.ts$|libs\/i18n\/(deadlines|weekdays)\.ts$/,
};

/** The fields of a result and their words, so that the screen's file does not grow beyond what a slow phone fetches in one go. */
const askFields = {
  name: 'asks',
  test: /screens\/task\/(ask-fields|asked|entry-asks|entry-words|evidence-fields|products-field|ticked)\.tsx?$|mini-app\/(entry|fix)\.vi\.ts$|contracts\/tasks\/(breakdown|named-products)\.ts$/,
};

/** The day of work and its month: a name less in the worker's list. */
const dayChoice = { name: 'day', test: /ui\/day-(field|sheet|style)\.tsx?$/ };

/** Courses taken elsewhere: their list and their form. */
const courses = { name: 'credits', test: /screens\/training\/credit(s|-form)\.tsx$/ };

/** Styles and drawings of every screen but the first. */
const laterBase = {
  name: 'later',
  test: /styles\/|ui\/(add-styles|more-icons|ornaments)\.tsx?$|i18n\/fold\.ts$|model\/(preferences|words\/channel-word)\.ts$/,
};

/** The words of every screen but the first. */
const laterWords = { name: 'more-words', test: /more-words\.ts$|mini-app\/more\.vi\.ts$/ };

/** Those of the queue, the receipt, the inbox and difficulties, so that no file grows beyond what a slow phone fetches in one go. */
const queueWords = { name: 'queue-words', test: /mini-app\/(queue|inbox|difficulties)\.vi\.ts$/ };

/** The way in by an invite: screen, words, and what signs in. A new person's first screen is one file beside the first. */
const door = {
  name: 'door',
  test: /screens\/sign-in\/(door|invite|confirm)\.tsx$|ui\/avatar\.tsx$|door-words\.ts$|mini-app\/door\.vi\.ts$|model\/(device\/device|sign-in\/sign-in)\.ts$/,
};

/** Scraps of some hundred bytes that several screens share: a request and a line of the worker for all of them. */
const scraps = {
  name: 'scraps',
  test: /@oxc-project\+runtime|model\/(kept-answer|refusals|inbox\/load-inbox|queue\/save-unsent)\.ts$|(screens\/(read-aloud|done)|ui\/sheet)\.tsx$/,
};

/** In the order in which they take their files. */
export const groups = [
  firstScreen,
  laterBase,
  door,
  queueWords,
  laterWords,
  formBase,
  askFields,
  trainingBase,
  dayChoice,
  courses,
  scraps,
];

/** Nothing in the client acts when it is only imported: what the first screen does not call stays out of its file. */
export const treeshake = { moduleSideEffects: (id: string) => !/libs\/client\//.test(id) };
