import { Button, Menu } from '@mantine/core';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { useTakeBack } from './handover/use-handover.ts';
import type { OfficerPost, PostAct } from './use-posts.ts';

interface ActsProps {
  row: OfficerPost;
  onAct: (act: PostAct, row: OfficerPost) => void;
}

/** How the post changes hands; what has not begun is taken back first. */
function HandoverItems({ row, onAct }: ActsProps) {
  const { t } = useI18n();
  const back = useTakeBack(row);
  const { handover, role, standIn, caretaker } = row;
  // Whoever looks after an empty post stops when somebody is appointed.
  if (caretaker) return null;
  const act = (name: PostAct) => () => onAct(name, row);
  return (
    <>
      {handover && <Menu.Item onClick={() => back.mutate(handover.id)}>{t('handover.takeBack')}</Menu.Item>}
      {!standIn && handover?.mode !== 'replace' && (
        <Menu.Item onClick={act('replace')}>{t('handover.change')}</Menu.Item>
      )}
      {role === 'focal_officer' && !standIn && (
        <Menu.Item onClick={act('stand_in')}>{t('officers.standInAct')}</Menu.Item>
      )}
      {!handover && <Menu.Item onClick={act('vacate')}>{t('officers.end')}</Menu.Item>}
    </>
  );
}

/** What concerns the holder, whatever the post. */
function PersonItems({ row, onAct }: ActsProps) {
  const { t } = useI18n();
  const { me, may } = useIdentity();
  const canLift = may('post.manage') && row.hasSecondFactor && row.person?.id !== me.person.id;
  return (
    <>
      {may('account.decide') && <Menu.Item onClick={() => onAct('merge', row)}>{t('merge.act')}</Menu.Item>}
      {canLift && <Menu.Item onClick={() => onAct('lift', row)}>{t('factor.liftAct')}</Menu.Item>}
    </>
  );
}

/** How a company's post changes in one of its places. */
export function PlaceActs({ row, onAct }: ActsProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  if (!may('post.manage')) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="subtle" aria-label={t('officers.openOf', placeName(row))}>
          {t('officers.open')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <HandoverItems row={row} onAct={onAct} />
      </Menu.Dropdown>
    </Menu>
  );
}

const placeName = ({ person, unit }: OfficerPost) => ({ name: person?.fullName ?? '', title: unit.fullName });

/** One button a row says what it needs; the rest stands in its menu. */
export function PostActs({ row, onAct }: ActsProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const canAppoint = may('post.manage');
  const act = (name: PostAct) => () => onAct(name, row);
  if (row.state === 'vacant')
    return canAppoint ? (
      <Button size="xs" variant="default" onClick={act('appoint')}>
        {t('officers.appoint')}
      </Button>
    ) : null;
  const named = { name: row.person?.fullName ?? '', title: row.title };
  const needsInvite = row.state === 'asking' || row.state === 'never';
  const invite = t(
    row.state === 'asking'
      ? 'officers.reissue'
      : row.invitedAt || !needsInvite
        ? 'officers.inviteAgain'
        : 'officers.invite',
  );
  const menu = (
    <Menu position="bottom-end">
      <Menu.Target>
        {needsInvite ? (
          <Button size="xs" variant="default" className="officer-more" aria-label={t('handover.more.acts', named)}>
            <Icon name="chevron-down" />
          </Button>
        ) : (
          <Button size="xs" variant="default" aria-label={t('officers.openOf', named)}>
            {t('officers.open')}
          </Button>
        )}
      </Menu.Target>
      <Menu.Dropdown>
        {!needsInvite && <Menu.Item onClick={act('invite')}>{invite}</Menu.Item>}
        {canAppoint && row.places.length === 0 && <HandoverItems row={row} onAct={onAct} />}
        <PersonItems row={row} onAct={onAct} />
      </Menu.Dropdown>
    </Menu>
  );
  if (!needsInvite) return menu;
  return (
    <span className="officer-acts">
      <Button size="xs" variant="default" onClick={act('invite')}>
        {invite}
      </Button>
      {may('account.decide') && menu}
    </span>
  );
}
