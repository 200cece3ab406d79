/** Three ways to check in: people scan the session's code, the trainer scans theirs, or their six digits are typed. */
import { useRef, useState } from 'preact/hooks';
import type { CheckInPack } from '#client';
import { sessionCode } from '#contracts/training/check-in-codes';
import { now } from '../../model/clock.ts';
import { useCodeClock, useMade } from '../../model/training/code-clock.ts';
import { checkIn, readDigits, readMember } from '../../model/training/check-in-acts.ts';
import { type CheckIn, type CheckInRecords, nameAt } from '../../model/training/check-in-records.ts';
import { momentText, t } from '../../model/words/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { Qr } from '../../ui/qr.tsx';
import { REFUSED } from './scan.tsx';
import { Scanner } from './scanner.tsx';

/** The same code stays before the camera for a while. */
const SAME_MS = 4_000;

export function ShowWay({ pack }: { pack: CheckInPack }) {
  const { window, secondsLeft, share } = useCodeClock();
  const code = useMade(() => sessionCode(pack.secret, pack.session.id, new Date(now())), [window, pack.secret]);
  return (
    <div class="code-block">
      <p>{t('tr.checkIn.show.lead')}</p>
      {code === null && <p class="reason-box wide-line">{t('tr.checkIn.noCrypto')}</p>}
      {code && (
        <>
          <Qr text={code} label={t('tr.checkIn.show.qr')} big />
          <div class="life" aria-hidden="true">
            <i style={{ width: `${share * 100}%` }} />
          </div>
          <p class="muted">{t('tr.code.changes', { n: secondsLeft })}</p>
        </>
      )}
    </div>
  );
}

interface Result {
  tone: 'done' | 'wait' | 'late';
  text: string;
}
export function ResultLine({ result }: { result: Result | undefined }) {
  if (!result) return null;
  return (
    <p class={`state-card ${result.tone === 'done' ? '' : result.tone}`} role="status">
      <Icon name={result.tone === 'done' ? 'checkCircle' : result.tone === 'wait' ? 'clock' : 'warn'} />
      <b>{result.text}</b>
    </p>
  );
}

/** Lets the person in unless they are; says which. */
function letIn(pack: CheckInPack, records: CheckInRecords, personId: string, item: CheckIn): Result {
  const { name, thereAt } = nameAt(records, personId);
  const shown = name ?? t('tr.checkIn.unknown');
  if (thereAt) return { tone: 'wait', text: t('tr.checkIn.twice', { name: shown, time: momentText(thereAt) }) };
  void checkIn(pack, item);
  navigator.vibrate?.(60);
  return { tone: 'done', text: t('tr.checkIn.ok', { name: shown }) };
}

export function ScanWay({ pack, records }: { pack: CheckInPack; records: CheckInRecords }) {
  const [result, setResult] = useState<Result>();
  const last = useRef({ text: '', at: 0 });
  const latest = useRef(records);
  latest.current = records;
  const read = async (text: string) => {
    const again = last.current.text === text && Date.now() - last.current.at < SAME_MS;
    last.current = { text, at: Date.now() };
    if (again) return;
    const found = await readMember(pack, text).catch(() => undefined);
    if (!found) return setResult({ tone: 'late', text: t('tr.checkIn.noCrypto') });
    setResult(
      'why' in found
        ? { tone: 'late', text: t(REFUSED[found.why]) }
        : letIn(pack, latest.current, found.personId, found.item),
    );
  };
  return (
    <div class="code-block">
      <ResultLine result={result} />
      <Scanner onText={(text) => void read(text)} start />
    </div>
  );
}

export function DigitsWay({ pack, records }: { pack: CheckInPack; records: CheckInRecords }) {
  const [typed, setTyped] = useState('');
  const [result, setResult] = useState<Result>();
  const type = async (value: string) => {
    const digits = value.replace(/\D/g, '').slice(0, 6);
    setTyped(digits);
    if (digits.length < 6) return;
    const found = await readDigits(pack, digits).catch(() => undefined);
    if (!found || 'why' in found) return setResult({ tone: 'late', text: t('tr.checkIn.digits.wrong') });
    setResult(letIn(pack, records, found.personId, found.item));
    setTyped('');
  };
  return (
    <div>
      <ResultLine result={result} />
      <div class="field">
        <label for="six">
          <b>{t('tr.checkIn.digits.label')}</b>
        </label>
        <input
          id="six"
          class="six"
          inputMode="numeric"
          autocomplete="off"
          maxLength={7}
          placeholder="000 000"
          value={typed.length > 3 ? `${typed.slice(0, 3)} ${typed.slice(3)}` : typed}
          onInput={(event) => void type(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}
