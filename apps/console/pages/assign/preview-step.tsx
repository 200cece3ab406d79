import { Button, Modal, Radio } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { deadlineText, formatDate, dateInVietnam } from '#i18n';
import { api, client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { refresh, useCommand } from '../../api/use-command.ts';
import { useOnline } from '../../frame/clock.ts';
import { useKeys } from '../../frame/keys.ts';
import { showNotice, showUndo } from '../../frame/undo.tsx';
import { TextField } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { type Crumb, Notice, PageHeader } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import { Loaded } from '../../ui/states.tsx';
import type { StepProps } from './concretise-step.tsx';
import { dueOn, toInput } from './draft.ts';
import { CallCard, LadderCard, MessageCard, RoutesCard } from './preview-cards.tsx';
import { useTemplateWords } from './template-step.tsx';

type Plan = Schemas['ReachPlan'];
const staleAfterMs = 300_000;

/** "21:30" lies between a quiet start and a quiet end that may cross midnight. */
export function isQuiet(clock: string, from: string, to: string): boolean {
  return from <= to ? clock >= from && clock < to : clock >= from || clock < to;
}

const clockNow = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(11, 16);

function Similar({ plan }: { plan: Plan }) {
  const { t, lang } = useI18n();
  const navigate = useNavigate();
  const first = plan.similar[0];
  if (!first) return null;
  return (
    <Notice
      tone="doing"
      icon="copy"
      action={
        <button
          type="button"
          className="strong-link"
          onClick={() =>
            void navigate({ to: '/assignments/$assignmentId', params: { assignmentId: first.assignmentId } })
          }
        >
          {t('preview.seeOld')}
        </button>
      }
    >
      <strong>{t('preview.similar')}</strong>{' '}
      {t('preview.similarText', {
        date: formatDate(dateInVietnam(first.issuedAt), lang),
        names: nameList(t, first.unfinishedTeams, 4),
        n: first.unfinishedTeams.length,
      })}
    </Notice>
  );
}

function useIssue(props: StepProps, plan: Plan | undefined, sendAt: string | undefined) {
  const { t } = useI18n();
  const { post } = useIdentity();
  const navigate = useNavigate();
  const lists = ['/units/{unitId}/assignments', '/units/{unitId}/assignment-drafts', '/units/{unitId}/teams'];
  const recall = useCommand({
    send: (assignmentId: string, header) =>
      client.POST('/assignments/{assignmentId}/cancel', {
        params: { path: { assignmentId }, header },
        body: { reason: t('preview.recallReason') },
      }),
    touches: [...lists, '/assignments/{assignmentId}'],
    done: () => showNotice(t('preview.recalled')),
  });
  return useCommand({
    send: (_: void, header) =>
      client.POST('/assignments', {
        params: { header },
        body: toInput(props.draft, props.teams, post.unit.id, {
          draftId: props.draftId,
          knowsOfSimilar: plan?.similar.map((each) => each.assignmentId) ?? [],
          ...(sendAt && { sendAt }),
        }),
      }),
    touches: lists,
    done: (assignment) => {
      if (props.draft.monthly)
        void client.PUT('/assignments/{assignmentId}/recurrence', {
          params: { path: { assignmentId: assignment.id } },
          body: { recurrence: 'monthly' },
        });
      const seconds = Math.max(5, Math.min(60, Math.round((Date.parse(assignment.recallUntil) - Date.now()) / 1000)));
      showUndo({
        text: t('preview.sent', { n: assignment.teams }),
        label: t('preview.recall'),
        seconds,
        undo: () => recall.mutate(assignment.id),
      });
      void navigate({ to: '/assignments/$assignmentId', params: { assignmentId: assignment.id } });
    },
    failed: () => {
      refresh(['/assignments/preview']);
      return false;
    },
  });
}

function SendBar({
  plan,
  busy,
  when,
  setWhen,
  at,
  setAt,
  onBack,
  onSend,
}: {
  plan: Plan;
  busy: boolean;
  when: 'now' | 'later';
  setWhen: (when: 'now' | 'later') => void;
  at: string;
  setAt: (at: string) => void;
  onBack: () => void;
  onSend: () => void;
}) {
  const { t } = useI18n();
  const online = useOnline();
  const quiet = isQuiet(clockNow(), plan.quietFrom, plan.quietTo);
  return (
    <div className="foot-bar">
      <Button variant="default" onClick={onBack}>
        {t('act.back')}
      </Button>
      <Radio.Group
        value={when}
        onChange={(value) => setWhen(value === 'later' ? 'later' : 'now')}
        aria-label={t('preview.when')}
      >
        <div className="assign-options">
          <Radio value="now" label={t('preview.now')} />
          <Radio value="later" label={t('preview.later', { from: plan.quietTo, to: plan.quietFrom })} />
        </div>
      </Radio.Group>
      {when === 'later' && (
        <TextField type="datetime-local" size="xs" aria-label={t('preview.laterAt')} value={at} onChange={setAt} />
      )}
      {quiet && when === 'now' && (
        <span className="caption">
          <Icon name="moon" size={15} /> {t('preview.quiet', { time: plan.quietTo })}
        </span>
      )}
      <span className="foot-bar-space" />
      <span className="caption">{t('preview.sixty')}</span>
      <Button
        leftSection={<Icon name="send" />}
        loading={busy}
        disabled={!online || (when === 'later' && !at)}
        onClick={onSend}
      >
        {t('preview.send', { n: plan.reachable })}
      </Button>
    </div>
  );
}

function PlanView({ plan, props, onBack }: { plan: Plan; props: StepProps; onBack: () => void }) {
  const { t } = useI18n();
  const [when, setWhen] = useState<'now' | 'later'>('now');
  const [at, setAt] = useState('');
  const [asking, setAsking] = useState(false);
  const sendAt = when === 'later' && at ? new Date(`${at}:00+07:00`).toISOString() : undefined;
  const issue = useIssue(props, plan, sendAt);
  const table = useRef<HTMLDivElement>(null);
  useEffect(() => {
    table.current?.focus({ preventScroll: true });
  }, []);
  const send = () => (plan.needsSecondApprover ? setAsking(true) : issue.mutate());
  useKeys({ 'mod+Enter': send });
  return (
    <>
      <Similar plan={plan} />
      <div className="preview-split">
        <div>
          <div ref={table} tabIndex={-1} className="quiet-focus">
            <RoutesCard plan={plan} />
          </div>
          <LadderCard plan={plan} />
        </div>
        <div>
          <CallCard plan={plan} />
          <MessageCard plan={plan} />
        </div>
      </div>
      <SendBar
        plan={plan}
        busy={issue.isPending}
        when={when}
        setWhen={setWhen}
        at={at}
        setAt={setAt}
        onBack={onBack}
        onSend={send}
      />
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('preview.manyTitle', { n: plan.people })}
        closeButtonProps={{ 'aria-label': t('act.close') }}
      >
        <p>{t('preview.manyText', { n: plan.people, teams: plan.teams })}</p>
        <div className="form-foot">
          <Button variant="default" onClick={() => setAsking(false)}>
            {t('act.cancel')}
          </Button>
          <Button
            onClick={() => {
              setAsking(false);
              issue.mutate();
            }}
          >
            {t('preview.send', { n: plan.reachable })}
          </Button>
        </div>
      </Modal>
    </>
  );
}

