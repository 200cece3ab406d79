export { AnswerInterceptor } from './answer.interceptor.ts';
export {
  type ApiDocument,
  apiPagesStyleHash,
  DOCUMENT as API_DOCUMENT,
  routePage,
  routesOf,
  routesPage,
  schemaPage,
  schemasPage,
} from './api-pages/api-pages.ts';
export { PAGES as API_PAGES } from './api-pages/schema-text.ts';
export { BodiesUnderWay } from './bodies-under-way.ts';
export { compressAnswers } from './compress-answers.ts';
export { bodyOf, Bytes, Handle, Input, OutsideContract, PathCode, PathId, Query, routeOf } from './handle.ts';
export { checkJson } from './json-body.ts';
export { OpenRequests } from './open-requests.ts';
export { badCursor, type PageAsked, pagesOf } from './paging.ts';
export { HttpModule } from './http.module.ts';
export { placeOf } from './places.ts';
export { CodeTries } from './code-tries.ts';
export { errors, invalid, platformErrors, type ProblemDetail, ProblemError } from './problem.ts';
export { ProblemFilter } from './problem.filter.ts';
export { Turns } from './turns.ts';
