/**
 * One act on many, always in one shape: how many, who is told and how, who is left alone and why; then what came of it, by name
 * what was refused, and the way back for as long as there is one.
 */
import { type ReactNode, useRef, useState } from 'react';
import type { ReadPath } from '#client/paths';
import type { Schemas } from '../../api/client.ts';
import { problemText } from '../../api/problem-text.ts';
import { type Answer, useCommand } from '../../api/use-command.ts';
import { useOnline } from '../../api/clock.ts';
import { useI18n } from '../../i18n/i18n.tsx';
import { Dialog, FormDialog, FormFoot } from '../form.tsx';
import { SecondNote } from '../second/second-note.tsx';
import { useAskSend } from '../second/use-ask-send.ts';
import { Notice } from '../layout.tsx';
import { Failed, Loading } from '../states.tsx';
import './bulk.css';
import { type Outcome, overtaken, type Preview, together } from './outcome.ts';
import { type AlsoLeft, Hold, Left, type NoteOf, Routes, Told } from './preview-parts.tsx';
import { useTakeBack } from './use-take-back.ts';

export interface Run {
  /** What is tried again; undefined: all of it. */
  only: readonly string[] | undefined;
  header: { 'Idempotency-Key': string };
  /** Of an act in several requests: for how many it has been done. */
  onDone: (n: number) => void;
}

export interface BulkActProps {
  title: ReactNode;
  /** The verb with the number: "Nhắc 11 tổ". */
  label: (n: number) => string;
  /** What it says afterwards: "Đã nhắc 11 tổ." */
  done: (n: number) => string;
  preview: { data?: Preview | undefined; error?: unknown; refetch?: () => unknown };
  /** Why this one, beside its name. */
  note?: NoteOf;
  /** Those chosen that it cannot be done for, beside what the preview leaves alone. */
  alsoLeft?: readonly AlsoLeft[];
  /** Fields of its own, above what is told. */
  children?: ReactNode;
  /** False while a field of its own is empty. */
  ready?: boolean;
  danger?: boolean;
  /** Why it cannot be taken back, where that lies in the act. */
  final?: string;
  /** What can be done about those who are refused. */
  rest?: { label: string; onAct: (outcome: Outcome) => void };
  send: (run: Run) => Promise<Answer<Outcome>>;
  /** What is asked for where a rule lets a second officer approve it, and what it goes to. */
  second?: { ask: Schemas['SendInput']; to: 'teams' | 'units' };
  touches: readonly ReadPath[];
  onClose: () => void;
}

