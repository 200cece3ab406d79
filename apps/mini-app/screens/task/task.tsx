/** One order: what, who asks, deadline, target, concrete work, basis, supporter, guide; then the answer. */
import { useState } from 'preact/hooks';
import type { TaskDetail } from '#client';
import type { ShownTask } from '../../model/queue/overlay.ts';
import { may } from '../../model/sign-in/session.ts';
import { dayText, t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Icon } from '../../ui/icon.tsx';
import { ActionBar, StatusChip } from '../../ui/more-parts.tsx';
import { Button, GroupHeading } from '../../ui/parts.tsx';
import { BottomSheet } from '../../ui/sheet.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { DelegateSheet } from './delegate.tsx';
import { MovedSheet } from './moved-note.tsx';
import { DeclineSheet, ExtensionSheet } from './decline.tsx';
import { TaskMissing } from './task-missing.tsx';
import { useTask } from './use-task.ts';
import { TaskActions } from './task-actions.tsx';
import { TwoPhones, useTwoPhones } from './two-phones.tsx';
import { Facts, Guide, type SheetName, Supporters, TaskHead } from './task-order.tsx';
import { BusyRow } from '../busy.tsx';
import { KnowHowOffer } from '../know-how-offer.tsx';
import { QuickCards } from '../quick-cards.tsx';
import { ReadAloud } from '../read-aloud.tsx';

export function TaskScreen({ id, open }: { id: string; open?: string | undefined }) {
  const { task, failed, retry } = useTask(id);
  const [sheet, setSheet] = useState<SheetName | undefined>(
    open === 'lui-han' ? 'extension' : open === 'tu-choi' ? 'decline' : undefined,
  );
  const [two, onKept] = useTwoPhones(task);
  if (!task) return <TaskMissing failed={failed} retry={retry} />;
  if (two) return <TwoPhones task={task} onKept={onKept} />;
  if (task.state === 'cancelled') return <Withdrawn task={task} />;
  const title = t(task.state === 'assigned' || task.state === 'declined' ? 'task.title.new' : 'task.title.doing');
  return (
    <Screen
      bar={
        <AppBar title={title} back={[]}>
          <ReadAloud task={task} />
        </AppBar>
      }
      foot={<TaskActions task={task} open={setSheet} />}
    >
      <TaskHead task={task} open={setSheet} />
      <Facts task={task} open={setSheet} />
      <Supporters task={task} />
      {task.guide.length > 0 && <Guide task={task} open={() => setSheet('guide')} />}
      <QuickCards templateCode={task.templateCode} />
      {task.state !== 'confirmed' && <KnowHowOffer indicatorCode={task.indicator.code} />}
      {['assigned', 'accepted', 'returned', 'submitted'].includes(task.state) && <More task={task} open={setSheet} />}
      {sheet && <Sheets name={sheet} task={task} close={() => setSheet(undefined)} />}
    </Screen>
  );
}

function Withdrawn({ task }: { task: ShownTask<TaskDetail> }) {
  return (
    <Screen
      bar={<AppBar title={t('task.title.new')} back={[]} />}
      foot={
        <ActionBar>
          <Button wide href={href()}>
            {t('task.backHome')}
          </Button>
        </ActionBar>
      }
    >
      <section class="head">
        <p class="head-line">
          <StatusChip state="cancelled" />
        </p>
        <h2 class="screen-title">{tidy(task.title)}</h2>
      </section>
      <EmptyState title={t('task.withdrawn')} text={task.cancelled?.reason ?? ''} />
    </Screen>
  );
}

/** What is possible beside the main answer: pass it on, ask for more time, see what was recorded. */
function More({ task, open }: { task: ShownTask<TaskDetail>; open: (sheet: SheetName) => void }) {
  // What was handed in can still be mended, until the commune has confirmed it.
  const answers = ['accepted', 'returned'].includes(task.state) && may('task.answer', task.team.id);
  const inHand = task.state !== 'submitted';
  if (!inHand && task.entries.length === 0) return null;
  return (
    <section>
      <GroupHeading>{t('task.more')}</GroupHeading>
      <div class="card rows">
        {answers && (
          <button type="button" class="row" onClick={() => open('delegate')}>
            <Icon name="people" />
            <b class="grow">{t('act.delegate')}</b>
            <Icon name="next" />
          </button>
        )}
        {answers && (!task.extension || task.extension.answeredAt) && (
          <button type="button" class="row" onClick={() => open('extension')}>
            <Icon name="clock" />
            <b class="grow">{t('act.askExtension')}</b>
            <Icon name="next" />
          </button>
        )}
        {inHand && <BusyRow />}
        {task.entries.length > 0 && (
          <a class="row" href={href('viec', task.id, 'da-ghi')}>
            <Icon name="tasks" />
            <b class="grow">{t('task.entries', { n: task.entries.length })}</b>
            <Icon name="next" />
          </a>
        )}
      </div>
    </section>
  );
}

function Sheets({ name, task, close }: { name: SheetName; task: ShownTask<TaskDetail>; close: () => void }) {
  const shut = (
    <Button kind="outline" wide onClick={close}>
      {t('act.close')}
    </Button>
  );
  switch (name) {
    case 'decline':
      return <DeclineSheet task={task} onClose={close} />;
    case 'extension':
      return <ExtensionSheet task={task} onClose={close} />;
    case 'delegate':
      return <DelegateSheet task={task} onClose={close} />;
    case 'products':
      return (
        <BottomSheet title={t('task.products')} onClose={close} actions={shut}>
          <Products products={(task.missingProducts ?? []).filter(({ hamlet }) => !hamlet)} />
        </BottomSheet>
      );
    case 'moved':
      return task.moved ? <MovedSheet moved={task.moved} onClose={close} actions={shut} /> : null;
    case 'basis':
      return (
        <BottomSheet title={task.directive.citation} onClose={close} actions={shut}>
          <p class="pre">{task.directive.abstract}</p>
        </BottomSheet>
      );
    case 'guide':
      return (
        <BottomSheet title={t('task.guide')} lead={task.title} onClose={close} actions={shut}>
          <ol class="steps">
            {task.guide.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
        </BottomSheet>
      );
  }
}

/** By name, with whose it is and where it stands. */
function Products({ products }: { products: NonNullable<TaskDetail['missingProducts']> }) {
  return (
    <ul class="plain-list">
      {products.map((product) => (
        <li key={product.id}>
          <b>{product.name}</b>
          <span class="muted">{product.owner}</span>
          {product.taken ? (
            <span class="wait-word">{t('ocop.toConfirm', { place: product.taken.place })}</span>
          ) : product.listedOn ? (
            <span class="done-word">
              {t('task.product.listed', { place: product.marketplace ?? '', day: dayText(product.listedOn) })}
            </span>
          ) : (
            <span class="late">{t('task.product.missing')}</span>
          )}
        </li>
      ))}
    </ul>
  );
}
