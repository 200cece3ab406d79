/** What a form knows of the command that it sends, by the name of its route. */
import type { ReactNode } from 'react';
import type { operations } from '#client/api.d';

export interface Bounds {
  required?: boolean;
  /** Left empty it is sent as null: what stood there is taken away. */
  nullable?: boolean;
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
  placeholder?: string;
  /** Where the calendar opens while no day is chosen. */
  opensAt?: string;
}
interface ChoiceShown<V extends string | number> extends Shown {
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
  /** What is shown of it is more than what is sent, so that it is not kept when the form is closed half-way. */
  forgets?: boolean;
  show: (field: { value: V | null; error: string | undefined; onChange: (value: V | null) => void }) => ReactNode;
}

/** In a tuple, so that a closed list of words is one kind of field. */
type Plain<V> = [V] extends [boolean]
  ? CheckShown
  : [V] extends [number]
    ? CountShown | ChoiceShown<V>
    : [V] extends [string]
      ? TextShown | DayShown | ChoiceShown<V>
      : never;
export type Field<V> = Plain<NonNullable<V>> | OwnShown<NonNullable<V>>;
/** Of any command. */
export type AnyField =
  | TextShown
  | CountShown
  | DayShown
  | ChoiceShown<string | number>
  | CheckShown
  | OwnShown<unknown>;

/** Of the record that is acted upon, where it is chosen in the form: its place in the address. */
type Chosen<C extends Command> = PathOf<C> extends object ? PathOf<C> : object;
type Whole<C extends Command> = BodyOf<C> & Chosen<C>;
export type FieldsOf<C extends Command> = { [K in keyof Whole<C>]?: Field<Whole<C>[K]> | false | undefined };
export type ValuesOf<C extends Command> = { [K in keyof Whole<C>]?: Whole<C>[K] | null };
export type Values = Readonly<Record<string, unknown>>;
