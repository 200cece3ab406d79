import '@mantine/dates/styles.css';
import { type FormEvent, useState } from 'react';
import { addDays } from '#i18n';
import { client, isProblem } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useCommand } from '../../../api/use-command.ts';
import { sayAndClose } from '../../../notices/undo.tsx';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { Dialog, FormFoot, NoteField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/layout.tsx';
import { Loaded } from '../../../ui/states.tsx';
import type { Seed } from '../acts.ts';
import { ClashList, isRefused } from './clash-list.tsx';
import type { SessionDetail } from '../looks.ts';
import { keepPlan, keptPlan } from './plan-draft.ts';
import { PlanFields } from './plan-fields.tsx';
import {
  emptyPlan,
  inputOf,
  missingIn,
  type PlanDraft,
  type PlanField,
  planOf,
  type PlanProblems,
  refusalsOf,
  type SessionInput,
  tellsPeople,
  wrongIn,
} from './plan.ts';
import { usePlanCheck } from './use-plan-check.ts';
import { sessionPaths, useSession, useSessions } from '../use-sessions.ts';

/** Halls where the commune had sessions before, the newest first. */
function usePlaces(communeId: string | null): string[] {
  const { me } = useIdentity();
  const range = { from: addDays(me.today, -180), to: addDays(me.today, 90) };
  const sessions = useSessions(range).data?.sessions ?? [];
  const own = sessions.filter((session) => session.communeId === communeId);
  return [...new Set(own.reverse().flatMap(({ place }) => place ?? []))];
}

const fieldWords: Partial<Record<PlanField, MessageId>> = {
  communeId: 'train.plan.commune',
  topicCode: 'train.plan.topic',
  title: 'train.plan.name',
  place: 'train.plan.place',
  capacity: 'train.plan.capacity',
};

/** Refusals of the server stay at their field until that field is changed. */
function useProblems(draft: PlanDraft) {
  const { t } = useI18n();
  const [refused, setRefused] = useState<{ of: PlanDraft; at: PlanProblems } | null>(null);
  const fresh = Object.entries(refused?.at ?? {}).filter(
    ([field]) => refused?.of[field as PlanField] === draft[field as PlanField],
  );
  const wrong = Object.entries(wrongIn(draft)).map(([field, word]) => [field, t(word)]);
  const problems = Object.fromEntries([...fresh, ...wrong]) as PlanProblems;
  return { problems, refuse: (at: PlanProblems) => setRefused({ of: draft, at }) };
}

function CheckNote({ input, check }: { input: SessionInput | undefined; check: ReturnType<typeof usePlanCheck> }) {
  const { t } = useI18n();
  if (!input || !check.data) return null;
  const { clashes, people } = check.data;
  if (clashes.length > 0) return <ClashList clashes={clashes} />;
  return (
    <p className="good-text plan-free" role="status">
      <Icon name="circle-check" size={16} />{' '}
      {people > 0 ? t('train.clash.free', { n: people }) : t('train.clash.freeNone')}
    </p>
  );
}

interface FormProps {
  initial: PlanDraft;
  session?: SessionDetail;
  onDraft?: (draft: PlanDraft | null) => void;
  onClose: () => void;
}

function useSend({ session, onDraft, onClose }: FormProps, refuse: (at: PlanProblems) => void) {
  const { t, has } = useI18n();
  return useCommand({
    send: ({ input, why }: { input: SessionInput; why: string }, header) =>
      session
        ? client.PUT('/training/sessions/{sessionId}', {
            params: { path: { sessionId: session.id }, header },
            body: { ...input, version: session.version, ...(why && { why }) },
          })
        : client.POST('/training/sessions', { params: { header }, body: input }),
    touches: sessionPaths,
    done: (answer) => {
      onDraft?.(null);
      sayAndClose(
        session ? t('train.plan.saved') : t('train.plan.sent', { commune: answer.commune.fullName }),
        onClose,
      );
    },
    failed: (error) => {
      if (!isProblem(error)) return false;
      const found = refusalsOf(error, (code, params) =>
        has(code) ? t(code, params as Record<string, string>) : t('problem.other', { code }),
      );
      refuse(found);
      return Object.keys(found).length > 0;
    },
  });
}

function PlanForm(props: FormProps) {
  const { initial, session, onDraft, onClose } = props;
  const { t } = useI18n();
  const [draft, setDraft] = useState(initial);
  const [pressed, setPressed] = useState(false);
  const { problems, refuse } = useProblems(draft);
  const places = usePlaces(draft.communeId);
  const input = inputOf(draft);
  const check = usePlanCheck(input, session?.id);
  const send = useSend(props, refuse);
  const set = (part: Partial<PlanDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    onDraft?.(next);
  };
  const missing = missingIn(draft);
  const tells = session ? tellsPeople(session, draft) : false;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setPressed(true);
    if (input && (!tells || draft.why.trim())) send.mutate({ input, why: draft.why.trim() });
  };
  const told = session?.told ?? 0;
  const label = session ? (tells ? t('train.plan.saveTell', { n: told }) : t('train.plan.save')) : t('train.plan.send');
  return (
    <form className="form plan-form" onSubmit={submit} noValidate>
      <PlanFields draft={draft} set={set} problems={problems} fixedCommune={Boolean(session)} places={places} />
      {tells && (
        <NoteField
          label={t('train.plan.why')}
          description={t('train.plan.whyHint')}
          required
          value={draft.why}
          error={pressed && !draft.why.trim() ? t('training.whyMissing') : undefined}
          onChange={(why) => set({ why })}
        />
      )}
      <CheckNote input={input} check={check} />
      {pressed && missing.length > 0 && (
        <Notice tone="late" icon="alert-circle">
          {t('train.plan.missing', {
            fields: missing.map((field) => t(fieldWords[field] ?? 'train.plan.name')).join(', '),
          })}
        </Notice>
      )}
      <FormFoot label={label} busy={send.isPending} disabled={isRefused(check.data?.clashes)} onCancel={onClose} />
    </form>
  );
}

function NewPlan({ seed, onClose }: { seed: Seed; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const personId = me.person.id;
  const [fresh] = useState(() => emptyPlan(seed, me.today));
  const [kept, setKept] = useState(() => (Object.keys(seed).length === 0 ? keptPlan(personId) : null));
  const drop = () => {
    keepPlan(personId, null);
    setKept(null);
  };
  return (
    <>
      {kept && (
        <p className="caption plan-kept">
          {t('train.plan.kept')}{' '}
          <button type="button" className="link" onClick={drop}>
            {t('train.plan.drop')}
          </button>
        </p>
      )}
      <PlanForm
        key={kept ? 'kept' : 'fresh'}
        initial={kept ?? fresh}
        onDraft={(draft) => keepPlan(personId, draft)}
        onClose={onClose}
      />
    </>
  );
}

function ChangedPlan({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const query = useSession(sessionId);
  return (
    <Loaded query={query} rows={8}>
      {(session) => <PlanForm key={session.version} session={session} initial={planOf(session)} onClose={onClose} />}
    </Loaded>
  );
}

/** A session proposed, or its plan changed. */
export function PlanDialog({ seed, sessionId, onClose }: { seed?: Seed; sessionId?: string; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Dialog size="xl" title={t(sessionId ? 'train.plan.change' : 'train.plan.new')} onClose={onClose}>
      {sessionId ? (
        <ChangedPlan sessionId={sessionId} onClose={onClose} />
      ) : (
        <NewPlan seed={seed ?? {}} onClose={onClose} />
      )}
    </Dialog>
  );
}
