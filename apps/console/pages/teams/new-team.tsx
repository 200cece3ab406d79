import { Button, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { client } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useCommand } from '../../api/use-command.ts';
import { FormFoot } from '../../ui/form.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useHamletsWithoutTeam } from '../../api/use-teams.ts';
import { dialogHead } from '../../ui/dialog-head.ts';
import { PageModal } from '../../ui/dialogs/page-modal.tsx';
import { MainWords } from '../../ui/header/page-header.tsx';

/** Sets up a draft team for one hamlet and opens its page, where people and decision are added. */
export function useCreateTeam() {
  const { me } = useIdentity();
  const navigate = useNavigate();
  return useCommand({
    send: (unitId: string, header) =>
      client.POST('/units/{unitId}/teams', { params: { path: { unitId }, header }, body: { from: me.today } }),
    touches: ['/units/{unitId}/teams'],
    done: (team) => void navigate({ to: '/teams/$teamId', params: { teamId: team.id } }),
  });
}

export function NewTeamModal({
  unitId: below,
  opened,
  onClose,
}: {
  unitId: string;
  opened: boolean;
  onClose: () => void;
}) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const [picked, setUnitId] = useState<string | null>(null);
  const [q] = useDebouncedValue(typed, 200);
  const { data } = useHamletsWithoutTeam(below, { q, enabled: opened });
  const hamlets = data?.items.filter((unit) => !unit.draftTeamId) ?? [];
  const unitId = picked ?? hamlets[0]?.id ?? null;
  const create = useCreateTeam();
  return (
    <PageModal
      attributes={dialogHead}
      opened={opened}
      onClose={onClose}
      title={t('teams.new')}
      closeButtonProps={{ 'aria-label': t('act.close') }}
    >
      <div className="form">
        <Select
          label={t('teams.newFor')}
          description={t('teams.newNote')}
          data={hamlets.map((unit) => ({ value: unit.id, label: unit.fullName }))}
          value={unitId}
          onChange={setUnitId}
          searchable
          onSearchChange={setTyped}
          filter={({ options }) => options}
          allowDeselect={false}
        />
        <FormFoot
          label={t('teams.newDraft')}
          onCancel={onClose}
          onAct={() => unitId && create.mutate(unitId)}
          busy={create.isPending}
          disabled={!unitId}
        />
      </div>
    </PageModal>
  );
}

export function NewTeamButton({ unitId }: { unitId: string }) {
  const { t } = useI18n();
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button leftSection={<Icon name="plus" />} onClick={() => setOpened(true)}>
        <MainWords long={t('teams.new')} short={t('teams.newShort')} />
      </Button>
      <NewTeamModal unitId={unitId} opened={opened} onClose={() => setOpened(false)} />
    </>
  );
}
