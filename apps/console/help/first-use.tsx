/** What a screen is for, and its first step until something was done there for the first time or its help was read. */
import { useEffect, useState } from 'react';
import { useI18n } from '../i18n/i18n.tsx';
import { useSaidHint } from '../ui/help-switch.ts';
import './first-use.css';
import { HelpText } from './help-entry.tsx';
import { useScreen } from './known-screens.ts';
import { useTaskWords } from './use-help.ts';

/** The head of the help: what the page is for; the first time its first step too. */
export function FirstUse() {
  const { t } = useI18n();
  const { path, task, isFirst, know } = useScreen();
  const hint = useSaidHint();
  const wordsOf = useTaskWords();
  // Read now, it stays until the screen changes.
  const [first, setFirst] = useState<string>();
  useEffect(() => {
    if (!isFirst) return;
    setFirst(path);
    know();
  }, [isFirst]);
  const line = first === path && task ? wordsOf(task.id).lines[0] : undefined;
  if (!line && !hint) return null;
  return (
    <section className="first-use">
      {line && <h3>{t('help.firstHere')}</h3>}
      {hint && <p>{hint}</p>}
      {line && (
        <p>
          <HelpText line={line} />
        </p>
      )}
    </section>
  );
}
