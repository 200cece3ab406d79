/**
 * "Đã giao cho 11 tổ. [Thu hồi] 60": an act that can be taken back for a minute. F8 brings the focus here;
 * the time stands still while the notice has the focus or the pointer moves on it, the server's own clock decides in the end.
 */
import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import { uuid } from '#client/uuid';
import { useI18n } from '../i18n/i18n.tsx';

interface Undo {
  text: string;
  label: string;
  seconds?: number;
  undo: () => Promise<unknown> | unknown;
}

/** A pointer that rests was there before the notice came: it holds nothing. */
const RESTING_MS = 3_000;

/** Seconds until the notice goes; whoever reaches for it stops them. */
function useSeconds(id: string, seconds: number) {
  const [left, setLeft] = useState(seconds);
  const focused = useRef(false);
  const movedAt = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!focused.current && performance.now() - movedAt.current > RESTING_MS) setLeft((value) => value - 1);
    }, 1000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (left <= 0) notifications.hide(id);
  }, [left, id]);
  const hold = {
    onMouseMove: ({ movementX, movementY }: MouseEvent) => {
      if (movementX !== 0 || movementY !== 0) movedAt.current = performance.now();
    },
    onMouseLeave: () => {
      movedAt.current = Number.NEGATIVE_INFINITY;
    },
    onFocus: () => {
      focused.current = true;
    },
    onBlur: () => {
      focused.current = false;
    },
  };
  return { left: Math.max(0, left), hold };
}

function UndoBody({ id, text, label, seconds = 60, undo }: Undo & { id: string }) {
  const { t } = useI18n();
  const { left, hold } = useSeconds(id, seconds);
  return (
    <div className="undo" {...hold}>
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
      <span className="num" aria-label={t('undo.left', { n: left })}>
        {left}
      </span>
    </div>
  );
}

function NoticeBody({ id, text }: { id: string; text: string }) {
  const { hold } = useSeconds(id, NOTICE_SECONDS);
  return <span {...hold}>{text}</span>;
}

export function showUndo(undo: Undo): void {
  const id = `undo-${uuid()}`;
  notifications.show({ id, autoClose: false, message: <UndoBody id={id} {...undo} /> });
}

const NOTICE_SECONDS = 6;
const shortestRecall = 5;
const longestRecall = 60;

/** @param until instant before which it is taken back without a word; a clock that differs from the server's changes little */
export function showRecall({ until, ...undo }: Omit<Undo, 'seconds'> & { until: string }): void {
  const left = Math.round((Date.parse(until) - Date.now()) / 1000);
  showUndo({ ...undo, seconds: Math.max(shortestRecall, Math.min(longestRecall, left)) });
}

export function showNotice(text: string, kind: 'done' | 'failed' = 'done'): void {
  const id = `notice-${uuid()}`;
  notifications.show({
    id,
    message: <NoticeBody id={id} text={text} />,
    // The library's own time stands still under a pointer that rests.
    autoClose: false,
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
