import { CopyButton } from '@mantine/core';
import { useState } from 'react';
import { formatDate } from '#i18n';
import { useIdentity } from '../../api/me.tsx';
import { type MessageId, useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card } from '../../ui/layout.tsx';
import { GroupModal } from './group-modal.tsx';
import { useSkillsText } from './skills-modal.tsx';
import { SupporterModal } from './supporter-modal.tsx';
import type { Team } from './team.ts';

function ruleText(t: ReturnType<typeof useI18n>['t'], rule: Team['rules'][number], team: Team): string {
  if (rule.kind === 'min_members') return t('rule.minMembers', { min: rule.min, have: rule.have });
  const who = team.members
    .filter((member) =>
      rule.kind === 'role_count' ? member.role === rule.role : member.affiliation === rule.affiliation,
    )
    .map((member) => member.person.fullName);
  const what =
    rule.kind === 'role_count'
      ? t(`role.${rule.role ?? 'member'}` as MessageId)
      : t(`affiliation.${rule.affiliation ?? 'other'}` as MessageId);
  return rule.met ? t('rule.has', { what, who: who.slice(0, 2).join(', ') }) : t('gap.missing', { what });
}

/** What the rules of the date ask for, met or not, with who fits what is missing. */
export function RulesCard({ team }: { team: Team }) {
  const { t } = useI18n();
  const skillsText = useSkillsText();
  const helps = new Map(team.members.map(({ person, skills }) => [person.id, skillsText(skills)]));
  const named = ({ id, fullName }: Team['members'][number]['person']) =>
    helps.get(id) ? `${fullName} (${helps.get(id)})` : fullName;
  const citations = [...new Set(team.rules.map((rule) => rule.citation))];
  return (
    <Card title={t('rule.title')}>
      <ul className="rules card-body">
        {team.rules.map((rule) => {
          const fits = team.gaps.find((gap) => gap.rule === rule.code)?.fits ?? [];
          return (
            <li key={rule.code} className={rule.met ? '' : 'warn'}>
              <span className={rule.met ? 'good' : ''}>
                <Icon name={rule.met ? 'circle-check' : 'alert-triangle'} />
              </span>
              <span>
                {ruleText(t, rule, team)}
                {fits.length > 0 && (
                  <span className="cell-2">
                    {t('rule.fits', { names: fits.slice(0, 3).map(named).join(', ') })}
                    {fits.slice(0, 3).some(({ id }) => helps.get(id)) && (
                      <span className="cell-2">{t('skills.hint')}</span>
                    )}
                  </span>
                )}
              </span>
            </li>
          );
        })}
        {citations.map((citation) => (
          <li key={citation}>
            <span />
            <span className="caption">{t('rule.basis', { citation })}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function Supporters({ team }: { team: Team }) {
  const { t, lang } = useI18n();
  const icon = (
    <span>
      <Icon name="heart-handshake" />
    </span>
  );
  if (team.supporters.length === 0)
    return (
      <li className="warn">
        {icon}
        <span>{t('support.none')}</span>
      </li>
    );
  return team.supporters.map((person) => (
    <li key={person.id}>
      {icon}
      <span>
        <b>{person.fullName}</b>
        {person.position && `, ${person.position}`}
        <span className="cell-2">
          {t('support.since', { date: formatDate(person.from, lang, { withYear: true }) })}
        </span>
      </span>
    </li>
  ));
}

function CopyName({ name }: { name: string }) {
  const { t } = useI18n();
  return (
    <CopyButton value={name}>
      {({ copied, copy }) => (
        <button type="button" className="link" onClick={copy}>
          {copied ? t('act.copied') : t('group.copyName')}
        </button>
      )}
    </CopyButton>
  );
}

const groupIcons = { right: 'check', wrong: 'pencil', none: 'circle-off' } as const;

function GroupLine({ group, onRegister }: { group: Team['group']; onRegister: (() => void) | undefined }) {
  const { t } = useI18n();
  const right = group.state === 'right';
  return (
    <li>
      <span>
        <Icon name="message" />
      </span>
      <span>
        <b>{group.name ?? group.proposed}</b>
        <span className={`cell-2 ${right ? 'good' : 'warn'}`}>
          <Icon name={groupIcons[group.state]} size={15} /> {t(`group.line.${group.state}`)}
        </span>
        {!right && group.name && (
          <span className="cell-2">
            {t('group.proposed')}: <b>{group.proposed}</b>
          </span>
        )}
        <span className="group-acts">
          {!right && <CopyName name={group.proposed} />}
          {onRegister && (
            <button type="button" className="link" onClick={onRegister}>
              {t('group.register')}
            </button>
          )}
        </span>
      </span>
    </li>
  );
}

const justThis = ({ id, name, commune, supporters }: Team) => ({
  unitId: commune.id,
  count: 1,
  names: [name],
  which: { only: [id] },
  supporters,
});

export function SupportCard({ team, canManage }: { team: Team; canManage: boolean }) {
  const { t } = useI18n();
  const { may } = useIdentity();
  const [modal, setModal] = useState<'supporter' | 'group' | null>(null);
  const close = () => setModal(null);
  const register = may('group.manage') && canManage ? () => setModal('group') : undefined;
  const change = may('committee.manage') && canManage && (
    <button type="button" className="link" onClick={() => setModal('supporter')}>
      {team.supporters.length > 0 ? t('support.change') : t('teams.assignSupporter')}
    </button>
  );
  return (
    <Card title={t('support.title')} aside={change}>
      <ul className="rules card-body">
        <Supporters team={team} />
        <GroupLine group={team.group} onRegister={register} />
      </ul>
      {modal === 'supporter' && <SupporterModal teams={justThis(team)} onClose={close} />}
      {modal === 'group' && <GroupModal team={team} onClose={close} />}
    </Card>
  );
}
