import { Checkbox, NumberInput, Radio, Select } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { Link } from '@tanstack/react-router';
import { evidenceKinds, type EvidenceKind } from '#contracts/enums';
import { addDays, deadlineText, formatDate } from '#i18n';
import { useIdentity } from '../../../api/me.tsx';
import { useAllDirectives } from '../../../api/use-directives.ts';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { NoteField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { AsksField, MinimumCodes } from '../asks-field.tsx';
import { PartnerField } from '../partner-field.tsx';
import { type Draft, dueOn, type Problem } from '../draft.ts';
import { ProductsNote } from '../products/products-words.tsx';
import { type ProductsAsked, usualAsks } from '../products/products.ts';
import { countable, type Template, useTemplateWords } from './template-step.tsx';

interface FormProps {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  template: Template;
  problems: readonly Problem[];
  /** For an order for OCOP products: what it asks of each commune. */
  products: readonly ProductsAsked[] | null;
  /** Without the teams of these communes. */
  onLeaveOut: (communeIds: string[]) => void;
}

const workLimit = 400;

function useErrors(problems: readonly Problem[]) {
  const { t } = useI18n();
  return (...fields: Problem[]) => {
    const hit = fields.find((field) => problems.includes(field));
    return hit ? t(`assign.error.${hit}` as MessageId) : undefined;
  };
}

/** Each unit with its indicator's code and name under it, since units repeat. */
function IndicatorSelect({
  draft,
  change,
  template,
  invalid,
}: Pick<FormProps, 'draft' | 'change' | 'template'> & { invalid: boolean }) {
  const { t } = useI18n();
  const words = useTemplateWords();
  const unit = (each: Template['indicators'][number]) =>
    words.unit(each) === '%' ? `${each.code} · %` : words.unit(each);
  return (
    <Select
      aria-label={t('assign.indicator')}
      allowDeselect={false}
      data={countable(template).map((each) => ({ value: each.code, label: unit(each) }))}
      value={draft.indicatorCode}
      error={invalid}
      onChange={(code) => change({ indicatorCode: code, asks: usualAsks(code) })}
      comboboxProps={{ width: 260, position: 'bottom-start' }}
      renderOption={({ option }) => {
        const each = template.indicators.find((one) => one.code === option.value);
        return (
          <span>
            {each && words.unit(each)}
            <span className="cell-2">{each && `${each.code}: ${words.name(each)}`}</span>
          </span>
        );
      }}
    />
  );
}

function TargetField({ draft, change, template, problems, products, onLeaveOut }: FormProps) {
  const { t, lang } = useI18n();
  const words = useTemplateWords();
  const error = useErrors(problems);
  const indicator = template.indicators.find((each) => each.code === draft.indicatorCode);
  const note = indicator && t('assign.indicatorNote', { code: indicator.code, name: words.name(indicator) });
  const wrong = error('target');
  return (
    <div>
      <div className="pair">
        <NumberInput
          label={t('assign.target')}
          required
          min={1}
          max={10_000_000}
          allowDecimal={false}
          allowNegative={false}
          thousandSeparator={lang === 'vi' ? '.' : ','}
          decimalSeparator={lang === 'vi' ? ',' : '.'}
          w={110}
          value={draft.target ?? ''}
          error={Boolean(wrong) || products?.some(({ obstacle }) => obstacle)}
          onChange={(value) => change({ target: value === '' ? null : Number(value) })}
          styles={{ input: { textAlign: 'right' } }}
        />
        <IndicatorSelect {...{ draft, change, template }} invalid={Boolean(error('indicator'))} />
      </div>
      <p className={wrong ? 'field-error' : 'caption field-note'}>{wrong ?? note}</p>
      {products && <ProductsNote asked={products} onLeaveOut={onLeaveOut} />}
    </div>
  );
}

function DueField({ draft, change, problems }: FormProps) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const error = useErrors(problems);
  const due = dueOn(draft);
  return (
    <div>
      <div className="pair pair-due">
        <Select
          label={t('assign.due')}
          required
          allowDeselect={false}
          data={[
            { value: 'before', label: t('assign.dueBefore') },
            { value: 'end', label: t('assign.dueEnd') },
          ]}
          value={draft.dueKind}
          onChange={(kind) => change({ dueKind: kind === 'end' ? 'end' : 'before' })}
        />
        <DatePickerInput
          aria-label={
            draft.dueDay
              ? `${t('assign.dueDay')} ${formatDate(draft.dueDay, 'vi', { withYear: true })}`
              : `${t('assign.dueDay')}: ${t('assign.chooseDay')}`
          }
          valueFormat="D/M/YYYY"
          placeholder={t('assign.chooseDay')}
          minDate={draft.dueKind === 'before' ? addDays(me.today, 1) : me.today}
          rightSection={<Icon name="calendar" size={16} />}
          rightSectionPointerEvents="none"
          value={draft.dueDay}
          error={Boolean(error('due', 'duePast'))}
          onChange={(day) => change({ dueDay: day })}
        />
      </div>
      <p className={error('due', 'duePast') ? 'field-error' : 'caption field-note'}>
        {error('due', 'duePast') ??
          (due &&
            t('assign.dueNote', {
              day: deadlineText(due, Date.now(), 'weekday', lang),
              left: deadlineText(due, Date.now(), 'countdown', lang),
            }))}
      </p>
    </div>
  );
}

