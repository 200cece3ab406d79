import { Button, Modal, Select, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { client } from '../../api/client.ts';
import { teamPaths, useCommand } from '../../api/use-command.ts';
import { showNotice } from '../../frame/undo.tsx';
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
    <Modal opened onClose={onClose} title={t('group.register')} closeButtonProps={{ 'aria-label': t('act.close') }}>
      <form className="form" onSubmit={submit}>
        <Select
          label={t('group.channel')}
          allowDeselect={false}
          data={channels.map((each) => ({ value: each, label: t(`group.channel.${each}`) }))}
          value={channel}
          onChange={(each) => each && setChannel(each as typeof channel)}
        />
        <TextInput
          label={t('group.name')}
          description={t('group.template', { name: team.group.proposed })}
          required
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <TextInput
          label={t('group.link')}
          type="url"
          value={link}
          onChange={(event) => setLink(event.currentTarget.value)}
        />
        <div className="form-foot">
          <Button variant="default" onClick={onClose}>
            {t('act.cancel')}
          </Button>
          <Button type="submit" loading={save.isPending}>
            {t('act.save')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
