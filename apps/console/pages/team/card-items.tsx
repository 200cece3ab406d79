import { Menu } from '@mantine/core';
import { client, type Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose, showNotice } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { FormDialog } from '../../ui/form.tsx';
import { Icon } from '../../ui/icon.tsx';
import { downloadDocument } from '../documents/download-document.ts';

interface OfMember {
  teamId: string;
  person: Schemas['PersonRef'];
}

/** A member's card: printed anew, or ended wherever it is. Either can be followed by a new one. */
export function CardItems({ teamId, person, onRevoke }: OfMember & { onRevoke: () => void }) {
  const i18n = useI18n();
  const { t } = i18n;
  const path = { teamId, personId: person.id };
  const take = () =>
    downloadDocument(`/teams/${teamId}/cards/${person.id}/file`, 'the-thanh-vien.pdf').then(
      (name) => showNotice(t('card.printed', { name })),
      (error: unknown) => showNotice(problemText(i18n, error), 'failed'),
    );
  const print = useCommand({
    send: (_: void, header) => client.POST('/teams/{teamId}/cards/{personId}', { params: { path, header } }),
    touches: teamPaths,
    done: () => void take(),
  });
  return (
    <>
      <Menu.Item leftSection={<Icon name="printer" size={16} />} onClick={() => print.mutate()}>
        {t('card.print')}
      </Menu.Item>
      <Menu.Item leftSection={<Icon name="ban" size={16} />} onClick={onRevoke}>
        {t('card.revoke')}
      </Menu.Item>
    </>
  );
}

/** Whoever shows it from now on is told apart: that is asked for once more. */
export function RevokeCardsModal({ teamId, person, onClose }: OfMember & { onClose: () => void }) {
  const { t } = useI18n();
  const revoke = useCommand({
    send: (_: void) =>
      client.DELETE('/teams/{teamId}/cards/{personId}', { params: { path: { teamId, personId: person.id } } }),
    touches: [],
    done: () => sayAndClose(t('card.revoked', { name: person.fullName }), onClose),
  });
  return (
    <FormDialog
      danger
      title={t('card.revokeTitle', { name: person.fullName })}
      label={t('card.revoke')}
      busy={revoke.isPending}
      onClose={onClose}
      onSubmit={() => revoke.mutate()}
    >
      <p>{t('card.revokeText')}</p>
    </FormDialog>
  );
}
