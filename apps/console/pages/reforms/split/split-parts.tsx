/** What a hamlet is made of that becomes two: names and households, who goes where, what of the work. */
import { NumberInput, Radio } from '@mantine/core';
import type { ReactNode } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { CountField, TextField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Card } from '../../../ui/layout.tsx';
import { roleWord } from '../../../ui/text/role-word.ts';
import { newHamletName } from '../merger-form.ts';
import {
  type At,
  both,
  type HalvesForm,
  halvesOf,
  type SetHalves,
  targetsOf,
  type ToSplit,
  withHouseholds,
} from './split-form.ts';

export interface PartsProps {
  form: HalvesForm;
  set: SetHalves;
  facts: ToSplit;
  readOnly: boolean;
}

/** "Thôn 9A" as it is typed, before that the first or the second. */
export function useHalfNames({ names }: HalvesForm, type: string): [string, string] {
  const { t } = useI18n();
  return [newHamletName(type, names[0]) || t('halves.half0'), newHamletName(type, names[1]) || t('halves.half1')];
}

function Sum({ form, facts }: Pick<PartsProps, 'form' | 'facts'>) {
  const { t, n } = useI18n();
  const [a, b] = form.households;
  if (a === null || b === null) return facts.households === null ? <>{t('halves.sumUnknown')}</> : null;
  const sum = { a: n(a), b: n(b), c: n(a + b) };
  const off = facts.households === null ? 0 : a + b - facts.households;
  return (
    <span className="split-sum" data-off={off !== 0 || undefined} role="status">
      <Icon name={off === 0 ? 'circle-check' : 'alert-circle'} size={16} />
      {off === 0
        ? t('halves.sum', sum)
        : t('halves.sumDiffers', { ...sum, known: n(facts.households ?? 0), n: n(Math.abs(off)) })}
    </span>
  );
}

/** Two names, and the households of each; what one is typed of, the other has the rest of. */
export function HalfFields({
  form,
  set,
  facts,
  readOnly,
  more,
}: PartsProps & {
  /** What else is asked of each. */
  more?: (at: At) => ReactNode;
}) {
  const { t } = useI18n();
  return (
    <div className="halves">
      {both.map((at) => (
        <fieldset key={at} disabled={readOnly}>
          <legend>{t(`halves.half${at}`)}</legend>
          <TextField
            label={t('halves.name')}
            required
            maxLength={200}
            disabled={readOnly}
            value={form.names[at]}
            onChange={(name) => set({ names: at === 0 ? [name, form.names[1]] : [form.names[0], name] })}
          />
          <CountField
            label={t('halves.households')}
            required
            value={form.households[at]}
            onChange={(typed) => set(withHouseholds(form, at, typed, facts.households))}
          />
          {more?.(at)}
        </fieldset>
      ))}
      <p className="halves-note">
        <Sum form={form} facts={facts} />
      </p>
    </div>
  );
}

function PersonRow({
  one,
  names,
  form,
  set,
  readOnly,
}: Omit<PartsProps, 'facts'> & { one: ToSplit['people'][number]; names: readonly [string, string] }) {
  const i18n = useI18n();
  const { id, fullName } = one.person;
  const place = form.places.get(id);
  return (
    <tr data-open={place === undefined || undefined}>
      <th scope="row">
        {fullName}
        <span className="cell-2">{roleWord(i18n, one.role)}</span>
      </th>
      {both.map((at) => (
        <td key={at}>
          <label className="split-pick">
            <Radio
              name={`split ${id}`}
              disabled={readOnly}
              aria-label={i18n.t('halves.goes', { name: fullName, half: names[at] })}
              checked={place === at}
              onChange={() => set({ places: new Map(form.places).set(id, at) })}
            />
          </label>
        </td>
      ))}
    </tr>
  );
}

