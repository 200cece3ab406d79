import { Button, Checkbox, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { officerRoles } from '#contracts/enums';
import { formatDate } from '#i18n';
import { isProblem } from '../../api/client.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Notice } from '../../ui/layout.tsx';
import { Refused } from '../../ui/refused.tsx';
import { type OfficeCard, type OfficeInput, type OneOfficeCard, useSave, useUnanswered } from './use-offices.ts';

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

/** Calls the number; of the one that is kept it can be said that nobody answers. */
function Call({ card, phone }: { card: OfficeCard; phone: string }) {
  const { t } = useI18n();
  const unanswered = useUnanswered(card);
  const digits = phone.replace(/[^\d+]/g, '');
  if (digits === '') return null;
  return (
    <p className="office-acts">
      <a className="link" href={`tel:${digits}`}>
        <Icon name="phone" size={16} /> {t('office.call')}
      </a>
      {phone === card.phone && (
        <button type="button" className="link" disabled={unanswered.isPending} onClick={() => unanswered.mutate()}>
          <Icon name="phone-off" size={16} /> {t('office.nobodyAnswers')}
        </button>
      )}
    </p>
  );
}

/** Somebody called and nobody answered: whose card it is says what is right. */
function Unanswered({ card: { unansweredOn } }: { card: OfficeCard }) {
  const { t, lang } = useI18n();
  if (!unansweredOn) return null;
  return (
    <Notice tone="doing" icon="phone-off">
      {t('office.unanswered', { day: formatDate(unansweredOn, lang, { withYear: true }) })}
    </Notice>
  );
}

interface FieldsProps extends Pick<DraftState, 'draft' | 'set'> {
  card: OfficeCard;
  isAsked: boolean;
}

function Fields({ card, draft, set, isAsked }: FieldsProps) {
  const { t } = useI18n();
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
      <Call card={card} phone={draft.phone} />
      {(isAsked || draft.isOffice) && (
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
        data={roles.map((role) => ({ value: role, label: t(`appoint.role.${role}`) }))}
        value={draft.answeredBy}
        onChange={(role) => set({ answeredBy: officerRoles.find((one) => one === role) ?? null })}
      />
      {text('hours')}
      {text('email')}
      {text('address')}
    </>
  );
}

interface FootProps {
  card: OfficeCard;
  isTyped: boolean;
  isEmpty: boolean;
  hasNext: boolean;
  save: ReturnType<typeof useSave>;
}

function Foot({ card, isTyped, isEmpty, hasNext, save }: FootProps) {
  const { t, lang } = useI18n();
  return (
    <div className="card-foot office-foot">
      <span className="caption">
        {card.changedOn && t('office.changed', { day: formatDate(card.changedOn, lang, { withYear: true }) })}
      </span>
      {card.doubts.some((doubt) => doubt === 'unchecked' || doubt === 'unanswered') && (
        <Button variant="default" disabled={save.isPending} onClick={() => save.mutate(null)}>
          {t('office.stillRight')}
        </Button>
      )}
      <Button type="submit" variant={isTyped ? 'filled' : 'default'} loading={save.isPending} disabled={isEmpty}>
        {t(hasNext ? 'office.saveNext' : 'office.save')}
      </Button>
    </div>
  );
}

interface Props {
  card: OneOfficeCard;
  onNext: (() => void) | null;
  /** Whether something is typed that is not saved. */
  onTyped: (isTyped: boolean) => void;
}

/** The card of one office; Enter saves it and opens the next that needs it. */
export function OfficeForm({ card, onNext, onTyped }: Props) {
  const { t, n } = useI18n();
  const { draft, set: setDraft, body } = useDraft(card);
  const [isTyped, setTyped] = useState(false);
  const typed = (now: boolean) => {
    setTyped(now);
    onTyped(now);
  };
  const set = (part: Parameters<typeof setDraft>[0]) => {
    setDraft(part);
    typed(true);
  };
  const save = useSave(card, () => {
    typed(false);
    onNext?.();
  });
  // Whether a number is a person's is judged by the server, of what is kept and of what was sent.
  const isKept = draft.phone === card.phone && (card.isOffice || card.doubts.includes('personal'));
  const isRefused = isProblem(save.error) && save.error.code === 'organization.officePersonal';
  const isAsked = isKept || (isRefused && save.variables?.phone === body.phone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(body);
  };
  return (
    <Card title={card.unit.fullName} note={card.code && t('office.code', { code: card.code })}>
      <form onSubmit={submit}>
        <div className="form card-body">
          <Unanswered card={card} />
          <Fields card={card} draft={draft} set={set} isAsked={isAsked} />
          <p className="office-where">
            <b>{t('office.where')}</b> {t('office.whereText', { n: n(card.members) })}
          </p>
          <Refused error={save.error} />
        </div>
        <Foot card={card} isTyped={isTyped} isEmpty={body.phone === null} hasNext={onNext !== null} save={save} />
      </form>
    </Card>
  );
}
