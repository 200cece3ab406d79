/** Everything that the first screen imports at once, as one file and one request. */
export const firstScreen = {
  name: 'first',
  test: /model\/(session|api|words|tasks|queue|inbox|clock|local|network|speak|overlay|tasks-shown|host|entering|back|title|look|preferences|channel-word)\.ts$|ui\/(parts|chrome|icon|drum|states)\.tsx$|node_modules\/(preact|@preact|openapi-fetch)\/|libs\/(host\/(launch|start-param|index|load)\.ts|client\/(create-api|command)\.ts|i18n\/(dates|deadlines|format|mini-app\.vi)\.ts|contracts\/task-states\.ts)|screens\/home(-header|-tasks)?\.tsx|router\.ts|apps\/mini-app\/(app\.tsx|start\.ts|main\.tsx)/,
};
