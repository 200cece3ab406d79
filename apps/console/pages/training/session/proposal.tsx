import { Button } from '@mantine/core';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Notice } from '../../../ui/layout.tsx';
import type { SessionDetail, SessionRow } from '../looks.ts';
import { sessionPaths } from '../use-sessions.ts';
import { whenText } from '../words.ts';

/** "Nhắc xã", once a day at most; the server says when it was too soon. */
export function Remind({ session }: { session: Pick<SessionRow, 'id' | 'commune'> }) {
  const { t } = useI18n();
  const remind = useCommand({
    send: (_: void, header) =>
      client.POST('/training/sessions/{sessionId}/nudge', { params: { path: { sessionId: session.id }, header } }),
    touches: sessionPaths,
    done: () => showNotice(t('train.open.remindDone', { commune: session.commune.fullName })),
  });
  return (
    <Button
      variant="default"
      leftSection={<Icon name="bell-ringing" size={16} />}
      loading={remind.isPending}
      onClick={() => remind.mutate()}
    >
      {t('train.open.remind')}
    </Button>
  );
}

function Take({ session }: { session: SessionDetail }) {
  const { t } = useI18n();
  const take = useCommand({
    send: (_: void, header) =>
      client.POST('/training/sessions/{sessionId}/proposal/accept', {
        params: { path: { sessionId: session.id }, header },
      }),
    touches: sessionPaths,
    done: () => showNotice(t('train.open.taken')),
  });
  return (
    <Button size="xs" loading={take.isPending} onClick={() => take.mutate()}>
      {t('train.open.take')}
    </Button>
  );
}

/** What the commune asks for instead, and the one press that takes it. */
export function Proposal({ session }: { session: SessionDetail }) {
  const { t, lang } = useI18n();
  const { proposal, state, place } = session;
  if (state !== 'changes_asked' || !proposal) return null;
  const elsewhere = proposal.place && proposal.place !== place;
  return (
    <Notice tone="doing" icon="arrows-exchange" action={session.may.change && <Take session={session} />}>
      {t('train.open.wants', {
        when: whenText(t, lang, proposal),
        place: elsewhere ? t('train.open.wantsPlace', { place: proposal.place ?? '' }) : '',
        note: proposal.note,
      })}
    </Notice>
  );
}
