/** What a form knows of the command that it sends, by the name of its route. */
import type { ReactNode } from 'react';
import type { operations } from '#client/api.d';

export interface Bounds {
  required?: boolean;
  /** The longest text or the largest number. */
  max?: number;
  min?: number;
}

/** One of libs/client/commands.ts, which is made from the contract. */
export interface Command {
  name: keyof operations;
  method: 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  fields: Readonly<Record<string, Bounds>>;
}

type Operation<C extends Command> = operations[C['name']];
type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;

export type BodyOf<C extends Command> =
  Operation<C> extends { requestBody: infer Body } ? (Body extends object ? Json<Body> : object) : object;
export type PathOf<C extends Command> = Operation<C>['parameters'] extends { path: infer Path } ? Path : undefined;
type Success<R> = R extends { 200: infer A } ? A : R extends { 201: infer A } ? A : never;
export type AnswerOf<C extends Command> =
  Success<Operation<C>['responses']> extends { content: { 'application/json': infer Answer } } ? Answer : undefined;

export interface Shown {
  label: string;
  description?: string;
  /** By the contract, unless it is said here. */
  required?: boolean;
  /** Beside the next one that is half a line wide. */
  half?: boolean;
  /** Has the focus when the form opens. */
  focus?: boolean;
}

interface TextShown extends Shown {
  as: 'note' | 'text';
  type?: 'tel' | 'email' | 'url';
  placeholder?: string;
}
interface CountShown extends Shown {
  as: 'count';
  suffix?: string;
}
interface DayShown extends Shown {
  as: 'day';
  min?: string;
  max?: string;
}
interface ChoiceShown<V extends string> extends Shown {
  as: 'choice';
  options: readonly { value: V; label: string }[];
  searchable?: boolean;
}
interface CheckShown extends Shown {
  as: 'check';
}
/** A field that no other form has. */
interface OwnShown<V> {
  as: 'own';
  required?: boolean;
  half?: boolean;
  show: (field: { value: V | null; error: string | undefined; onChange: (value: V | null) => void }) => ReactNode;
}

/** In a tuple, so that a closed list of words is one kind of field. */
type Plain<V> = [V] extends [boolean]
  ? CheckShown
  : [V] extends [number]
    ? CountShown
    : [V] extends [string]
      ? TextShown | DayShown | ChoiceShown<V>
      : never;
export type Field<V> = Plain<NonNullable<V>> | OwnShown<NonNullable<V>>;
/** Of any command. */
export type AnyField = TextShown | CountShown | DayShown | ChoiceShown<string> | CheckShown | OwnShown<unknown>;

export type FieldsOf<C extends Command> = { [K in keyof BodyOf<C>]?: Field<BodyOf<C>[K]> | false | undefined };
export type ValuesOf<C extends Command> = { [K in keyof BodyOf<C>]?: BodyOf<C>[K] | null };
export type Values = Readonly<Record<string, unknown>>;
