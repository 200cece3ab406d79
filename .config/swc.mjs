/**
 * How TypeScript becomes JavaScript on the server, for the build (.ci/build-server.mjs), for processes that run from the
 * sources (test/support/runner/typescript-loader.mjs) and, through .config/jest.config.mjs, for Jest. Types are not looked at:
 * `npm run check` does that.
 */
export const swcOptions = {
  jsc: {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    // What Nest's injection and TypeORM's columns read at run time.
    transform: { legacyDecorator: true, decoratorMetadata: true },
  },
  module: { type: 'es6' },
};
