import { Autocomplete } from '@mantine/core';
import { DatePickerInput } from '@mantine/dates';
import { trainingAudiences } from '#contracts/training/training-states';
import { useIdentity } from '../../../api/me.tsx';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Choice, CountField, DayField, NoteField, TextField } from '../../../ui/form.tsx';
import { parseHour, writeHour } from '../hours.ts';
import type { PlanDraft, PlanProblems } from './plan.ts';
import { TeamPicker } from './team-picker.tsx';
import { useArea } from '../use-area.ts';
import { useGaps, useTopics } from '../gaps/use-gaps.ts';

export interface FieldsProps {
  draft: PlanDraft;
  set: (part: Partial<PlanDraft>) => void;
  problems: PlanProblems;
  /** A session stays with its commune. */
  fixedCommune: boolean;
}

/** The topic brings its title as long as nobody has typed another. */
function TopicFields({ draft, set, problems }: FieldsProps) {
  const { t } = useI18n();
  const topics = useTopics().data ?? [];
  const titleOf = (code: string | null) => topics.find((topic) => topic.code === code)?.title ?? '';
  const choose = (topicCode: string) => {
    const untouched = draft.title.trim() === '' || draft.title === titleOf(draft.topicCode);
    set({ topicCode, ...(untouched && { title: titleOf(topicCode) }) });
  };
  const options = topics.map(({ code, title }) => ({ value: code, label: title }));
  const audiences = trainingAudiences.map((each) => ({
    value: each,
    label: t(`train.audience.${each}` as MessageId),
  }));
  return (
    <>
      <div className="field-row">
        <Choice
          label={t('train.plan.topic')}
          required
          searchable
          options={options}
          value={draft.topicCode}
          onChange={choose}
          error={problems.topicCode}
        />
        <Choice
          label={t('train.plan.audience')}
          options={audiences}
          value={draft.audience}
          onChange={(audience) => set({ audience })}
        />
      </div>
      <TextField
        label={t('train.plan.name')}
        description={t('train.plan.nameHint')}
        required
        maxLength={200}
        value={draft.title}
        error={problems.title}
        onChange={(title) => set({ title })}
      />
    </>
  );
}

function InvitedFields({ draft, set, problems, fixedCommune }: FieldsProps) {
  const { t } = useI18n();
  const area = useArea();
  const { gaps, query } = useGaps(draft.communeId, draft.topicCode);
  const options = area.communes.map(({ id, name }) => ({ value: id, label: name }));
  const move = (communeId: string) => set({ communeId, teamIds: [], place: '' });
  return (
    <>
      <Choice
        label={t('train.plan.commune')}
        required
        searchable
        disabled={fixedCommune}
        options={options}
        value={draft.communeId}
        onChange={move}
        error={problems.communeId}
      />
      {query.data && gaps.length === 0 && <p className="muted">{t('train.plan.noTeams')}</p>}
      {gaps.length > 0 && (
        <TeamPicker
          label={t('train.plan.teams')}
          gaps={gaps}
          chosen={draft.teamIds}
          onChange={(teamIds) => set({ teamIds })}
          error={problems.teamIds}
        />
      )}
    </>
  );
}

/** An hour as people type it; leaving the field writes it out. */
function HourField({
  label,
  value,
  error,
  onChange,
  hint,
}: {
  label: string;
  value: string;
  error?: string;
  onChange: (text: string) => void;
  hint?: string;
}) {
  const tidy = () => {
    const minutes = parseHour(value);
    if (minutes !== null) onChange(writeHour(minutes));
  };
  return (
    <TextField
      label={label}
      required
      inputMode="numeric"
      description={hint}
      className="num-field"
      value={value}
      error={error}
      onChange={onChange}
      onBlur={tidy}
    />
  );
}

