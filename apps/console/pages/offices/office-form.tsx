import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { officerRoles } from '#contracts/enums';
import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { roleWord } from '../../ui/role-word.ts';
import { Refused } from '../units/unit-forms.tsx';
import { type OfficeCard, type OfficeInput, useSave } from './use-offices.ts';

const rolesOf: Record<string, readonly (typeof officerRoles)[number][]> = {
  province: ['province_officer', 'admin'],
  district: ['district_officer', 'admin'],
  commune: ['focal_officer', 'committee_member'],
};

function useDraft({ phone, email, hours, address, answeredBy, isOffice }: OfficeCard) {
  const [draft, setDraft] = useState({
    phone: phone ?? '',
    email: email ?? '',
    hours: hours ?? '',
    address: address ?? '',
    answeredBy,
    isOffice,
  });
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  const body: OfficeInput = {
    phone: text(draft.phone),
    email: text(draft.email),
    hours: text(draft.hours),
    address: text(draft.address),
    answeredBy: draft.answeredBy,
    isOffice: draft.isOffice,
  };
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  return { draft, set, body };
}

type DraftState = ReturnType<typeof useDraft>;

function Call({ phone }: { phone: string }) {
  const { t } = useI18n();
  const digits = phone.replace(/[^\d+]/g, '');
  if (digits === '') return null;
  return (
    <a className="link office-call" href={`tel:${digits}`}>
      <Icon name="phone" size={16} /> {t('office.call')}
    </a>
  );
}

function Fields({ card, draft, set }: { card: OfficeCard } & Pick<DraftState, 'draft' | 'set'>) {
  const i18n = useI18n();
  const { t } = i18n;
  const roles = rolesOf[card.unit.kind] ?? [];
  const text = (key: 'hours' | 'email' | 'address') => (
    <TextInput
      label={t(`office.${key}`)}
      value={draft[key]}
      maxLength={key === 'hours' ? 120 : 200}
      onChange={(event) => set({ [key]: event.currentTarget.value })}
    />
  );
  return (
    <>
      <TextInput
        required
        type="tel"
        label={t('office.phone')}
        description={t('office.phoneHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        value={draft.phone}
        maxLength={40}
        onChange={(event) => set({ phone: event.currentTarget.value, isOffice: false })}
      />
      <Call phone={draft.phone} />
      {(card.doubts.includes('personal') || draft.isOffice || /^\s*0[35789]/.test(draft.phone)) && (
        <Checkbox
          label={t('office.isOffice')}
          checked={draft.isOffice}
          onChange={(event) => set({ isOffice: event.currentTarget.checked })}
        />
      )}
      <Select
        clearable
        label={t('office.answeredBy')}
        description={t('office.answeredByHint')}
        inputWrapperOrder={['label', 'input', 'description', 'error']}
        data={roles.map((role) => ({ value: role, label: roleWord(i18n, role) }))}
        value={draft.answeredBy}
        onChange={(role) => set({ answeredBy: officerRoles.find((one) => one === role) ?? null })}
      />
      {text('hours')}
      {text('email')}
      {text('address')}
    </>
  );
}

/** The card of one office; Enter saves it and opens the next that needs it. */
export function OfficeForm({ card, onNext }: { card: OfficeCard; onNext: (() => void) | null }) {
  const { t, lang } = useI18n();
  const { draft, set, body } = useDraft(card);
  const save = useSave(card, () => onNext?.());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(body);
  };
  return (
    <Card title={card.unit.fullName} note={card.code && t('office.code', { code: card.code })}>
      <form onSubmit={submit}>
        <div className="form card-body">
          <Fields card={card} draft={draft} set={set} />
          <p className="office-where">
            <b>{t('office.where')}</b> {t('office.whereText')}
          </p>
          <Refused error={save.error} />
        </div>
        <div className="card-foot office-foot">
          <span className="caption">
            {card.changedOn && t('office.changed', { day: formatDate(card.changedOn, lang, { withYear: true }) })}
          </span>
          {card.doubts.includes('unchecked') && (
            <Button variant="default" disabled={save.isPending} onClick={() => save.mutate(null)}>
              {t('office.stillRight')}
            </Button>
          )}
          <Button type="submit" loading={save.isPending} disabled={body.phone === null}>
            {t(onNext ? 'office.saveNext' : 'office.save')}
          </Button>
        </div>
      </form>
    </Card>
  );
}
