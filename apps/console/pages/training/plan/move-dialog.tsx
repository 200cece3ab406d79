import '@mantine/dates/styles.css';
import { useState } from 'react';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { sayAndClose } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { FormDialog, NoteField } from '../../../ui/form.tsx';
import { Loading } from '../../../ui/states.tsx';
import { ClashList, isRefused } from './clash-list.tsx';
import { parseHour, type Span, spanOf, writeHour } from '../hours.ts';
import type { SessionDetail, SessionRow } from '../looks.ts';
import { movedInput, planOf, wrongIn } from './plan.ts';
import { TimeFields } from './plan-fields.tsx';
import { usePlanCheck } from './use-plan-check.ts';
import { sessionPaths, useSession } from '../use-sessions.ts';
import { spanText, whenText } from '../words.ts';

interface MoveProps {
  session: SessionDetail;
  to: Span | undefined;
  onClose: () => void;
}

/** The time as it is typed; dragged blocks come with it. */
function useTime(session: SessionDetail, to: Span | undefined) {
  const was = spanOf(session);
  const begin = to ?? was;
  const [time, setTime] = useState({ day: begin.day, from: writeHour(begin.from), to: writeHour(begin.to) });
  const draft = { ...planOf(session), ...time };
  const [from, until] = [parseHour(time.from), parseHour(time.to)];
  const wrong = wrongIn(draft);
  const bad = wrong.from ?? wrong.to;
  const span = from === null || until === null || bad ? null : { day: time.day, from, to: until };
  const same = span !== null && span.day === was.day && span.from === was.from && span.to === was.to;
  return { draft, wrong, span, same, set: (part: Partial<typeof time>) => setTime({ ...time, ...part }) };
}

function useMove({ session, onClose }: MoveProps) {
  const { t, lang } = useI18n();
  return useCommand({
    send: ({ span, why }: { span: Span; why: string }, header) =>
      client.PUT('/training/sessions/{sessionId}', {
        params: { path: { sessionId: session.id }, header },
        body: {
          ...movedInput(session, span.day, span.from, span.to),
          version: session.version,
          ...(why && { why }),
        },
      }),
    touches: sessionPaths,
    done: (_, { span }) => sayAndClose(t('train.move.done', { when: spanText(t, lang, span) }), onClose),
  });
}

function MoveForm(props: MoveProps) {
  const { session, to, onClose } = props;
  const { t, lang } = useI18n();
  const time = useTime(session, to);
  const [why, setWhy] = useState('');
  const move = useMove(props);
  const published = session.state === 'published';
  const { told } = session;
  const { span, same, wrong } = time;
  const input = span && !same ? movedInput(session, span.day, span.from, span.to) : undefined;
  const check = usePlanCheck(input, session.id);
  const blocked = !input || (published && !why.trim()) || isRefused(check.data?.clashes);
  const title = published ? t('train.move.title', { n: told }) : t('train.move.titlePlan');
  const problems = { from: wrong.from && t(wrong.from), to: wrong.to && t(wrong.to) };
  return (
    <FormDialog
      title={title}
      label={t(published ? 'train.move.act' : 'train.move.actPlan')}
      busy={move.isPending}
      disabled={blocked}
      onClose={onClose}
      onSubmit={() => span && move.mutate({ span, why: why.trim() })}
    >
      <p>
        <b>{session.title}</b>
        <br />
        {t('train.move.was', { when: whenText(t, lang, session) })}
      </p>
      <TimeFields draft={time.draft} set={time.set} problems={problems} />
      {published && <p className="caption">{t('train.move.tell')}</p>}
      {published && <NoteField label={t('train.plan.why')} required value={why} onChange={setWhy} />}
      {same && <p className="caption">{t('train.move.same')}</p>}
      {input && <ClashList clashes={check.data?.clashes ?? []} />}
    </FormDialog>
  );
}

/** Another time for a session: dragged there, or typed. */
export function MoveDialog({ session, to, onClose }: { session: SessionRow; to?: Span; onClose: () => void }) {
  const query = useSession(session.id);
  if (!query.data) return <Loading rows={0} />;
  return <MoveForm session={query.data} to={to} onClose={onClose} />;
}
