import { directiveKinds } from '#contracts/enums';
import type { Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField, NoteField, TextField } from '../../ui/form.tsx';

export type DirectiveWords = Pick<Schemas['DirectiveInput'], 'kind' | 'number' | 'issuedOn' | 'issuer' | 'abstract'>;

/** What stands on the directive itself. */
export function DirectiveFields({ form, set }: { form: DirectiveWords; set: (part: Partial<DirectiveWords>) => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const options = directiveKinds.map((kind) => ({ value: kind, label: t(`directive.${kind}`) }));
  const date = { label: t('documents.date'), required: true, maxDate: me.today };
  const number = { label: t('documents.number'), placeholder: t('documents.numberHint'), required: true };
  return (
    <>
      <div className="field-row">
        <Choice label={t('documents.kind')} options={options} value={form.kind} onChange={(kind) => set({ kind })} />
        <TextField {...number} value={form.number} onChange={(typed) => set({ number: typed })} />
      </div>
      <div className="field-row">
        <DayField {...date} value={form.issuedOn} onChange={(issuedOn) => set({ issuedOn })} />
        <TextField label={t('documents.issuer')} required value={form.issuer} onChange={(issuer) => set({ issuer })} />
      </div>
      <NoteField
        label={t('documents.abstract')}
        required
        value={form.abstract}
        onChange={(abstract) => set({ abstract })}
      />
    </>
  );
}
