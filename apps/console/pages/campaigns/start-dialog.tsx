import '@mantine/dates/styles.css';
import { DatePickerInput } from '@mantine/dates';
import { useState } from 'react';
import { addDays } from '#contracts/reporting/periods';
import { formatDate } from '#i18n';
import { api, client } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useDirectives } from '../../api/use-directives.ts';
import { showNotice, showRecall } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../../ui/layout.tsx';
import { Choice, DayField, FormDialog, TextField } from '../../ui/form.tsx';
import { type CampaignForm, isReady, lastDayOf, shifts } from './campaign-facts.ts';

const none = '-';

function DirectiveChoice({ value, onChange }: { value: string | null; onChange: (id: string | null) => void }) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const { directives } = useDirectives(post.unit.id);
  const options = [
    { value: none, label: t('camp.noDirective') },
    ...directives.map(({ id, citation }) => ({ value: id, label: citation })),
  ];
  return (
    <Choice
      label={t('camp.directive')}
      options={options}
      searchable
      value={value ?? none}
      onChange={(id) => onChange(id === none ? null : id)}
    />
  );
}

const lists = ['/units/{unitId}/campaigns', '/units/{unitId}/reports'] as const;

function useRecall() {
  const { t } = useI18n();
  return useCommand({
    send: (campaignId: string, header) =>
      client.POST('/campaigns/{campaignId}/cancel', {
        params: { path: { campaignId }, header },
        body: { reason: t('camp.recallReason') },
      }),
    touches: lists,
    done: () => showNotice(t('camp.recalled')),
  });
}

function useStart(onClose: () => void) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const recall = useRecall();
  return useCommand({
    send: ({ title, directiveId, startsOn, dueBefore, shift }: CampaignForm, header) =>
      client.POST('/units/{unitId}/campaigns', {
        params: { path: { unitId: post.unit.id }, header },
        body: {
          title: title.trim(),
          startsOn,
          dueBefore: dueBefore ?? addDays(startsOn, 1),
          shift,
          ...(directiveId && { directiveId }),
        },
      }),
    touches: lists,
    done: ({ id, units, recallUntil }) => {
      showRecall({
        text: t('camp.started', { n: units }),
        label: t('camp.cancel'),
        until: recallUntil,
        undo: () => recall.mutate(id),
      });
      onClose();
    },
  });
}

function Days({ form, set }: { form: CampaignForm; set: (part: Partial<CampaignForm>) => void }) {
  const { t, lang } = useI18n();
  const means =
    form.dueBefore && t('camp.dueMeans', { date: formatDate(lastDayOf(form.dueBefore), lang, { withYear: true }) });
  return (
    <>
      <div className="campaign-days">
        <DayField label={t('camp.startsOn')} value={form.startsOn} onChange={(startsOn) => set({ startsOn })} />
        <DatePickerInput
          label={t('camp.dueBefore')}
          required
          valueFormat="D/M/YYYY"
          defaultDate={form.startsOn}
          minDate={addDays(form.startsOn, 1)}
          value={form.dueBefore}
          onChange={(day) => set({ dueBefore: day && String(day) })}
        />
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

/** Whom it would ask and until when, before anybody hears of it; the server's reason where it may not be. */
function usePreview({ startsOn, dueBefore, shift }: CampaignForm) {
  const { post } = useIdentity();
  return api.useQuery(
    'get',
    '/units/{unitId}/campaign-preview',
    { params: { path: { unitId: post.unit.id }, query: { startsOn, dueBefore: dueBefore ?? startsOn, shift } } },
    { enabled: dueBefore !== null, retry: false },
  );
}

function Preview({ query }: { query: ReturnType<typeof usePreview> }) {
  const i18n = useI18n();
  const { t, lang } = i18n;
  if (query.isError)
    return (
      <Notice tone="late" icon="alert-triangle">
        {problemText(i18n, query.error)}
      </Notice>
    );
  if (!query.data) return null;
  const { units, without, dueOn, same } = query.data;
  if (same)
    return (
      <Notice tone="late" icon="alert-triangle">
        {t('camp.same', { title: same.title })}
      </Notice>
    );
  if (units === 0)
    return (
      <Notice tone="late" icon="alert-triangle">
        {t('camp.nobody')}
      </Notice>
    );
  const date = formatDate(dueOn, lang, { withYear: true });
  return (
    <Notice tone="new" icon="send">
      {t('camp.preview', { n: units, date })} {without > 0 && t('camp.previewWithout', { n: without })}
    </Notice>
  );
}

/** Asks every commune below for Appendix 1; the day is given as directives give it: "trước ngày". */
export function StartDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [form, setForm] = useState<CampaignForm>({
    title: t('camp.nameValue'),
    directiveId: null,
    startsOn: me.today,
    dueBefore: null,
    shift: 'none',
  });
  const set = (part: Partial<CampaignForm>) => setForm((now) => ({ ...now, ...part }));
  const start = useStart(onClose);
  const preview = usePreview(form);
  const asks = preview.data !== undefined && preview.data.units > 0 && preview.data.same === null;
  return (
    <FormDialog
      title={t('camp.newTitle')}
      label={t('camp.act')}
      busy={start.isPending}
      disabled={!isReady(form) || !asks}
      onClose={onClose}
      onSubmit={() => start.mutate(form)}
    >
      <p className="caption">{t('camp.asks')}</p>
      <TextField
        label={t('camp.name')}
        required
        maxLength={200}
        value={form.title}
        onChange={(title) => set({ title })}
      />
      <DirectiveChoice value={form.directiveId} onChange={(directiveId) => set({ directiveId })} />
      <Days form={form} set={set} />
      {form.dueBefore && <Preview query={preview} />}
    </FormDialog>
  );
}
