import { formatDate, formatMoment } from '#i18n';
import { placeInside } from '#i18n/places';
import { useI18n } from '../../i18n/i18n.tsx';
import { Chip } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import type { CourseEvent, Step, Version } from './course.ts';

function useStepText(): (step: Step) => string {
  const { t } = useI18n();
  return (step) => {
    switch (step.what) {
      case 'begin':
        return step.parent ? t('units.course.begin', { parent: placeInside(step.parent) }) : t('units.course.beginTop');
      case 'revoked':
        return t('units.course.revoked');
      case 'took':
        return t('units.course.took', { n: step.names.length, names: nameList(t, step.names) });
      case 'end':
        return step.names.length > 0
          ? t('units.course.endInto', { names: nameList(t, step.names.map(placeInside)) })
          : t('units.course.end');
      case 'parent':
        return t('units.course.parent', { from: placeInside(step.from), to: placeInside(step.to) });
      default:
        return t(`units.course.${step.what}`, { from: step.from, to: step.to });
    }
  };
}

function CorrectLink({ line, onCorrect }: { line: Version; onCorrect: (line: Version) => void }) {
  const { t } = useI18n();
  return (
    <button type="button" className="strong-link" onClick={() => onCorrect(line)}>
      {t('units.correct')}
    </button>
  );
}

/** The newest first; what has not come stands on top, and can be taken back. */
export function CourseList({
  events,
  onRevoke,
  onCorrect,
}: {
  events: readonly CourseEvent[];
  onRevoke: ((event: CourseEvent) => void) | undefined;
  onCorrect: ((line: Version) => void) | undefined;
}) {
  const { t, lang } = useI18n();
  const text = useStepText();
  const made = ({ name, at, how, reason }: CourseEvent['made'][number]) => {
    const by = t(`units.course.${how}`, { name, at: formatMoment(at, Date.now(), lang) });
    return reason ? t('units.course.why', { made: by, reason }) : by;
  };
  return (
    <ol className="course">
      {events.map((event) => (
        <li key={event.on} data-ahead={event.ahead || undefined}>
          <b>
            <span className="num">{formatDate(event.on, lang, { withYear: true })}</span> ·{' '}
            {event.steps.map(text).join('; ')}
          </b>
          {event.ahead && (
            <Chip tone="doing" icon="clock">
              {t('units.ahead')}
            </Chip>
          )}
          <span className="caption">
            {[event.basis ?? t('units.course.noBasis'), event.ahead && t('units.course.notYet')]
              .filter(Boolean)
              .join(' · ')}
          </span>
          {event.made.length > 0 && <span className="caption">{event.made.map((one) => made(one)).join('; ')}</span>}
          <span className="course-acts">
            {event.ahead && onRevoke && (
              <button type="button" className="strong-link" onClick={() => onRevoke(event)}>
                {t('units.revoke')}
              </button>
            )}
            {event.line && onCorrect && <CorrectLink line={event.line} onCorrect={onCorrect} />}
          </span>
        </li>
      ))}
    </ol>
  );
}
