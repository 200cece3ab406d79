/** The end of what is loaded of a list that is no table: coming near it asks for the next page. */
import { useEffect, useRef } from 'react';
import { useI18n } from '../../i18n/i18n.tsx';

/** The next page is there before the reader is: a screen ahead. */
const ahead = '800px 0px';

/** @param more undefined at the end, and while a page is on its way */
export function MoreRows({ more, hasMore }: { more: (() => void) | undefined; hasMore: boolean }) {
  const { t } = useI18n();
  const mark = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = mark;
    if (!current || !more) return undefined;
    const watch = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) more();
      },
      { rootMargin: ahead },
    );
    watch.observe(current);
    return () => watch.disconnect();
  }, [more]);
  if (!hasMore) return null;
  return (
    <div ref={mark} className="dt-more-rows caption" role="status">
      {t('table.loadingMore')}
    </div>
  );
}