function Notes({ form, facts, names }: Pick<PartsProps, 'form' | 'facts'> & { names: readonly [string, string] }) {
  const { t } = useI18n();
  if (form.places.size === 0) return null;
  const leads = facts.people.find(({ role }) => role === 'leader');
  const notes = halvesOf(form, facts).flatMap(({ memberIds }, at) => {
    const half = names[at as At];
    if (memberIds.length === 0) return [t('halves.emptyHalf', { half })];
    return leads && !memberIds.includes(leads.person.id) ? [t('halves.noLeader', { half })] : [];
  });
  return notes.map((note) => (
    <p key={note} className="halves-note">
      {note}
    </p>
  ));
}

/** What is shared out, row by row, with a column for each of the two. */
function HalvesTable({
  label,
  first,
  names,
  className = '',
  children,
}: {
  label: string;
  first: string;
  names: readonly [string, string];
  className?: string;
  children: ReactNode;
}) {
  return (
    <div className="halves-scroll">
      <table className={`halves-table ${className}`} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{first}</th>
            {names.map((name, at) => (
              <th key={at} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

/** Everybody of the team goes on in one of the two. */
export function SplitPeople(props: PartsProps) {
  const { t } = useI18n();
  const { form, facts } = props;
  const names = useHalfNames(form, facts.type);
  const open = facts.people.filter(({ person }) => !form.places.has(person.id)).length;
  if (facts.people.length === 0)
    return (
      <Card title={t('halves.people')}>
        <p className="card-body muted">{t('halves.noTeam')}</p>
      </Card>
    );
  const note = open > 0 ? t('halves.open', { n: open }) : t('halves.placed', { n: facts.people.length });
  return (
    <Card title={t('halves.people')} aside={<span className="caption">{note}</span>}>
      <HalvesTable label={t('halves.people')} first={t('reforms.m.col.name')} names={names}>
        {facts.people.map((one) => (
          <PersonRow key={one.person.id} one={one} names={names} {...props} />
        ))}
      </HalvesTable>
      <Notes form={form} facts={facts} names={names} />
    </Card>
  );
}

function TaskRow({
  task,
  names,
  ...props
}: PartsProps & { task: ToSplit['tasks'][number]; names: readonly [string, string] }) {
  const { t, n } = useI18n();
  const { form, set, facts, readOnly } = props;
  const targets = targetsOf(form, facts, task);
  const label = (at: At) => t('halves.taskOf', { task: task.title, half: names[at] });
  const write = (first: number) =>
    set({ written: new Map(form.written).set(task.id, Math.max(0, Math.min(task.target, first))) });
  return (
    <tr>
      <th scope="row">
        {task.title}
        <span className="cell-2">{targets ? `${n(task.target)} ${task.unit}` : t('halves.whole')}</span>
      </th>
      {both.map((at) => (
        <td key={at} className="num">
          {targets ? (
            <NumberInput
              aria-label={label(at)}
              size="xs"
              min={0}
              max={task.target}
              allowDecimal={false}
              disabled={readOnly}
              value={targets[at]}
              onChange={(typed) => typed !== '' && write(at === 0 ? Number(typed) : task.target - Number(typed))}
            />
          ) : (
            '–'
          )}
        </td>
      ))}
    </tr>
  );
}

/** Open work, shared out by households; whatever is written for one half, the other makes up for. */
export function SplitTasks(props: PartsProps) {
  const { t } = useI18n();
  const { form, set, facts, readOnly } = props;
  const names = useHalfNames(form, facts.type);
  if (facts.tasks.length === 0) return null;
  const again = form.written.size > 0 && !readOnly && (
    <button type="button" className="link" onClick={() => set({ written: new Map() })}>
      {t('halves.byHouseholds')}
    </button>
  );
  const title = t('halves.tasks', { n: facts.tasks.length });
  return (
    <Card title={title} aside={again}>
      <p className="halves-note">{t('halves.tasksNote')}</p>
      <HalvesTable label={title} first={t('halves.task')} names={names} className="split-work">
        {facts.tasks.map((task) => (
          <TaskRow key={task.id} task={task} names={names} {...props} />
        ))}
      </HalvesTable>
    </Card>
  );
}
