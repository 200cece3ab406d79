import { ActionIcon, Menu } from '@mantine/core';
import { type ReactNode, Suspense, useState } from 'react';
import { dateInVietnam, formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { later } from '../../i18n/screens.ts';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { MaskedPhone } from '../../ui/states.tsx';
import { InviteModal } from '../person/invite-modal.tsx';
import { EndModal, RemoveModal } from './leave-modals.tsx';
import { CardItems, RevokeCardsModal } from './card-items.tsx';
import { MemberModal } from './member-modal.tsx';
import { usePhones } from './reveal.tsx';
import { SkillsLine, SkillsModal } from './skills-modal.tsx';
import type { Team } from './team.ts';

const PersonDrawer = later(() => import('../person/person-drawer.tsx'), 'PersonDrawer', ['merges']);
type Member = Team['members'][number];
type Act =
  | { kind: 'edit' | 'end' | 'remove' | 'invite' | 'person' | 'revoke' | 'skills'; member: Member }
  | { kind: 'add' }
  | null;

interface MemberMenuProps {
  teamId: string;
  member: Member;
  onAct: (act: Act) => void;
  canManage: boolean;
}

function MemberMenu({ teamId, member, onAct, canManage }: MemberMenuProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="subtle" color="gray" aria-label={t('team.actsFor', { name: member.person.fullName })}>
          <Icon name="menu-2" size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {may('invite.create') && (
          <Menu.Item leftSection={<Icon name="qrcode" size={16} />} onClick={() => onAct({ kind: 'invite', member })}>
            {t('invite.act')}
          </Menu.Item>
        )}
        {may('invite.create') && (
          <CardItems teamId={teamId} person={member.person} onRevoke={() => onAct({ kind: 'revoke', member })} />
        )}
        {may('invite.create') && !member.skills?.own && (
          <Menu.Item
            leftSection={<Icon name="heart-handshake" size={16} />}
            onClick={() => onAct({ kind: 'skills', member })}
          >
            {t('skills.act')}
          </Menu.Item>
        )}
        {canManage && (
          <Menu.Item leftSection={<Icon name="pencil" size={16} />} onClick={() => onAct({ kind: 'edit', member })}>
            {t('member.edit')}
          </Menu.Item>
        )}
        {canManage && (
          <Menu.Item leftSection={<Icon name="minus" size={16} />} onClick={() => onAct({ kind: 'end', member })}>
            {t('member.end')}
          </Menu.Item>
        )}
        {canManage && (
          <Menu.Item leftSection={<Icon name="trash" size={16} />} onClick={() => onAct({ kind: 'remove', member })}>
            {t('member.remove')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

function PhoneCell({ member, shown }: { member: Member; shown?: string }) {
  const { t } = useI18n();
  if (shown) return <span className="num phone">{shown}</span>;
  if (member.phoneState === 'missing')
    return (
      <span className="late">
        <Icon name="alert-circle" size={15} /> {t('member.noPhone')}
      </span>
    );
  return (
    <>
      <MaskedPhone masked={member.phoneMasked} />
      {member.phoneState === 'bounced' && (
        <>
          {' '}
          <Icon name="alert-triangle" size={16} label={t('member.bounced')} />
        </>
      )}
    </>
  );
}

interface RowsProps {
  team: Team;
  canManage: boolean;
  phones: ReadonlyMap<string, string>;
  onAct: (act: Act) => void;
}

function AppCell({ signedIn }: { signedIn: boolean }) {
  const { t } = useI18n();
  if (!signedIn) return <span className="muted">{t('member.notSignedIn')}</span>;
  return (
    <span className="good">
      <Icon name="check" size={16} /> {t('member.signedIn')}
    </span>
  );
}

interface MemberRowProps {
  member: Member;
  phone: string | undefined;
  /** Absent where the reader may see neither accounts nor messages. */
  onOpen: (() => void) | undefined;
  children: ReactNode;
}

function MemberRow({ member, phone, onOpen, children }: MemberRowProps) {
  const { t, lang } = useI18n();
  const { fullName } = member.person;
  return (
    <tr>
      <td>
        {onOpen ? (
          <button
            type="button"
            className="strong-link"
            aria-label={t('person.open', { name: fullName })}
            onClick={onOpen}
          >
            {fullName}
          </button>
        ) : (
          <b>{fullName}</b>
        )}
        <SkillsLine skills={member.skills} />
        {member.busy && (
          <p className="caption warn">
            {t('member.busy', { day: formatDate(member.busy.until, lang), reason: t(`busy.${member.busy.reason}`) })}
          </p>
        )}
        {member.paperCardAskedAt && (
          <p className="caption">
            {t('card.asked', { day: formatDate(dateInVietnam(member.paperCardAskedAt), lang) })}
          </p>
        )}
      </td>
      <td>{t(`role.${member.role}`)}</td>
      <td className="hide-small">{member.position ?? <span className="muted">–</span>}</td>
      <td>
        <PhoneCell member={member} shown={phone} />
      </td>
      <td className="num hide-small">{formatDate(member.from, lang, { withYear: true })}</td>
      <td className="hide-small">
        <AppCell signedIn={member.signedIn} />
      </td>
      {children}
    </tr>
  );
}

function Rows({ team, canManage, phones, onAct }: RowsProps) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const acts = canManage || may('invite.create');
  const opens = may('account.decide') || may('assignment.read');
  return (
    <table className="dt-table plain-table members-table">
      <thead>
        <tr>
          <th>{t('member.name')}</th>
          <th>{t('member.role')}</th>
          <th className="hide-small">{t('member.position')}</th>
          <th>{t('member.phone')}</th>
          <th className="hide-small">{t('member.from')}</th>
          <th className="hide-small">{t('member.app')}</th>
          {acts && (
            <th>
              <span className="visually-hidden">{t('team.acts')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {team.members.map((member) => (
          <MemberRow
            key={member.id}
            member={member}
            phone={phones.get(member.person.id)}
            onOpen={opens ? () => onAct({ kind: 'person', member }) : undefined}
          >
            {acts && (
              <td className="cell-act">
                <MemberMenu teamId={team.id} member={member} onAct={onAct} canManage={canManage} />
              </td>
            )}
          </MemberRow>
        ))}
      </tbody>
    </table>
  );
}

function MemberDialog({ team, act, onClose }: { team: Team; act: Act; onClose: () => void }) {
  return (
    <>
      {act?.kind === 'add' && <MemberModal team={team} onClose={onClose} />}
      {act?.kind === 'edit' && <MemberModal team={team} member={act.member} onClose={onClose} />}
      {act?.kind === 'end' && <EndModal team={team} member={act.member} onClose={onClose} />}
      {act?.kind === 'remove' && <RemoveModal team={team} member={act.member} onClose={onClose} />}
      {act?.kind === 'skills' && <SkillsModal teamId={team.id} member={act.member} onClose={onClose} />}
      {act?.kind === 'revoke' && <RevokeCardsModal teamId={team.id} person={act.member.person} onClose={onClose} />}
      {act?.kind === 'person' && (
        <Suspense>
          <PersonDrawer person={act.member.person} teamId={team.id} onClose={onClose} />
        </Suspense>
      )}
      {act?.kind === 'invite' && <InviteModal person={act.member.person} onClose={onClose} />}
    </>
  );
}

export function MembersCard({ team, at, canManage }: { team: Team; at?: string; canManage: boolean }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [act, setAct] = useState<Act>(null);
  const phones = usePhones(team);
  const bounced = team.members.filter((member) => member.phoneState === 'bounced');
  const close = () => setAct(null);
  return (
    <Card
      title={t('team.members')}
      aside={
        may('phone.read') &&
        !at &&
        team.members.length > 0 &&
        phones.shown.size === 0 && (
          <button type="button" className="link" onClick={phones.ask}>
            <Icon name="eye" size={16} /> {t('phone.show')}
          </button>
        )
      }
    >
      <Rows team={team} canManage={canManage} phones={phones.shown} onAct={setAct} />
      {team.members.length === 0 && <p className="card-body muted">{t('team.noMembers')}</p>}
      <div className="card-foot">
        {bounced.length > 0 ? (
          <span className="warn">
            <Icon name="alert-triangle" size={15} />{' '}
            {t('member.bouncedLine', { name: bounced.map((member) => member.person.fullName).join(', ') })}
          </span>
        ) : canManage ? (
          <button type="button" className="strong-link" onClick={() => setAct({ kind: 'add' })}>
            <Icon name="plus" size={15} /> {t('member.add')}
          </button>
        ) : (
          <span />
        )}
        {may('phone.read') && !at && <span>{t('phone.logged')}</span>}
      </div>
      {phones.modal}
      <MemberDialog team={team} act={act} onClose={close} />
    </Card>
  );
}
