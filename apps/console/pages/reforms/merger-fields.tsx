import { useState } from 'react';
import { daysBetween } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useDirectives } from '../../api/use-directives.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField, TextField } from '../../ui/form.tsx';
import { Card } from '../../ui/layout.tsx';
import { DirectiveModal } from '../documents/directive-modal.tsx';
import type { MergerForm, Rehearsal } from './merger-form.ts';

interface FieldsProps {
  unitId: string;
  form: MergerForm;
  set: (part: Partial<MergerForm>) => void;
  hamlets: readonly { id: string; fullName: string }[];
  rehearsal: Rehearsal | undefined;
  readOnly: boolean;
}

const below = ['label', 'input', 'description', 'error'] as const;

function PaperField({ unitId, form, set, readOnly }: FieldsProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [adds, setAdds] = useState(false);
  const { directives, isSuccess } = useDirectives(unitId);
  const chosen = directives.find(({ id }) => id === form.directiveId);
  return (
    <div>
      <Choice
        label={t('reforms.m.paper')}
        required
        searchable
        disabled={readOnly}
        options={directives.map(({ id, citation }) => ({ value: id, label: citation }))}
        value={form.directiveId}
        onChange={(directiveId) => set({ directiveId })}
      />
      <span className="caption reform-under">
        {chosen?.issuer ?? (isSuccess && directives.length === 0 && t('reforms.m.noPapers'))}
        {may('directive.manage') && !readOnly && (
          <button type="button" className="link" onClick={() => setAdds(true)}>
            {t('reforms.m.addPaper')}
          </button>
        )}
      </span>
      {adds && <DirectiveModal known={directives} onClose={() => setAdds(false)} />}
    </div>
  );
}

function HamletFields({ form, set, hamlets, readOnly }: FieldsProps) {
  const { t } = useI18n();
  const options = hamlets.map(({ id, fullName }) => ({ value: id, label: fullName }));
  const fields = [
    { key: 'one', label: t('reforms.m.one'), other: form.two },
    { key: 'two', label: t('reforms.m.two'), other: form.one },
  ] as const;
  return (
    <div className="merger-pair">
      {fields.map(({ key, label, other }) => (
        <Choice
          key={key}
          label={label}
          required
          searchable
          disabled={readOnly}
          options={options.filter(({ value }) => value !== other)}
          value={form[key]}
          onChange={(id) => set({ [key]: id, leaderId: null, leavingIds: [] })}
        />
      ))}
    </div>
  );
}

/** Three fields: what it is called, from when, by which document; above them which two. */
export function MergerFields(props: FieldsProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const { form, set, rehearsal, readOnly } = props;
  const left = daysBetween(me.today, form.onDate);
  const taken = rehearsal?.blocks.find(({ code }) => code === 'nameTaken');
  const when = left > 0 ? 'reforms.m.left' : left === 0 ? 'reforms.m.today' : 'reforms.m.past';
  return (
    <Card className="merger-fields">
      <HamletFields {...props} />
      <TextField
        label={t('reforms.m.name')}
        required
        maxLength={200}
        disabled={readOnly}
        value={form.name}
        onChange={(name) => set({ name })}
        inputWrapperOrder={[...below]}
        error={taken && t('reforms.block.nameTaken', taken.params)}
        description={form.name.trim() && rehearsal && !taken && t('reforms.m.nameFree')}
      />
      <DayField
        label={t('reforms.m.day')}
        required
        disabled={readOnly}
        value={form.onDate}
        onChange={(onDate) => set({ onDate })}
        inputWrapperOrder={[...below]}
        description={t(when, { n: Math.abs(left) })}
      />
      <PaperField {...props} />
    </Card>
  );
}
