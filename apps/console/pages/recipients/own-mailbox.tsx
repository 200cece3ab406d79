import { Button } from '@mantine/core';
import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { troubleOf } from '../reports/sending/office-mails.ts';
import { looks, type Start } from './office-row.tsx';
import { ownTarget, type Recipients, standingOf } from './use-recipients.ts';

type Own = Recipients['own'];

function Facts({ own }: { own: Own }) {
  const { t, lang } = useI18n();
  const { used, tried, untried } = own;
  const trouble = tried && troubleOf(tried);
  const now = used?.address ?? (untried?.isMailed ? untried.address : null);
  if (tried)
    return (
      <>
        <span className="rcp-address">{t('rcp.sentTo', { address: tried.address })}</span>
        {trouble && <span className="caption late">{t(trouble.why)}</span>}
        {now && <span className="caption">{t('rcp.still', { address: now })}</span>}
      </>
    );
  if (used)
    return (
      <>
        <span className="rcp-address">{used.address}</span>
        <span className="caption">{t('rcp.since', { date: formatDate(used.from, lang, { withYear: true }) })}</span>
      </>
    );
  if (!untried) return null;
  return (
    <>
      <span className="rcp-address">{untried.address}</span>
      <span className="caption">{t(untried.isMailed ? 'rcp.ownMailed' : 'rcp.ownUntried')}</span>
    </>
  );
}

function Acts({ view, name, start }: Props) {
  const { t } = useI18n();
  const { own, canMail } = view;
  const office = ownTarget(view, name);
  const waits = standingOf({ ...own, line: '', isPerson: false }) === 'waits';
  const label = own.tried || own.used ? 'rcp.change' : own.untried ? 'rcp.ownTry' : 'rcp.add';
  return (
    <div className="rcp-acts">
      {waits && <Button onClick={() => start({ kind: 'code', office })}>{t('rcp.code')}</Button>}
      {canMail && !waits && (
        <Button variant="default" onClick={() => start({ kind: 'address', office })}>
          {t(label)}
        </Button>
      )}
      {(own.tried || own.used) && (
        <Button variant="default" onClick={() => start({ kind: 'end', office })}>
          {t(own.tried ? 'rcp.drop' : 'rcp.end')}
        </Button>
      )}
    </div>
  );
}

interface Props {
  view: Recipients;
  /** Of the unit, as it stands within a sentence. */
  name: string;
  start: Start;
}

/** Where copies for the unit itself come: tried by a code, as those of others are. */
export function OwnMailbox(props: Props) {
  const { t } = useI18n();
  const { own } = props.view;
  const standing = standingOf({ ...own, line: '', isPerson: false });
  const isUntried = standing === 'none' && own.untried !== null;
  const { tone, icon } = isUntried ? looks.waits : looks[standing as keyof typeof looks];
  return (
    <Card title={t('rcp.own', { unit: props.name })}>
      <div className="rcp-own">
        <Chip tone={tone} icon={isUntried ? 'alert-triangle' : icon}>
          {t(isUntried ? 'rcp.state.untried' : `rcp.state.${standing as keyof typeof looks}`)}
        </Chip>
        <Facts own={own} />
        <span className="caption">{t('rcp.ownText')}</span>
        <Acts {...props} />
      </div>
    </Card>
  );
}
