/** A dialogue that sends one command: what it asks is said as data, and the contract says what is needed and how long it may be. */
import type { ReactNode } from 'react';
import type { ReadPath } from '#client/paths';
import { client, isProblem } from '../../api/client.ts';
import { session } from '../../api/session.ts';
import { type Answer, useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { useErrorAt } from '../error-at.ts';
import { FormDialog } from '../form.tsx';
import { Refused } from '../refused.tsx';
import { CommandField } from './command-field.tsx';
import type { AnswerOf, AnyField, BodyOf, Command, FieldsOf, PathOf, Values, ValuesOf } from './command-types.ts';
import { useDraft } from './use-draft.ts';
import { bodyOf, isComplete } from './values.ts';

type PathProp<C extends Command> = PathOf<C> extends object ? { path: PathOf<C> } : { path?: undefined };

export type CommandFormProps<C extends Command> = PathProp<C> & {
  /** Of libs/client/commands.ts. */
  route: C;
  /** Whose answers are stale afterwards. */
  touches: readonly ReadPath[];
  title: ReactNode;
  /** What is to be known before. */
  text?: ReactNode;
  /** In the order in which they stand. */
  fields?: FieldsOf<C>;
  /** What stands in the fields when the form opens. */
  start?: ValuesOf<C>;
  /** Sent beside the fields. */
  body?: Partial<BodyOf<C>>;
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
  failed?: (error: unknown) => void;
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
  children.length > 1 ? <div className="field-row">{children}</div> : children;

const isAtField = (error: unknown, fields: object): boolean =>
  isProblem(error) && error.details.some(({ path }) => path in fields);

type Send = (path: string, init: object) => Promise<Answer<unknown>>;

/** Those that are shown: a form leaves one out by `false`. */
const fieldsOf = (fields: object = {}): Record<string, AnyField> =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => field));

/** What stands in the form, and how it is sent. */
function useForm<const C extends Command>(props: CommandFormProps<C>, fields: Readonly<Record<string, AnyField>>) {
  const { route, touches, path, body, said, done, failed, inPlace, onClose } = props;
  const key = `${session.get()?.token} ${route.name} ${JSON.stringify(path)}`;
  const { values, set, sent, isTyped } = useDraft(key, (props.start ?? {}) as Values);
  const save = useCommand<void, AnswerOf<C>>({
    send: (_, header) => {
      const init = { params: { ...(path && { path }), header } };
      const whole = { ...body, ...bodyOf(Object.keys(fields), values) };
      const send = client[route.method] as unknown as Send;
      return send(route.path, props.fields || body ? { ...init, body: whole } : init) as Promise<Answer<AnswerOf<C>>>;
    },
    touches,
    done: (answer) => {
      sent();
      if (said) showNotice(typeof said === 'string' ? said : said(answer, values as ValuesOf<C>));
      onClose();
      done?.(answer);
    },
    failed: (error) => {
      failed?.(error);
      return inPlace === true || isAtField(error, fields);
    },
  });
  return { values, set, isTyped, save };
}

export function CommandForm<const C extends Command>(props: CommandFormProps<C>) {
  const { route, title, text, ready = true, label, cancelLabel, danger, size, inPlace, children, onClose } = props;
  const fields = fieldsOf(props.fields);
  const { values, set, isTyped, save } = useForm(props, fields);
  const errorAt = useErrorAt(save.error);
  const now = values as ValuesOf<C>;
  const isReady = typeof ready === 'function' ? ready(now) : ready;
  const shown = (name: string) => {
    const field = fields[name];
    const own = { bounds: route.fields[name], value: values[name], error: errorAt(name) };
    return field && <CommandField key={name} field={field} {...own} onChange={(value) => set(name, value)} />;
  };
  return (
    <FormDialog
      {...{ title, cancelLabel, danger, size, onClose }}
      label={typeof label === 'string' ? label : label(now)}
      busy={save.isPending}
      disabled={!isReady || !isComplete(fields, route.fields, values)}
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
