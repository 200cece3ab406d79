/** Check-in by the trainer: the code that people scan, their codes, digits or names; all of it without network. */
import { useEffect, useState } from 'preact/hooks';
import { fromPhoneTime, now } from '../../model/clock.ts';
import { network } from '../../model/device/network.ts';
import { commands } from '../../model/queue/kept-commands.ts';
import { useAwake } from '../../model/training/code-clock.ts';
import { type CheckInRecords, checkInRecords } from '../../model/training/check-in-records.ts';
import { type KeptPack, loadPack, type PackFailure, packs } from '../../model/training/check-in-pack.ts';
import { whenText } from '../../model/training/times.ts';
import { momentText, t, tidy } from '../../model/words/words.ts';
import { href } from '../../router.ts';
import { AppBar, Screen } from '../../ui/chrome.tsx';
import { Icon, type IconName } from '../../ui/icon.tsx';
import { Button } from '../../ui/parts.tsx';
import { EmptyState, SkeletonRows } from '../../ui/states.tsx';
import { drawn } from '../../ui/training-style.ts';
import { CheckInDone } from './check-in-done.tsx';
import { CheckInNames } from './check-in-names.tsx';
import { DigitsWay, ScanWay, ShowWay } from './check-in-ways.tsx';

/** How often the people whom other phones let in are asked for. */
const ASK_MS = 15_000;
const BEFORE_MS = 2 * 3_600_000;

const WAYS = ['show', 'scan', 'digits', 'name'] as const;
type Way = (typeof WAYS)[number];
const ICONS: Record<Way, IconName> = { show: drawn.qr, scan: 'camera', digits: drawn.digits, name: 'people' };

function usePack(id: string) {
  const [failure, setFailure] = useState<PackFailure>();
  const load = async () => setFailure(await loadPack(id));
  useEffect(() => {
    void load();
    const timer = setInterval(
      () => network.value !== 'none' && document.visibilityState !== 'hidden' && void load(),
      ASK_MS,
    );
    return () => clearInterval(timer);
  }, [id]);
  return { kept: packs.value[id], failure, retry: () => void load() };
}

export function CheckInScreen({ id }: { id: string }) {
  useAwake();
  const { kept, failure, retry } = usePack(id);
  const bar = <AppBar title={t('tr.checkIn.title')} back={['tap-huan']} />;
  if (kept) return <Open bar={bar} kept={kept} failure={failure} />;
  return (
    <Screen bar={bar}>
      {!failure ? (
        <SkeletonRows />
      ) : typeof failure === 'string' ? (
        <EmptyState title={t(`tr.checkIn.${failure}`)}>
          <Button wide href={href('tap-huan')}>
            {t('tr.seeAll')}
          </Button>
        </EmptyState>
      ) : (
        <EmptyState title={t('tr.checkIn.none')} text={t('tr.checkIn.none.text')}>
          <Button wide icon="retry" onClick={retry}>
            {t('act.retry')}
          </Button>
        </EmptyState>
      )}
    </Screen>
  );
}

function Open({
  bar,
  kept: { pack, at },
  failure,
}: {
  bar: preact.VNode;
  kept: KeptPack;
  failure: PackFailure | undefined;
}) {
  const [way, setWay] = useState<Way>('show');
  const records = checkInRecords(pack, at, commands.value);
  const { session } = pack;
  const early = now() < Date.parse(session.startsAt) - BEFORE_MS;
  const over = now() > Date.parse(pack.until);
  return (
    <Screen bar={bar} class="check-in-screen">
      <section class="head">
        <h2 class="title">{tidy(session.title)}</h2>
        <p class="muted">{whenText(session)}</p>
        <Counts records={records} seats={session.taken} />
      </section>
      {failure && <p class="muted small centre">{t('tr.checkIn.offline', { time: momentText(fromPhoneTime(at)) })}</p>}
      {failure === 'notOpen' && <Closed text={t('tr.checkIn.notOpen')} />}
      {early ? (
        <Closed text={t('tr.checkIn.early', { time: momentText(Date.parse(session.startsAt) - BEFORE_MS) })} />
      ) : over ? (
        <Closed text={t('tr.checkIn.over')} />
      ) : (
        <>
          <div class="ways" role="group" aria-label={t('tr.checkIn.pick')}>
            {WAYS.map((one) => (
              <button type="button" key={one} aria-pressed={way === one} onClick={() => setWay(one)}>
                <Icon name={ICONS[one]} />
                <span>{t(`tr.checkIn.way.${one}`)}</span>
              </button>
            ))}
          </div>
          {way === 'show' && <ShowWay pack={pack} />}
          {way === 'scan' && <ScanWay pack={pack} records={records} />}
          {way === 'digits' && <DigitsWay pack={pack} records={records} />}
          {way === 'name' && <CheckInNames pack={pack} records={records} />}
        </>
      )}
      <CheckInDone pack={pack} records={records} />
    </Screen>
  );
}

function Counts({ records, seats }: { records: CheckInRecords; seats: number }) {
  return (
    <dl class="counts">
      <div>
        <dt>{t('tr.checkIn.there')}</dt>
        <dd>{records.there}</dd>
      </div>
      <div>
        <dt>{t('tr.checkIn.seats')}</dt>
        <dd>{seats}</dd>
      </div>
      <div class={records.unsent > 0 ? 'waits' : ''}>
        <dt>{t('tr.checkIn.unsent')}</dt>
        <dd>{records.unsent}</dd>
      </div>
    </dl>
  );
}

const Closed = ({ text }: { text: string }) => (
  <p class="state-card wait">
    <Icon name="clock" />
    <span>{text}</span>
  </p>
);
