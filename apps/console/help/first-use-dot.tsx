import { useEffect } from 'react';
import { succeeded } from '../api/use-command.ts';
import { useHelpOpen } from '../ui/help-switch.ts';
import { useScreen } from './known-screens.ts';

/** On the button for help: there is a first step that was not read yet. */
export function FirstUseDot() {
  const { isFirst, know } = useScreen();
  const isOpen = useHelpOpen();
  useEffect(() => {
    if (!isFirst) return undefined;
    addEventListener(succeeded, know);
    return () => removeEventListener(succeeded, know);
  });
  return isFirst && !isOpen ? <span className="help-dot" /> : null;
}
