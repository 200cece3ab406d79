/** A day on which whoever sends a quick report asks how it went. */
import { addDays } from '#contracts/reporting/periods';
import { LONGEST_FOLLOW_UP_DAYS } from '#contracts/tasks/advice';
import { today } from '../model/clock.ts';
import './task/entry/entry-words.ts';
import { t } from '../model/words/words.ts';
import { Field } from '../ui/fields.tsx';

export const isBadFollowUp = (day: string | undefined): boolean =>
  Boolean(day) && (day! < today() || day! > addDays(today(), LONGEST_FOLLOW_UP_DAYS));

export const QuickFollowUp = ({ value, onInput }: { value: string; onInput: (day: string) => void }) => (
  <Field
    kind="date"
    optional
    label={t('followUp.label')}
    hint={t('followUp.hint')}
    value={value}
    min={today()}
    onInput={onInput}
    error={isBadFollowUp(value) ? t('followUp.bad') : undefined}
  />
);
