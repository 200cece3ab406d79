export { AnswerInterceptor } from './answer.interceptor.ts';
export { compressAnswers } from './compress-answers.ts';
export { bodyOf, Bytes, Handle, Input, OutsideContract, PathCode, PathId, Query, routeOf } from './handle.ts';
export { OpenRequests } from './open-requests.ts';
export { badCursor, type PageAsked, pagesOf } from './paging.ts';
export { HttpModule } from './http.module.ts';
export { errors, invalid, platformErrors, type ProblemDetail, ProblemError } from './problem.ts';
export { ProblemFilter } from './problem.filter.ts';
export { Turns } from './turns.ts';
