/** Six digits of the authenticator, or a code from paper: what every place that asks for a code shows. */
import '@mantine/core/styles/PinInput.css';
import { PinInput } from '@mantine/core';
import { useId, useState } from 'react';
import '../../i18n/factor-words.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { TextField } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import './code-field.css';

const DIGITS = 6;
/** Without its dashes. */
const PAPER = 12;

const isDigits = (code: string): boolean => /^\d{6}$/.test(code);
export const isWholeCode = (code: string): boolean => isDigits(code) || code.replace(/[\s-]/g, '').length === PAPER;

/** What is typed; a wrong code goes, and the cursor stands at the first place again. */
export function useCode() {
  const [code, setCode] = useState('');
  const [tries, setTries] = useState(0);
  const again = () => {
    setCode('');
    setTries((n) => n + 1);
  };
  return { code, setCode, tries, again };
}

interface Props {
  entry: ReturnType<typeof useCode>;
  /** With the last digit; never with a code from paper. */
  onFull: (code: string) => void;
  wrong?: string | undefined;
  /** Where a new authenticator is tried, paper is no answer. */
  digitsOnly?: boolean;
}

function Boxes({ entry, onFull, wrong, labelledBy }: Omit<Props, 'digitsOnly'> & { labelledBy: string }) {
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

export function CodeField({ entry, onFull, wrong, digitsOnly = false }: Props) {
  const { t } = useI18n();
  const [isPaper, setPaper] = useState(false);
  const id = useId();
  const turn = () => {
    setPaper(!isPaper);
    entry.again();
  };
  return (
    <div className="code-field">
      {isPaper ? (
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
      ) : (
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
      {!digitsOnly && (
        <button type="button" className="link" onClick={turn}>
          {t(isPaper ? 'factor.useApp' : 'factor.usePaper')}
        </button>
      )}
    </div>
  );
}
