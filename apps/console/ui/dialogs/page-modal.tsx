/** Dialogues and drawers over the page. While one is open, the page behind it is out of reach, for keys and screen readers too. */
import { Drawer, type DrawerProps, Modal, type ModalProps } from '@mantine/core';
import { useEffect, useId } from 'react';

const roots = '#app, .mantine-Modal-root, .mantine-Drawer-root';
/** By how many open dialogues each is held. */
const holds = new WeakMap<Element, number>();

function hold(element: Element, more: 1 | -1): void {
  const n = (holds.get(element) ?? 0) + more;
  holds.set(element, n);
  element.toggleAttribute('inert', n > 0);
}

const isShown = (element: Element): boolean =>
  element.id === 'app' || element.querySelector('[role="dialog"]') !== null;

/**
 * What is shown behind an open dialogue is inert: the page, and the dialogues that it stands on.
 * @returns what its root is known by, for `attributes`
 */
export function useInertBehind(opened: boolean): { 'data-dialog': string } {
  const id = useId();
  useEffect(() => {
    if (!opened) return;
    const behind = [...document.querySelectorAll(roots)].filter(
      (element) => element.getAttribute('data-dialog') !== id && isShown(element),
    );
    for (const element of behind) hold(element, 1);
    return () => {
      for (const element of behind) hold(element, -1);
    };
  }, [opened, id]);
  return { 'data-dialog': id };
}

export function PageModal({ attributes, ...props }: ModalProps) {
  const root = useInertBehind(props.opened);
  return <Modal {...props} attributes={{ ...attributes, root }} />;
}

export function PageDrawer({ attributes, ...props }: DrawerProps) {
  const root = useInertBehind(props.opened);
  return <Drawer {...props} attributes={{ ...attributes, root }} />;
}
