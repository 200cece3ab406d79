import { Radio } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { dueWordings } from '#contracts/reporting/due-days';
import { campaignKinds, type CampaignKind } from '#contracts/reporting/report-states';
import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField } from '../../ui/form.tsx';
import { type CampaignForm, dueBeforeOf, firstDueBefore, lastDayOf, namedDay, shifts } from './campaign-facts.ts';

/** Why the server refuses, by field. */
export type Faults = Readonly<Partial<Record<string, string>>>;

/** What is asked for, and what that means to whoever has to send it. */
export function KindField({ value, onChange }: { value: CampaignKind; onChange: (kind: CampaignKind) => void }) {
  const { t } = useI18n();
  return (
    <Radio.Group value={value} onChange={(kind) => onChange(kind as CampaignKind)} label={t('camp.kind')}>
      <div className="campaign-kinds">
        {campaignKinds.map((kind) => (
          <Radio key={kind} value={kind} label={t(`camp.kind.${kind}`)} description={t(`camp.asks.${kind}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}

interface DaysProps {
  form: CampaignForm;
  set: (part: Partial<CampaignForm>) => void;
  faults: Faults;
}

function WorkDays({ form, set, faults }: DaysProps) {
  const { t } = useI18n();
  return (
    <div className="campaign-days">
      <DayField
        label={t('camp.workFrom')}
        value={form.startsOn}
        error={faults['startsOn']}
        onChange={(startsOn) => set({ startsOn })}
      />
      <DayField
        label={t('camp.workUntil')}
        minDate={form.startsOn}
        value={form.endsOn}
        error={faults['endsOn']}
        onChange={(endsOn) => set({ endsOn })}
      />
    </div>
  );
}

/** The directive's own wording, so that its day is typed as it stands there. */
function Wording({ form, set }: Omit<DaysProps, 'faults'>) {
  const { t } = useI18n();
  return (
    <Choice
      label={t('camp.wording')}
      options={dueWordings.map((value) => ({ value, label: t(`camp.wording.${value}`) }))}
      value={form.wording}
      onChange={(wording) => set({ wording, dueBefore: dueBeforeOf(namedDay(form), wording) })}
    />
  );
}

function DueDay({ form, set, faults }: DaysProps) {
  const { t } = useI18n();
  const { wording } = form;
  const first = wording === 'until' ? lastDayOf(firstDueBefore(form)) : firstDueBefore(form);
  return (
    <DatePickerInput
      label={t(`camp.due.${wording}`)}
      required
      valueFormat="D/M/YYYY"
      defaultDate={first}
      minDate={first}
      value={namedDay(form)}
      error={faults['dueBefore']}
      onChange={(day) => set({ dueBefore: dueBeforeOf(day && String(day), wording) })}
    />
  );
}

/** Of work its days, then by when it is due; of a list from when it is asked for. */
export function DayFields({ form, set, faults }: DaysProps) {
  const { t, lang } = useI18n();
  const isList = form.kind === 'roster';
  const means =
    form.dueBefore && t('camp.dueMeans', { date: formatDate(lastDayOf(form.dueBefore), lang, { withYear: true }) });
  return (
    <>
      {form.kind === 'results' && <WorkDays {...{ form, set, faults }} />}
      <Wording {...{ form, set }} />
      <div className={isList ? 'campaign-days' : undefined}>
        {isList && (
          <DayField
            label={t('camp.startsOn')}
            value={form.startsOn}
            error={faults['startsOn']}
            onChange={(startsOn) => set({ startsOn })}
          />
        )}
        <DueDay {...{ form, set, faults }} />
      </div>
      {means && (
        <p className="caption" role="status">
          {means}
        </p>
      )}
      <Choice
        label={t('camp.shift')}
        options={shifts.map((value) => ({ value, label: t(`camp.shift.${value}`) }))}
        value={form.shift}
        onChange={(shift) => set({ shift })}
      />
    </>
  );
}
