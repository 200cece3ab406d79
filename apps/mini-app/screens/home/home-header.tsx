/** Whose team, which commune, who I am, and how fresh the list is. */
import { network } from '../../model/device/network.ts';
import { chooseTeam, communeOf, me, post, shortTeam, teamPosts } from '../../model/sign-in/session.ts';
import { loadTasks, myTasks, tasksFresh, tasksLoad } from '../../model/tasks.ts';
import { momentText, t } from '../../model/words/words.ts';
import { SettingsLink, useScreenTitle } from '../../ui/chrome.tsx';
import { UnitEmblem } from '../../ui/drum.tsx';
import { Icon } from '../../ui/icon.tsx';
import { DrumMotif } from '../../ui/ornament.tsx';

export function HomeHeader({ failed }: { failed: boolean }) {
  const here = post.value;
  const commune = communeOf(here);
  const name = me.value?.person.fullName;
  const ref = useScreenTitle(t('home.title'));
  const teamName = here?.team
    ? t('home.team', { team: shortTeam(here.team.name) })
    : (here?.unit.fullName ?? t('app.name'));
  return (
    <header class="home-header">
      <DrumMotif />
      <div class="home-issuer">
        <UnitEmblem size={40} />
        <p>
          {teamPosts.value.length > 1 ? <TeamSwitch name={teamName} /> : <b>{teamName}</b>}
          {name && <span>{commune ? t('home.commune', { name, commune: commune.name }) : name}</span>}
        </p>
        <SettingsLink />
      </div>
      <div class="home-title">
        <h1 ref={ref} tabIndex={-1}>
          {t('home.title')}
        </h1>
        <SyncMark failed={failed} />
      </div>
    </header>
  );
}

/** Members of several teams change between them in the header; the phone's own list opens. */
function TeamSwitch({ name }: { name: string }) {
  return (
    <label class="team-switch">
      <b>{name}</b>
      <Icon name="swap" size={20} />
      <select
        aria-label={t('home.switchTeam')}
        value={post.value?.team?.id}
        onChange={(event) => {
          chooseTeam(event.currentTarget.value);
          location.reload();
        }}
      >
        {teamPosts.value.map((one) => (
          <option key={one.id} value={one.team?.id}>
            {one.team?.name}
          </option>
        ))}
      </select>
    </label>
  );
}

function SyncMark({ failed }: { failed: boolean }) {
  const asOf = myTasks.value?.asOf;
  const offline = network.value === 'none' || (failed && asOf !== undefined);
  const loading = tasksLoad.value === 'loading';
  const [icon, text] = !asOf
    ? failed
      ? (['warn', t('sync.failed')] as const)
      : (['cloud', t('state.loading')] as const)
    : offline || (!tasksFresh.value && !loading)
      ? (['noWifi', t('sync.saved', { time: momentText(asOf) })] as const)
      : ([
          'cloud',
          t(loading && !tasksFresh.value ? 'sync.saved' : 'sync.updated', { time: momentText(asOf) }),
        ] as const);
  return (
    <button type="button" class="sync" aria-label={`${text}. ${t('sync.refresh')}`} onClick={() => void loadTasks()}>
      <Icon name={icon} size={20} />
      <span>{text}</span>
    </button>
  );
}
