import { makeGroup } from '#client/commands';
import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../notices/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import { Dialog, FormFoot } from '../../ui/form.tsx';
import type { GroupRow } from './groups.ts';
import { groupPaths } from './use-groups.ts';

interface ModalProps {
  row: GroupRow;
  onClose: () => void;
}

export function UnlinkGroup({ row, onClose }: ModalProps) {
  const { t } = useI18n();
  const unlink = useCommand({
    send: (_: void) =>
      client.DELETE('/teams/{teamId}/group-chat', { params: { path: { teamId: row.team?.id ?? '' } } }),
    touches: groupPaths,
    done: () => sayAndClose(t('groups.unlinked'), onClose),
  });
  const foot = { label: t('groups.unlink'), busy: unlink.isPending, danger: true };
  return (
    <Dialog title={t('groups.unlinkTitle', { name: row.team?.name ?? '' })} onClose={onClose}>
      <p>{t('groups.unlinkText')}</p>
      <FormFoot {...foot} onCancel={onClose} onAct={() => unlink.mutate()} />
    </Dialog>
  );
}

/** Spends a paid seat, so it asks first and names the group. */
export function MakeGroup({ row, assetId, onClose }: ModalProps & { assetId: string }) {
  const { t } = useI18n();
  return (
    <CommandForm
      route={makeGroup}
      path={{ teamId: row.team?.id ?? '' }}
      touches={groupPaths}
      title={t('groups.makeTitle', { name: row.team?.name ?? '' })}
      text={<p>{t('groups.makeText', { name: row.proposedShort })}</p>}
      body={{ assetId }}
      label={t('groups.make')}
      said={({ name }) => t('groups.made', { name })}
      onClose={onClose}
    />
  );
}
