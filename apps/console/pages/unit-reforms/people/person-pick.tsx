import { Select, type SelectProps } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { finds } from '#i18n/spoken';
import { useI18n } from '../../../i18n/i18n.tsx';
import type { Reform } from '../reform-looks.ts';
import { type Holder, useHolders } from './use-people.ts';

const below: SelectProps['inputWrapperOrder'] = ['label', 'input', 'description', 'error'];
const heldText = ({ held }: Holder): string => held.map(({ title, unit }) => `${title}, ${unit.fullName}`).join(' · ');

/** What somebody holds on the last day of the old units. */
export function Held({ holder }: { holder: Holder }) {
  const { t } = useI18n();
  return <span className="cell-2">{heldText(holder) || t('rp.noPost')}</span>;
}

interface Props {
  reform: Reform;
  people: readonly Holder[];
  label: string;
  description?: string;
  /** The label stands above the field, else it is only heard. */
  isSeen?: boolean;
  value?: Holder | null;
  onPick: (holder: Holder) => void;
}

/** People of the units that end, as far as they fit what is typed, then those who are found elsewhere. */
function useOptions({ reform, people, value = null }: Props, text: string) {
  const { t } = useI18n();
  const [q] = useDebouncedValue(text, 200);
  const name = value?.person.fullName;
  const found = useHolders(reform, q === name ? '' : q);
  const typed = text === name ? '' : text;
  const own = people.filter(({ person }) => finds(typed)(person.fullName));
  const kept = value && !own.some((one) => one.person.id === value.person.id) ? [value] : [];
  const others = found.filter(({ person }) => !people.some((one) => one.person.id === person.id));
  const options = (holders: readonly Holder[]) =>
    holders.map(({ person }) => ({ value: person.id, label: person.fullName }));
  const groups = [
    { group: t('rp.old'), items: options([...kept, ...own]) },
    { group: t('rp.others'), items: options(others) },
  ];
  return {
    known: new Map([...others, ...people, ...kept].map((one) => [one.person.id, one])),
    data: groups.filter(({ items }) => items.length > 0),
  };
}

/** Somebody who holds a post: people of the units that end stand first, others are found by their name. */
export function PersonPick(props: Props) {
  const { label, description, isSeen, value = null, onPick } = props;
  const { t } = useI18n();
  const [text, setText] = useState('');
  const { known, data } = useOptions(props, text);
  return (
    <Select
      {...(isSeen ? { label, required: true } : { 'aria-label': label })}
      description={description}
      inputWrapperOrder={below}
      placeholder={t('rp.choose')}
      searchable
      filter={({ options: all }) => all}
      nothingFoundMessage={t('rp.nobody')}
      data={data}
      renderOption={({ option }) => {
        const holder = known.get(option.value);
        return (
          <span>
            {option.label}
            {holder && <Held holder={holder} />}
          </span>
        );
      }}
      value={value?.person.id ?? null}
      searchValue={text}
      onSearchChange={setText}
      onChange={(id) => {
        const holder = known.get(id ?? '');
        if (holder) onPick(holder);
      }}
    />
  );
}
