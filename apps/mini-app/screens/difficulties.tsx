/** "Vướng mắc": what the team told, who sees to it until when, and what was answered. */
import { useEffect } from 'preact/hooks';
import type { Command, Difficulty } from '#client';
import type { DifficultyKind } from '#contracts/enums';
import {
  daysOver,
  type DifficultyState,
  difficulties,
  difficultiesFailed,
  inOrder,
  keepAsRead,
  loadDifficulties,
  stateOf,
} from '../model/difficulties.ts';
import { commands } from '../model/queue/kept-commands.ts';
import { may, post } from '../model/session.ts';
import { due, momentText, t } from '../model/words.ts';
import { href } from '../router.ts';
import { AppBar, Screen } from '../ui/chrome.tsx';
import { Icon, type IconName } from '../ui/icon.tsx';
import { ActionBar } from '../ui/more-parts.tsx';
import { Button, Disc, GroupHeading } from '../ui/parts.tsx';
import { EmptyState, ErrorState, SkeletonRows } from '../ui/states.tsx';

const ICONS: Record<DifficultyKind, IconName> = {
  task: 'tasks',
  signal: 'bars',
  skill: 'cap',
  membership: 'people',
  other: 'chat',
};
const CHIPS: Record<DifficultyState, { tone: string; icon: IconName }> = {
  new: { tone: 'new', icon: 'chat' },
  late: { tone: 'late', icon: 'warn' },
  seeing: { tone: 'doing', icon: 'clock' },
  sent: { tone: 'quiet', icon: 'send' },
  done: { tone: 'done', icon: 'checkCircle' },
};

// Of this screen only: rules in the common style sheet would be loaded before the first screen.
const TWO_LINES = {
  display: '-webkit-box',
  '-webkit-box-orient': 'vertical',
  '-webkit-line-clamp': 2,
  overflow: 'hidden',
};
const ANSWER = {
  display: 'block',
  marginTop: '8px',
  padding: '12px 14px',
  borderRadius: '4px 12px 12px 12px',
  background: 'var(--new-bg)',
};

export function DifficultiesScreen({ id }: { id?: string | undefined }) {
  useEffect(() => void loadDifficulties(), [id]);
  const rows = difficulties.value;
  if (id) return <OneDifficulty id={id} />;
  const team = post.value?.team;
  return (
    <Screen
      bar={<AppBar title={t('difficulties.title')} back={['to']} />}
      foot={
        team &&
        may('difficulty.report', team.id) && (
          <ActionBar>
            <Button wide icon="plus" href={href('kho-khan', team.id)}>
              {t('difficulties.tell')}
            </Button>
          </ActionBar>
        )
      }
    >
      {rows ? <List rows={inOrder(rows)} waiting={waitingHere(team?.id)} /> : <NotYet />}
    </Screen>
  );
}

const waitingHere = (teamId: string | undefined): Command[] =>
  commands.value.filter(
    ({ kind, state, view }) =>
      kind === 'difficulty' && view.teamId === teamId && (state === 'saved' || state === 'sending'),
  );

function NotYet() {
  const failed = difficultiesFailed.value;
  if (!failed) return <SkeletonRows />;
  return (
    <ErrorState
      title={t('task.unloaded')}
      text={t('task.unloaded.text')}
      code={failed}
      onRetry={() => void loadDifficulties()}
    />
  );
}

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
  const state = stateOf(one);
  return (
    <a class="row" href={href('vuong-mac', one.id)}>
      <Disc icon={ICONS[one.kind]} tone={state === 'new' ? 'tint' : 'inset'} />
      <span class="grow">
        <b style={TWO_LINES}>{one.text}</b>
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
        <b style={TWO_LINES}>{text}</b>
        <span class="muted">{t('difficulties.savedAt', { time: momentText(item.createdAt) })}</span>
        <span class="chip wait">
          <Icon name="device" size={16} />
          {t('difficulties.waiting')}
        </span>
      </span>
    </div>
  );
}

function StateChip({ one }: { one: Difficulty }) {
  const state = stateOf(one);
  const { tone, icon } = CHIPS[state];
  return (
    <span class={`chip ${tone}`}>
      <Icon name={icon} size={16} />
      {t(`difficulties.${state}`)}
    </span>
  );
}

/** Who must act and until when, or who has answered. */
function lineOf(one: Difficulty): string {
  if (one.answer && one.answeredAt)
    return t('difficulties.answered', {
      name: one.answeredBy?.fullName ?? '',
      time: momentText(one.answeredAt),
    });
  return one.dueOn ? clockOf(one, one.dueOn) : momentText(one.at);
}

function clockOf(one: Difficulty, dueOn: string): string {
  const n = daysOver(one);
  if (n > 0) return t(one.escalatedAt ? 'difficulties.overAbove' : 'difficulties.over', { n });
  return t('difficulties.answerBy', { deadline: due(dueOn, 'inline') });
}

function OneDifficulty({ id }: { id: string }) {
  const one = difficulties.value?.find((each) => each.id === id);
  // Left open, it still counts as new in the list behind; read is what stood on the screen and was left.
  useEffect(() => () => one && keepAsRead(one), [one]);
  return (
    <Screen bar={<AppBar title={t('difficulties.one')} back={['vuong-mac']} />}>
      {one ? (
        <Story one={one} />
      ) : difficulties.value && !difficultiesFailed.value ? (
        <EmptyState title={t('difficulties.gone')} text={t('difficulties.gone.text')} />
      ) : (
        <NotYet />
      )}
    </Screen>
  );
}

function Story({ one }: { one: Difficulty }) {
  return (
    <>
      <section class="head">
        <p class="head-line">
          <span class="chips">
            <StateChip one={one} />
          </span>
          <span class="muted">{t('difficulties.kind', { kind: t(`difficulty.${one.kind}`) })}</span>
        </p>
        {!one.answer && one.dueOn && <p class={daysOver(one) > 0 ? 'late' : ''}>{clockOf(one, one.dueOn)}</p>}
      </section>
      <div class="card rows">
        <Step icon="send" title={t('difficulties.told', { name: one.by.fullName })} at={one.at}>
          <span class="pre">{one.text}</span>
        </Step>
        {one.owner && !one.answer && (
          <Step icon="clock" title={t('difficulties.owner', { name: one.owner.fullName })} at={one.owner.position} />
        )}
        {one.answer && (
          <Step icon="chat" title={t('difficulties.answers', { name: answererOf(one) })} at={one.answeredAt}>
            <span class="pre" style={ANSWER}>
              {one.answer}
            </span>
          </Step>
        )}
      </div>
    </>
  );
}

const answererOf = ({ answeredBy }: Difficulty): string =>
  [answeredBy?.fullName, answeredBy?.position].filter(Boolean).join(', ');

interface StepProps {
  icon: IconName;
  title: string;
  /** A moment, or words that stand in its place. */
  at: string | null | undefined;
  children?: preact.ComponentChildren;
}
function Step({ icon, title, at, children }: StepProps) {
  const line = at && /^\d{4}-/.test(at) ? momentText(at) : at;
  return (
    <div class="row still top">
      <Disc icon={icon} tone={icon === 'chat' ? 'tint' : 'inset'} />
      <span class="grow">
        <b>{title}</b>
        {line && <span class="muted">{line}</span>}
        {children}
      </span>
    </div>
  );
}
