import { Button, Radio } from '@mantine/core';

import { useState } from 'react';
import { addDays, formatDate } from '#i18n';
import { client, type Schemas } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../notices/undo.tsx';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { CountField, DayField, Dialog, FormFoot, NoteField } from '../../ui/form.tsx';
import type { BoardRow } from './board.ts';
import { boardPaths } from './board-paths.ts';

type Kind = Schemas['AnswerDecline']['kind'];
const kinds: readonly Kind[] = ['extend', 'lower_target', 'release', 'keep'];

function bodyOf(kind: Kind, note: string, until: string, target: number): Schemas['AnswerDecline'] {
  if (kind === 'extend') return { kind, note, until };
  if (kind === 'lower_target') return { kind, note, target };
  return { kind, note };
}

function Kinds({ value, onChange }: { value: Kind; onChange: (kind: Kind) => void }) {
  const { t } = useI18n();
  return (
    <Radio.Group value={value} onChange={(kind) => onChange(kind as Kind)} aria-label={t('answer.title')}>
      <div className="form">
        {kinds.map((each) => (
          <Radio key={each} value={each} label={t(`answer.${each}`)} />
        ))}
      </div>
    </Radio.Group>
  );
}

function DeclineForm({ row, onClose }: { row: BoardRow; onClose: () => void }) {
  const { t } = useI18n();
  const { me } = useIdentity();
  const [kind, setKind] = useState<Kind>('extend');
  const [note, setNote] = useState('');
  const [until, setUntil] = useState(addDays(me.today, 7));
  const [target, setTarget] = useState<number | null>(row.figures.target);
  const answer = useCommand({
    send: (_: void, header) =>
      client.POST('/tasks/{taskId}/answer-decline', {
        params: { path: { taskId: row.taskId }, header },
        body: bodyOf(kind, note.trim(), until, target ?? 1),
      }),
    touches: boardPaths,
    done: () => sayAndClose(t('answer.done', { team: row.team.name }), onClose),
  });
  const { declined } = row;
  const foot = { label: t('answer.send'), busy: answer.isPending, disabled: !note.trim() };
  return (
    <div className="form">
      <p>
        <b>{declined && t(`decline.${declined.reason}` as MessageId)}</b>
        {declined?.note && ` · “${declined.note}”`}
      </p>
      <Kinds value={kind} onChange={setKind} />
      {kind === 'extend' && <DayField label={t('answer.until')} minDate={me.today} value={until} onChange={setUntil} />}
      {kind === 'lower_target' && <CountField label={t('split.target')} min={1} value={target} onChange={setTarget} />}
      <NoteField label={t('answer.note')} required value={note} onChange={setNote} />
      <FormFoot {...foot} onCancel={onClose} onAct={() => answer.mutate()} />
    </div>
  );
}

function ExtensionForm({ row, onClose }: { row: BoardRow; onClose: () => void }) {
  const { t, lang } = useI18n();
  const [note, setNote] = useState('');
  const extension = row.extension;
  const answer = useCommand({
    send: (granted: boolean, header) =>
      client.POST('/extension-requests/{requestId}/answer', {
        params: { path: { requestId: extension?.id ?? '' }, header },
        body: {
          granted,
          ...(granted && extension && { until: extension.until }),
          ...(note.trim() && { note: note.trim() }),
        },
      }),
    touches: boardPaths,
    done: () => sayAndClose(t('answer.done', { team: row.team.name }), onClose),
  });
  return (
    <div className="form">
      <p>
        {extension && t('answer.asksUntil', { date: formatDate(extension.until, lang) })}
        {extension?.reason && ` · “${extension.reason}”`}
      </p>
      <NoteField label={t('answer.noteOptional')} value={note} onChange={setNote} />
      <div className="form-foot">
        <Button variant="default" loading={answer.isPending} onClick={() => answer.mutate(false)}>
          {t('answer.refuse')}
        </Button>
        <Button loading={answer.isPending} onClick={() => answer.mutate(true)}>
          {t('answer.grant')}
        </Button>
      </div>
    </div>
  );
}

/** The commune's answer to a decline, or to a wish for more time. */
export function AnswerModal({ row, onClose }: { row: BoardRow; onClose: () => void }) {
  const { t } = useI18n();
  return (
    <Dialog onClose={onClose} title={t('answer.for', { team: row.team.name })}>
      {row.shown === 'declined' ? (
        <DeclineForm row={row} onClose={onClose} />
      ) : (
        <ExtensionForm row={row} onClose={onClose} />
      )}
    </Dialog>
  );
}
