/** The order itself, in the order in which it is read. */
import type { TaskDetail } from '#client';
import { dateInVietnam } from '#i18n/dates';
import { deadlineText } from '#i18n/deadlines';
import type { ShownTask } from '../../model/queue/overlay.ts';
import { insideSentence, shortTeam } from '../../model/sign-in/session.ts';
import { now } from '../../model/clock.ts';
import { dayText, due, lang, t, tidy, unitWord } from '../../model/words/words.ts';
import { Banner } from '../../ui/chrome.tsx';
import { UnitEmblem } from '../../ui/drum.tsx';
import { CallButton } from '../../ui/fields.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Avatar } from '../../ui/avatar.tsx';
import { CountBar, StatusChip } from '../../ui/more-parts.tsx';
import { Card, GroupHeading } from '../../ui/parts.tsx';
import { WaitChip } from '../../ui/more-parts.tsx';
import { MovedNote, seenBy } from './moved-note.tsx';

export type SheetName = 'decline' | 'extension' | 'delegate' | 'products' | 'basis' | 'guide' | 'moved';

export function TaskHead({ task, open }: { task: ShownTask<TaskDetail>; open: (sheet: SheetName) => void }) {
  const when =
    task.acceptedAt && task.state !== 'assigned'
      ? t('task.acceptedOn', { day: dayText(dateInVietnam(task.acceptedAt)) })
      : t('task.issuedOn', { day: dayText(dateInVietnam(task.issuedAt)) });
  return (
    <section class="head">
      {task.returned && task.state === 'returned' && (
        <Banner tone="late" icon="returned" title={t('task.returned')} text={returnedText(task)} />
      )}
      <p class="head-line">
        <span class="chips">
          <StatusChip state={task.state} />
          {task.priority === 'urgent' && <span class="chip late">{t('task.urgent')}</span>}
          {task.pending.waiting && <WaitChip />}
        </span>
        <span class="muted">{when}</span>
      </p>
      <h2 class="screen-title">{tidy(task.title)}</h2>
      {task.moved && <MovedNote moved={task.moved} onWhy={() => open('moved')} />}
      <div class="issuer">
        <UnitEmblem size={36} />
        <p>
          <b>{t('task.issuer', { unit: insideSentence(task.issuer.fullName) })}</b>
          <span class="muted">
            {t('task.issuedBy', {
              name: [task.issuedBy.fullName, task.issuedBy.position].filter(Boolean).join(', '),
              team: shortTeam(task.team.name),
            })}
          </span>
          {task.doer && (
            <span class="muted">{task.doerIsMe ? t('home.doerMe') : t('home.doer', { name: task.doer.fullName })}</span>
          )}
          {task.state === 'declined' && <span class="late">{t('task.declined.next')}</span>}
          {task.extension && !task.extension.answeredAt && (
            <span class="muted">{t('task.extensionAsked', { day: dayText(task.extension.until) })}</span>
          )}
        </p>
      </div>
    </section>
  );
}

const returnedText = (task: TaskDetail): string =>
  [
    ...(task.returned?.reasons ?? []).filter((reason) => reason !== 'other').map((reason) => t(`return.${reason}`)),
    task.returned?.comment,
  ]
    .filter(Boolean)
    .join('. ');

function Fact({ icon, label, children }: { icon: IconName; label: string; children: preact.ComponentChildren }) {
  return (
    <div class="fact">
      <Icon name={icon} />
      <div class="grow">
        <span class="muted">{label}</span>
        {children}
      </div>
    </div>
  );
}

