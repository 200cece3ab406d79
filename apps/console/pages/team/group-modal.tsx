import { useState } from 'react';
import { client } from '../../api/client.ts';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { sayAndClose } from '../../frame/undo.tsx';
import { Choice, FormDialog, TextField } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Team } from './team.ts';

const channels = ['zalo', 'telegram', 'other'] as const;

/** Registers the team's chat group; the server checks the name against the template of the date. */
export function GroupModal({ team, onClose }: { team: Team; onClose: () => void }) {
  const { t } = useI18n();
  const [channel, setChannel] = useState<(typeof channels)[number]>('zalo');
  const [name, setName] = useState(team.group.name ?? team.group.proposed);
  const [link, setLink] = useState(team.group.link ?? '');
  const save = useCommand({
    send: (_: void, header) =>
      client.PUT('/teams/{teamId}/group', {
        params: { path: { teamId: team.id }, header },
        body: { channel, name: name.trim(), ...(link.trim() && { link: link.trim() }) },
      }),
    touches: teamPaths,
    done: (state) => sayAndClose(t(`group.line.${state.state}`), onClose),
  });
  const submit = () => save.mutate();
  return (
    <FormDialog
      onClose={onClose}
      title={t('group.register')}
      label={t('act.save')}
      busy={save.isPending}
      onSubmit={submit}
    >
      <Choice
        label={t('group.channel')}
        options={channels.map((each) => ({ value: each, label: t(`group.channel.${each}`) }))}
        value={channel}
        onChange={(each) => setChannel(each)}
      />
      <TextField
        label={t('group.name')}
        description={t('group.template', { name: team.group.proposed })}
        required
        value={name}
        onChange={setName}
      />
      <TextField label={t('group.link')} type="url" value={link} onChange={setLink} />
    </FormDialog>
  );
}
