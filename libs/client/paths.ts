/** The addresses of the contract, as types: a wrong one is a compile error. */
import type { paths } from './api.d.ts';

type Verb = 'get' | 'post' | 'put' | 'delete';
type PathsWith<V extends Verb> = { [P in keyof paths]: paths[P] extends Record<V, object> ? P : never }[keyof paths];

/** What can be read, as the contract writes it: '/teams/{teamId}'. Questions that are too long for an address are posted. */
export type ReadPath = PathsWith<'get'> | Extract<PathsWith<'post'>, '/assignments/preview' | '/assignments/split'>;

/** What can be sent a command, with anything where the contract has a parameter: `/teams/${string}/quick-reports`. */
export type CommandPath = Filled<PathsWith<'post'> | PathsWith<'put'> | PathsWith<'delete'>>;

type Filled<P extends string> = P extends `${infer Before}{${string}}${infer After}`
  ? `${Before}${string}${Filled<After>}`
  : P;

/** The last part of what is posted below an address: 'accept', 'decline' of '/tasks/{taskId}'. */
export type ActionOn<Address extends string, P = PathsWith<'post'>> = P extends `${Address}/${infer Action}`
  ? Action extends `${string}/${string}`
    ? never
    : Action
  : never;
