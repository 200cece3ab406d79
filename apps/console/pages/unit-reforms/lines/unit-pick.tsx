import { type OptionsFilter, Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData } from '@tanstack/react-query';
import { type Ref, useState } from 'react';
import { addDays } from '#i18n';
import { finds } from '#i18n/spoken';
import { api, type Schemas } from '../../../api/client.ts';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { Found } from './line-form.ts';
import type { Reform } from '../reform-looks.ts';

type Kind = Schemas['UnitRef']['kind'];

const asTheyCome: OptionsFilter = ({ options }) => options;
/** What is typed without marks is found in what is written with them. */
export const foldedFilter: OptionsFilter = ({ options, search }) => {
  const isFound = finds(search);
  return options.flatMap((option): typeof options => {
    if (!('group' in option)) return isFound(String(option.label)) ? [option] : [];
    const items = option.items.filter(({ label }) => isFound(String(label)));
    return items.length > 0 ? [{ ...option, items }] : [];
  });
};

/** Found by what is typed, below the reform's unit, as it stands on the day before. */
function useFound(reform: Reform, kinds: readonly Kind[], label: string | undefined) {
  const [typed, setTyped] = useState('');
  const [asked] = useDebouncedValue(typed === label ? '' : typed.trim(), 250);
  const at = addDays(reform.onDate, -1);
  const query = api.useQuery(
    'get',
    '/units',
    { params: { query: { q: asked, under: reform.unit.id, at, limit: 50 } } },
    { enabled: asked !== '', placeholderData: keepPreviousData },
  );
  const units = (asked === '' ? [] : (query.data?.items ?? [])).filter(
    ({ kind, validTo }) => kinds.includes(kind) && !(validTo && validTo <= at),
  );
  return {
    isAsked: asked !== '' && !query.isFetching,
    found: units.map(
      ({ id, kind, type, name, code, fullName, parent }): Found => ({
        id,
        kind,
        type,
        name,
        code,
        parent,
        label: [code, fullName, parent?.fullName].filter(Boolean).join(', '),
      }),
    ),
    // The server has looked already.
    search: { filter: asTheyCome, searchValue: typed, onSearchChange: setTyped },
    typed: typed === label ? '' : typed,
  };
}

const below: SelectProps['inputWrapperOrder'] = ['label', 'input', 'description', 'error'];

type Props = Pick<SelectProps, 'label' | 'description' | 'error' | 'required'> & {
  reform: Reform;
  kinds: readonly Kind[];
  /** May be chosen as well, without a search. */
  more?: readonly Found[];
  /** Of what is typed in first. */
  inputRef?: Ref<HTMLInputElement>;
  value: Found | null;
  onPick: (unit: Found | null) => void;
};

/** A unit of the day before, by its name or code. */
export function UnitPick({ reform, kinds, more = [], inputRef, value, onPick, ...field }: Props) {
  const { t } = useI18n();
  const { found, search, isAsked, typed } = useFound(reform, kinds, value?.label);
  const own = more.filter(({ label }) => finds(typed)(label));
  const units = [...new Map([...(value ? [value] : []), ...own, ...found].map((unit) => [unit.id, unit])).values()];
  return (
    <Select
      {...field}
      {...(inputRef && { ref: inputRef, 'data-autofocus': true })}
      inputWrapperOrder={below}
      placeholder={t('ur.pick.hint')}
      searchable
      data={units.map(({ id, label }) => ({ value: id, label }))}
      {...search}
      nothingFoundMessage={isAsked ? t('ur.pick.none') : undefined}
      value={value?.id ?? null}
      onChange={(id) => onPick(units.find((unit) => unit.id === id) ?? null)}
    />
  );
}
