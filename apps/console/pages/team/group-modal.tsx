import { setGroup } from '#client/commands';
import { teamPaths } from '../../api/use-command.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { CommandForm } from '../../ui/command/command-form.tsx';
import type { Team } from './team.ts';

const channels = ['zalo', 'telegram', 'other'] as const;

/** Registers the team's chat group; the server checks the name against the template of the date. */
export function GroupModal({ team, onClose }: { team: Team; onClose: () => void }) {
  const { t } = useI18n();
  const { name, proposed, link } = team.group;
  return (
    <CommandForm
      route={setGroup}
      path={{ teamId: team.id }}
      touches={teamPaths}
      title={t('group.register')}
      start={{ channel: 'zalo', name: name ?? proposed, link: link ?? '' }}
      fields={{
        channel: {
          as: 'choice',
          label: t('group.channel'),
          options: channels.map((value) => ({ value, label: t(`group.channel.${value}`) })),
          required: false,
        },
        name: { as: 'text', label: t('group.name'), description: t('group.template', { name: proposed }) },
        link: { as: 'text', label: t('group.link'), type: 'url' },
      }}
      label={t('act.save')}
      said={({ state }) => t(`group.line.${state}`)}
      onClose={onClose}
    />
  );
}
