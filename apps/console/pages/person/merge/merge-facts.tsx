import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/layout.tsx';
import { placeLines, useSideNote } from './side-words.ts';
import type { Preview, Side } from './use-merge.ts';

function SideCard({ side, stays }: { side: Side; stays: boolean }) {
  const { t } = useI18n();
  const note = useSideNote();
  const lines = placeLines(side);
  return (
    <section className="merge-side" data-stays={stays || undefined}>
      <span className="caption">{t(stays ? 'merge.keeps' : 'merge.joins')}</span>
      <b>{side.person.fullName}</b>
      {(lines.length > 0 ? lines : [t('merge.noPlace')]).map((line) => (
        <span key={line}>{line}</span>
      ))}
      <span className="caption">{note(side)}</span>
    </section>
  );
}

/** The two beside each other; which of them stays can be turned round. */
export function Sides({ seen, onSwap }: { seen: Preview; onSwap: () => void }) {
  const { t } = useI18n();
  return (
    <div className="merge-sides">
      <SideCard side={seen.survivor} stays />
      <SideCard side={seen.absorbed} stays={false} />
      <button type="button" className="link" onClick={onSwap}>
        <Icon name="arrows-exchange" size={16} /> {t('merge.swap')}
      </button>
    </div>
  );
}

function Conflicts({ conflicts }: Pick<Preview, 'conflicts'>) {
  const { t } = useI18n();
  if (conflicts.length === 0) return null;
  return (
    <section className="merge-list" aria-label={t('merge.both')}>
      <b>{t('merge.both')}</b>
      <ul>
        {conflicts.map(({ kind, label, blocks }) => (
          <li key={`${kind} ${label}`} className={blocks ? 'late' : undefined}>
            <Icon name={blocks ? 'alert-circle' : 'check'} size={16} />
            <span>{t(`merge.conflict.${kind}`, { label })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What goes where, before anything is done. */
export function WhatMerges({ seen }: { seen: Preview }) {
  const { t } = useI18n();
  const { goes, conflicts, sessions, anew } = seen;
  return (
    <>
      <section className="merge-list" aria-label={t('merge.goes')}>
        <b>{t('merge.goes')}</b>
        {goes.length === 0 ? (
          <p className="muted">{t('merge.goesNone')}</p>
        ) : (
          <ul className="merge-counts">
            {goes.map(({ kind, count }) => (
              <li key={kind}>{t(`merge.kind.${kind}`, { n: count })}</li>
            ))}
          </ul>
        )}
        <p className="caption">{t('merge.stays')}</p>
      </section>
      <Conflicts conflicts={conflicts} />
      {anew.length > 0 && (
        <Notice tone="doing" icon="lock">
          {t(anew.length > 1 ? 'merge.anew.both' : `merge.anew.${anew[0] ?? 'absorbed'}`)}
        </Notice>
      )}
      <p className="caption">
        {sessions > 0 && `${t('merge.sessions', { n: sessions })} `}
        {t('merge.told')}
      </p>
    </>
  );
}