export function PreviewStep({
  crumbs,
  steps,
  onBack,
  ...props
}: StepProps & { crumbs: readonly Crumb[]; steps: ReactNode; onBack: () => void }) {
  const { t, n, lang } = useI18n();
  const { post } = useIdentity();
  const words = useTemplateWords();
  const { draft, teams, template, draftId } = props;
  const body = useMemo(() => toInput(draft, teams, post.unit.id, { draftId }), [draft, teams, post.unit.id, draftId]);
  const query = api.useQuery(
    'post',
    '/assignments/preview',
    { body },
    { staleTime: staleAfterMs, refetchInterval: staleAfterMs },
  );
  const plan = query.data;
  const unit = template.indicators.find((each) => each.code === draft.indicatorCode);
  const due = dueOn(draft);
  const calls = plan ? plan.people - plan.reachable : 0;
  return (
    <div className="page">
      <PageHeader
        crumbs={crumbs}
        title={
          !plan
            ? t('assign.step.preview')
            : calls > 0
              ? t('preview.title', { n: plan.reachable, m: calls })
              : t('preview.titleAll', { n: plan.reachable })
        }
        sub={
          plan &&
          t('preview.sub', {
            teams: plan.teams,
            people: plan.people,
            title: words.title(template),
            target: n(draft.target ?? 0),
            unit: unit ? words.unit(unit) : '',
            due: due ? deadlineText(due, Date.now(), 'before', lang) : '',
          })
        }
      />
      {steps}
      {!plan && !query.error && (
        <p className="caption" role="status">
          {t('preview.planning', { n: teams.reduce((sum, team) => sum + team.members, 0) })}
        </p>
      )}
      <Loaded query={query} rows={8}>
        {(data) => <PlanView plan={data} props={props} onBack={onBack} />}
      </Loaded>
      {query.error !== null && !plan && (
        <div className="foot-bar">
          <Button variant="default" onClick={onBack}>
            {t('act.back')}
          </Button>
        </div>
      )}
    </div>
  );
}
