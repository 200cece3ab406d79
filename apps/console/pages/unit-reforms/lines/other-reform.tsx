import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { client } from '../../../api/client.ts';
import { useCommand } from '../../../api/use-command.ts';
import { showNotice } from '../../../notices/undo.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { type Finding, type Reform, reformPaths } from '../reform-looks.ts';

/** Another reform stands in the way: one of a commune's hamlets is taken back from here, one of communes is opened. */
export function OtherReform({ reform, params }: { reform: Reform; params: Finding['params'] }) {
  const { t } = useI18n();
  const [otherId, title] = [String(params['id']), String(params['title'])];
  const clear = useCommand({
    send: (_: void, header) =>
      client.POST('/reforms/{reformId}/obstacles/{reorganisationId}/clear', {
        params: { path: { reformId: reform.id, reorganisationId: otherId }, header },
      }),
    touches: reformPaths,
    done: () => showNotice(t('ur.cleared', { title })),
  });
  if (params['reach'] !== 'hamlets')
    return (
      <Link className="link" to="/unit-reforms/$reformId" params={{ reformId: otherId }} search={{ tab: 'schedule' }}>
        {t('ur.openOther')}
      </Link>
    );
  return (
    <Button size="xs" variant="default" loading={clear.isPending} onClick={() => clear.mutate()}>
      {t('ur.clear')}
    </Button>
  );
}
