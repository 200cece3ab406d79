import { client } from '../../api/client.ts';
import { useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
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
  const make = useCommand({
    send: (_: void, header) =>
      client.POST('/teams/{teamId}/zalo-group', {
        params: { path: { teamId: row.team?.id ?? '' }, header },
        body: { assetId },
      }),
    touches: groupPaths,
    done: ({ name }) => sayAndClose(t('groups.made', { name }), onClose),
  });
  return (
    <Dialog title={t('groups.makeTitle', { name: row.team?.name ?? '' })} onClose={onClose}>
      <p>{t('groups.makeText', { name: row.proposedShort })}</p>
      <FormFoot label={t('groups.make')} busy={make.isPending} onCancel={onClose} onAct={() => make.mutate()} />
    </Dialog>
  );
}