export function Facts({ task, open }: { task: ShownTask<TaskDetail>; open: (sheet: SheetName) => void }) {
  const { reported, target } = task.figures;
  const unit = unitWord(task.indicator);
  const seen = seenBy(task);
  return (
    <Card class="rows">
      <Fact icon="calendar" label={t('task.deadline')}>
        <b class="title">{due(task.dueOn, 'long')}</b>
        <span class="muted">{tidy(deadlineText(task.dueOn, now(), 'relative', lang.value))}</span>
        {task.changed && <Changed changed={task.changed} unit={unit} />}
      </Fact>
      <Fact icon="target" label={t('task.target')}>
        <b class="title">
          {task.missingProducts
            ? t('task.target.products', { n: target, unit })
            : t('task.target.count', { n: target, unit })}
        </b>
        <CountBar value={reported - task.pending.value} added={task.pending.value} target={target} />
        <span class="muted">
          {task.missingProducts
            ? t('task.listed', { have: reported, missing: Math.max(0, target - reported) })
            : reported >= target
              ? t('task.full', { have: reported })
              : t('task.counted', { have: reported, missing: Math.max(0, target - reported), unit })}
        </span>
        {seen && <span class="muted">{seen}</span>}
        {task.missingProducts && (
          <button type="button" class="link" onClick={() => open('products')}>
            {t('task.seeMissing')}
          </button>
        )}
      </Fact>
      {task.partner && <PartnerFact partner={task.partner} unit={unit} />}
      <Fact icon="pencil" label={t('task.work')}>
        <p class="pre">{task.work}</p>
      </Fact>
      <Fact icon="paper" label={t('task.basis')}>
        <button type="button" class="plain" onClick={() => open('basis')}>
          {tidy(task.directive.citation)}
        </button>
      </Fact>
    </Card>
  );
}

/** The order is not as the team first read it: what is different, and why. */
function Changed({ changed, unit }: { changed: NonNullable<TaskDetail['changed']>; unit: string }) {
  const { dueFrom, dueTo, targetFrom = 0, targetTo, reworded, reason, by, at } = changed;
  return (
    <>
      {dueFrom && dueTo && (
        <span class="wait-word">{t('task.changed.due', { from: dayText(dueFrom), to: dayText(dueTo) })}</span>
      )}
      {targetTo !== undefined && (
        <span class="wait-word">{t('task.changed.target', { from: targetFrom, to: targetTo, unit })}</span>
      )}
      {reworded && <span class="wait-word">{t('task.changed.words')}</span>}
      <span class="muted">
        {t('task.changed.by', { name: by.fullName, day: dayText(dateInVietnam(at)), reason })}
        {changed.afterAcceptance && ` ${t('task.changed.accepted')}`}
      </span>
    </>
  );
}

/** Joint work: the company reports too, and what it says is added to nothing. */
function PartnerFact({ partner, unit }: { partner: NonNullable<TaskDetail['partner']>; unit: string }) {
  const { name, reported, reportedOn } = partner;
  return (
    <Fact icon="people" label={t('task.partner')}>
      <b>{name}</b>
      <span class="muted">
        {reportedOn
          ? t('task.partner.reported', { n: reported, unit, day: dayText(reportedOn) })
          : t('task.partner.silent')}
      </span>
      <span class="muted">{t('task.partner.once')}</span>
    </Fact>
  );
}

export function Supporters({ task }: { task: ShownTask<TaskDetail> }) {
  if (task.supporters.length === 0) return null;
  return (
    <section>
      <GroupHeading>{t('task.supporter')}</GroupHeading>
      <div class="card rows">
        {task.supporters.map((person) => (
          <div class="row still" key={person.id}>
            <Avatar name={person.fullName} />
            <p class="grow">
              <b>{person.fullName}</b>
              {person.position && <span class="muted">{person.position}</span>}
            </p>
            <CallButton person={person} word />
          </div>
        ))}
      </div>
    </section>
  );
}

export function Guide({ task, open }: { task: TaskDetail; open: () => void }) {
  return (
    <section>
      <GroupHeading>{t('task.guide')}</GroupHeading>
      <button type="button" class="card row" onClick={open}>
        <span class="lead square">
          <Icon name="book" />
        </span>
        <span class="grow">
          <b>{tidy(task.title)}</b>
          <span class="muted">{t('task.guide.steps', { n: task.guide.length })}</span>
        </span>
        <Icon name="next" />
      </button>
    </section>
  );
}
