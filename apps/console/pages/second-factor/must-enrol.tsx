/** A rule asks this person for a second factor: nothing else is open until there is one. */
import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client.ts';
import type { Me } from '../../api/me.tsx';
import { Emblem } from '../../frame/emblem.tsx';
import { signOut } from '../../frame/header.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Failed, Loading } from '../../ui/states.tsx';
import { Enrolment } from './enrolment.tsx';

export function MustEnrol({ me, onDone }: { me: Me; onDone: () => void }) {
  const { t } = useI18n();
  const begun = useQuery({
    queryKey: ['second-factor', me.session.id],
    queryFn: async () => {
      const { data, error } = await client.POST('/me/second-factor');
      if (!data) throw error;
      return data;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  });
  return (
    <main className="must-enrol">
      <header className="no-print">
        <Emblem size={40} />
        <div>
          <h1>{t('factor.mustTitle')}</h1>
          <p className="muted">{t('factor.mustText', { name: me.person.fullName })}</p>
        </div>
      </header>
      {begun.data && (
        <Enrolment secret={begun.data} backLabel={t('frame.signOut')} onBack={() => void signOut()} onDone={onDone} />
      )}
      {begun.isPending && <Loading rows={4} />}
      {begun.error && (
        <>
          <Failed error={begun.error} refetch={begun.refetch} />
          <Button variant="default" onClick={() => void signOut()}>
            {t('frame.signOut')}
          </Button>
        </>
      )}
    </main>
  );
}
