import { MultiSelect } from '@mantine/core';
import { affiliations } from '#contracts/enums';
import { type KeepingKind, keepingTerms } from '#contracts/organization/keeping-terms';
import type { RuleKind } from '#contracts/organization/rule-kinds';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField, TextField } from '../../ui/form.tsx';
import { bases } from './allowance.ts';
import { FactorFields } from './factor-fields.tsx';
import { InvitingFields } from './inviting-fields.tsx';
import { PeriodFields } from './period-fields.tsx';
import { type FieldsProps, useNumbers } from './rule-numbers.tsx';
import { type RuleValue, shownTemplate, typedTemplate, type ValueOf } from './rule-kinds.ts';

function Asked(props: FieldsProps<'composition'> | FieldsProps<'committee'>) {
  const { t } = useI18n();
  const { value, onChange } = props;
  return (
    <MultiSelect
      className="rule-wide"
      label={t('rules.f.affiliations')}
      data={affiliations.map((one) => ({ value: one, label: t(`affiliation.${one}`) }))}
      value={value.affiliations}
      onChange={(chosen) => onChange({ ...value, affiliations: chosen as typeof value.affiliations } as RuleValue)}
    />
  );
}

function CompositionFields(props: FieldsProps<'composition'>) {
  const { t } = useI18n();
  const number = useNumbers(props);
  return (
    <>
      {number('members', t('rules.f.members'), { max: 50, description: props.hint })}
      {number('deputies', t('rules.f.deputies'), { min: 0, max: 10 })}
      <Asked {...props} />
    </>
  );
}

function GroupNameFields(props: FieldsProps<'groupName'>) {
  const { t } = useI18n();
  const number = useNumbers(props);
  const { value, onChange, errorAt } = props;
  return (
    <>
      <TextField
        className="rule-wide"
        label={t('rules.f.template')}
        required
        description={props.hint}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        error={errorAt('template')}
        value={shownTemplate(t, value.template)}
        onChange={(shown) => onChange({ ...value, template: typedTemplate(t, shown) })}
      />
      {number('nameMax', t('rules.f.nameMax'), { min: 20, max: 100 })}
    </>
  );
}

function DaysField(props: FieldsProps<'reply'> | FieldsProps<'difficulty'>) {
  const { t } = useI18n();
  const number = useNumbers(props as FieldsProps<'reply'>);
  return number('days', t('rules.f.reply'), {
    max: 60,
    description: props.hint,
    suffix: ` ${t(props.value.kind === 'reply' ? 'rules.u.days' : 'rules.u.workingDays', { n: props.value.days ?? 0 })}`,
  });
}

function ChaseFields(props: FieldsProps<'chase'>) {
  const { t } = useI18n();
  const number = useNumbers(props);
  const { value, hint } = props;
  const hours = (n: number | null) => ({ suffix: ` ${t('rules.u.hours', { n: n ?? 0 })}` });
  return (
    <>
      {number('remindHours', t('rules.f.remind'), { description: hint, ...hours(value.remindHours) })}
      {number('supporterHours', t('rules.f.supporter'), hours(value.supporterHours))}
      {number('callListHours', t('rules.f.callList'), hours(value.callListHours))}
      {number('replyDays', t('rules.f.replyDays'), {
        max: 60,
        suffix: ` ${t('rules.u.days', { n: value.replyDays ?? 0 })}`,
      })}
      {number('remindEveryHours', t('rules.f.every'), { max: 168, ...hours(value.remindEveryHours) })}
      {number('urgentPercent', t('rules.f.urgent'), { min: 10, max: 100, suffix: '%' })}
    </>
  );
}

function SamplingFields(props: FieldsProps<'sampling'>) {
  const { t } = useI18n();
  const number = useNumbers(props);
  return (
    <>
      {number('below', t('rules.f.below'), { min: 2, max: 1000, description: props.hint })}
      {number('oneIn', t('rules.f.oneIn'), { min: 2, max: 20 })}
    </>
  );
}

