/** "Vướng mắc": what the team told, who sees to it until when, what was answered; and what others were answered. */
import { useEffect } from 'preact/hooks';
import type { Command, Difficulty } from '#client';
import type { DifficultyKind } from '#contracts/enums';
import { difficulties, difficultiesFailed, inOrder, loadDifficulties, stateOf } from '../../model/difficulties.ts';
import { commands, isOpen } from '../../model/queue/kept-commands.ts';
import { may, post } from '../../model/sign-in/session.ts';
import { momentText, t } from '../../model/words/words.ts';
import { goInstead, href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button, Disc, GroupHeading } from '../../ui/parts.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { KnowHowOffline, KnowHowTab } from './know-how.tsx';
import { ICONS, lineOf, StateChip } from './looks.tsx';
import { NotYet } from './not-yet.tsx';
import { OneDifficulty } from './story.tsx';

export function DifficultiesScreen({ id, part }: { id?: string | undefined; part?: string | undefined }) {
  const known = id === 'cach-lam';
  // What has left the phone meanwhile stands in the server's list.
  const unsent = commands.value.filter((item) => item.kind.startsWith('difficulty') && isOpen(item)).length;
  useEffect(() => void (known || loadDifficulties()), [id, unsent]);
  if (id && !known) return <OneDifficulty id={id} />;
  const team = post.value?.team;
  const waiting = waitingHere(team?.id);
  const tell = team && may('difficulty.report', team.id);
  return (
    <Screen
      bar={<AppBar title={t('difficulties.title')} back={['to']} />}
      foot={
        tell &&
        !known && (
          <ActionBar>
            <Button wide icon="plus" href={href('kho-khan', team.id)}>
              {t('difficulties.tell')}
            </Button>
          </ActionBar>
        )
      }
    >
      {known && <KnowHowOffline />}
      <div class="tabs-two" role="group" aria-label={t('difficulties.title')}>
        <Tab on={!known} word={t('difficulties.ofTeam')} to={['vuong-mac']} />
        <Tab on={known} word={t('knowHow.title')} to={['vuong-mac', 'cach-lam']} />
      </div>
      {known ? (
        <KnowHowTab first={part} teamId={tell ? team.id : undefined} />
      ) : difficulties.value || waiting.length > 0 ? (
        <List rows={inOrder(difficulties.value ?? [])} waiting={waiting} />
      ) : (
        <NotYet failed={difficultiesFailed.value} load={loadDifficulties} />
      )}
    </Screen>
  );
}

const Tab = ({ on, word, to }: { on: boolean; word: string; to: string[] }) => (
  <button type="button" class="pick" aria-pressed={on} onClick={() => goInstead(...to)}>
    <b>{word}</b>
  </button>
);

const waitingHere = (teamId: string | undefined): Command[] =>
  commands.value.filter((item) => item.kind === 'difficulty' && item.view.teamId === teamId && isOpen(item));

function List({ rows, waiting }: { rows: readonly Difficulty[]; waiting: readonly Command[] }) {
  const open = rows.filter((one) => stateOf(one) !== 'done');
  const done = rows.filter((one) => stateOf(one) === 'done');
  if (rows.length + waiting.length === 0)
    return <EmptyState hall title={t('difficulties.empty')} text={t('difficulties.empty.text')} />;
  return (
    <>
      {open.length + waiting.length > 0 && (
        <div class="card rows">
          {open.map((one) => (
            <Row key={one.id} one={one} />
          ))}
          {waiting.map((item) => (
            <Waiting key={item.id} item={item} />
          ))}
        </div>
      )}
      {done.length > 0 && (
        <section>
          <GroupHeading>{t('difficulties.done')}</GroupHeading>
          <div class="card rows">
            {done.map((one) => (
              <Row key={one.id} one={one} />
            ))}
          </div>
        </section>
      )}
    </>
  );
}

function Row({ one }: { one: Difficulty }) {
  return (
    <a class="row" href={href('vuong-mac', one.id)}>
      <Disc icon={ICONS[one.kind]} tone={stateOf(one) === 'new' ? 'tint' : 'inset'} />
      <span class="grow">
        <b class="two-lines">{one.text}</b>
        <span class="muted">{lineOf(one)}</span>
        <StateChip one={one} />
      </span>
      <Icon name="next" />
    </a>
  );
}

function Waiting({ item }: { item: Command }) {
  const { kind, text } = item.body as { kind: DifficultyKind; text: string };
  return (
    <div class="row still">
      <Disc icon={ICONS[kind]} tone="inset" />
      <span class="grow">
        <b class="two-lines">{text}</b>
        <span class="muted">{t('difficulties.savedAt', { time: momentText(item.createdAt) })}</span>
        <span class="chip wait">
          <Icon name="device" size={16} />
          {t('difficulties.waiting')}
        </span>
      </span>
    </div>
  );
}
