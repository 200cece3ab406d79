import { formatDate } from '#i18n';
import { ruleText } from '#i18n/rule-text';
import { useI18n } from '../../i18n/i18n.tsx';
import type { RuleSpan, RuleValue } from './rule-kinds.ts';

interface LineProps {
  now: RuleSpan | null;
  /** What is to hold, and from when. */
  next: { value: RuleValue; from: string } | null;
  /** The day that is looked at, when it is not today. */
  at: string | undefined;
}

/** What holds until today and what comes, as a line; the history says the same in words. */
export function RuleLine({ now, next, at }: LineProps) {
  const { t, lang } = useI18n();
  const written = (day: string) => t('rules.from', { day: formatDate(day, lang, { withYear: true }) });
  return (
    <div className="rule-line" aria-hidden="true" data-now={now ? true : undefined} data-next={next ? true : undefined}>
      <span className="rule-line-now num">{now ? ruleText(t, lang, now.value) : t('rules.v.none')}</span>
      <span className="rule-line-today">{at ? formatDate(at, lang, { withYear: true }) : t('rules.now')}</span>
      {next && <span className="rule-line-next num">{ruleText(t, lang, next.value)}</span>}
      <span className="rule-track">
        <i className="rule-done" />
        <i className="rule-tick" />
        <i className="rule-coming" />
      </span>
      <span className="rule-line-from num">{now && written(now.from)}</span>
      {next && <span className="rule-line-to num">{written(next.from)}</span>}
    </div>
  );
}
