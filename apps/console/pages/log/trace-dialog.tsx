import { useState } from 'react';
import { readTrace } from '#contracts/access/trace-code';
import { dateInVietnam, formatMoment } from '#i18n';
import { client } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog, TextField } from '../../ui/form.tsx';
import { Facts } from './facts.tsx';
import { useLogWord } from './log-word.ts';
import type { Asked, LogEntry } from './use-log.ts';

/** Who took the list, when, what for. */
function Found({ entry }: { entry: LogEntry }) {
  const { t, lang, n } = useI18n();
  const word = useLogWord();
  const facts = [
    [t('log.col.by'), [entry.by.fullName, entry.by.position].filter(Boolean).join(', ')],
    [t('log.col.at'), formatMoment(entry.at, Date.now(), lang)],
    [t('log.col.what'), word(`log.what.${entry.what}`)],
    [t('logPage.place'), entry.unit?.fullName ?? '–'],
    [t('logPage.people'), entry.people === null ? '–' : n(entry.people)],
    [t('logPage.purpose'), entry.purpose ? word(`log.purpose.${entry.purpose}`) : '–'],
  ] as const;
  return <Facts facts={facts} className="log-found" />;
}

/** From a file that turned up somewhere to its line of the log. */
export function TraceDialog({ asked, onClose }: { asked: Asked; onClose: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState('');
  const [found, setFound] = useState<LogEntry | null>(null);
  const [busy, setBusy] = useState(false);
  const type = (text: string) => {
    setTyped(text);
    setWrong('');
    setFound(null);
  };
  const find = async () => {
    const code = readTrace(typed);
    if (!code) return setWrong(t('logPage.traceWrong'));
    setBusy(true);
    const params = { path: { unitId: asked.unitId }, query: { code } };
    const { data, error } = await client.GET('/units/{unitId}/log/by-trace', { params });
    setBusy(false);
    if (data) setFound(data);
    else setWrong(problemText(i18n, error));
  };
  const open = ({ at, by }: LogEntry) => {
    const day = dateInVietnam(at);
    asked.set({ kind: 'export', from: day, to: day, person: by.id, who: by.fullName, purpose: undefined });
    onClose();
  };
  return (
    <FormDialog
      title={t('logPage.traceTitle')}
      label={t(found ? 'logPage.traceOpen' : 'logPage.traceFind')}
      busy={busy}
      disabled={typed.trim() === ''}
      onClose={onClose}
      onSubmit={() => (found ? open(found) : void find())}
    >
      <TextField
        label={t('logPage.traceCode')}
        placeholder="TS-7F3K-22"
        required
        data-autofocus
        maxLength={40}
        value={typed}
        onChange={type}
        error={wrong}
      />
      {found ? <Found entry={found} /> : <p className="caption">{t('logPage.traceWhere')}</p>}
    </FormDialog>
  );
}
