import { affiliations, type Affiliation, type TeamRole, teamRoles } from '#contracts/enums';
import type { Schemas } from '../../api/client.ts';
import { Choice, DayField, TextField } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';

export interface PersonDraft {
  personId?: string;
  fullName: string;
  phone: string;
  email: string;
  role: TeamRole;
  position: string;
  affiliation: Affiliation;
  from: string;
}

export const noPerson = (today: string): PersonDraft => ({
  fullName: '',
  phone: '',
  email: '',
  role: 'member',
  position: '',
  affiliation: 'other',
  from: today,
});

/** Empty fields are left out, so that the server keeps what it has. */
export function personBody(draft: PersonDraft): Schemas['MemberInput'] {
  const optional = Object.fromEntries(
    (['phone', 'email', 'position'] as const).map((key) => [key, draft[key].trim()]).filter(([, value]) => value),
  );
  return {
    fullName: draft.fullName.trim(),
    role: draft.role,
    affiliation: draft.affiliation,
    from: draft.from,
    ...optional,
    ...(draft.personId && { personId: draft.personId }),
  };
}

interface PersonFieldsProps {
  value: PersonDraft;
  onChange: (value: PersonDraft) => void;
  phoneRequired?: boolean;
}

function ContactFields({ value, onChange, phoneRequired }: PersonFieldsProps) {
  const { t } = useI18n();
  return (
    <div className="field-row">
      <TextField
        label={t('member.phone')}
        type="tel"
        inputMode="tel"
        required={phoneRequired}
        description={phoneRequired ? undefined : t('member.phoneKeep')}
        value={value.phone}
        onChange={(phone) => onChange({ ...value, phone })}
      />
      <TextField
        label={t('member.email')}
        type="email"
        value={value.email}
        onChange={(email) => onChange({ ...value, email })}
      />
    </div>
  );
}

/** Name, role, position, affiliation, contact and first day of a member. */
export function PersonFields({ value, onChange, phoneRequired = true }: PersonFieldsProps) {
  const { t } = useI18n();
  const set = (part: Partial<PersonDraft>) => onChange({ ...value, ...part });
  const roles = teamRoles.map((role) => ({ value: role, label: t(`role.${role}`) }));
  const places = affiliations.map((each) => ({ value: each, label: t(`affiliation.${each}`) }));
  return (
    <>
      <TextField
        label={t('member.name')}
        required
        value={value.fullName}
        onChange={(fullName) => set({ fullName, personId: undefined })}
      />
      <div className="field-row">
        <Choice label={t('member.role')} options={roles} value={value.role} onChange={(role) => set({ role })} />
        <DayField label={t('member.from')} required value={value.from} onChange={(from) => set({ from })} />
      </div>
      <div className="field-row">
        <TextField label={t('member.position')} value={value.position} onChange={(position) => set({ position })} />
        <Choice
          label={t('member.affiliation')}
          options={places}
          value={value.affiliation}
          onChange={(affiliation) => set({ affiliation })}
        />
      </div>
      <ContactFields value={value} onChange={onChange} phoneRequired={phoneRequired} />
    </>
  );
}
