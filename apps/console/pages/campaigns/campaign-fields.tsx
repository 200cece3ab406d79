import { Radio } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { campaignKinds, type CampaignKind } from '#contracts/reporting/report-states';
import { formatDate } from '#i18n';
import '../../i18n/tasks/oversight-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, DayField } from '../../ui/form.tsx';
import { type CampaignForm, firstDueBefore, lastDayOf, shifts } from './campaign-facts.ts';

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

function DueBefore({ form, set, faults }: DaysProps) {
  const { t } = useI18n();
  const first = firstDueBefore(form);
  return (
    <DatePickerInput
      label={t('camp.dueBefore')}
      required
      valueFormat="D/M/YYYY"
      defaultDate={first}
      minDate={first}
      value={form.dueBefore}
      error={faults['dueBefore']}
      onChange={(day) => set({ dueBefore: day && String(day) })}
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
      {!isList && <WorkDays {...{ form, set, faults }} />}
      <div className={isList ? 'campaign-days' : undefined}>
        {isList && (
          <DayField
            label={t('camp.startsOn')}
            value={form.startsOn}
            error={faults['startsOn']}
            onChange={(startsOn) => set({ startsOn })}
          />
        )}
        <DueBefore {...{ form, set, faults }} />
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
