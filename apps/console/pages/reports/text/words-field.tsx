import { type ClipboardEvent, type KeyboardEvent, useCallback, useEffect, useRef } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { type Describe, fillWith, markBeside, readFrom, refreshMarks, selectedMark, selectMark } from './words-dom.ts';
import { piecesOf, type Token, tokenOf } from './words-text.ts';

export interface WordsFieldProps {
  /** What the section is called. */
  label: string;
  text: string;
  describe: Describe;
  onChange: (text: string) => void;
  onOpen: (token: Token, mark: HTMLElement) => void;
  /** Where a figure would be put. */
  onPlace: (root: HTMLElement) => void;
  onInsert: () => void;
}

/** Backspace and arrows stop on a figure first; the second press goes over it or takes it away. */
function stopOnMark(event: KeyboardEvent): void {
  const side = { Backspace: 'before', ArrowLeft: 'before', Delete: 'after', ArrowRight: 'after' }[event.key];
  if (!side || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  const mark = markBeside(getSelection(), side as 'before' | 'after');
  if (!mark) return;
  event.preventDefault();
  selectMark(mark);
}

/** Follows the text from outside without disturbing what is being typed. */
function useContent({ text, describe }: Pick<WordsFieldProps, 'text' | 'describe'>) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const root = ref.current;
    if (!root) return;
    if (readFrom(root) !== text) fillWith(root, text, describe);
    else refreshMarks(root, describe);
  }, [text, describe]);
  return ref;
}

function pastePlain(event: ClipboardEvent): void {
  event.preventDefault();
  document.execCommand('insertText', false, event.clipboardData.getData('text/plain').normalize('NFC'));
}

/** A section's words as they print; the figures in them are locked. */
export function WordsField(props: WordsFieldProps) {
  const { label, onChange, onOpen, onPlace, onInsert } = props;
  const { t } = useI18n();
  const ref = useContent(props);
  const changed = useCallback(() => ref.current && onChange(readFrom(ref.current)), [onChange, ref]);
  const open = (mark: HTMLElement | undefined) => {
    const token = tokenOf(mark?.dataset.token);
    if (mark && token) onOpen(token, mark);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.ctrlKey && event.shiftKey && event.key.toLowerCase() === 'd') {
      event.preventDefault();
      onInsert();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const mark = selectedMark(getSelection());
      if (mark) open(mark);
      else document.execCommand('insertLineBreak');
    } else stopOnMark(event);
  };
  const place = () => ref.current && onPlace(ref.current);
  return (
    <div
      ref={ref}
      className="words"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      aria-description={t('rep.chipRemove')}
      data-placeholder={t('rep.writeHere')}
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
      lang="vi"
      onInput={changed}
      onPaste={pastePlain}
      onKeyDown={keys}
      onKeyUp={place}
      onMouseUp={place}
      onFocus={place}
      onDrop={(event) => event.preventDefault()}
      onClick={(event) => open((event.target as HTMLElement).closest<HTMLElement>('[data-token]') ?? undefined)}
    />
  );
}

/** The same words when nothing can be changed: each figure is a button. */
export function WordsShown({ text, describe, onOpen }: Pick<WordsFieldProps, 'text' | 'describe' | 'onOpen'>) {
  return (
    <div className="words" lang="vi">
      {piecesOf(text).map((piece, index) =>
        typeof piece === 'string' ? (
          <span key={index}>{piece}</span>
        ) : (
          <button
            key={index}
            type="button"
            className="fig-chip"
            aria-label={describe(piece).label}
            onClick={(event) => onOpen(piece, event.currentTarget)}
          >
            {describe(piece).shown}
          </button>
        ),
      )}
    </div>
  );
}
