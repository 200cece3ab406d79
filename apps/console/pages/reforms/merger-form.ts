/** A merger as it is being typed, and what it would do: asked again when the typing rests. */
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { keepPreviousData } from '@tanstack/react-query';
import { api, type Schemas } from '../../api/client.ts';
import type { Tone } from '../../ui/layout.tsx';
import type { IconName } from '../../ui/icon.tsx';

export type Reform = Schemas['Reorganisation'];
export type Rehearsal = Schemas['MergerRehearsal'];
export type Person = Rehearsal['people'][number];

export interface MergerForm {
  one: string | null;
  two: string | null;
  name: string;
  onDate: string;
  directiveId: string | null;
  leaderId: string | null;
  leavingIds: readonly string[];
}

export const stateLooks: Record<Reform['state'], { tone: Tone; icon: IconName }> = {
  draft: { tone: 'mute', icon: 'pencil' },
  scheduled: { tone: 'doing', icon: 'clock' },
  applied: { tone: 'done', icon: 'check' },
  revoked: { tone: 'mute', icon: 'circle-off' },
};

/** Its day has come and something stands against it. */
export function isWaiting({ state, onDate }: Pick<Reform, 'state' | 'onDate'>, today: string): boolean {
  return state === 'scheduled' && onDate <= today;
}

/** "Thôn Tân Minh", with the kind of the first hamlet unless it was typed too. */
export function newHamletName(type: string, typed: string): string {
  const name = typed.trim();
  const has = name.toLowerCase().startsWith(`${type.toLowerCase()} `);
  return has || !name ? name : `${type.charAt(0).toUpperCase()}${type.slice(1)} ${name}`;
}

/** Hamlets change with a month. */
export function nextMonth(today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number);
  return month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
}

export function formOf(reform: Reform): MergerForm | null {
  if (!reform.merger) return null;
  const { hamlets, name, leaderId, leavingIds } = reform.merger;
  return {
    one: hamlets[0]?.id ?? null,
    two: hamlets[1]?.id ?? null,
    name,
    onDate: reform.onDate,
    directiveId: reform.directive?.id ?? null,
    leaderId,
    leavingIds,
  };
}

/** Who stands to be chosen: the leaders of both teams, and whoever was chosen beside them. */
export function leadersOf(people: readonly Person[], leaderId: string | null): Person[] {
  return people.filter(({ person, was }) => person.id === leaderId || was.some(({ role }) => role === 'leader'));
}

const path = '/units/{unitId}/hamlet-merger';

export function useRehearsal(unitId: string, form: MergerForm, reorganisationId: string | null, enabled: boolean) {
  const [asked] = useDebouncedValue(form, 300);
  const { one, two, name, onDate, leaderId, directiveId } = asked;
  return api.useQuery(
    'get',
    path,
    {
      params: {
        path: { unitId },
        query: {
          hamletIds: `${one},${two}`,
          onDate,
          ...(name.trim() && { name: name.trim() }),
          ...(leaderId && { leaderId }),
          ...(directiveId && { directiveId }),
          ...(reorganisationId && { reorganisationId }),
        },
      },
    },
    { enabled: enabled && one !== null && two !== null, placeholderData: keepPreviousData },
  );
}

export function useForm<F = MergerForm>(start: F) {
  const [form, setForm] = useState(start);
  const [changed, setChanged] = useState(false);
  return {
    form,
    changed,
    set: (part: Partial<F>) => {
      setChanged(true);
      setForm((now) => ({ ...now, ...part }));
    },
    settled: () => setChanged(false),
  };
}
