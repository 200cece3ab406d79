import '@mantine/dates/styles.css';
import { DatePickerInput } from '@mantine/dates';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { USUAL_GRACE_DAYS } from '#contracts/reporting/form-states';
import { addDays } from '#contracts/reporting/periods';
import { formatDate } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { problemText } from '../../api/problem-text.ts';
import { useCommand } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { showNotice, showRecall } from '../../notices/undo.tsx';
import { CountField, FormDialog, NoteField } from '../../ui/form.tsx';
import { Notice } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import { SecondNote } from '../../ui/second/second-note.tsx';
import { useAskSend } from '../../ui/second/use-ask-send.ts';
import type { Form } from './form-facts.ts';

interface Props {
  form: Form;
  edit: number;
  title: string;
  onClose: () => void;
}
interface Asked {
  dueBefore: string | null;
  graceDays: number;
  note: string;
}
const touches = ['/units/{unitId}/forms', '/forms/{formId}', '/form-rounds/{roundId}'] as const;

function useAsk({ form, edit, onClose }: Props, asked: Asked) {
  const { t } = useI18n();
  const navigate = useNavigate();
  const recall = useCommand({
    send: (roundId: string, header) =>
      client.POST('/form-rounds/{roundId}/recall', {
        params: { path: { roundId }, header },
        body: { reason: t('forms.recallReason') },
      }),
    touches,
    done: ({ withdrawn }) => showNotice(t('forms.recallDone', { n: withdrawn })),
  });
  const body = (): Schemas['AskForm'] => ({
    edit,
    round: {
      dueBefore: asked.dueBefore ?? '',
      shift: 'none',
      graceDays: asked.graceDays,
      ...(asked.note.trim() && { note: asked.note.trim() }),
    },
  });
  const send = useCommand({
    send: (_: void, header) =>
      client.POST('/forms/{formId}/rounds', { params: { path: { formId: form.id }, header }, body: body() }),
    touches,
    done: ({ id, units, recallUntil }) => {
      showRecall({
        text: t('forms.sentTo', { n: units }),
        label: t('forms.recall'),
        until: recallUntil,
        undo: () => recall.mutate(id),
      });
      onClose();
      void navigate({ to: '/forms/rounds/$roundId', params: { roundId: id } });
    },
  });
  const second = useAskSend(() => ({ kind: 'form', formId: form.id, ask: body() }));
  return { send, second };
}

function Plan({ plan }: { plan: Schemas['RoundPreview'] }) {
  const { t, lang } = useI18n();
  const { units, unreached, same, isDayOff, dueOn, secondApproval } = plan;
  const names = nameList(
    t,
    unreached.map(({ fullName }) => fullName),
    4,
    unreached.length,
  );
  return (
    <>
      <Notice tone={unreached.length > 0 ? 'doing' : 'new'} icon="send">
        {t('forms.reach', { n: units })} {unreached.length > 0 && t('forms.unreached', { n: unreached.length, names })}
      </Notice>
      {isDayOff && (
        <Notice tone="doing" icon="calendar">
          {t('forms.dayOff', { date: formatDate(dueOn, lang) })}
        </Notice>
      )}
      {same && (
        <Notice tone="doing" icon="copy">
          {t('forms.alike', { title: same.title })}
        </Notice>
      )}
      {secondApproval && <SecondNote second={secondApproval} to="units" />}
    </>
  );
}

interface FieldsProps {
  asked: Asked;
  set: (part: Partial<Asked>) => void;
  error: string | undefined;
}

function Fields({ asked, set, error }: FieldsProps) {
  const { t, lang } = useI18n();
  const { me } = useIdentity();
  const { dueBefore } = asked;
  const first = addDays(me.today, 1);
  return (
    <>
      <DatePickerInput
        label={t('forms.due')}
        required
        valueFormat="D/M/YYYY"
        minDate={first}
        defaultDate={first}
        value={dueBefore}
        error={error}
        description={
          dueBefore && t('forms.dueMeans', { date: formatDate(addDays(dueBefore, -1), lang, { withYear: true }) })
        }
        onChange={(day) => set({ dueBefore: day && String(day) })}
      />
      <CountField
        label={t('forms.grace')}
        max={31}
        value={asked.graceDays}
        onChange={(graceDays) => set({ graceDays: graceDays ?? 0 })}
      />
      <NoteField label={t('forms.note')} maxLength={1000} value={asked.note} onChange={(note) => set({ note })} />
    </>
  );
}

/** Before which day, and whom it asks; then it goes, or waits for a second officer. */
export function AskDialog(props: Props) {
  const i18n = useI18n();
  const { t } = i18n;
  const { form, title, onClose } = props;
  const [asked, setAsked] = useState<Asked>({ dueBefore: null, graceDays: USUAL_GRACE_DAYS, note: '' });
  const set = (part: Partial<Asked>) => setAsked((now) => ({ ...now, ...part }));
  const { send, second } = useAsk(props, asked);
  const { dueBefore } = asked;
  const plan = api.useQuery(
    'get',
    '/forms/{formId}/round-preview',
    { params: { path: { formId: form.id }, query: { dueBefore: dueBefore ?? '' } } },
    { enabled: dueBefore !== null, retry: false },
  );
  const waits = plan.data?.secondApproval ?? null;
  return (
    <FormDialog
      title={t('forms.askTitle', { title })}
      size="lg"
      guarded
      label={waits ? t('second.ask') : t('forms.send', { n: plan.data?.units ?? 0 })}
      busy={send.isPending || second.isPending}
      disabled={!plan.data || plan.data.units === 0 || waits?.approvers.length === 0}
      onClose={onClose}
      onSubmit={() => (waits ? second.mutate() : send.mutate())}
    >
      <Fields asked={asked} set={set} error={plan.isError ? problemText(i18n, plan.error) : undefined} />
      {plan.data && <Plan plan={plan.data} />}
    </FormDialog>
  );
}
