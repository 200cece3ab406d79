import '@mantine/dates/styles.css';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { addDays } from '#contracts/reporting/periods';
import { api, client, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { useDirectives } from '../../api/use-directives.ts';
import { showNotice, showRecall } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Choice, FormDialog, TextField } from '../../ui/form.tsx';
import { SecondNote } from '../../ui/second/second-note.tsx';
import { useAskSend } from '../../ui/second/use-ask-send.ts';
import { type CampaignForm, daysOf, faultyField, isReady } from './campaign-facts.ts';
import { type Faults, DayFields, KindField } from './campaign-fields.tsx';
import { PeriodField } from './period-field.tsx';
import { PlanNotice, Warning } from './plan-notice.tsx';

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

const inputOf = (form: CampaignForm): Schemas['CampaignInput'] => ({
  title: form.title.trim(),
  ...daysOf(form),
  ...(form.directiveId && { directiveId: form.directiveId }),
});

function useStart(onClose: () => void) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const recall = useRecall();
  return useCommand({
    send: (form: CampaignForm, header) =>
      client.POST('/units/{unitId}/campaigns', {
        params: { path: { unitId: post.unit.id }, header },
        body: inputOf(form),
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

const typingMs = 400;

/** Whom it would ask and until when, before anybody hears of it; the server's reason where it may not be. */
function usePreview(form: CampaignForm) {
  const { post } = useIdentity();
  const [title] = useDebouncedValue(form.title.trim(), typingMs);
  const query = { ...daysOf(form), ...(form.kind !== 'roster' && { title }) };
  return api.useQuery(
    'get',
    '/units/{unitId}/campaign-preview',
    { params: { path: { unitId: post.unit.id }, query } },
    { enabled: form.dueBefore !== null, retry: false },
  );
}

type PreviewQuery = ReturnType<typeof usePreview>;

/** The server's reason at the field that it is about; a list is the same by its due day, work by its name and days. */
function useFaults({ kind }: CampaignForm, { data, error }: PreviewQuery): Faults {
  const i18n = useI18n();
  const faulty = faultyField(error);
  if (faulty) return { [faulty]: problemText(i18n, error) };
  if (!data?.same) return {};
  const field = { roster: 'dueBefore', results: 'title', months: 'startsOn' }[kind];
  return { [field]: i18n.t(`camp.same.${kind}`, { title: data.same.title }) };
}

function Preview({ query }: { query: PreviewQuery }) {
  const i18n = useI18n();
  if (query.isError) return faultyField(query.error) ? null : <Warning text={problemText(i18n, query.error)} />;
  if (!query.data || query.data.same) return null;
  const { secondApproval } = query.data;
  return (
    <>
      <PlanNotice plan={query.data} />
      {secondApproval && <SecondNote second={secondApproval} to="units" />}
    </>
  );
}

const usualDays = 20;

function useForm() {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [form, setForm] = useState<CampaignForm>({
    kind: 'roster',
    title: t('camp.nameValue.roster'),
    directiveId: null,
    startsOn: me.today,
    endsOn: addDays(me.today, usualDays - 1),
    dueBefore: null,
    wording: 'before',
    shift: 'none',
  });
  const set = (part: Partial<CampaignForm>) => setForm((now) => ({ ...now, ...part }));
  // A name that nobody has typed goes with the kind; a day chosen for the other kind would seldom be meant.
  const choose = (kind: CampaignForm['kind']) => {
    const isTyped = form.period === undefined && form.title !== t(`camp.nameValue.${form.kind}`);
    set({ kind, dueBefore: null, period: undefined, ...(!isTyped && { title: t(`camp.nameValue.${kind}`) }) });
  };
  return { form, set, choose };
}

/** Asks every commune below for Appendix 1 or for its work of some days, which of the two first; due "trước ngày". */
export function StartDialog({ onClose }: { onClose: () => void }) {
  const { t } = useI18n();
  const { form, set, choose } = useForm();
  const start = useStart(onClose);
  const preview = usePreview(form);
  const faults = useFaults(form, preview);
  const { post } = useIdentity();
  const ask = useAskSend(() => ({ kind: 'campaign', unitId: post.unit.id, campaign: inputOf(form) }));
  const second = preview.data?.secondApproval ?? null;
  const asks = preview.data !== undefined && preview.data.units > 0 && preview.data.same === null;
  return (
    <FormDialog
      title={t('camp.newTitle')}
      size="lg"
      label={t(second ? 'second.ask' : 'camp.act')}
      busy={start.isPending || ask.isPending}
      disabled={!isReady(form) || !asks || second?.approvers.length === 0}
      onClose={onClose}
      onSubmit={() => (second ? ask.mutate() : start.mutate(form))}
    >
      <KindField value={form.kind} onChange={choose} />
      {form.kind === 'months' && <PeriodField form={form} fault={faults['startsOn']} onChange={set} />}
      <TextField
        label={t(`camp.name.${form.kind}`)}
        required
        maxLength={200}
        value={form.title}
        error={faults['title']}
        onChange={(title) => set({ title })}
      />
      <DirectiveChoice value={form.directiveId} onChange={(directiveId) => set({ directiveId })} />
      <DayFields form={form} set={set} faults={faults} />
      {form.dueBefore && <Preview query={preview} />}
    </FormDialog>
  );
}