export function TimeFields({ draft, set, problems }: Omit<FieldsProps, 'fixedCommune'>) {
  const { t } = useI18n();
  const { me } = useIdentity();
  return (
    <>
      <div className="field-row field-row-3">
        <DayField
          label={t('train.plan.day')}
          required
          minDate={me.today}
          value={draft.day}
          error={problems.day}
          onChange={(day) => set({ day })}
        />
        <HourField
          label={t('train.plan.from')}
          value={draft.from}
          error={problems.from}
          onChange={(from) => set({ from })}
        />
        <HourField label={t('train.plan.to')} value={draft.to} error={problems.to} onChange={(to) => set({ to })} />
      </div>
      <p className="caption plan-hint">{t('train.plan.hourHint')}</p>
    </>
  );
}

/** Places of earlier sessions of the commune are offered: the same hall is then the same place for the clash check. */
function PlaceFields({ draft, set, problems, places }: FieldsProps & { places: readonly string[] }) {
  const { t } = useI18n();
  return (
    <>
      <Autocomplete
        label={t('train.plan.place')}
        placeholder={t('train.plan.placeHint')}
        data={[...places]}
        maxLength={300}
        value={draft.place}
        error={problems.place}
        onChange={(place) => set({ place })}
      />
      <div className="field-row">
        <TextField
          label={t('train.plan.map')}
          type="url"
          value={draft.mapUrl}
          error={problems.mapUrl}
          onChange={(mapUrl) => set({ mapUrl })}
        />
        <TextField
          label={t('train.plan.online')}
          type="url"
          value={draft.onlineUrl}
          error={problems.onlineUrl}
          onChange={(onlineUrl) => set({ onlineUrl })}
        />
      </div>
    </>
  );
}

function RoomFields({ draft, set, problems }: FieldsProps) {
  const { t } = useI18n();
  const { me } = useIdentity();
  return (
    <div className="field-row field-row-3">
      <CountField
        label={t('train.plan.capacity')}
        min={1}
        value={draft.capacity}
        error={problems.capacity}
        onChange={(capacity) => set({ capacity })}
      />
      <CountField
        label={t('train.plan.perTeam')}
        description={t('train.plan.perTeamHint')}
        value={draft.seatsPerTeam}
        error={problems.seatsPerTeam}
        onChange={(seatsPerTeam) => set({ seatsPerTeam })}
      />
      <DatePickerInput
        valueFormat="D/M/YYYY"
        label={t('train.plan.heldUntil')}
        description={t('train.plan.heldHint')}
        clearable
        clearButtonProps={{ 'aria-label': t('act.clear') }}
        minDate={me.today}
        maxDate={draft.day}
        value={draft.heldUntil}
        error={problems.heldUntil}
        onChange={(day) => set({ heldUntil: day ? String(day) : null })}
      />
    </div>
  );
}

function RestFields({ draft, set, problems }: FieldsProps) {
  const { t } = useI18n();
  const languages = (['vi', 'en'] as const).map((value) => ({ value, label: t(`train.lang.${value}` as MessageId) }));
  return (
    <>
      <NoteField
        label={t('train.plan.materials')}
        placeholder={t('train.plan.materialsHint')}
        maxLength={2000}
        value={draft.materials}
        error={problems.materials}
        onChange={(materials) => set({ materials })}
      />
      <div className="field-row">
        <TextField
          label={t('train.plan.bring')}
          placeholder={t('train.plan.bringHint')}
          maxLength={500}
          value={draft.bring}
          error={problems.bring}
          onChange={(bring) => set({ bring })}
        />
        <Choice
          label={t('train.plan.language')}
          options={languages}
          value={draft.language}
          onChange={(language) => set({ language })}
        />
      </div>
    </>
  );
}

export function PlanFields(props: FieldsProps & { places: readonly string[] }) {
  const { t } = useI18n();
  const parts = [
    ['train.plan.who', [<TopicFields key="topic" {...props} />, <InvitedFields key="who" {...props} />]],
    ['train.plan.when', [<TimeFields key="when" {...props} />, <PlaceFields key="where" {...props} />]],
    ['train.plan.room', <RoomFields key="room" {...props} />],
    ['train.plan.rest', <RestFields key="rest" {...props} />],
  ] as const;
  return parts.map(([word, fields]) => (
    <section key={word} className="form plan-part">
      <h3>{t(word)}</h3>
      {fields}
    </section>
  ));
}
