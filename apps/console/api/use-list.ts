/** A list of the contract, typed by its address: what can be asked of it, how its rows look, what the server says beside them. */
import type { paths } from '#client/api.d';
import type { ReadPath } from '#client/paths';
import { client } from './client.ts';
import { type Answer, type ListOptions, type Page, type Pages, usePages } from './use-pages.ts';

type Read<P> = P extends keyof paths ? paths[P]['get'] : never;
type AnswerOf<P> =
  Read<P> extends { responses: { 200: { content: { 'application/json': infer A } } } }
    ? Extract<A, Page<unknown>>
    : never;
type Asks<P, Part extends string> = Read<P> extends { parameters: { [K in Part]?: infer A } } ? A : never;

/** Addresses that answer page by page. */
export type ListPath = { [P in ReadPath]: AnswerOf<P> extends never ? never : P }[ReadPath];
export type ListAnswer<P extends ListPath> = AnswerOf<P>;
export type RowOf<P extends ListPath> = AnswerOf<P>['items'][number];

/** What stands in the address, and what is asked behind it; pages are turned by the list itself. */
export type Asked<P extends ListPath> = ([Asks<P, 'path'>] extends [undefined] ? object : { path: Asks<P, 'path'> }) & {
  query?: Omit<NonNullable<Asks<P, 'query'>>, 'cursor'>;
};

/** @param asked decides which rows come and in which order */
export function useList<P extends ListPath>(
  address: P,
  asked: Asked<P>,
  options?: ListOptions<RowOf<P>>,
): Pages<RowOf<P>, ListAnswer<P>> {
  // One address of many: the compiler has checked the question by it, and does not follow it into the client.
  const get = client.GET as (path: string, init: object) => Promise<Answer<ListAnswer<P>>>;
  const ask = (cursor: object) => get(address, { params: { ...asked, query: { ...asked.query, ...cursor } } });
  return usePages<RowOf<P>, ListAnswer<P>>(address, { params: asked }, ask, options);
}
