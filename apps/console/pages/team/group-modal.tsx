import { Select } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { client } from '../../api/client.ts';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
import { Dialog, FormFoot, TextField } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import type { Team } from './team-page.tsx';

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
    done: (state) => {
      showNotice(t(`group.line.${state.state}`));
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Dialog onClose={onClose} title={t('group.register')}>
      <form className="form" onSubmit={submit}>
        <Select
          label={t('group.channel')}
          allowDeselect={false}
          data={channels.map((each) => ({ value: each, label: t(`group.channel.${each}`) }))}
          value={channel}
          onChange={(each) => each && setChannel(each as typeof channel)}
        />
        <TextField
          label={t('group.name')}
          description={t('group.template', { name: team.group.proposed })}
          required
          value={name}
          onChange={setName}
        />
        <TextField label={t('group.link')} type="url" value={link} onChange={setLink} />
        <FormFoot label={t('act.save')} onCancel={onClose} busy={save.isPending} />
      </form>
    </Dialog>
  );
}
