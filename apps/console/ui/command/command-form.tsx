/** A dialogue that sends one command: what it asks is said as data, and the contract says what is needed and how long it may be. */
import type { ReactNode } from 'react';
import type { ReadPath } from '#client/paths';
import { client, isProblem } from '../../api/client.ts';
import { session } from '../../api/session.ts';
import { type Answer, useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../notices/undo.tsx';
import { useErrorAt } from '../error-at.ts';
import { FormDialog } from '../form.tsx';
import { Refused } from '../refused.tsx';
import { CommandField } from './command-field.tsx';
import type {
  AnswerOf,
  AnyField,
  BodyOf,
  Bounds,
  Command,
  FieldsOf,
  PathOf,
  Values,
  ValuesOf,
} from './command-types.ts';
import { useDraft } from './use-draft.ts';
import { bodyOf, inAddress, isComplete } from './values.ts';

/** Upon which record; `chosen` where a field of the form says it. */
type PathProp<C extends Command> = PathOf<C> extends object ? { path: PathOf<C> | 'chosen' } : { path?: undefined };

export type CommandFormProps<C extends Command> = PathProp<C> & {
  /** Of libs/client/commands.ts. */
  route: C;
  /** Whose answers are stale afterwards. */
  touches: readonly ReadPath[];
  title: ReactNode;
  /** What is to be known before. */
  text?: ReactNode;
  /** In the order in which they stand; some depend on what stands in others. */
  fields?: FieldsOf<C> | ((values: ValuesOf<C>) => FieldsOf<C>);
  /** What stands in the fields when the form opens. */
  start?: ValuesOf<C>;
  /** Sent beside the fields. */
  body?: Partial<BodyOf<C>> | ((values: ValuesOf<C>) => Partial<BodyOf<C>>);
  /** What else has to be so before it can be sent. */
  ready?: boolean | ((values: ValuesOf<C>) => boolean);
  /** The verb, on the button; it may say what stands in the fields. */
  label: string | ((values: ValuesOf<C>) => string);
  cancelLabel?: string;
  danger?: boolean;
  size?: string;
  /** Told when it is done. */
  said?: string | ((answer: AnswerOf<C>, values: ValuesOf<C>) => string);
  /** What else follows. */
  done?: (answer: AnswerOf<C>) => void;
  /** @returns true where the form itself says what was refused */
  failed?: (error: unknown) => boolean | void;
  /** A refusal that names no field stays in the dialogue, where it can be read beside what it refuses. */
  inPlace?: boolean;
  /** Below the fields. */
  children?: ReactNode;
  onClose: () => void;
};

/** Neighbours that are half a line wide stand together. */
function linesOf(fields: Readonly<Record<string, AnyField>>): string[][] {
  const lines: string[][] = [];
  for (const [name, { as: _, half }] of Object.entries(fields)) {
    const last = lines.at(-1);
    if (half && last && fields[last[0] ?? '']?.half) last.push(name);
    else lines.push([name]);
  }
  return lines;
}

const FieldLine = ({ children }: { children: ReactNode[] }) =>
  children.length > 1 ? <div className="form-pair">{children}</div> : children;

const isAtField = (error: unknown, fields: object): boolean =>
  isProblem(error) && error.details.some(({ path }) => path in fields);

type Send = (path: string, init: object) => Promise<Answer<unknown>>;

/** What may be said by what stands in the form. */
const saidBy = <T, V>(said: T | ((values: V) => T), values: V): T =>
  typeof said === 'function' ? (said as (values: V) => T)(values) : said;

/** Those that are shown: a form leaves one out by `false`. */
const shownOf = (fields: object = {}): Record<string, AnyField> =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => field));

/** What stands in the form, and how it is sent. */
function useForm<const C extends Command>(props: CommandFormProps<C>) {
  const { route, touches, path, body, said, done, failed, inPlace, onClose } = props;
  const key = `${session.get()?.token} ${route.name} ${JSON.stringify(path)}`;
  const { values, set, sent, isTyped } = useDraft(key, (props.start ?? {}) as Values);
  const now = values as ValuesOf<C>;
  const fields = shownOf(saidBy(props.fields, now));
  const chosen = path === 'chosen' ? inAddress(route.path) : {};
  const bounds: Readonly<Record<string, Bounds>> = { ...route.fields, ...chosen };
  const save = useCommand<void, AnswerOf<C>>({
    send: (_, header) => {
      const sentOf = (isIn: boolean) =>
        bodyOf(
          Object.keys(fields).filter((name) => name in chosen === isIn),
          bounds,
          values,
        );
      const to = path === 'chosen' ? sentOf(true) : path;
      const init = { params: { ...(to && { path: to }), header } };
      const whole = { ...saidBy(body, now), ...sentOf(false) };
      const send = client[route.method] as unknown as Send;
      return send(route.path, props.fields || body ? { ...init, body: whole } : init) as Promise<Answer<AnswerOf<C>>>;
    },
    touches,
    done: (answer) => {
      sent();
      if (said) showNotice(typeof said === 'string' ? said : said(answer, now));
      onClose();
      done?.(answer);
    },
    failed: (error) => failed?.(error) === true || inPlace === true || isAtField(error, fields),
  });
  const isWhole = isComplete(fields, bounds, values) && saidBy(props.ready ?? true, now);
  return { values, set, fields, bounds, isTyped, isWhole, save };
}

export function CommandForm<const C extends Command>(props: CommandFormProps<C>) {
  const { title, text, label, cancelLabel, danger, size, inPlace, children, onClose } = props;
  const { values, set, fields, bounds, isTyped, isWhole, save } = useForm(props);
  const errorAt = useErrorAt(save.error);
  const shown = (name: string) => {
    const field = fields[name];
    if (!field) return null;
    const own = { bounds: bounds[name], value: values[name], error: errorAt(name) };
    const change = (value: unknown) => {
      // What was refused is no longer what stands there.
      if (save.isError) save.reset();
      set(name, value, field.as === 'own' && field.forgets);
    };
    return <CommandField key={name} field={field} {...own} onChange={change} />;
  };
  return (
    <FormDialog
      {...{ title, cancelLabel, danger, size, onClose }}
      label={saidBy(label, values as ValuesOf<C>)}
      busy={save.isPending}
      disabled={!isWhole}
      guarded={isTyped}
      onSubmit={() => save.mutate()}
    >
      {text}
      {linesOf(fields).map((names) => (
        <FieldLine key={names.join()}>{names.map(shown)}</FieldLine>
      ))}
      {children}
      {inPlace && save.error !== null && !isAtField(save.error, fields) && <Refused error={save.error} />}
    </FormDialog>
  );
}
