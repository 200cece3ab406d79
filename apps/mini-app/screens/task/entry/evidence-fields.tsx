/** Codes, links and amounts that an order asks for. */
import { useState } from 'preact/hooks';
import type { Amount } from '#contracts/tasks/breakdown';
import { t } from '../../../model/words/words.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Ask, Pick } from './ask-fields.tsx';
import type { Missing } from './asked.ts';

interface CodesProps {
  /** Separated by spaces. */
  codes: string;
  least: number;
  missing: readonly Missing[];
  onChange: (codes: string) => void;
}
/** Four letters or digits each; a whole code that is pasted leaves its end only. */
export function CodesField({ codes, least, missing, onChange }: CodesProps) {
  const [typing, setTyping] = useState('');
  const list = codes.split(' ').filter(Boolean);
  const type = (text: string) => {
    const signs = text.replace(/[^0-9a-z]/gi, '').toUpperCase();
    if (signs.length < 4) return setTyping(signs);
    const code = signs.slice(-4);
    onChange([...new Set([...list, code])].join(' '));
    setTyping('');
  };
  return (
    <Ask field="codes" title={t('entry.codes')} need={t('ask.neededAtEnd')} missing={missing}>
      {list.length > 0 && (
        <div class="codes">
          {list.map((code) => (
            <span class="code" key={code}>
              {code}
              <button
                type="button"
                aria-label={t('ask.codes.remove', { code })}
                onClick={() => onChange(list.filter((each) => each !== code).join(' '))}
              >
                <Icon name="cross" size={20} />
              </button>
            </span>
          ))}
        </div>
      )}
      <label class="code-field">
        <Icon name="plus" size={20} />
        <input
          value={typing}
          autocomplete="off"
          autocapitalize="characters"
          aria-label={t('ask.codes.add')}
          placeholder={t('ask.codes.add')}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </label>
      {!missing.some(({ field }) => field === 'codes') && <p class="hint-below">{t('ask.codes.hint', { n: least })}</p>}
    </Ask>
  );
}

export const LINK =
  'M10 14a4 4 0 0 0 5.7 0l3-3a4 4 0 0 0-5.7-5.7l-1.2 1.2M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.7l1.2-1.2' as const;

interface LinksProps {
  title: string;
  /** Separated by spaces, so that an empty field keeps its place. */
  link: string;
  /** As many as there are things. */
  count: number;
  need: string;
  good: (text: string) => boolean;
  missing: readonly Missing[];
  onChange: (link: string) => void;
}
export function LinksField({ title, link, count, need, good, missing, onChange }: LinksProps) {
  const typed = link.split(' ');
  const rows = Array.from({ length: Math.max(1, Math.min(50, count), typed.length) }, (_, i) => typed[i] ?? '');
  const set = (at: number, text: string) =>
    onChange(
      rows
        .map((each, i) => (i === at ? text.replace(/\s+/g, '') : each))
        .join(' ')
        .trimEnd(),
    );
  return (
    <Ask field="links" title={title} need={need} missing={missing}>
      {rows.map((text, i) => (
        <LinkInput
          key={i}
          label={t('ask.links.nth', { n: i + 1 })}
          placeholder={t(rows.length > 1 ? 'ask.links.nth' : 'ask.links.paste', { n: i + 1 })}
          text={text}
          good={good(text)}
          onInput={(next) => set(i, next)}
        />
      ))}
    </Ask>
  );
}

interface LinkProps {
  label: string;
  placeholder: string;
  text: string;
  good: boolean;
  onInput: (text: string) => void;
}
export function LinkInput({ label, placeholder, text, good, onInput }: LinkProps) {
  return (
    <label class={`link-field${good ? ' ok' : ''}`}>
      <Icon name={LINK} size={20} />
      <input
        inputMode="url"
        autocomplete="off"
        autocapitalize="none"
        aria-label={label}
        placeholder={placeholder}
        value={text}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {good && (
        <span class="good">
          <Icon name="check" size={20} label={t('ask.links.good')} />
        </span>
      )}
    </label>
  );
}

interface AmountProps {
  amount: Amount;
  value: number;
  missing: readonly Missing[];
  onChange: (value: number) => void;
}
const USUAL = [30, 60, 90];
export function AmountField({ amount, value, missing, onChange }: AmountProps) {
  const usual = amount === 'minutes_spent' ? USUAL : [];
  const [other, setOther] = useState(value > 0 && !usual.includes(value));
  const title = t(`ask.${amount}`);
  return (
    <Ask field={amount} title={title} missing={missing}>
      {usual.length > 0 && (
        <div class="picks">
          {usual.map((n) => (
            <Pick
              key={n}
              small
              on={!other && value === n}
              title={String(n)}
              onClick={() => {
                setOther(false);
                onChange(n);
              }}
            />
          ))}
          <Pick small on={other} title={t('ask.other')} onClick={() => setOther(true)} />
        </div>
      )}
      {(other || usual.length === 0) && (
        <input
          class="other-number"
          inputMode="numeric"
          pattern="[0-9]*"
          maxLength={6}
          placeholder="0"
          aria-label={title}
          value={value || ''}
          onInput={(event) => onChange(Number(event.currentTarget.value.replace(/\D/g, '')))}
        />
      )}
    </Ask>
  );
}
