import { NumberInput } from '@mantine/core';
import { type Comparison, isNumberKind } from '#contracts/questions/question-kinds';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, TextField } from '../../ui/form.tsx';
import type { FormQuestion } from './form-facts.ts';

interface Props {
  question: FormQuestion;
  /** Only earlier questions can be referred to. */
  before: readonly FormQuestion[];
  change: (part: Partial<FormQuestion>) => void;
}
type Value = string | number | boolean | undefined;
const none = '-';

/** How an answer of this kind can be compared; the first is meant at first. */
function comparisonsOf({ kind }: FormQuestion): Comparison[] {
  if (kind === 'someOf') return ['contains', 'empty'];
  if (kind === 'oneOf' || kind === 'yesNo') return ['equal', 'notEqual', 'empty'];
  return isNumberKind(kind) ? ['above', 'below', 'equal', 'notEqual', 'empty'] : ['empty'];
}

function firstValue({ kind, choices = [] }: FormQuestion): Value {
  if (kind === 'yesNo') return true;
  if (kind === 'oneOf' || kind === 'someOf') return choices[0]?.key;
  return isNumberKind(kind) ? 0 : undefined;
}

function ValueField({ of, value, onChange }: { of: FormQuestion; value: Value; onChange: (value: Value) => void }) {
  const { t } = useI18n();
  if (of.kind === 'yesNo')
    return (
      <Choice
        label={t('forms.whenValue')}
        options={[
          { value: 'true', label: t('forms.yes') },
          { value: 'false', label: t('forms.no') },
        ]}
        value={String(value)}
        onChange={(said) => onChange(said === 'true')}
      />
    );
  if (of.choices)
    return (
      <Choice
        label={t('forms.whenValue')}
        options={of.choices.map(({ key, label }) => ({ value: key, label }))}
        value={String(value ?? '')}
        onChange={onChange}
      />
    );
  return (
    <NumberInput
      label={t('forms.whenValue')}
      hideControls
      value={typeof value === 'number' ? value : ''}
      onChange={(typed) => onChange(Number(typed))}
    />
  );
}

function When({ question, before, change }: Props) {
  const { t } = useI18n();
  const part = question.shownWhen?.parts[0];
  const of = before.find(({ id }) => id === part?.of);
  const set = (next: { of: string; is: Comparison; value?: Value } | null) =>
    change({
      shownWhen: next
        ? { join: 'all', parts: [{ of: next.of, is: next.is, ...(next.value !== undefined && { value: next.value }) }] }
        : undefined,
    } as Partial<FormQuestion>);
  const begin = (id: string) => {
    const other = before.find((one) => one.id === id);
    const [is = 'empty'] = other ? comparisonsOf(other) : [];
    set(other ? { of: id, is, value: is === 'empty' ? undefined : firstValue(other) } : null);
  };
  return (
    <>
      <Choice
        label={t('forms.whenOf')}
        options={[
          { value: none, label: t('forms.always') },
          ...before
            .filter(({ kind }) => kind !== 'table')
            .map(({ id, label }, at) => ({ value: id, label: `${at + 1}. ${label}` })),
        ]}
        value={part?.of ?? none}
        onChange={begin}
      />
      {part && of && (
        <div className="form-pair">
          <Choice
            label={t('forms.whenIs')}
            options={comparisonsOf(of).map((value) => ({ value, label: t(`forms.is.${value}`) }))}
            value={part.is}
            onChange={(is) =>
              set({ of: part.of, is, value: is === 'empty' ? undefined : (part.value ?? firstValue(of)) })
            }
          />
          {part.is !== 'empty' && (
            <ValueField of={of} value={part.value} onChange={(value) => set({ of: part.of, is: part.is, value })} />
          )}
        </div>
      )}
    </>
  );
}

const checkKinds = ['notAbove', 'notBelow'] as const;

type OneCheck = NonNullable<FormQuestion['checks']>[number];
interface CheckOfProps {
  check: OneCheck;
  numbers: readonly FormQuestion[];
  set: (part: Partial<OneCheck>) => void;
}

/** With which question above, and what is said when it does not hold. */
function CheckOf({ check, numbers, set }: CheckOfProps) {
  const { t } = useI18n();
  return (
    <>
      <Choice
        label={t('forms.checkOf')}
        options={numbers.map(({ id, label }) => ({ value: id, label }))}
        value={check.of?.[0]?.question ?? ''}
        onChange={(id) => set({ of: [{ question: id }] })}
      />
      <TextField
        label={t('forms.sentence')}
        required
        maxLength={300}
        value={check.sentence}
        onChange={(sentence) => set({ sentence })}
      />
    </>
  );
}

function Check({ question, before, change }: Props) {
  const { t } = useI18n();
  const numbers = before.filter(({ kind }) => isNumberKind(kind));
  const check = question.checks?.[0];
  if (!isNumberKind(question.kind) || numbers.length === 0) return null;
  const set = (part: Partial<OneCheck>) =>
    change({
      checks: [
        {
          kind: 'notAbove',
          of: [{ question: numbers[0]?.id ?? '' }],
          sentence: '',
          level: 'blocks',
          ...check,
          ...part,
        },
      ],
    });
  return (
    <>
      <Choice
        label={t('forms.check')}
        options={[
          { value: none, label: t('forms.checkNone') },
          ...checkKinds.map((value) => ({ value, label: t(`forms.check.${value}`) })),
        ]}
        value={check?.kind ?? none}
        onChange={(kind) =>
          kind === none
            ? change({ checks: undefined } as unknown as Partial<FormQuestion>)
            : set({ kind: kind as 'notAbove' })
        }
      />
      {check && <CheckOf {...{ check, numbers, set }} />}
    </>
  );
}

/** When a question is shown and what its number is compared with, by the questions above it. */
export function RuleFields(props: Props) {
  if (props.before.length === 0) return null;
  return (
    <>
      <When {...props} />
      <Check {...props} />
    </>
  );
}
