/** Who is to have which post: a row for each, typed or pasted from a sheet. */
import type { ClipboardEvent } from 'react';
import { useI18n } from '../../../i18n/i18n.tsx';
import { TextField } from '../../../ui/form.tsx';
import { keyOf, type OfficerPost } from '../use-posts.ts';
import type { Person } from './paste-people.ts';

const nobody: Person = { fullName: '', phone: '', email: '' };

interface ListProps {
  rows: readonly OfficerPost[];
  people: Readonly<Record<string, Person>>;
  onChange: (key: string, person: Person) => void;
  onPaste: (row: number, text: string) => void;
}

function Row({ row, at, people, onChange, onPaste }: Omit<ListProps, 'rows'> & { row: OfficerPost; at: number }) {
  const { t } = useI18n();
  const key = keyOf(row);
  const person = people[key] ?? nobody;
  const place = `${row.title}, ${row.unit.fullName}`;
  const field = (name: keyof Person, label: string, type: string) => (
    <TextField
      aria-label={`${label}: ${place}`}
      placeholder={label}
      type={type}
      size="sm"
      value={person[name]}
      onChange={(text) => onChange(key, { ...person, [name]: text })}
      onPaste={(event: ClipboardEvent) => {
        const text = event.clipboardData.getData('text');
        if (!/[\n\t]/.test(text)) return;
        event.preventDefault();
        onPaste(at, text);
      }}
    />
  );
  return (
    <li>
      <div>
        <b>{row.unit.fullName}</b>
        <span className="caption">
          {row.title} · {row.person ? t('appointMany.instead', { name: row.person.fullName }) : t('officers.nobody')}
        </span>
      </div>
      {field('fullName', t('appoint.name'), 'text')}
      {field('phone', t('appoint.phone'), 'tel')}
      {field('email', t('appoint.email'), 'email')}
    </li>
  );
}

export function PeopleList({ rows, ...more }: ListProps) {
  const { t } = useI18n();
  return (
    <ol className="people-list" aria-label={t('appointMany.list')}>
      {rows.map((row, at) => (
        <Row key={keyOf(row)} row={row} at={at} {...more} />
      ))}
    </ol>
  );
}
