import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { useI18n } from '../../../i18n/i18n.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { type Group, groupIcons, groupsOf, monthIn, type Part, placeOf } from './work-parts.ts';

function useLabel() {
  const { t } = useI18n();
  return (label: string): string => {
    const month = monthIn(label);
    return month === null ? label : t('handover.report', { month }) + label.slice(7);
  };
}

/** What of one kind is open by name, as far as it was sent along. */
function Named({ part }: { part: Part }) {
  const { t, lang } = useI18n();
  const labelOf = useLabel();
  return (
    <ul className="open-work-named">
      {part.first.map(({ id, label, dueOn }) => (
        <li key={id}>
          <span>{labelOf(label)}</span>
          {dueOn && <span className="caption num">{formatDate(dueOn, lang)}</span>}
        </li>
      ))}
      {part.count > part.first.length && (
        <li className="caption">{t('handover.more', { n: part.count - part.first.length })}</li>
      )}
    </ul>
  );
}

/** For whoever only hands it over, the list opens in place. */
function GroupRow({ group, count, parts, nearest }: Group) {
  const { t, lang } = useI18n();
  const [open, setOpen] = useState(false);
  const labelOf = useLabel();
  const [only] = parts;
  const detail =
    parts.length === 1 && only
      ? only.first
          .slice(0, 2)
          .map(({ label }) => labelOf(label))
          .join('; ')
      : parts.map(({ kind, count: n }) => t(`handover.kind.${kind}`, { n })).join(', ');
  const near = nearest ? ` · ${t('handover.nearest', { day: formatDate(nearest, lang) })}` : '';
  return (
    <li>
      <Icon name={groupIcons[group]} size={18} />
      <div>
        <b>{t(`handover.group.${group}`, { n: count })}</b>
        {!(open && parts.length === 1) && (
          <span className="caption">
            {detail}
            {near}
          </span>
        )}
        {open && parts.map((part) => <Named key={part.kind} part={part} />)}
      </div>
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? t('handover.shut') : t('handover.open', { n: count })}
      </button>
    </li>
  );
}

export function OpenWorkGroups({ parts }: { parts: readonly Part[] }) {
  return (
    <ul className="open-work">
      {groupsOf(parts).map((group) => (
        <GroupRow key={group.group} {...group} />
      ))}
    </ul>
  );
}

/** For whoever has it, each kind opens on its own screen. */
export function OpenWorkLinks({ parts }: { parts: readonly Part[] }) {
  const { t } = useI18n();
  const labelOf = useLabel();
  return (
    <ul className="open-work">
      {groupsOf(parts).flatMap(({ group, parts: own }) =>
        own.map(({ kind, count, first }) => (
          <li key={kind}>
            <Icon name={groupIcons[group]} size={18} />
            <div>
              <b>{t(`handover.kind.${kind}`, { n: count })}</b>
              <span className="caption">
                {first
                  .slice(0, 3)
                  .map(({ label }) => labelOf(label))
                  .join('; ')}
              </span>
            </div>
            <Link to={placeOf[kind]} className="strong-link">
              {t('handover.open', { n: count })}
            </Link>
          </li>
        )),
      )}
    </ul>
  );
}
