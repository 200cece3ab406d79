import { Button, CopyButton, Popover } from '@mantine/core';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { TeamRow } from '../../api/team-filters.ts';

/** Whether the team's chat group is named by the template; a wrong name opens both names and a copy button. */
export function GroupCell({ team }: { team: TeamRow }) {
  const { t } = useI18n();
  const { state, name, proposed } = team.group;
  if (state === 'right')
    return (
      <span className="good">
        <Icon name="check" size={16} /> {t('group.right')}
      </span>
    );
  return (
    <Popover width={320} position="bottom-start" trapFocus>
      <Popover.Target>
        <button type="button" className={`link ${state === 'wrong' ? 'warn' : 'late'}`}>
          <Icon name={state === 'wrong' ? 'pencil' : 'circle-off'} size={16} /> {t(`group.${state}`)}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className="form">
          {name && (
            <div>
              <span className="caption">{t('group.current')}</span>
              <div>{name}</div>
            </div>
          )}
          <div>
            <span className="caption">{t('group.proposed')}</span>
            <div>
              <b>{proposed}</b>
            </div>
          </div>
          <CopyButton value={proposed}>
            {({ copied, copy }) => (
              <Button
                size="xs"
                variant="default"
                leftSection={<Icon name={copied ? 'check' : 'copy'} size={16} />}
                onClick={copy}
              >
                {copied ? t('act.copied') : t('group.copyName')}
              </Button>
            )}
          </CopyButton>
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