function Refused({ outcome }: { outcome: Outcome }) {
  const { t } = useI18n();
  return (
    <>
      <h3>{t('bulk.failed', { n: outcome.failed.length })}</h3>
      <ul className="bulk-list" tabIndex={0} aria-label={t('bulk.failed', { n: outcome.failed.length })}>
        {outcome.failed.map(({ id, name, why }) => (
          <li key={id}>
            <b>{name}</b> <span className="caption late">{why}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** An act that the server does as one has nothing to count meanwhile. */
function Running({ n, of }: { n: number; of: number }) {
  const { t } = useI18n();
  const text = n > 0 ? t('bulk.runningOf', { n, of }) : t('bulk.running', { n: of });
  return (
    <div className="bulk-running" role="status">
      <span className="caption">{text}</span>
      <progress aria-label={text} max={of} {...(n > 0 && { value: n })} />
    </div>
  );
}

/** What keeps it from being done now: no network, or an attempt that failed. */
function Hindrance({ error, online }: { error: unknown; online: boolean }) {
  const i18n = useI18n();
  if (online && !error) return null;
  return (
    <Notice tone="late" icon={online ? 'alert-triangle' : 'wifi-off'}>
      <span role="alert">{online ? problemText(i18n, error) : i18n.t('bulk.offline')}</span>
    </Notice>
  );
}

function useBulk({ done, preview, send, touches, onClose }: BulkActProps) {
  const { t } = useI18n();
  const [outcome, setOutcome] = useState<Outcome>();
  const [doneSoFar, onDone] = useState(0);
  const running = useRef(false);
  const say = useTakeBack(touches);
  const act = useCommand({
    send: (only: readonly string[] | undefined, header) => send({ only, header, onDone }),
    touches,
    done: (now: Outcome) => {
      const missed = preview.data ? overtaken(preview.data, now) : 0;
      const whole = outcome ? together(outcome, now) : now;
      const text = missed > 0 && !outcome ? t('bulk.overtaken', { text: done(now.done), n: missed }) : done(now.done);
      if (now.done > 0 || now.failed.length === 0) say(text, now.act);
      if (now.failed.length === 0) onClose();
      else setOutcome(whole);
    },
    failed: () => {
      void preview.refetch?.();
      return true;
    },
  });
  const run = (only?: readonly string[]) => {
    // Two presses may come before the button is seen to be busy.
    if (running.current) return;
    running.current = true;
    onDone(0);
    act.mutate(only, { onSettled: () => (running.current = false) });
  };
  return { act, outcome, run, doneSoFar };
}

function Waiting({ preview: { error, refetch } }: Pick<BulkActProps, 'preview'>) {
  if (!error) return <Loading rows={4} />;
  return <Failed error={error} refetch={() => refetch?.()} />;
}

interface RestProps {
  bulk: ReturnType<typeof useBulk> & { outcome: Outcome };
  online: boolean;
  title: ReactNode;
  rest: BulkActProps['rest'];
  onClose: () => void;
}
interface RestFootProps {
  outcome: Outcome;
  busy: boolean;
  online: boolean;
  rest: BulkActProps['rest'];
  onAgain: (ids: readonly string[]) => void;
  onClose: () => void;
}

/** What is left to do about those who were refused. */
function RestFoot({ outcome, busy, online, rest, onAgain, onClose }: RestFootProps) {
  const { t } = useI18n();
  const again = outcome.failed.filter((one) => one.again).map(({ id }) => id);
  if (again.length > 0)
    return (
      <FormFoot
        label={t('bulk.again')}
        busy={busy}
        disabled={!online}
        onCancel={onClose}
        onAct={() => onAgain(again)}
      />
    );
  if (rest) return <FormFoot label={rest.label} onCancel={onClose} onAct={() => rest.onAct(outcome)} />;
  return <FormFoot label={t('act.close')} onAct={onClose} />;
}

interface BodyProps {
  preview: Preview;
  note: NoteOf | undefined;
  final: string | undefined;
  waits: boolean;
  /** Some were chosen, and it can be done for none of them. */
  none: boolean;
}

function Body({ preview, note, final, waits, none }: BodyProps) {
  const { t } = useI18n();
  if (preview.count === 0 && none)
    return (
      <Notice tone="late" icon="alert-triangle">
        {t('bulk.noneCan')}
      </Notice>
    );
  if (preview.count === 0)
    return (
      <Notice tone="done" icon="circle-check">
        {t('bulk.nothing')}
      </Notice>
    );
  return (
    <div className="bulk">
      <Routes preview={preview} />
      <Told preview={preview} note={note} />
      {!waits && <Hold preview={preview} final={final} />}
    </div>
  );
}

/** Done, but for those that were refused. */
function Rest({ bulk: { act, outcome, run }, online, title, rest, onClose }: RestProps) {
  return (
    <Dialog title={title} size="lg" onClose={onClose}>
      <Refused outcome={outcome} />
      <Hindrance error={act.error} online={online} />
      <RestFoot outcome={outcome} busy={act.isPending} online={online} rest={rest} onAgain={run} onClose={onClose} />
    </Dialog>
  );
}

/** Null where it is done at once; else who could approve it, and the asking. */
function useSecond({ preview, second }: BulkActProps) {
  const ask = useAskSend(() => {
    if (!second) throw new Error('This act waits for nobody.');
    return second.ask;
  });
  const rule = preview.data?.secondApproval;
  return second && rule && preview.data?.count ? { ask, rule, to: second.to } : null;
}

export function BulkAct(props: BulkActProps) {
  const { title, label, preview, note, alsoLeft = [], children, ready = true, danger, final, rest, onClose } = props;
  const { t } = useI18n();
  const online = useOnline();
  const bulk = useBulk(props);
  const second = useSecond(props);
  const { act, outcome, run, doneSoFar } = bulk;
  const count = preview.data?.count ?? 0;
  if (outcome) return <Rest bulk={{ ...bulk, outcome }} {...{ online, title, rest, onClose }} />;
  return (
    <FormDialog
      title={title}
      size="lg"
      label={second ? t('second.ask') : label(count)}
      busy={act.isPending || second?.ask.isPending === true}
      disabled={count === 0 || !ready || !online || second?.rule.approvers.length === 0}
      danger={danger === true}
      onClose={onClose}
      onSubmit={() => (second ? second.ask.mutate() : run())}
    >
      {children}
      {second && <SecondNote second={second.rule} to={second.to} />}
      {!preview.data && <Waiting preview={preview} />}
      {preview.data && (
        <Body preview={preview.data} note={note} final={final} waits={second !== null} none={alsoLeft.length > 0} />
      )}
      {preview.data && <Left preview={preview.data} also={alsoLeft} />}
      {act.isPending && <Running n={doneSoFar} of={count} />}
      <Hindrance error={act.error} online={online} />
    </FormDialog>
  );
}
