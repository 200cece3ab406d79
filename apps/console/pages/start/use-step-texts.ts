import { useIdentity } from '../../api/me.tsx';
import { type Translate, useI18n } from '../../i18n/i18n.tsx';
import { firstNames } from '../../ui/names.ts';
import { communesOf, type Facts, namesLacking, type Readiness, readyOf, type StepId } from './start-facts.ts';

export interface StepText {
  lines: string[];
  /** What is missing, by name. */
  warning?: string;
  to: string;
  search?: Record<string, string>;
  label: string;
  /** How far it is, for a bar. */
  share?: { done: number; of: number };
  /** Another way to the same end. */
  also?: { to: string; search?: Record<string, string>; label: string };
}

/** Up to four names of communes. */
export function useNames() {
  const { t } = useI18n();
  return (names: readonly string[]): string => firstNames(t, names, 'start.andMore');
}

function unitsText(readiness: Readiness, t: Translate): StepText {
  const communes = communesOf(readiness);
  if (communes > 0)
    return {
      lines: [t('start.unitsText', { communes, hamlets: readiness.hamlets })],
      to: '/units',
      label: t('start.unitsAct'),
    };
  return {
    lines: [t('start.unitsNone')],
    to: '/units/import',
    label: t('start.unitsImport'),
    also: { to: '/units', label: t('start.unitsByHand') },
  };
}

function inviteText({ members, opened }: Readiness, t: Translate): StepText {
  const left = members - opened;
  return {
    lines: [members > 0 ? t('start.inviteText', { members, opened }) : t('start.inviteNone')],
    to: '/invites',
    ...(members > 0 && { share: { done: opened, of: members } }),
    label: left > 0 ? t('start.inviteAct', { n: left }) : t('start.inviteSee'),
  };
}

/** Administrators set up; officers give work. */
function orderText({ readiness, hasOrder }: Facts, mayIssue: boolean, t: Translate): StepText {
  const communes = readyOf(readiness);
  if (!hasOrder && !mayIssue)
    return {
      lines: [
        communes > 0 ? t('start.orderByOfficers', { communes, teams: readiness.readyTeams }) : t('start.orderNone'),
      ],
      to: '/officers',
      search: { filter: 'never' },
      label: t('start.orderInvite'),
    };
  const can = !hasOrder && communes > 0;
  const ready = can ? t('start.orderReady', { teams: readiness.readyTeams, communes }) : t('start.orderNone');
  return {
    lines: [hasOrder ? t('start.orderText') : ready, ...(hasOrder && communes === 0 ? [t('start.orderNone')] : [])],
    to: can ? '/assignments/new' : '/assignments',
    label: can ? t('start.orderAct', { n: communes }) : t('start.orderSee'),
  };
}

function rosterText(readiness: Readiness, t: Translate): StepText {
  const communes = communesOf(readiness);
  const withTeams = readiness.communes.filter(({ teams }) => teams > 0).length || readyOf(readiness);
  return {
    lines: [t('start.rosterText', { n: withTeams })],
    ...(communes > withTeams && { warning: t('start.rosterMissing', { n: communes - withTeams }) }),
    to: '/communes',
    label: t('start.rosterAct'),
  };
}

export function useStepTexts(facts: Facts): Record<StepId, StepText> {
  const { t } = useI18n();
  const { may } = useIdentity();
  const { readiness, posts, channels } = facts;
  const names = useNames();
  const communes = communesOf(readiness);
  const unnamed = readiness.communes.filter(({ hasOffice }) => !hasOffice).map(({ unit }) => unit.name);
  const focal = namesLacking(readiness, 'focal');
  return {
    units: unitsText(readiness, t),
    offices: {
      lines: [t('start.officesText', { n: communes - readiness.withoutOffice })],
      ...(unnamed.length > 0 && { warning: t('start.officesMissing', { names: names(unnamed) }) }),
      to: '/offices',
      label: t('start.officesAct'),
    },
    officers: {
      lines: [t('start.officersText', { held: posts.all - posts.vacant, posts: posts.all, never: posts.never })],
      ...(focal.length > 0 && { warning: t('start.officersMissing', { names: names(focal) }) }),
      to: '/officers',
      ...(posts.vacant > 0 && { search: { filter: 'vacant' } }),
      label: posts.vacant > 0 ? t('start.officersAppoint', { n: posts.vacant }) : t('start.officersAct'),
      also: { to: '/officers/import', label: t('start.officersImport') },
    },
    rules: {
      lines: [
        readiness.directives > 0 ? t('start.rulesText', { n: readiness.directives }) : t('start.rulesNone'),
        ...(facts.lacksFactorRule ? [t('start.factorText')] : []),
      ],
      to: '/documents',
      label: t('start.rulesAct'),
      ...(facts.lacksFactorRule && {
        also: { to: '/rules', search: { kind: 'secondFactor' }, label: t('start.factorAct') },
      }),
    },
    channels: {
      lines: [channels.length > 0 ? t('start.channelsText', { names: channels.join(', ') }) : t('start.channelsNone')],
      to: '/channels',
      label: t('start.channelsAct'),
    },
    roster: rosterText(facts.readiness, t),
    invite: inviteText(facts.readiness, t),
    order: orderText(facts, may('assignment.issue'), t),
  };
}
