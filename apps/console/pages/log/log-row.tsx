import type { LogKind } from '#contracts/access/log-kinds';
import { formatMoment } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { LogDetail } from './log-detail.tsx';
import { useLogWord } from './log-word.ts';
import type { LogEntry } from './use-log.ts';

const icons: Readonly<Record<LogKind, IconName>> = {
  look: 'eye',
  export: 'download',
  change: 'pencil',
  sign_in: 'lock',
  refused: 'ban',
};

/** Whom and what a line is about, else where it was done. */
function useAbout() {
  const { t } = useI18n();
  const word = useLogWord();
  return ({ person, subject, trace, route, unit }: LogEntry): string => {
    const told = [
      person?.fullName,
      subject && word(`rules.k.${subject}`),
      trace && t('logPage.carries', { code: trace }),
    ];
    return told.filter(Boolean).join(' · ') || (route ?? unit?.fullName ?? '');
  };
}

interface LogRowProps {
  entry: LogEntry;
  unitId: string;
  open: boolean;
  onOpen: (open: boolean) => void;
  /** One row is in the tab order, arrows move between them. */
  current: boolean;
  onCurrent: () => void;
}

export function LogRow({ entry, unitId, open, onOpen, current, onCurrent }: LogRowProps) {
  const { t, lang, n } = useI18n();
  const word = useLogWord();
  const about = useAbout();
  const what = word(`log.what.${entry.what}`);
  return (
    <>
      <tr data-open={open || undefined}>
        <td className="log-toggle">
          <button
            type="button"
            data-log-row
            tabIndex={current ? 0 : -1}
            aria-expanded={open}
            aria-label={t('logPage.open', { what, name: entry.by.fullName })}
            onFocus={onCurrent}
            onClick={() => onOpen(!open)}
          >
            <Icon name={open ? 'chevron-down' : 'chevron-right'} size={16} />
          </button>
        </td>
        <td className="num log-at">{formatMoment(entry.at, Date.now(), lang)}</td>
        <td className="log-by">
          {entry.by.fullName}
          <span className="caption">{entry.by.position ?? entry.unit?.fullName ?? ''}</span>
        </td>
        <td className="log-what" data-kind={entry.kind}>
          <Icon name={icons[entry.kind]} size={17} />
          <div>
            {what}
            <span className="caption">{about(entry)}</span>
          </div>
        </td>
        <td data-right className="log-people">
          {entry.people === null ? '–' : n(entry.people)}
        </td>
        <td className="log-purpose">{entry.purpose ? word(`log.purpose.${entry.purpose}`) : '–'}</td>
      </tr>
      {open && (
        <tr className="log-open">
          <td />
          <td colSpan={5}>
            <LogDetail entry={entry} unitId={unitId} />
          </td>
        </tr>
      )}
    </>
  );
}
