import '@mantine/core/styles/Pill.css';
import '@mantine/core/styles/PillsInput.css';
import { MultiSelect } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMemo, useState } from 'react';
import { api } from '../../../api/client.ts';
import { useIdentity } from '../../../api/me.tsx';
import { useI18n } from '../../../i18n/i18n.tsx';
import { useTeams } from '../../../api/use-teams.ts';

export interface Picked {
  id: string;
  name: string;
}
interface PickerProps {
  label: string;
  description?: string | undefined;
  picked: readonly Picked[];
  onPick: (picked: Picked[]) => void;
}
const calmMs = 250;
const shown = 30;

/** Teams by name; what the server finds, and what is chosen already. */
function Picker({
  found,
  text,
  onText,
  ...props
}: PickerProps & { found: readonly Picked[]; text: string; onText: (text: string) => void }) {
  const { t } = useI18n();
  const { picked, onPick } = props;
  const known = useMemo(() => new Map([...picked, ...found].map((team) => [team.id, team])), [picked, found]);
  const data = [...known.values()].map(({ id, name }) => ({ value: id, label: name }));
  return (
    <MultiSelect
      label={props.label}
      description={props.description}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      placeholder={picked.length === 0 ? t('change.pick') : ''}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': t('act.clear') }}
      nothingFoundMessage={t('change.noTeam')}
      // What the server found matches by other rules than the letters.
      filter={({ options }) => options}
      searchValue={text}
      onSearchChange={onText}
      data={data}
      value={picked.map(({ id }) => id)}
      onChange={(ids) => onPick(ids.flatMap((id) => known.get(id) ?? []))}
    />
  );
}

/** Active teams of the unit; those that have the order are refused by name. */
export function AddTeams(props: PickerProps) {
  const { post, commune } = useIdentity();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), calmMs);
  const { rows } = useTeams(post.unit.id, { filter: 'active', ...(q && { q }) }, { limit: shown });
  const found = rows.map(({ id, hamlet, commune: place }) => ({
    id,
    name: commune ? hamlet.fullName : `${hamlet.fullName}, ${place.name}`,
  }));
  return <Picker {...props} found={found} text={text} onText={setText} />;
}

/** Teams that have the order and have not handed it in. */
export function OrderTeams({ assignmentId, ...props }: PickerProps & { assignmentId: string }) {
  const { commune } = useIdentity();
  const [text, setText] = useState('');
  const [q] = useDebouncedValue(text.trim(), calmMs);
  const { data } = api.useQuery('get', '/assignments/{assignmentId}/tasks', {
    params: { path: { assignmentId }, query: { sort: 'state', limit: shown, ...(q && { q }) } },
  });
  const found = (data?.items ?? [])
    .filter(({ state }) => ['assigned', 'accepted', 'declined', 'returned'].includes(state))
    .map(({ team, commune: place }) => ({ id: team.id, name: commune ? team.name : `${team.name}, ${place.name}` }));
  return <Picker {...props} found={found} text={text} onText={setText} />;
}
