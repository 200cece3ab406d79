/** What the commune said of work that it gave back, and what of it stays as it is. */
import type { ProgressEntry, TaskDetail } from '#client';
import { apiOrigin } from '../../model/api.ts';
import type { ShownTask } from '../../model/queue/overlay.ts';
import { due, momentText, t, tidy } from '../../model/words/words.ts';
import { StatusChip } from '../../ui/more-parts.tsx';
import { Ask } from './entry/ask-fields.tsx';

export function ReturnedHead({ task }: { task: ShownTask<TaskDetail> }) {
  const { returned } = task;
  const reasons = (returned?.reasons ?? []).filter((reason) => reason !== 'other' || !returned?.comment);
  return (
    <section class="head">
      <p class="head-line">
        <StatusChip state="returned" />
        <span class="muted">{t('fix.until', { deadline: due(task.dueOn, 'short') })}</span>
      </p>
      <h2 class="title">{tidy(task.title)}</h2>
      {returned && (
        <>
          <p class="returned-why">
            {reasons.length > 0 && <b>{reasons.map((reason) => t(`return.${reason}`)).join(', ')}</b>}
            {returned.comment && <span>“{tidy(returned.comment)}”</span>}
          </p>
          <p class="muted small">
            {[returned.by.fullName, returned.by.position, momentText(returned.at)].filter(Boolean).join(', ')}
          </p>
        </>
      )}
    </section>
  );
}

/** The commune has them: they are not sent again. */
export function SentPhotos({ entry }: { entry: ProgressEntry }) {
  if (entry.photos.length === 0) return null;
  return (
    <Ask field="sent-photos" title={t('fix.photos')} need={t('fix.keep')} missing={[]}>
      <div class="card rows">
        {entry.photos.map((photo, i) => (
          <div class="row still" key={photo.id}>
            <img class="thumb" src={new URL(photo.url, apiOrigin).href} alt="" loading="lazy" />
            <span class="grow">
              <b>{t('photo.number', { n: i + 1 })}</b>
              <span class="muted">{t('fix.hasIt')}</span>
            </span>
          </div>
        ))}
      </div>
    </Ask>
  );
}
