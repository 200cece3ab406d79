import { useI18n } from '../../i18n/i18n.tsx';
import { Notice } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import { type SendRequest, sizeText } from '../../ui/second/send-facts.ts';

const named = 8;

/** Whom it reaches now, or has reached, where that is not whom it would have reached when it was asked. */
export function ChangeCard({ request: { kind, places, change, outcome } }: { request: SendRequest }) {
  const { t } = useI18n();
  if (!change || (change.goneCount === 0 && change.addedCount === 0)) return null;
  const names = (of: { name: string }[], count: number) =>
    nameList(
      t,
      of.map(({ name }) => name),
      named,
      count,
    );
  const sizes = { size: sizeText(t, kind, change.places), before: sizeText(t, kind, places) };
  return (
    <Notice tone={change.places === 0 ? 'late' : 'new'} icon="refresh">
      <strong>{t(outcome === null ? 'second.now' : 'second.went', sizes)}</strong>
      {change.goneCount > 0 && <div>{t('second.gone', { names: names(change.gone, change.goneCount) })}</div>}
      {change.addedCount > 0 && <div>{t('second.added', { names: names(change.added, change.addedCount) })}</div>}
    </Notice>
  );
}
