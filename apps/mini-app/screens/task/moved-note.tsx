/** The team's commune is another one since the order was given: who confirms now, and why. */
import type { TaskDetail } from '#client';
import { formatDate } from '#i18n/dates';
import { insideSentence } from '../../model/session.ts';
import { lang, t, tidy } from '../../model/words.ts';
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
