import { Button, Checkbox, NumberInput, Textarea } from '@mantine/core';
import { useState } from 'react';
import { isNumberKind } from '#contracts/questions/question-kinds';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, FormDialog, NoteField, TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { type FormQuestion, keyedLines, newId, offered, usersOf, without } from './form-facts.ts';
import { RuleFields } from './rule-fields.tsx';
import type { FormDraft, ShownFault } from './use-form-draft.ts';

interface Props {
  draft: FormDraft;
  question: FormQuestion;
  faults: readonly ShownFault[];
  onChoose: (id: string) => void;
}
interface PartProps {
  question: FormQuestion;
  change: (part: Partial<FormQuestion>) => void;
}

/** A kind without choices, rows or bounds keeps none of another's. */
const ofKind = (kind: FormQuestion['kind']): Partial<FormQuestion> =>
  ({
    kind,
    choices: kind === 'oneOf' || kind === 'someOf' ? [] : undefined,
    rows: kind === 'table' ? [] : undefined,
    columns: kind === 'table' ? [] : undefined,
    ...(!isNumberKind(kind) && { unit: undefined, min: undefined, max: undefined }),
    checks: undefined,
  }) as Partial<FormQuestion>;

function Bounds({ question, change }: PartProps) {
  const { t } = useI18n();
  const bound = (name: 'min' | 'max') => (
    <NumberInput
      label={t(`forms.${name}`)}
      value={question[name] ?? ''}
      hideControls
      onChange={(typed) => change({ [name]: typed === '' ? undefined : Number(typed) } as Partial<FormQuestion>)}
    />
  );
  return (
    <>
      <TextField
        label={t('forms.unit')}
        maxLength={40}
        value={question.unit ?? ''}
        onChange={(unit) => change({ unit })}
      />
      <div className="form-pair">
        {bound('min')}
        {bound('max')}
      </div>
      <p className="caption">{t('forms.boundsMean')}</p>
    </>
  );
}

interface LinesProps<T extends { key: string; label: string }> {
  label: string;
  value: readonly T[];
  make: (one: { key: string; label: string }) => T;
  onChange: (value: T[]) => void;
}

/** What is typed stays as it is typed; what stands in its lines is told. */
function Lines<T extends { key: string; label: string }>({ label, value, make, onChange }: LinesProps<T>) {
  const [text, setText] = useState(value.map((one) => one.label).join('\n'));
  return (
    <Textarea
      label={label}
      required
      autosize
      minRows={3}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        onChange(keyedLines(event.currentTarget.value, value, make));
      }}
    />
  );
}

const asIs = (one: { key: string; label: string }) => one;
const asColumn = (one: { key: string; label: string }) => ({ ...one, kind: 'whole' as const });

function OfKind({ question, change }: PartProps) {
  const { t } = useI18n();
  const { kind, choices = [], rows = [], columns = [] } = question;
  if (isNumberKind(kind)) return <Bounds {...{ question, change }} />;
  if (kind === 'oneOf' || kind === 'someOf')
    return (
      <Lines label={t('forms.choices')} value={choices} make={asIs} onChange={(next) => change({ choices: next })} />
    );
  if (kind !== 'table') return null;
  return (
    <>
      <Lines label={t('forms.rows')} value={rows} make={asIs} onChange={(next) => change({ rows: next })} />
      <Lines
        label={t('forms.columns')}
        value={columns}
        make={asColumn}
        onChange={(next) => change({ columns: next })}
      />
    </>
  );
}

function moved(questions: readonly FormQuestion[], from: number, to: number): FormQuestion[] {
  const next = [...questions];
  const [one] = next.splice(from, 1);
  if (one) next.splice(to, 0, one);
  return next;
}

function Acts({ draft, question, onChoose }: Omit<Props, 'faults'>) {
  const { t } = useI18n();
  const [isAsking, setAsking] = useState(false);
  const { questions } = draft.written;
  const at = questions.findIndex(({ id }) => id === question.id);
  const users = usersOf(questions, question.id);
  const copy = () => {
    const id = newId(questions);
    draft.set([...questions.slice(0, at + 1), { ...question, id }, ...questions.slice(at + 1)]);
    onChoose(id);
  };
  const remove = () => {
    draft.set(without(questions, question.id));
    const next = questions[at + 1] ?? questions[at - 1];
    if (next) onChoose(next.id);
  };
  const act = (icon: 'arrow-up' | 'arrow-down' | 'copy' | 'trash', label: string, isOff: boolean, run: () => void) => (
    <Button variant="subtle" size="compact-sm" aria-label={label} title={label} disabled={isOff} onClick={run}>
      <Icon name={icon} size={18} />
    </Button>
  );
  return (
    <span className="forms-acts">
      {act('arrow-up', t('forms.up'), at === 0, () => draft.set(moved(questions, at, at - 1)))}
      {act('arrow-down', t('forms.down'), at === questions.length - 1, () => draft.set(moved(questions, at, at + 1)))}
      {act('copy', t('forms.copy'), false, copy)}
      {act('trash', t('forms.remove'), false, users.length > 0 ? () => setAsking(true) : remove)}
      {isAsking && (
        <FormDialog
          title={t('forms.remove')}
          label={t('forms.remove')}
          danger
          onClose={() => setAsking(false)}
          onSubmit={() => {
            setAsking(false);
            remove();
          }}
        >
          <p>{t('forms.removeUsed', { n: users.join(', ') })}</p>
        </FormDialog>
      )}
    </span>
  );
}

/** The question that is chosen: its words, its kind, when it is shown and what it is checked against. */
export function QuestionEditor({ draft, question, faults, onChoose }: Props) {
  const { t } = useI18n();
  const { questions } = draft.written;
  const at = questions.findIndex(({ id }) => id === question.id);
  const change = (part: Partial<FormQuestion>) => draft.change(question.id, part);
  return (
    <Card
      title={t('forms.questionN', { n: at + 1 })}
      aside={<Acts {...{ draft, question, onChoose }} />}
      className="forms-editor"
    >
      <div className="card-body form">
        {faults.map(({ text }) => (
          <p key={text} className="forms-error" role="status">
            {text}
          </p>
        ))}
        <NoteField
          label={t('forms.label')}
          required
          maxLength={300}
          data-autofocus={question.label === '' || undefined}
          value={question.label}
          onChange={(label) => change({ label })}
        />
        <TextField
          label={t('forms.hint')}
          maxLength={500}
          value={question.hint ?? ''}
          onChange={(hint) => change({ hint })}
        />
        <Choice
          label={t('forms.kind')}
          options={offered.map((value) => ({ value, label: t(`forms.kind.${value}`) }))}
          value={question.kind}
          onChange={(kind) => change(ofKind(kind as FormQuestion['kind']))}
        />
        <OfKind key={question.kind} {...{ question, change }} />
        <Checkbox
          label={t('forms.required')}
          checked={question.required}
          onChange={(event) => change({ required: event.currentTarget.checked })}
        />
        <RuleFields question={question} before={questions.slice(0, at)} change={change} />
      </div>
    </Card>
  );
}