function QuietFields({ value, hint, onChange, errorAt }: FieldsProps<'quiet'>) {
  const { t } = useI18n();
  const time = (key: 'quietFrom' | 'quietTo', label: string, description?: string) => (
    <TextField
      type="time"
      description={description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      label={label}
      required
      error={errorAt(key)}
      value={value[key]}
      onChange={(typed) => onChange({ ...value, [key]: typed })}
    />
  );
  return (
    <>
      <div className="rule-wide">
        <Choice
          label={t('rules.f.quiet')}
          required
          options={[
            { value: 'hours', label: t('rules.f.quiet.hours') },
            { value: 'days', label: t('rules.f.quiet.days') },
          ]}
          value={value.wholeDays ? 'days' : 'hours'}
          onChange={(which) => onChange({ ...value, wholeDays: which === 'days' })}
        />
      </div>
      {!value.wholeDays && time('quietFrom', t('rules.f.quietFrom'), hint)}
      {!value.wholeDays && time('quietTo', t('rules.f.quietTo'))}
      <DayField
        label={t('rules.f.lastDay')}
        required={value.wholeDays}
        error={errorAt('lastDay')}
        value={value.lastDay}
        onChange={(lastDay) => onChange({ ...value, lastDay })}
      />
    </>
  );
}

function ApprovalFields({ value, hint, onChange }: FieldsProps<'reportApproval'>) {
  const { t } = useI18n();
  return (
    <div className="rule-wide">
      <Choice
        label={t('rules.f.approval')}
        required
        options={[
          { value: 'on', label: t('rules.f.approval.on') },
          { value: 'off', label: t('rules.f.approval.off') },
        ]}
        value={value.isNeeded ? 'on' : 'off'}
        onChange={(which) => onChange({ ...value, isNeeded: which === 'on' })}
      />
      <p className="caption">{hint}</p>
    </div>
  );
}

function SecondApprovalFields(props: FieldsProps<'secondApproval'>) {
  const { t } = useI18n();
  const number = useNumbers(props);
  const { value, hint, onChange } = props;
  return (
    <>
      <div className="rule-wide">
        <Choice
          label={t('rules.f.second')}
          required
          options={(['on', 'off'] as const).map((which) => ({ value: which, label: t(`rules.f.second.${which}`) }))}
          value={value.isNeeded ? 'on' : 'off'}
          onChange={(which) => onChange({ ...value, isNeeded: which === 'on' })}
        />
        <p className="caption">{hint}</p>
      </div>
      {value.isNeeded && (
        <>
          <Choice
            label={t('rules.f.measure')}
            required
            options={(['teams', 'people'] as const).map((one) => ({ value: one, label: t(`rules.f.measure.${one}`) }))}
            value={value.measure}
            onChange={(measure) => onChange({ ...value, measure })}
          />
          {number('above', t('rules.f.above'), { max: 1_000_000 })}
        </>
      )}
    </>
  );
}

function AllowanceFields(props: FieldsProps<'allowance'>) {
  const { t } = useI18n();
  const number = useNumbers(props);
  const { value, onChange } = props;
  const amountOf = (basis: typeof value.basis) => (basis === 'none' ? 0 : value.amount || 60_000);
  return (
    <>
      <Choice
        label={t('rules.f.basis')}
        required
        options={bases.map((basis) => ({ value: basis, label: t(`service.basis.${basis}`) }))}
        value={value.basis}
        onChange={(basis) => onChange({ ...value, basis, amount: amountOf(basis) })}
      />
      {value.basis !== 'none' && number('amount', t('rules.f.amount'), { description: props.hint })}
    </>
  );
}

function AttentionFields(props: FieldsProps<'attention'>) {
  const { t } = useI18n();
  const number = useNumbers(props);
  const { value, hint } = props;
  const days = (n: number | null) => ({ suffix: ` ${t('rules.u.days', { n: n ?? 0 })}` });
  return (
    <>
      {number('silentDays', t('rules.f.silentDays'), {
        min: 3,
        max: 180,
        description: hint,
        ...days(value.silentDays),
      })}
      {number('busyTeams', t('rules.f.busyTeams'), { min: 2, max: 50 })}
      {number('termDays', t('rules.f.termDays'), { min: 7, max: 365, ...days(value.termDays) })}
      {number('lateMonths', t('rules.f.lateMonths'), { max: 12 })}
      {number('lateTimes', t('rules.f.lateTimes'), { max: 12 })}
      {number('lateDays', t('rules.f.lateDays'), { max: 24, ...days(value.lateDays) })}
    </>
  );
}

function KeepingField(props: FieldsProps<KeepingKind>) {
  const { t } = useI18n();
  const number = useNumbers(props as FieldsProps<'keepLog'>);
  const { unit, least, most } = keepingTerms[props.value.kind];
  const unitWord = t(unit === 'months' ? 'rules.u.months' : 'rules.u.days', { n: props.value.amount });
  return number('amount', t('rules.f.keep'), {
    min: least,
    max: most,
    suffix: ` ${unitWord}`,
    description: `${props.hint} · ${t('rules.f.keepWithin', { least, most, unit: unitWord })}`,
  });
}

/** What a rule of the kind says, as fields. */
export function RuleFields({ value, ...more }: FieldsProps<RuleKind>) {
  switch (value.kind) {
    case 'composition':
      return <CompositionFields value={value} {...more} />;
    case 'committee':
      return <Asked value={value} {...more} />;
    case 'groupName':
      return <GroupNameFields value={value} {...more} />;
    case 'reply':
    case 'difficulty':
      return <DaysField value={value as ValueOf<'reply'>} {...more} />;
    case 'chase':
      return <ChaseFields value={value} {...more} />;
    case 'sampling':
      return <SamplingFields value={value} {...more} />;
    case 'quiet':
      return <QuietFields value={value} {...more} />;
    case 'period':
      return <PeriodFields value={value} {...more} />;
    case 'reportApproval':
      return <ApprovalFields value={value} {...more} />;
    case 'secondApproval':
      return <SecondApprovalFields value={value} {...more} />;
    case 'attention':
      return <AttentionFields value={value} {...more} />;
    case 'allowance':
      return <AllowanceFields value={value} {...more} />;
    case 'inviting':
      return <InvitingFields value={value} {...more} />;
    case 'secondFactor':
      return <FactorFields value={value} {...more} />;
    default:
      return <KeepingField value={value} {...more} />;
  }
}
