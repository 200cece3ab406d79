/** One difficulty: until when and by whom, what happened in turn, and what the team says to the answer. */
import { useEffect, useState } from 'preact/hooks';
import type { Difficulty } from '#client';
import { dateInVietnam, daysBetween } from '#i18n/dates';
import { today } from '../../model/clock.ts';
import {
  daysOver,
  difficulties,
  difficultiesFailed,
  loadDifficulties,
  keepAsRead,
  pendingOn,
  reopenUntil,
} from '../../model/difficulties.ts';
import { askFurther, closeDifficulty, reopenDifficulty } from '../../model/queue/commands.ts';
import { enqueue } from '../../model/queue/enqueue.ts';
import { tellWhatBecame, useSending } from '../../model/queue/tell.ts';
import { may } from '../../model/sign-in/session.ts';
import { dayText, due, momentText, t, tidy } from '../../model/words/words.ts';
import type { MiniAppKey } from '#i18n/mini-app.vi';
import type { CommandDraft } from '#client';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Field } from '../../ui/fields.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { ActionBar } from '../../ui/more-parts.tsx';
import { Button } from '../../ui/parts.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { brief, StateChip } from './looks.tsx';
import { NotYet } from './not-yet.tsx';

export function OneDifficulty({ id }: { id: string }) {
  const one = difficulties.value?.find((each) => each.id === id);
  // Left open, it still counts as new in the list behind; read is what stood on the screen and was left.
  useEffect(() => () => one && keepAsRead(one), [one]);
  return (
    <Screen
      bar={<AppBar title={one ? brief(one.text) : t('difficulties.one')} back={['vuong-mac']} />}
      foot={one && <Foot one={one} />}
    >
      {one ? (
        <Story one={one} />
      ) : difficulties.value && !difficultiesFailed.value ? (
        <EmptyState title={t('difficulties.gone')} text={t('difficulties.gone.text')} />
      ) : (
        <NotYet failed={difficultiesFailed.value} load={loadDifficulties} />
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
        <Clock one={one} />
      </section>
      <ol class="card story">
        <Step icon="send" title={t('difficulties.told', { name: one.by.fullName })} line={momentText(one.at)}>
          <span class="pre">{one.text}</span>
          <Place one={one} />
        </Step>
        {(one.steps ?? []).map((step) => (
          <StepOf key={step.kind + step.at} step={step} />
        ))}
        <Next one={one} />
      </ol>
      {one.provider?.contact && /^\+?[\d .]{6,}$/.test(one.provider.contact) && (
        <Button kind="outline" wide icon="phone" href={`tel:${one.provider.contact.replace(/[ .]/g, '')}`}>
          {t('difficulties.call', { name: one.provider.name })}
        </Button>
      )}
    </>
  );
}

/** The clock that runs: whoever is to answer, or whoever promised a day. */
function Clock({ one }: { one: Difficulty }) {
  if (one.closedAt) return null;
  const name = one.provider?.name ?? t('difficulties.commune');
  if (one.answer) {
    if (!one.promisedOn) return null;
    const left = daysBetween(today(), one.promisedOn);
    const word =
      left > 0 ? 'difficulties.promiseLeft' : left === 0 ? 'difficulties.promiseLast' : 'difficulties.promiseOver';
    return (
      <ClockBox
        over={left < 0}
        title={t('difficulties.promised', { deadline: due(one.promisedOn, 'inline') })}
        line={t(word, { name, n: Math.abs(left) })}
      />
    );
  }
  if (!one.dueOn) return null;
  const over = daysOver(one);
  const deadline = due(one.dueOn, 'inline');
  const title = one.provider
    ? t('difficulties.answerByCompany', { name, deadline })
    : t('difficulties.mustAnswer', { deadline });
  const left = daysBetween(today(), one.dueOn);
  const line =
    over > 0
      ? one.escalatedAt
        ? t('difficulties.overAbove', {
            n: over,
            who: t(one.provider ? 'difficulties.whoCompany' : 'difficulties.who'),
          })
        : t('difficulties.over', { n: over })
      : left === 0
        ? t('difficulties.lastDay')
        : t('difficulties.left', { n: left });
  return <ClockBox over={over > 0} title={title} line={line} />;
}

const ClockBox = ({ over, title, line }: { over: boolean; title: string; line: string }) => (
  <div class={`clock${over ? ' over' : ''}`}>
    <Icon name="clock" />
    <p>
      <b>{title}</b>
      <span>{line}</span>
    </p>
  </div>
);

function Place({ one }: { one: Difficulty }) {
  const photos = one.photos ?? [];
  const waiting = one.photosPending ?? 0;
  const parts = [
    [one.spot, one.hamlet?.fullName].filter(Boolean).join(', '),
    photos.length > 0 && t('difficulties.photos', { n: photos.length }),
    waiting > 0 && t('difficulties.photosComing', { n: waiting }),
  ].filter(Boolean);
  return (
    <>
      {parts.length > 0 && (
        <span class="muted where">
          <Icon name="pin" size={20} />
          <span>{parts.join('. ')}</span>
        </span>
      )}
      {photos.length > 0 && (
        <span class="shots">
          {photos.map(({ id, url }, i) => (
            <img key={id} src={url} alt={t('photo.number', { n: i + 1 })} loading="lazy" />
          ))}
        </span>
      )}
    </>
  );
}

type StepData = NonNullable<Difficulty['steps']>[number];
const STEP_ICONS: Record<StepData['kind'], IconName> = {
  passed_on: 'swap',
  above: 'swap',
  answered: 'chat',
  asked: 'chat',
  closed: 'check',
  reopened: 'retry',
};
const TITLES: Record<'answered' | 'asked' | 'closed' | 'reopened', MiniAppKey> = {
  answered: 'difficulties.answers',
  asked: 'difficulties.asked',
  closed: 'difficulties.closedBy',
  reopened: 'difficulties.reopened',
};

function StepOf({ step }: { step: StepData }) {
  const { kind, by, provider, text } = step;
  const name = (kind === 'answered' && provider?.name) || (by?.fullName ?? '');
  const title =
    kind === 'passed_on'
      ? t(by ? 'difficulties.passedOn' : 'difficulties.passedOnByRule')
      : kind === 'above'
        ? t(by ? 'difficulties.aboveByHand' : 'difficulties.above')
        : t(TITLES[kind], { name });
  const who = kind === 'passed_on' ? provider?.name : kind === 'answered' ? whoOf(step) : kind === 'above' && name;
  return (
    <Step
      icon={STEP_ICONS[kind]}
      tint={kind === 'answered'}
      title={title}
      line={[momentText(step.at), who].filter(Boolean).join(', ')}
    >
      {text && <span class={kind === 'answered' ? 'pre said' : 'pre'}>{text}</span>}
    </Step>
  );
}

/** Beside a company its person, beside a person the post. */
const whoOf = ({ by, provider }: StepData) => (provider ? by?.fullName : by?.position);

/** What comes next, when it is known. */
function Next({ one }: { one: Difficulty }) {
  if (one.owner && !one.answer)
    return (
      <Step icon="clock" title={t('difficulties.owner', { name: one.owner.fullName })} line={one.owner.position} />
    );
  if (one.answer && !one.closedAt && one.promisedOn && one.promisedOn >= today())
    return (
      <Step
        icon="clock"
        title={t('difficulties.check')}
        line={t('difficulties.checkAfter', { day: dayText(one.promisedOn) })}
      />
    );
  return null;
}

interface StepProps {
  icon: IconName;
  title: string;
  line?: string | null | undefined;
  tint?: boolean;
  children?: preact.ComponentChildren;
}
const Step = ({ icon, title, line, tint, children }: StepProps) => (
  <li>
    <span class={`point${tint ? ' tint' : ''}`} aria-hidden="true">
      <Icon name={icon} size={20} />
    </span>
    <span class="grow">
      <b>{tidy(title)}</b>
      {line && <span class="muted">{line}</span>}
      {children}
    </span>
  </li>
);

/** "Hỏi thêm" opens in place; "Được rồi" closes; what is closed can be opened again for thirty days. */
function Foot({ one }: { one: Difficulty }) {
  const [asking, setAsking] = useState(false);
  const tell = async (draft: CommandDraft, word: MiniAppKey) => {
    const [made] = await enqueue(draft);
    setAsking(false);
    if (made) await tellWhatBecame(made.id, () => t(word));
  };
  const close = useSending(() => tell(closeDifficulty(one), 'difficulties.closeSent'));
  const reopen = useSending(() => tell(reopenDifficulty(one), 'difficulties.reopenSent'));
  if (!may('difficulty.report', one.team.id) || pendingOn(one)) return null;
  const until = reopenUntil(one);
  if (until)
    return (
      <ActionBar hint={t('difficulties.reopenUntil', { deadline: due(dateInVietnam(until), 'inline') })}>
        <Button kind="outline" wide icon="retry" onClick={reopen}>
          {t('difficulties.reopen')}
        </Button>
      </ActionBar>
    );
  if (!one.answer || one.closedAt) return null;
  if (asking)
    return (
      <Asking onSend={(text) => tell(askFurther(one, text), 'difficulties.askSent')} onBack={() => setAsking(false)} />
    );
  return (
    <ActionBar hint={t('difficulties.helps')}>
      <Button kind="outline" icon="chat" onClick={() => setAsking(true)}>
        {t('difficulties.ask')}
      </Button>
      <Button icon="check" onClick={close}>
        {t('difficulties.close')}
      </Button>
    </ActionBar>
  );
}

function Asking({ onSend, onBack }: { onSend: (text: string) => Promise<void>; onBack: () => void }) {
  const [text, setText] = useState('');
  const [tried, setTried] = useState(false);
  const clean = text.trim().normalize('NFC');
  const send = useSending(async () => {
    setTried(true);
    if (clean.length >= 3) await onSend(clean);
  });
  return (
    <ActionBar
      above={
        <Field
          label={t('difficulties.askLabel')}
          value={text}
          onInput={setText}
          error={tried && clean.length < 3 ? t('difficulties.askNeeded') : undefined}
        />
      }
    >
      <Button kind="outline" onClick={onBack}>
        {t('act.goBack')}
      </Button>
      <Button icon="send" onClick={send}>
        {t('difficulties.askSend')}
      </Button>
    </ActionBar>
  );
}
