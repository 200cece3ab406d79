/** The team's commune is another one since the order was given: who confirms now, and why. */
import type { TaskDetail } from '#client';
import { dateInVietnam, formatDate } from '#i18n/dates';
import { insideSentence } from '../../model/sign-in/session.ts';
import { lang, t, tidy } from '../../model/words/words.ts';
import { Icon } from '../../ui/icon.tsx';
import { BottomSheet } from '../../ui/sheet.tsx';

type Moved = NonNullable<TaskDetail['moved']>;
const dayOf = ({ on }: Moved): string => formatDate(on, lang.value, { withYear: true });

/** Whoever gave the order is named: the former commune, or an office above it. */
function whatHappened(moved: Moved): string {
  const { from, to, ended, issued } = moved;
  const id = ended ? (issued ? 'task.moved.issuer' : 'task.moved.ended') : 'task.moved.hamlet';
  return t(id, { from: from.fullName, to: insideSentence(to.fullName), day: dayOf(moved) });
}

export function MovedNote({ moved, onWhy }: { moved: Moved; onWhy: () => void }) {
  return (
    <div class="moved-note">
      <Icon name="swap" />
      <p>
        <b>{t('task.moved', { unit: insideSentence(moved.to.fullName) })}</b>
        <span>
          {tidy(whatHappened(moved))} {t('task.moved.kept')}
        </span>
        <button type="button" class="link" onClick={onWhy}>
          {t('task.moved.why')}
        </button>
      </p>
    </div>
  );
}

/** What each of the two has seen of the work; undefined where the former commune has confirmed nothing. */
export function seenBy({ moved, entries }: Pick<TaskDetail, 'moved' | 'entries'>): string | undefined {
  if (!moved) return undefined;
  const own = entries.filter(({ correctedById }) => !correctedById);
  const [before, after] = [true, false].map((isBefore) =>
    own.reduce((sum, { confirmedAt, confirmedValue }) => {
      const isIts = confirmedAt !== null && dateInVietnam(confirmedAt) < (moved.confirmsFrom ?? moved.on) === isBefore;
      return isIts ? sum + (confirmedValue ?? 0) : sum;
    }, 0),
  ) as [number, number];
  if (before === 0) return undefined;
  const all = own.reduce((sum, { value }) => sum + value, 0);
  const open = own.reduce((sum, { confirmedAt, value }) => (confirmedAt ? sum : sum + value), 0);
  const { from, to } = moved;
  const parts = [
    t('task.moved.seen', { unit: from.name, n: before }),
    ...(after > 0 ? [t('task.moved.seen', { unit: to.name, n: after })] : []),
    ...(open > 0 ? [t('task.moved.willSee', { unit: to.name, n: open })] : []),
  ];
  return tidy(t('task.moved.count', { n: all, parts: parts.join(', ') }));
}

export function MovedSheet({
  moved,
  onClose,
  actions,
}: {
  moved: Moved;
  onClose: () => void;
  actions: preact.ComponentChildren;
}) {
  const facts = [
    [t('task.moved.before'), moved.from.fullName],
    [t('task.moved.now'), moved.to.fullName],
    [t('task.moved.since'), dayOf(moved)],
    [t('task.basis'), moved.citation ?? moved.title],
  ];
  return (
    <BottomSheet title={t('task.moved.why')} onClose={onClose} actions={actions}>
      <dl class="moved-facts">
        {facts.map(
          ([label, value]) =>
            value && (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{tidy(value)}</dd>
              </div>
            ),
        )}
      </dl>
      <p class="muted">{t('task.moved.kept')}</p>
    </BottomSheet>
  );
}
