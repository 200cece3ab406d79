import { Suspense, useState } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { later } from '../../../i18n/screens.ts';
import type { Assignment } from './use-change.ts';
import { HeaderAct } from '../../../ui/header/header-menu.tsx';

const ChangeDialog = later(() => import('./change-dialog.tsx'), 'ChangeDialog');

/** What the office that issued the order may change of it. */
export function ChangeActs({ assignment }: { assignment: Assignment }) {
  const { t } = useI18n();
  const [open, setOpen] = useState<'change' | 'extend' | null>(null);
  return (
    <>
      <HeaderAct icon="pencil" onClick={() => setOpen('change')}>
        {t('change.title')}
      </HeaderAct>
      <HeaderAct icon="calendar" onClick={() => setOpen('extend')}>
        {t('change.extend')}
      </HeaderAct>
      {open && (
        <Suspense>
          <ChangeDialog assignment={assignment} extend={open === 'extend'} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
