import { Button } from '@mantine/core';
import { formatDate } from '#i18n';
import { placeInside } from '#i18n/places';
import { useI18n } from '../../i18n/i18n.tsx';
import type { IconName } from '../../ui/icon.tsx';
import { Chip, type Tone, ToneIcon } from '../../ui/layout.tsx';
import { troubleOf } from '../reports/sending/office-mails.ts';
import { type Office, type Recipients, type Standing, standingOf, type Target } from './use-recipients.ts';

export type Act = { kind: 'address' | 'code' | 'end'; office: Target };
export type Start = (act: Act) => void;

export const looks: Record<Exclude<Standing, 'gone'>, { tone: Tone; icon: IconName }> = {
  person: { tone: 'mute', icon: 'user' },
  used: { tone: 'done', icon: 'circle-check' },
  none: { tone: 'late', icon: 'message-off' },
  sending: { tone: 'new', icon: 'hourglass' },
  waits: { tone: 'doing', icon: 'phone' },
  failed: { tone: 'late', icon: 'alert-circle' },
  unknown: { tone: 'doing', icon: 'help-hexagon' },
  over: { tone: 'late', icon: 'ban' },
};

/** Where its mail goes or will go, since when, and what stands in the way. */
function Facts({ office, view, standing }: { office: Office; view: Recipients; standing: Standing }) {
  const { t, lang } = useI18n();
  const { used, tried, earlier } = office;
  const day = (date: string) => formatDate(date, lang, { withYear: true });
  const trouble = tried && troubleOf(tried);
  const before = earlier[0];
  const place = used && (lang === 'vi' ? placeInside(used.unit.fullName) : used.unit.fullName);
  return (
    <>
      {standing === 'person' && <span className="caption">{t('rcp.personText')}</span>}
      {standing === 'gone' && <span className="caption">{t('rcp.goneText')}</span>}
      {used && !tried && (
        <>
          <span className="rcp-address">{used.address}</span>
          <span className="caption">
            {used.unit.id === view.unit.id
              ? t('rcp.since', { date: day(used.from) })
              : t('rcp.by', { unit: place ?? '', date: day(used.from) })}
          </span>
        </>
      )}
      {tried && (
        <>
          <span className="rcp-address">{t('rcp.sentTo', { address: tried.address })}</span>
          {trouble && <span className="caption late">{t(trouble.why)}</span>}
          {used && <span className="caption">{t('rcp.still', { address: used.address })}</span>}
        </>
      )}
      {before && !tried && (
        <span className="caption">{t('rcp.earlier', { address: before.address, date: day(before.to) })}</span>
      )}
    </>
  );
}

function RowActs({ office, view, standing, filled, start }: RowProps & { standing: Standing }) {
  const { t } = useI18n();
  const named = { office: office.name };
  const variant = filled ? 'filled' : 'default';
  const button = (kind: Act['kind'], label: 'add' | 'change' | 'end' | 'drop' | 'code', look: 'filled' | 'default') => (
    <Button variant={look} aria-label={t(`rcp.${label}Named`, named)} onClick={() => start({ kind, office })}>
      {t(`rcp.${label}`)}
    </Button>
  );
  const isOwn = office.used?.unit.id === view.unit.id;
  if (standing === 'waits') return <>{[button('end', 'drop', 'default'), button('code', 'code', variant)]}</>;
  if (office.tried) return <>{[button('end', 'drop', 'default'), button('address', 'change', variant)]}</>;
  if (standing === 'gone') return button('end', 'end', 'default');
  if (standing === 'used')
    return (
      <>
        {isOwn && button('end', 'end', 'default')}
        {view.canMail && button('address', 'change', 'default')}
      </>
    );
  return view.canMail ? button('address', 'add', variant) : null;
}

interface RowProps {
  office: Office;
  view: Recipients;
  filled: boolean;
  start: Start;
}

/** One office or person of "Nơi nhận", where its mail goes, and the next step. */
export function OfficeRow(props: RowProps) {
  const { t } = useI18n();
  const { office } = props;
  const standing = standingOf(office);
  const look = standing === 'gone' ? { tone: 'mute' as const, icon: 'circle-off' as const } : looks[standing];
  return (
    <li className="rcp-row">
      <ToneIcon tone="mute" icon={office.isPerson ? 'user' : 'building-community'} />
      <div className="rcp-text">
        <b>
          {office.name}
          <span className="visually-hidden"> ({t(office.isPerson ? 'rcp.person' : 'rcp.office')})</span>
        </b>
        <Facts office={office} view={props.view} standing={standing} />
      </div>
      {standing !== 'gone' && (
        <Chip tone={look.tone} icon={look.icon}>
          {t(`rcp.state.${standing as Exclude<Standing, 'gone'>}`)}
        </Chip>
      )}
      <div className="rcp-acts">
        <RowActs {...props} standing={standing} />
      </div>
    </li>
  );
}
