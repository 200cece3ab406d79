import { Button } from '@mantine/core';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client.ts';
import { useIdentity } from '../../api/me.tsx';
import { useI18n } from '../../i18n/i18n.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Card, FilterChips, Notice } from '../../ui/layout.tsx';
import { MainWords, PageHeader } from '../../ui/header/page-header.tsx';
import { nameList } from '../../ui/names.ts';
import { EmptyState, Loaded } from '../../ui/states.tsx';
import { CommunesToInvite } from './communes-to-invite.tsx';
import { countOf, type InviteFilter, inviteFilters, type Invitations, sheetsIn, wholeOf } from './invite-facts.ts';
import './invites.css';
import { PrintCard } from './print-card.tsx';
import { TeamRows } from './team-rows.tsx';
import { type PrintChoice, useInvitations, usePrint, usePrintChoice } from './use-invites.ts';

const route = getRouteApi('/invites');

type Print = ReturnType<typeof usePrint>;

function PrintButton({ choice, print }: { choice: PrintChoice; print: Print }) {
  const { t } = useI18n();
  const { slips, printed, looks } = choice;
  const { slipsAtOnce: most } = choice.rule;
  const label =
    slips === 0
      ? t('invites.printNone')
      : slips > most
        ? t('invites.printTooMany', { most })
        : t('invites.print', { sheets: sheetsIn(printed, looks), slips });
  return (
    <Button
      leftSection={<Icon name="printer" />}
      disabled={slips === 0 || slips > most}
      loading={print.busy}
      onClick={print.print}
    >
      <MainWords long={label} short={t('invites.printShort', { sheets: sheetsIn(printed, looks) })} />
    </Button>
  );
}

/** Who holds a slip: printing ends it, unless they are left out. */
function OldSlips({ choice, given }: { choice: PrintChoice; given: Invitations }) {
  const { t } = useI18n();
  const n = countOf(given, 'invited');
  if (n === 0 || choice.filter === 'opened') return null;
  return (
    <Notice
      tone="doing"
      icon="alert-triangle"
      action={
        <Button size="xs" variant="default" onClick={() => choice.setKeepOld(!choice.keepOld)}>
          {t(choice.keepOld ? 'invites.takeIn' : 'invites.leaveOut', { n })}
        </Button>
      }
    >
      {t('invites.old', { n })}
    </Notice>
  );
}

function Printed({ print }: { print: Print }) {
  const { t } = useI18n();
  const { made, again } = print;
  if (!made) return null;
  const left = made.left.map(({ fullName }) => fullName);
  return (
    <Notice
      tone="done"
      icon="check"
      action={
        <Button size="xs" variant="default" onClick={again}>
          {t('invites.again')}
        </Button>
      }
    >
      {t('invites.printed', { n: made.slips })} {left.length > 0 && t('invites.left', { names: nameList(t, left) })}
    </Notice>
  );
}

function Commune({ unitId, given }: { unitId: string; given: Invitations }) {
  const { t } = useI18n();
  const choice = usePrintChoice(given);
  const print = usePrint(unitId, choice);
  const whole = wholeOf(given);
  const done = given.opened === given.people;
  return (
    <>
      <PageHeader
        title={t('invites.title')}
        state={
          done
            ? t('invites.all', { n: given.people })
            : t('invites.sub', { opened: given.opened, people: given.people })
        }
        main={!done && <PrintButton choice={choice} print={print} />}
      />
      <Printed print={print} />
      <div className="invites">
        <Card>
          <div className="toolbar">
            <FilterChips<InviteFilter>
              label={t('invites.filter')}
              value={choice.filter}
              onChange={choice.setFilter}
              options={inviteFilters.map((key) => ({ key, label: t(`invites.f.${key}`), count: countOf(given, key) }))}
            />
          </div>
          <TeamRows choice={choice} />
          <div className="invites-foot">
            <OldSlips choice={choice} given={given} />
            {whole > 0 && <p className="caption">{t('invites.whole', { n: whole })}</p>}
          </div>
        </Card>
        {choice.filter !== 'opened' && <PrintCard choice={choice} />}
      </div>
    </>
  );
}

function NoTeams() {
  const { t } = useI18n();
  return (
    <EmptyState
      isPage
      icon="users-group"
      title={t('invites.none')}
      actions={<Button renderRoot={(props) => <Link to="/import" {...props} />}>{t('invites.noneAct')}</Button>}
    />
  );
}

/** Invites on paper for the members of a commune's teams, and who of them has come in. */
export function InvitesPage() {
  const { post, commune } = useIdentity();
  const { unit } = route.useSearch();
  const unitId = unit ?? post.unit.id;
  const isCommune = commune || unit !== undefined;
  const query = useInvitations(unitId, isCommune);
  const readiness = api.useQuery(
    'get',
    '/units/{unitId}/readiness',
    { params: { path: { unitId } } },
    { enabled: !isCommune },
  );
  return (
    <div className="page">
      {isCommune ? (
        <Loaded query={query} rows={10}>
          {(given) => (given.people === 0 ? <NoTeams /> : <Commune key={unitId} unitId={unitId} given={given} />)}
        </Loaded>
      ) : (
        <Loaded query={readiness} rows={10}>
          {(found) => <CommunesToInvite readiness={found} />}
        </Loaded>
      )}
    </div>
  );
}
