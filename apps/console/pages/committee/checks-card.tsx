import { formatDate } from '#i18n';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, Chip } from '../../ui/layout.tsx';
import { nameList } from '../../ui/names.ts';
import { useAffiliationWord } from './affiliation-word.ts';
import type { Load } from './use-committee.ts';

interface Line {
  key: string;
  state: 'good' | 'bad' | 'warn';
  title: string;
  note?: string | undefined;
}
const NAMED = 4;
const icons = { good: 'circle-check', bad: 'alert-circle', warn: 'alert-triangle' } as const;

type Check = Load['checks'][number];

function useRuleLine(load: Load): (check: Check) => Line {
  const { t, lang } = useI18n();
  const word = useAffiliationWord();
  const isLed = load.members.some(({ seat, affiliation }) => seat === 'head' && affiliation === 'commune_chair');
  const title = ({ kind, affiliation, met, have, need }: Check): string => {
    if (!affiliation || kind !== 'affiliation') return t('committee.check.people', { have, need });
    if (met && affiliation === 'commune_chair')
      return t(isLed ? 'committee.check.chairLeads' : 'committee.check.chairIn');
    return t(met ? 'committee.check.has' : 'committee.check.hasNot', { what: word(affiliation) });
  };
  const note = ({ met, people, left, fits }: Check): string | undefined => {
    if (met)
      return (
        nameList(
          t,
          people.map(({ fullName }) => fullName),
          NAMED,
        ) || undefined
      );
    if (left) return t('committee.check.left', { name: left.fullName, day: formatDate(left.on, lang) });
    const names = fits.map(({ fullName }) => fullName);
    return names.length > 0 ? t('committee.check.fits', { names: nameList(t, names, NAMED) }) : undefined;
  };
  return (check) => ({
    key: check.code,
    state: !check.met ? 'bad' : check.affiliation === 'commune_chair' && !isLed ? 'warn' : 'good',
    title: title(check),
    note: note(check),
  });
}

function useFocalLine({ focal }: Load): Line {
  const { t } = useI18n();
  const holder = focal.find(({ standIn }) => !standIn);
  const standIn = focal.find((one) => one.standIn);
  if (!holder && !standIn) return { key: 'focal', state: 'bad', title: t('committee.check.noFocal') };
  return {
    key: 'focal',
    state: 'good',
    title: t('committee.check.focal'),
    note: holder
      ? standIn
        ? t('committee.check.standIn', { name: holder.person.fullName })
        : holder.person.fullName
      : t('committee.check.onlyStandIn', { name: standIn?.person.fullName ?? '' }),
  };
}

function useSupportLine({ teams, supported, alone }: Load): Line {
  const { t, n } = useI18n();
  if (teams === 0) return { key: 'support', state: 'warn', title: t('committee.check.noTeams') };
  return {
    key: 'support',
    state: alone.length > 0 ? 'warn' : 'good',
    title: t('committee.check.supported', { n: n(supported), all: n(teams) }),
    ...(alone.length > 0 && {
      note: t('committee.check.without', {
        names: nameList(
          t,
          alone.map(({ name }) => name),
          NAMED,
        ),
      }),
    }),
  };
}

function useTermLine({ committee, termNoticeDays }: Load): Line {
  const { t, lang } = useI18n();
  const { lastDay = null, daysLeft = null } = committee ?? {};
  if (lastDay === null || daysLeft === null) return { key: 'term', state: 'good', title: t('committee.check.noTerm') };
  return {
    key: 'term',
    state: daysLeft <= termNoticeDays ? 'warn' : 'good',
    title: daysLeft > 0 ? t('committee.check.term', { n: daysLeft }) : t('committee.check.termToday'),
    note: t('committee.check.until', { day: formatDate(lastDay, lang, { withYear: true }) }),
  };
}

/** What the rule of the day asks of a committee, each demand with who meets it. */
export function ChecksCard({ load }: { load: Load }) {
  const { t } = useI18n();
  const ruleLine = useRuleLine(load);
  const lines = [...load.checks.map(ruleLine), useFocalLine(load), useSupportLine(load), useTermLine(load)];
  const missing = lines.filter(({ state }) => state === 'bad').length;
  const citation = load.checks[0]?.citation;
  return (
    <Card
      title={t('committee.rule')}
      aside={
        missing > 0 ? (
          <Chip tone="late" icon="alert-circle">
            {t('committee.lacking', { n: missing })}
          </Chip>
        ) : (
          <Chip tone="done" icon="check">
            {t('committee.complete')}
          </Chip>
        )
      }
    >
      <ul className="committee-checks">
        {lines.map(({ key, state, title, note }) => (
          <li key={key} data-state={state}>
            <Icon name={icons[state]} size={18} />
            <div>
              <b>{title}</b>
              {note && <span className="cell-2">{note}</span>}
            </div>
          </li>
        ))}
      </ul>
      {citation && <div className="card-foot">{t('committee.check.basis', { citation })}</div>}
    </Card>
  );
}
