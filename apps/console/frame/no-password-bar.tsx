import { Button } from '@mantine/core';
import { api } from '../api/client.ts';
import { useI18n } from '../i18n/i18n.tsx';
import { Notice } from '../ui/layout.tsx';
import { FIRST_PASSWORD } from './first-password-address.ts';

/** Whoever put the password off; not where the agency's account opens the door. */
export function NoPasswordBar() {
  const { t } = useI18n();
  const ways = api.useQuery('get', '/session/ways', {}, { staleTime: Number.POSITIVE_INFINITY });
  if (!ways.data || ways.data.agency) return null;
  const set = (
    <Button size="xs" variant="default" component="a" href={FIRST_PASSWORD}>
      {t('first.set')}
    </Button>
  );
  return (
    <Notice tone="doing" icon="lock" action={set}>
      {t('first.none')}
    </Notice>
  );
}
