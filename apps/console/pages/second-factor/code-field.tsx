/** Six digits of the authenticator, a key of the machine, or a code from paper: what every place that asks shows. */
import '@mantine/core/styles/PinInput.css';
import { PinInput } from '@mantine/core';
import { useId, useState } from 'react';
import type { MessageId } from '../../i18n/i18n.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import './code-field.css';

const DIGITS = 6;
/** Without its dashes. */
const PAPER = 12;

export type FactorWay = 'code' | 'passkey';
type Mode = FactorWay | 'paper';

const isDigits = (code: string): boolean => /^\d{6}$/.test(code);
export const isWholeCode = (code: string): boolean => isDigits(code) || code.replace(/[\s-]/g, '').length === PAPER;

/** How it is shown, and what is typed; a wrong code goes, and the cursor stands at the first place again. */
export function useCode(first: Mode = 'code') {
  const [mode, choose] = useState<Mode>(first);
  const [code, setCode] = useState('');
  const [tries, setTries] = useState(0);
  const again = () => {
    setCode('');
    setTries((n) => n + 1);
  };
  const setMode = (next: Mode) => {
    choose(next);
    again();
  };
  return { mode, setMode, code, setCode, tries, again, isReady: mode === 'passkey' || isWholeCode(code) };
}

interface Props {
  entry: ReturnType<typeof useCode>;
  /** With the last digit; never with a code from paper. */
  onFull: (code: string) => void;
  wrong?: string | undefined;
  /** Besides a code from paper. */
  ways?: readonly FactorWay[];
  /** The key was chosen: it is asked at once. */
  onKey?: () => void;
  /** Where a new authenticator is tried, paper is no answer. */
  digitsOnly?: boolean;
}

type BoxesProps = Pick<Props, 'entry' | 'onFull' | 'wrong'>;

function Boxes({ entry, onFull, wrong, labelledBy }: BoxesProps & { labelledBy: string }) {
  const { t } = useI18n();
  return (
    <PinInput
      key={entry.tries}
      className="code-boxes"
      aria-labelledby={labelledBy}
      length={DIGITS}
      type="number"
      placeholder=""
      autoFocus
      value={entry.code}
      onChange={entry.setCode}
      onComplete={onFull}
      error={Boolean(wrong)}
      getInputProps={(index) => ({
        'aria-label': t('factor.digit', { n: index + 1 }),
        ...(index === 0 && { 'data-autofocus': true }),
      })}
    />
  );
}

function Paper({ entry }: Pick<Props, 'entry'>) {
  const { t } = useI18n();
  return (
    <TextField
      key={entry.tries}
      size="md"
      autoFocus
      autoComplete="off"
      autoCapitalize="characters"
      spellCheck={false}
      label={t('factor.paperCode')}
      description={t('factor.paperCodeHint')}
      value={entry.code}
      onChange={entry.setCode}
    />
  );
}

const turnTo: Record<Mode, MessageId> = { code: 'factor.useApp', passkey: 'factor.useKey', paper: 'factor.usePaper' };

/** "Dùng khóa của máy · Dùng mã dự phòng" */
function Turns({ entry, ways, onKey }: Pick<Props, 'entry' | 'onKey'> & { ways: readonly Mode[] }) {
  const { t } = useI18n();
  const turn = (way: Mode) => {
    entry.setMode(way);
    if (way === 'passkey') onKey?.();
  };
  return (
    <p className="code-turns">
      {ways
        .filter((way) => way !== entry.mode)
        .map((way) => (
          <button key={way} type="button" className="link" onClick={() => turn(way)}>
            {t(turnTo[way])}
          </button>
        ))}
    </p>
  );
}

export function CodeField({ entry, onFull, onKey, wrong, ways = ['code'], digitsOnly = false }: Props) {
  const { t } = useI18n();
  const id = useId();
  return (
    <div className="code-field">
      {entry.mode === 'paper' && <Paper entry={entry} />}
      {entry.mode === 'passkey' && (
        <p className="code-key">
          <Icon name="lock" size={20} /> {t('factor.keyText')}
        </p>
      )}
      {entry.mode === 'code' && (
        <>
          <span className="field-label" id={id}>
            {digitsOnly ? `3. ${t('factor.do3')}` : t('factor.code')}
          </span>
          <Boxes entry={entry} onFull={onFull} wrong={wrong} labelledBy={id} />
        </>
      )}
      {wrong && (
        <p className="code-wrong" role="alert">
          <Icon name="alert-circle" /> {wrong}
        </p>
      )}
      {!digitsOnly && <Turns entry={entry} ways={[...ways, 'paper']} onKey={onKey} />}
    </div>
  );
}
