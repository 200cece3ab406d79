/** Processes and threads that the product starts from its sources understand TypeScript as the tests do. */
const loader = new URL('./typescript-loader.mjs', import.meta.url).href;
process.env.NODE_OPTIONS = `--import=${loader} --no-warnings`;
