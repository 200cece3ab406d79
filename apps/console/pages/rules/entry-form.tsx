import { Button, MultiSelect } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { evidenceKinds, type EvidenceKind, type Pillar, pillars } from '#contracts/enums';
import { addDays } from '#contracts/reporting/periods';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField, NoteField, TextField } from '../../ui/form.tsx';
import { Card } from '../../ui/layout.tsx';
import { CatalogueEffects } from './catalogue-effects.tsx';
import { PaperField } from './paper-field.tsx';
import { type CataloguePart, isOn, nameOf, type OfferedIndicator, useAddEntry, useFaultsOf } from './use-catalogue.ts';

const MOST_INDICATORS = 4;
const below = ['label', 'input', 'description', 'error'] as ('label' | 'input' | 'description' | 'error')[];

interface Typed {
  name: string;
  unit: string;
  pillar: Pillar | null;
  indicators: string[];
  evidence: EvidenceKind[];
  suggestion: string;
  guide: string;
  from: string;
  lastDay: string | null;
  directiveId: string | null;
}

interface PartProps {
  form: Typed;
  set: (part: Partial<Typed>) => void;
  errorAt: (field: string) => string | undefined;
}

/** What a kind of work says to officers and teams. */
function WorkPart({ form, set, errorAt, indicators }: PartProps & { indicators: readonly OfferedIndicator[] }) {
  const { t, lang } = useI18n();
  return (
    <>
      <MultiSelect
        label={t('rules.c.f.indicators')}
        description={t('rules.c.f.indicatorsHint')}
        inputWrapperOrder={below}
        required
        searchable
        maxValues={MOST_INDICATORS}
        data={indicators.map((one) => ({ value: one.code, label: `${one.code} ${nameOf(one, lang)}` }))}
        value={form.indicators}
        onChange={(chosen) => set({ indicators: chosen })}
        error={errorAt('indicators')}
      />
      <MultiSelect
        label={t('rules.c.f.evidence')}
        required
        data={evidenceKinds.map((kind) => ({ value: kind, label: t(`evidence.${kind}`) }))}
        value={form.evidence}
        onChange={(evidence) => set({ evidence: evidence as EvidenceKind[] })}
      />
      <NoteField
        label={t('rules.c.f.suggestion')}
        description={t('rules.c.f.suggestionHint')}
        inputWrapperOrder={below}
        required
        value={form.suggestion}
        onChange={(suggestion) => set({ suggestion })}
      />
      <NoteField label={t('rules.c.f.guide')} value={form.guide} onChange={(guide) => set({ guide })} />
    </>
  );
}

function DaysPart({ form, set, errorAt }: PartProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  return (
    <div className="form-pair">
      <DayField
        label={t('rules.f.from')}
        required
        minDate={me.today}
        maxDate={addDays(me.today, 366)}
        value={form.from}
        onChange={(from) => set({ from })}
        error={errorAt('from')}
      />
      <DayField
        label={t('rules.c.f.lastDay')}
        minDate={form.from}
        value={form.lastDay}
        onChange={(lastDay) => set({ lastDay })}
        error={errorAt('lastDay')}
      />
    </div>
  );
}

const nothing = {
  name: '',
  unit: '',
  pillar: null,
  indicators: [],
  evidence: ['count'],
  suggestion: '',
  guide: '',
  lastDay: null,
  directiveId: null,
} satisfies Omit<Typed, 'from'>;

/** What is sent, once all is said that it needs. */
function bodyOf(form: Typed) {
  const { name, unit, pillar, suggestion, directiveId, from, lastDay, indicators, evidence } = form;
  if (!name.trim() || !pillar || !directiveId) return {};
  const dated = { pillar, from, directiveId, ...(lastDay && { lastDay }) };
  const guide = form.guide.split('\n').filter((line) => line.trim());
  const isWork = indicators.length > 0 && evidence.length > 0 && suggestion.trim() !== '';
  return {
    work: isWork ? { title: name, indicators, evidence, suggestion, guide, ...dated } : undefined,
    count: unit.trim() ? { name, unit, ...dated } : undefined,
  };
}

function NamePart({ form, set, isWork }: Omit<PartProps, 'errorAt'> & { isWork: boolean }) {
  const { t } = useI18n();
  return (
    <>
      <TextField
        label={t(isWork ? 'rules.c.f.title' : 'rules.c.f.name')}
        required
        maxLength={200}
        value={form.name}
        onChange={(name) => set({ name })}
      />
      <div className="form-pair">
        <Choice<Pillar>
          label={t('rules.c.f.pillar')}
          required
          options={pillars.map((value) => ({ value, label: t(`pillar.${value}`) }))}
          value={form.pillar}
          onChange={(pillar) => set({ pillar })}
        />
        {!isWork && (
          <TextField
            label={t('rules.c.f.unit')}
            required
            maxLength={40}
            value={form.unit}
            onChange={(unit) => set({ unit })}
          />
        )}
      </div>
    </>
  );
}

interface EntryFormProps {
  part: CataloguePart;
  indicators: readonly OfferedIndicator[];
  onClose: () => void;
}

/** A kind of work or an indicator of one's own, from a day on, by a directive; whom it reaches stands below. */
export function EntryForm({ part, indicators, onClose }: EntryFormProps) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const [form, setForm] = useState<Typed>({ ...nothing, from: me.today });
  const { template, indicator } = useAddEntry(onClose);
  const isWork = part === 'templates';
  const errorAt = useFaultsOf(isWork ? template.error : indicator.error);
  const set = (one: Partial<Typed>) => setForm((now) => ({ ...now, ...one }));
  const { work, count } = bodyOf(form);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isWork && work) template.mutate(work);
    if (!isWork && count) indicator.mutate(count);
  };
  const known = indicators.filter((one) => isOn(one, form.from));
  return (
    <form className="rule-form" onSubmit={send}>
      <Card title={t(isWork ? 'rules.c.addTemplate' : 'rules.c.addIndicator')}>
        <div className="form catalogue-form">
          <NamePart form={form} set={set} isWork={isWork} />
          {isWork && <WorkPart form={form} set={set} errorAt={errorAt} indicators={known} />}
          <DaysPart form={form} set={set} errorAt={errorAt} />
          <PaperField
            value={form.directiveId}
            onChange={(directiveId) => set({ directiveId })}
            error={errorAt('directiveId')}
          />
        </div>
      </Card>
      <CatalogueEffects from={form.from} />
      <div className="rule-foot">
        <Button variant="default" type="button" onClick={onClose}>
          {t('act.close')}
        </Button>
        <Button type="submit" disabled={!(isWork ? work : count)} loading={template.isPending || indicator.isPending}>
          {t('rules.set', { day: formatDate(form.from, lang, { withYear: true }) })}
        </Button>
      </div>
    </form>
  );
}
