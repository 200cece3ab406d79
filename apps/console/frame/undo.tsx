/**
 * "Đã giao cho 11 tổ. [Thu hồi] 60": an act that can be taken back for a minute. F8 brings the focus here;
 * the time stands still while the notice is hovered or focused, the server's own clock decides in the end.
 */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect, useRef, useState } from 'react';
import { useI18n } from '../i18n/i18n.tsx';

interface Undo {
  text: string;
  label: string;
  seconds?: number;
  undo: () => Promise<unknown> | unknown;
}

function UndoBody({ id, text, label, seconds = 60, undo }: Undo & { id: string }) {
  const { t } = useI18n();
  const [left, setLeft] = useState(seconds);
  const held = useRef(false);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!held.current) setLeft((value) => value - 1);
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) notifications.hide(id);
  }, [left, id]);
  const hold = (value: boolean) => () => {
    held.current = value;
  };
  return (
    <div
      className="undo"
      onMouseEnter={hold(true)}
      onMouseLeave={hold(false)}
      onFocus={hold(true)}
      onBlur={hold(false)}
    >
      <span>{text}</span>
      <Button
        size="xs"
        variant="default"
        className="undo-button"
        onClick={() => {
          notifications.hide(id);
          void undo();
        }}
      >
        {label}
      </Button>
      <span className="num" aria-label={t('undo.left', { n: Math.max(0, left) })}>
        {Math.max(0, left)}
      </span>
    </div>
  );
}

export function showUndo(undo: Undo): void {
  const id = `undo-${Date.now()}`;
  notifications.show({ id, autoClose: false, message: <UndoBody id={id} {...undo} /> });
}

const shortestRecall = 5;
const longestRecall = 60;

/** @param until instant before which it is taken back without a word; a clock that differs from the server's changes little */
export function showRecall({ until, ...undo }: Omit<Undo, 'seconds'> & { until: string }): void {
  const left = Math.round((Date.parse(until) - Date.now()) / 1000);
  showUndo({ ...undo, seconds: Math.max(shortestRecall, Math.min(longestRecall, left)) });
}

export function showNotice(text: string, kind: 'done' | 'failed' = 'done'): void {
  notifications.show({
    message: text,
    autoClose: 6000,
    className: kind === 'failed' ? 'notice-failed' : 'notice-done',
  });
}

export function focusUndo(): void {
  document.querySelector<HTMLElement>('.undo-button')?.focus();
}

/** What most commands of a dialogue end with. */
export function sayAndClose(text: string, close: () => void): void {
  showNotice(text);
  close();
}
