/** Which products have just come onto a marketplace: a tick opens place and link below it, and the ticks are the number. */
import { useState } from 'preact/hooks';
import type { TaskDetail } from '#client';
import { isAtOneOf } from '#contracts/tasks/breakdown';
import { now } from '../../../model/clock.ts';
import { linksIn } from '../../../model/evidence.ts';
import type { ShownTask } from '../../../model/queue/overlay.ts';
import { dayText, t } from '../../../model/words/words.ts';
import { href } from '../../../router.ts';
import { Icon } from '../../../ui/icon.tsx';
import { Disc, GroupHeading } from '../../../ui/parts.tsx';
import { Pick } from './ask-fields.tsx';
import { type Missing, wordOf } from './asked.ts';
import { LinkInput } from './evidence-fields.tsx';
import { fieldOf, type OnList, placesOn, type Tick, withLink } from '../ticked.ts';
import type { Entry } from './use-entry.ts';

interface Props {
  task: ShownTask<TaskDetail>;
  entry: Entry;
  question: string;
  /** Right of the question. */
  need: string;
}
export function ProductsField({ task, entry, question, need }: Props) {
  const { free, far, taken, waiting } = entry.listing;
  const [opened] = useState(now);
  return (
    <>
      <section data-field="products" role="group" aria-label={question}>
        <div class="ask-head">
          <h2 class="title">{question}</h2>
          <span>{need}</span>
        </div>
        {free.length > 0 ? (
          <Rows task={task} entry={entry} products={free} />
        ) : (
          <p class="card pad muted">{t('ocop.none')}</p>
        )}
      </section>
      <Far task={task} entry={entry} products={far} />
      {taken.length + waiting.length > 0 && (
        <section>
          <GroupHeading count={String(taken.length + waiting.length)}>{t('ocop.listed')}</GroupHeading>
          <div class="card rows">
            {waiting.map((product) => (
              <Taken key={product.id} product={product} tone="wait" line={t('ocop.waits')} />
            ))}
            {taken.map((product) => (
              <Taken key={product.id} product={product} {...standing(product, opened)} />
            ))}
          </div>
        </section>
      )}
      <a class="text-act" href={href('kho-khan', task.team.id, task.id)}>
        {t('ocop.notThere')}
      </a>
    </>
  );
}

/** Shown when asked for, or when one of them is ticked. */
function Far({ task, entry, products }: Pick<Props, 'task' | 'entry'> & { products: OnList[] }) {
  const [open, setOpen] = useState(products.some(({ id }) => entry.ticks[id]));
  if (products.length === 0) return null;
  if (!open)
    return (
      <button type="button" class="text-act" onClick={() => setOpen(true)}>
        {t('ocop.far', { n: products.length })}
      </button>
    );
  return (
    <section>
      <GroupHeading>{t('ocop.farTitle')}</GroupHeading>
      <Rows task={task} entry={entry} products={products} />
    </section>
  );
}

function Rows({ task, entry, products }: Pick<Props, 'task' | 'entry'> & { products: OnList[] }) {
  const { ticks, tick, day, marked } = entry;
  return (
    <div class="card rows">
      {products.map((product) => (
        <ProductRow
          key={product.id}
          product={product}
          ticked={ticks[product.id]}
          places={placesOn(task, day)}
          wrong={marked.find(({ field }) => field === fieldOf(product.id))}
          onTick={(on) => tick(product.id, on ? { marketplace: lastPlace(ticks), link: '' } : undefined)}
          onPlace={(marketplace) => tick(product.id, { link: '', ...ticks[product.id], marketplace })}
          onLink={(link) => tick(product.id, withLink(task, day, ticks[product.id] ?? { marketplace: '', link }, link))}
        />
      ))}
    </div>
  );
}

/** Where the one before it stands: a household has its shop in one place. */
const lastPlace = (ticks: Entry['ticks']): string => Object.values(ticks).at(-1)?.marketplace ?? '';

interface RowProps {
  product: OnList;
  ticked: Tick | undefined;
  places: ReturnType<typeof placesOn>;
  wrong: Missing | undefined;
  onTick: (on: boolean) => void;
  onPlace: (marketplace: string) => void;
  onLink: (link: string) => void;
}
function ProductRow({ product, ticked, places, wrong, onTick, onPlace, onLink }: RowProps) {
  const stars = product.stars ? t('ocop.stars', { n: product.stars }) : '';
  const line = [stars, product.owner, product.hamlet].filter(Boolean).join(', ');
  return (
    <div class="tick-row" data-field={fieldOf(product.id)}>
      <label>
        <input
          type="checkbox"
          class="check-box"
          checked={Boolean(ticked)}
          onChange={(event) => onTick(event.currentTarget.checked)}
        />
        <span class="grow">
          <b>{product.name}</b>
          <span class="muted">{line}</span>
        </span>
      </label>
      {ticked && <TickMore {...{ product, ticked, places, wrong, onPlace, onLink }} />}
    </div>
  );
}

type MoreProps = Omit<RowProps, 'ticked' | 'onTick'> & { ticked: Tick };
function TickMore({ product, ticked, places, wrong, onPlace, onLink }: MoreProps) {
  return (
    <div class="tick-more" role="group" aria-label={product.name}>
      <div class={`picks${wrong && !ticked.marketplace ? ' wrong' : ''}`}>
        {places.map((place) => (
          <Pick
            key={place.key}
            on={ticked.marketplace === place.key}
            title={wordOf(place)}
            onClick={() => onPlace(place.key)}
          />
        ))}
      </div>
      <div class={wrong && ticked.marketplace ? 'wrong' : ''}>
        <LinkInput
          label={t('ocop.linkOf', { name: product.name })}
          placeholder={t('ocop.paste')}
          text={ticked.link}
          good={isGood(ticked, places)}
          onInput={onLink}
        />
      </div>
      {wrong ? (
        <p class="why" role="alert">
          <Icon name="warn" size={20} />
          <span>{wrong.error}</span>
        </p>
      ) : (
        !ticked.link && <p class="hint-below">{t('ocop.keptWithout')}</p>
      )}
    </div>
  );
}

function isGood({ link, marketplace }: Tick, places: RowProps['places']): boolean {
  const { hosts } = places.find(({ key }) => key === marketplace) ?? {};
  return linksIn(link).some((found) => !hosts || isAtOneOf(hosts, found));
}

/** @param opened what a colleague has sent since is told by name */
function standing(product: OnList, opened: number): { tone: 'done' | 'wait'; line: string } {
  const { taken, marketplace, listedOn } = product;
  const since = t('ocop.since', { day: dayText(listedOn ?? '') });
  if (!taken) return { tone: 'done', line: [marketplace, since].filter(Boolean).join(', ') };
  const isNew = Date.parse(taken.at) > opened;
  return {
    tone: 'wait',
    line: isNew ? t('ocop.justNow', { name: taken.by.fullName }) : t('ocop.toConfirm', { place: taken.place }),
  };
}

function Taken({ product, tone, line }: { product: OnList; tone: 'done' | 'wait'; line: string }) {
  return (
    <div class="row still">
      <Disc icon={tone === 'done' ? 'check' : 'clock'} tone={tone} />
      <p class="grow">
        <b>{product.name}</b>
        <span class="muted">{line}</span>
      </p>
    </div>
  );
}
