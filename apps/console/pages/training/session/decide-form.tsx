import '@mantine/dates/styles.css';
import { Radio } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { client, type Schemas } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormFoot, NoteField, TextField } from '../../../ui/form.tsx';
import { instantOf, parseHour, spanOf, writeHour } from '../hours.ts';
import type { SessionDetail } from '../looks.ts';
import { TimeFields } from '../plan/plan-fields.tsx';
import { planOf, wrongIn } from '../plan/plan.ts';
import { TeamPicker } from '../plan/team-picker.tsx';
import { useGaps } from '../gaps/use-gaps.ts';
import { sessionPaths } from '../use-sessions.ts';

type Outcome = Schemas['SessionDecision']['outcome'];
type Body = Schemas['SessionDecision'];
const outcomes: readonly Outcome[] = ['confirm', 'change', 'refuse'];

function useDecide(session: SessionDetail) {
  const { t } = useI18n();
  return useCommand({
    send: (body: Body, header) =>
      client.POST('/training/sessions/{sessionId}/decision', {
        params: { path: { sessionId: session.id }, header },
        body,
      }),
    touches: sessionPaths,
    done: (_, body) => {
      if (body.outcome === 'confirm')
        showNotice(t('train.decide.confirmDone', { n: (body.teamIds ?? session.teamIds).length }));
      else showNotice(t(body.outcome === 'change' ? 'train.decide.changeDone' : 'train.decide.refuseDone'));
    },
  });
}

interface PartProps {
  session: SessionDetail;
  busy: boolean;
  onSend: (body: Body) => void;
}

/** The commune knows who can come: teams may be added or left out before they are told. */
function Confirm({ session, busy, onSend }: PartProps) {
  const { t } = useI18n();
  const { gaps } = useGaps(session.communeId, session.topicCode);
  const [teamIds, setTeamIds] = useState(session.teamIds);
  return (
    <>
      <p>{t('train.decide.confirmText')}</p>
      {gaps.length > 0 && (
        <TeamPicker label={t('train.plan.teams')} gaps={gaps} chosen={teamIds} onChange={setTeamIds} />
      )}
      <FormFoot
        label={t('train.decide.confirmAct', { n: teamIds.length })}
        busy={busy}
        onAct={() => onSend({ outcome: 'confirm', version: session.version, teamIds })}
      />
    </>
  );
}

function Change({ session, busy, onSend }: PartProps) {
  const { t } = useI18n();
  const was = spanOf(session);
  const [time, setTime] = useState({ day: was.day, from: writeHour(was.from), to: writeHour(was.to) });
  const [place, setPlace] = useState(session.place ?? '');
  const [note, setNote] = useState('');
  const wrong = wrongIn({ ...planOf(session), ...time, heldUntil: null });
  const problems = { from: wrong.from && t(wrong.from), to: wrong.to && t(wrong.to) };
  const [from, to] = [parseHour(time.from), parseHour(time.to)];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (from === null || to === null || wrong.from || wrong.to || !note.trim()) return;
    onSend({
      outcome: 'change',
      startsAt: instantOf(time.day, from),
      endsAt: instantOf(time.day, to),
      place: place.trim() || null,
      note: note.trim(),
    });
  };
  return (
    <form className="form" onSubmit={submit}>
      <TimeFields
        draft={{ ...planOf(session), ...time }}
        set={(part) => setTime({ ...time, ...part })}
        problems={problems}
      />
      <TextField label={t('train.plan.place')} maxLength={300} value={place} onChange={setPlace} />
      <NoteField label={t('train.decide.changeNote')} required maxLength={500} value={note} onChange={setNote} />
      <FormFoot label={t('train.decide.changeAct')} busy={busy} disabled={!note.trim()} />
    </form>
  );
}

function Refuse({ busy, onSend }: PartProps) {
  const { t } = useI18n();
  const [note, setNote] = useState('');
  return (
    <>
      <NoteField label={t('train.decide.refuseNote')} required maxLength={500} value={note} onChange={setNote} />
      <FormFoot
        label={t('train.decide.refuseAct')}
        danger
        busy={busy}
        disabled={!note.trim()}
        onAct={() => onSend({ outcome: 'refuse', note: note.trim() })}
      />
    </>
  );
}

const parts = { confirm: Confirm, change: Change, refuse: Refuse };

/** The commune's answer to a proposal: yes with whom, another time, or no with a word of why. */
export function DecideForm({ session }: { session: SessionDetail }) {
  const { t } = useI18n();
  const [outcome, setOutcome] = useState<Outcome>('confirm');
  const decide = useDecide(session);
  const Part = parts[outcome];
  return (
    <section className="form attendance-decision">
      <h3>{t('train.decide.title')}</h3>
      <Radio.Group value={outcome} onChange={(next) => setOutcome(next as Outcome)} aria-label={t('train.decide.how')}>
        <div className="decide-outcomes">
          {outcomes.map((each) => (
            <Radio key={each} value={each} label={t(`train.decide.${each}`)} />
          ))}
        </div>
      </Radio.Group>
      <Part session={session} busy={decide.isPending} onSend={decide.mutate} />
    </section>
  );
}
