import { Button, Menu } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import '../../../i18n/tasks/order-change-words.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Assignment } from './use-change.ts';

const ChangeDialog = lazy(() => import('./change-dialog.tsx').then((module) => ({ default: module.ChangeDialog })));

/** What the office that issued the order may change of it. */
export function ChangeActs({ assignment }: { assignment: Assignment }) {
  const { t } = useI18n();
  const [open, setOpen] = useState<'change' | 'extend' | null>(null);
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button variant="default" rightSection={<Icon name="chevron-down" size={16} />}>
            {t('change.act')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => setOpen('change')}>{t('change.title')}</Menu.Item>
          <Menu.Item onClick={() => setOpen('extend')}>{t('change.extend')}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {open && (
        <Suspense>
          <ChangeDialog assignment={assignment} extend={open === 'extend'} onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
