/** On the day that came with a piece of advice, one line for whoever gave it: asked, or a week later. */
import { today } from '../../model/clock.ts';
import { askNow, closeFollowUp, type FollowUp, followUps, moveFollowUp, titleOf } from '../../model/follow-ups.ts';
import { askedAgain } from '../../model/home-extras.ts';
import { tellWhatBecame, useSending } from '../../model/queue/tell.ts';
import { ready } from '../../model/words/more-words.ts';
import { dayText, t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { Button, Disc, GroupHeading } from '../../ui/parts.tsx';

const aboutText = ({ note, happenedOn }: FollowUp): string =>
  [t('followUp.since', { day: dayText(happenedOn) }), note].filter(Boolean).join('. ');

function FollowUpLine({ one }: { one: FollowUp }) {
  const close = useSending(async () => {
    const made = await closeFollowUp(one);
    if (made) await tellWhatBecame(made.id, () => t('followUp.closed'));
  });
  const move = useSending(async () => {
    const { made, askOn } = await moveFollowUp(one);
    if (made) await tellWhatBecame(made.id, () => t('followUp.moved', { day: dayText(askOn) }));
  });
  const title = tidy(titleOf(one));
  const lead = t(one.askOn === today() ? 'followUp.today' : 'followUp.late', { title, day: dayText(one.askOn) });
  const words = (
    <>
      <Disc icon="chat" />
      <p class="grow">
        <b>{lead}</b>
        <span class="muted two-lines">{aboutText(one)}</span>
      </p>
    </>
  );
  return (
    <section class="card follow-up" aria-label={lead}>
      {one.task ? (
        <a class="row" href={href('viec', one.task.id)}>
          {words}
        </a>
      ) : (
        <div class="row">{words}</div>
      )}
      <div class="two">
        <Button kind="outline" icon="check" onClick={close}>
          {t('followUp.close')}
        </Button>
        <Button kind="text" onClick={move}>
          {t('followUp.move')}
        </Button>
      </div>
    </section>
  );
}

export function FollowUpLines() {
  return (
    <>
      {askNow.value.map((one) => (
        <FollowUpLine key={one.id} one={one} />
      ))}
    </>
  );
}

/** What the team still asks about: a leader reads all of it, a member their own. */
export function TeamFollowUps({ teamId }: { teamId: string }) {
  const open = followUps.value.filter(({ team }) => team.id === teamId);
  if (open.length === 0) return null;
  return (
    <>
      <GroupHeading count={t('followUp.count', { n: open.length })}>{t('followUp.open')}</GroupHeading>
      <div class="card rows">
        {open.map((one) => (
          <div class="row still" key={one.id}>
            <Disc icon="chat" tone="inset" />
            <p class="grow">
              <b>{tidy(titleOf(one))}</b>
              <span class={one.askOn < today() ? 'wait-word' : 'muted'}>
                {t('followUp.by', { name: one.by.fullName, day: dayText(one.askOn) })}
              </span>
            </p>
          </div>
        ))}
      </div>
    </>
  );
}

/** Below the act of today, which nothing pushes out of sight. */
export async function showFollowUps(): Promise<void> {
  await ready;
  askedAgain.value = <FollowUpLines />;
}
