/** Check-in on a big screen: the session's code, which changes each minute, read by phones; who has just come; six digits read aloud. */
import { type FormEvent, useEffect, useState } from 'react';
import { lifeLeft, personOfDigits, sessionCode } from '#contracts/training/check-in-codes';
import { formatTime } from '#i18n';
import { uuid } from '#client/uuid';
import { qrSvg } from '#qr';
import { api, client, type Schemas } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import { TextField } from '../../../ui/form.tsx';
import { Loaded } from '../../../ui/states.tsx';
import { useAttendance } from './use-check-in.ts';
import { sessionPaths } from '../use-sessions.ts';
import { dialogHead } from '../../../ui/dialog-head.ts';
import { PageModal } from '../../../ui/dialogs/page-modal.tsx';

type Pack = Schemas['CheckInPack'];
const tickMs = 1000;
const shownLatest = 6;

/** The code of this minute and the seconds that it has left. */
function useSessionCode({ secret, session }: Pack) {
  const [code, setCode] = useState({ text: '', left: 60 });
  useEffect(() => {
    let gone = false;
    const tick = async () => {
      const at = new Date();
      const text = await sessionCode(secret, session.id, at);
      if (!gone) setCode({ text, left: Math.ceil(lifeLeft(at) / 1000) });
    };
    void tick();
    const timer = setInterval(() => void tick(), tickMs);
    return () => {
      gone = true;
      clearInterval(timer);
    };
  }, [secret, session.id]);
  return code;
}

function Code({ pack }: { pack: Pack }) {
  const { t } = useI18n();
  const { text, left } = useSessionCode(pack);
  if (!text) return null;
  const svg = qrSvg(text, { repair: 'medium', border: 3 });
  return (
    <figure className="check-in-code">
      <img src={`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`} alt={t('train.code.alt')} />
      <figcaption>
        {t('train.code.how')}
        <span className="num-text caption">{t('train.code.left', { n: left })}</span>
      </figcaption>
    </figure>
  );
}

/** The digits are looked up here, so that the name is said at once; the server looks again. */
function useDigits(pack: Pack) {
  const { t, has } = useI18n();
  const [digits, setDigits] = useState('');
  const [said, setSaid] = useState<{ text: string; bad: boolean } | null>(null);
  const send = useCommand({
    send: ({ code, personId }: { code: string; personId: string; name: string }, header) =>
      client.POST('/training/sessions/{sessionId}/check-ins', {
        params: { path: { sessionId: pack.session.id }, header },
        body: {
          items: [{ clientId: uuid(), personId, method: 'six_digits', at: new Date().toISOString(), code }],
        },
      }),
    touches: sessionPaths,
    done: ({ refused }, { name }) => {
      const code = refused[0]?.code;
      if (code) setSaid({ text: has(code) ? t(code) : t('problem.other', { code }), bad: true });
      else setSaid({ text: t('train.code.in', { name }), bad: false });
    },
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const code = digits.replace(/\D/g, '');
    setDigits('');
    const personIds = pack.people.map(({ person }) => person.id);
    const personId = await personOfDigits(code, { secret: pack.secret, personIds, at: new Date() });
    const found = pack.people.find(({ person }) => person.id === personId);
    if (found) send.mutate({ code, personId: found.person.id, name: found.person.fullName });
    else setSaid({ text: t('door.codeStale'), bad: true });
  };
  return { digits, setDigits, said, submit, busy: send.isPending };
}

function Digits({ pack }: { pack: Pack }) {
  const { t } = useI18n();
  const { digits, setDigits, said, submit } = useDigits(pack);
  return (
    <form onSubmit={(event) => void submit(event)} className="check-in-digits">
      <TextField
        label={t('train.code.digits')}
        description={t('train.code.digitsHint')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={7}
        className="num-field"
        value={digits}
        onChange={setDigits}
      />
      <p role="status" className={said?.bad ? 'late-text' : 'good-text'}>
        {said?.text}
      </p>
    </form>
  );
}

function Latest({ sessionId }: { sessionId: string }) {
  const { t } = useI18n();
  const rows = useAttendance(sessionId, true).data ?? [];
  const counted = rows.filter(({ state }) => state === 'counted');
  const latest = [...counted].sort((a, b) => b.at.localeCompare(a.at)).slice(0, shownLatest);
  return (
    <div className="check-in-latest">
      <p className="figure num-text">{t('train.checkIn.count', { n: counted.length })}</p>
      <ul>
        {latest.map((row) => (
          <li key={row.id}>
            <b>{row.fullName}</b>
            <span className="caption">
              {row.team?.name} <span className="num">{formatTime(row.at, true)}</span>
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function SessionCodeScreen({ sessionId, onClose }: { sessionId: string; onClose: () => void }) {
  const { t } = useI18n();
  const query = api.useQuery(
    'get',
    '/training/sessions/{sessionId}/door',
    { params: { path: { sessionId } } },
    { staleTime: 60_000 },
  );
  return (
    <PageModal
      attributes={dialogHead}
      opened
      fullScreen
      onClose={onClose}
      title={query.data?.session.title ?? t('train.tab.door')}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <Loaded query={query} rows={8}>
        {(pack) => (
          <div className="check-in-screen">
            <Code pack={pack} />
            <div className="form">
              <Latest sessionId={sessionId} />
              <Digits pack={pack} />
            </div>
          </div>
        )}
      </Loaded>
    </PageModal>
  );
}
