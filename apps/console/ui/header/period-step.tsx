import { Icon } from '../icon.tsx';

interface Props {
  /** The period that is looked at, in words. */
  label: string;
  before: string;
  after: string;
  onBefore?: (() => void) | undefined;
  onAfter?: (() => void) | undefined;
}

/** One period back, one on; an end has no way further. */
export function PeriodStep({ label, before, after, onBefore, onAfter }: Props) {
  return (
    <span className="period-step">
      <button type="button" aria-label={before} title={before} disabled={!onBefore} onClick={onBefore}>
        <Icon name="chevron-left" size={18} />
      </button>
      <b className="num" aria-live="polite">
        {label}
      </b>
      <button type="button" aria-label={after} title={after} disabled={!onAfter} onClick={onAfter}>
        <Icon name="chevron-right" size={18} />
      </button>
    </span>
  );
}
