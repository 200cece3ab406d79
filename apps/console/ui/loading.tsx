/** That something is on its way; apart from the other states, which know the addresses. */
import { Skeleton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useI18n } from '../i18n/i18n.tsx';

const patience = 300;

/** Grey rows of the real height, but only when loading takes longer than a blink. */
export function Loading({ rows = 6 }: { rows?: number }) {
  const { t } = useI18n();
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className="loading" role="status" aria-label={t('state.loading')}>
      {late && Array.from({ length: rows }, (_, index) => <Skeleton key={index} height={28} radius="sm" />)}
    </div>
  );
}
