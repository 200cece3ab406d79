import { Link } from '@tanstack/react-router';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useChannels } from '../../frame/use-channels.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { PageHeader } from '../../ui/header/page-header.tsx';
import { Loaded } from '../../ui/states.tsx';
import { BackupCard } from './backup-card.tsx';
import { brokenChannels, type ChannelsBoard } from '../../ui/text/channel-facts.ts';
import { ChannelLog } from './channel-log.tsx';
import { ChannelTable } from './channel-table.tsx';
import './channels.css';
import { CommuneGroupsCard, DistrictGroupsCard } from './groups-card.tsx';
import { HeaderActs } from './header-acts.tsx';
import { KeptBy } from './kept-by.tsx';
import { ConsentCard } from './consent-card.tsx';
import { Outage } from './outage.tsx';
import { SettingsCard } from './settings-card.tsx';
import { useChannelActs } from './use-channel-acts.ts';

function NoRoute({ count }: { count: number }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const text = t('channels.noRoute', { n: count });
  if (count === 0) return null;
  return (
    <span className="warn">
      <Icon name="phone" size={15} /> {may('assignment.chase') ? <Link to="/no-route">{text}</Link> : text}
    </span>
  );
}

function Foot({ board }: { board: ChannelsBoard }) {
  const { t } = useI18n();
  return (
    <>
      <span>{t('channels.quiet')}</span>
      <NoRoute count={board.noRoute} />
      <span>{t('channels.refresh')}</span>
    </>
  );
}

function Subtitle({ board }: { board: ChannelsBoard }) {
  const { t, lang } = useI18n();
  const { me, commune } = useIdentity();
  if (commune) return <>{t('channels.subCommune')}</>;
  const sum = (of: 'sentToday' | 'waiting') => board.channels.reduce((total, row) => total + row[of], 0);
  const date = formatDate(me.today, lang, { withYear: true });
  return <>{t('channels.sub', { date, n: sum('sentToday'), m: sum('waiting') })}</>;
}

function Board({ board }: { board: ChannelsBoard }) {
  const { t } = useI18n();
  const { post, commune, may } = useIdentity();
  const acts = useChannelActs();
  const groups = commune
    ? may('group.manage') && <CommuneGroupsCard />
    : post.unit.kind === 'district' && <DistrictGroupsCard />;
  return (
    <>
      <PageHeader
        title={t(commune ? 'nav.channelsCommune' : 'nav.channels')}
        state={<Subtitle board={board} />}
        acts={<HeaderActs board={board} />}
      />
      <KeptBy board={board} />
      {!commune && brokenChannels(board).map((row) => <Outage key={`${row.id}-${row.since}`} row={row} />)}
      <ChannelTable rows={board.channels} acts={acts} full={!commune} foot={<Foot board={board} />} />
      <div className="channels-split" data-groups={Boolean(groups) || undefined}>
        {groups}
        {!commune && <ChannelLog log={board.log} />}
      </div>
      <ConsentCard />
      {board.mayManage && <BackupCard />}
      {board.mayManage && <SettingsCard />}
    </>
  );
}

/** Is anything stuck, what runs out today, and who hears it otherwise; a commune sees states and its own groups. */
export function ChannelsPage() {
  const query = useChannels();
  return (
    <div className="page">
      <Loaded query={query} rows={8}>
        {(board) => <Board board={board} />}
      </Loaded>
    </div>
  );
}
