/** Everything that the first screen imports at once, as one file and one request. */
export const firstScreen = {
  name: 'first',
  test: /model\/(session|api|words|tasks|queue|kept-commands|inbox|clock|local|network|speak|overlay|tasks-shown|host|entering|back|title|look|preferences|channel-word|training-asks)\.ts$|ui\/(parts|chrome|icon|drum|states)\.tsx$|node_modules\/(preact|@preact|openapi-fetch)\/|libs\/(host\/(launch|start-param|index|load)\.ts|client\/(create-api|command)\.ts|i18n\/(dates|deadlines|format|mini-app\.vi)\.ts|contracts\/task-states\.ts)|screens\/home(-header|-tasks)?\.tsx|router\.ts|apps\/mini-app\/(app\.tsx|start\.ts|main\.tsx)/,
};

/** What all screens of training share, as one small file instead of a dozen: each file costs a request and a line in the worker. */
export const trainingBase = {
  name: 'training',
  test: /model\/training\/(answers|sessions|times|cards|check-in-sessions|check-in-pack|files|commands|outcomes)\.ts$|screens\/training\/(session-row|session-chip|check-in-sessions|task-cards)\.tsx$|ui\/training-style\.ts$/,
};

/** What most screens with a form share, and the smallest of these: ten scraps of some hundred bytes as one file. */
export const formBase = {
  name: 'form',
  test: /model\/(draft|counted-month)\.ts$|screens\/(use-task|task-missing|done)\.tsx?$|ui\/(add-styles|fields|sheet)\.tsx?$|libs\/contracts\/(links|enums|periods)\.ts$/,
};