function DirectiveField({ draft, change, problems }: FormProps) {
  const { t, lang } = useI18n();
  const { post } = useIdentity();
  const error = useErrors(problems);
  const { rows } = useAllDirectives(post.unit.id);
  const chosen = rows.find((each) => each.id === draft.directiveId);
  return (
    <Select
      label={t('assign.basis')}
      required
      searchable
      placeholder={t('assign.chooseBasis')}
      leftSection={<Icon name="file-certificate" size={16} />}
      nothingFoundMessage={t('assign.noBasis')}
      data={rows
        .filter((each) => !each.supersededBy)
        .map((each) => ({ value: each.id, label: `${each.citation} · ${each.issuer}` }))}
      value={draft.directiveId}
      error={error('directive')}
      onChange={(id) => change({ directiveId: id })}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      description={
        chosen?.basis ? (
          t('assign.basisOf', {
            number: chosen.basis.number,
            date: formatDate(chosen.basis.issuedOn, lang, { withYear: true }),
          })
        ) : (
          <Link to="/documents">{t('assign.addBasis')}</Link>
        )
      }
    />
  );
}

function EvidenceField({ draft, change, problems }: FormProps) {
  const { t } = useI18n();
  const error = useErrors(problems);
  const toggle = (kind: EvidenceKind) =>
    change({
      evidence: draft.evidence.includes(kind)
        ? draft.evidence.filter((each) => each !== kind)
        : [...draft.evidence, kind],
    });
  return (
    <div role="group" aria-label={t('assign.evidence')}>
      <span className="field-label">{t('assign.evidence')}</span>
      <div className="filter-chips">
        {evidenceKinds.map((kind) => (
          <button key={kind} type="button" aria-pressed={draft.evidence.includes(kind)} onClick={() => toggle(kind)}>
            {draft.evidence.includes(kind) && <Icon name="check" size={15} />}
            {t(`evidence.${kind}`)}
          </button>
        ))}
      </div>
      <p className={error('evidence') ? 'field-error' : 'caption field-note'}>
        {error('evidence') ?? t('assign.evidenceNote')}
      </p>
    </div>
  );
}

function WorkField({ draft, change, problems }: FormProps) {
  const { t } = useI18n();
  const error = useErrors(problems);
  const length = draft.work.length;
  const note = (
    <>
      {t('assign.workNote')}{' '}
      <span className={length > workLimit ? 'warn' : ''}>{t('assign.characters', { n: length, of: workLimit })}</span>
    </>
  );
  return (
    <NoteField
      label={t('assign.work')}
      required
      minRows={3}
      maxLength={2000}
      value={draft.work}
      error={error('work', 'workShort')}
      onChange={(work) => change({ work })}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      description={note}
    />
  );
}

function Options({ draft, change }: Pick<FormProps, 'draft' | 'change'>) {
  const { t } = useI18n();
  const choose = (value: string) => change({ priority: value === 'urgent' ? 'urgent' : 'normal' });
  return (
    <div className="assign-options">
      <Radio.Group value={draft.priority} onChange={choose} aria-label={t('assign.priority')}>
        <div className="assign-options">
          <Radio value="normal" label={t('assign.normal')} />
          <Radio value="urgent" label={t('assign.urgent')} />
        </div>
      </Radio.Group>
      <span className="toolbar-space" />
      {draft.originId === null && (
        <Checkbox
          label={t('assign.monthly')}
          checked={draft.monthly}
          onChange={(event) => change({ monthly: event.currentTarget.checked })}
        />
      )}
    </div>
  );
}

/** Work, target, date, basis, evidence: an order without one of them cannot be sent. */
export function ConcretiseForm(props: FormProps) {
  return (
    <>
      <WorkField {...props} />
      <div className="field-row">
        <TargetField {...props} />
        <DueField {...props} />
      </div>
      <DirectiveField {...props} />
      <AsksField draft={props.draft} change={props.change} />
      <EvidenceField {...props} />
      <MinimumCodes draft={props.draft} change={props.change} />
      {props.draft.to === 'teams' && <PartnerField draft={props.draft} change={props.change} />}
      <Options {...props} />
    </>
  );
}
