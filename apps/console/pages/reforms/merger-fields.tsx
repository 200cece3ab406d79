import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, TextField } from '../../ui/form.tsx';
import { Card } from '../../ui/layout.tsx';
import type { MergerForm, Rehearsal } from './merger-form.ts';
import { below, PaperField, WhenField } from './reform-fields.tsx';

interface FieldsProps {
  unitId: string;
  form: MergerForm;
  set: (part: Partial<MergerForm>) => void;
  hamlets: readonly { id: string; fullName: string }[];
  rehearsal: Rehearsal | undefined;
  readOnly: boolean;
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
  const { form, set, rehearsal, readOnly } = props;
  const taken = rehearsal?.blocks.find(({ code }) => code === 'nameTaken');
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
      <WhenField value={form.onDate} onChange={(onDate) => set({ onDate })} readOnly={readOnly} />
      <PaperField
        unitId={props.unitId}
        value={form.directiveId}
        onChange={(directiveId) => set({ directiveId })}
        readOnly={readOnly}
      />
    </Card>
  );
}
