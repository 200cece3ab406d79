/** Keying in who was there: a few letters, Enter, the next name. The list is sent at once and kept until it is. */
import { Button, SegmentedControl } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useId, useMemo, useRef, useState } from 'react';
import type { Schemas } from '../../../api/client.ts';
import { useWhole } from '../../../api/use-pages.ts';
import { type MessageId, useI18n } from '../../../i18n/i18n.tsx';
import { TextField } from '../../../ui/form.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Marked } from '../../../ui/marked.tsx';
import { type Candidate, candidatesOf, isHere, type Keyed, keyedOf, matching, momentOf } from './keyed-names.ts';
import type { SessionDetail } from '../looks.ts';
import { useInvited } from '../session/use-invited.ts';
import type { KeyedList } from './use-check-in.ts';

type Who = Candidate | { fullName: string };
type Method = 'by_name' | 'paper';
const shortest = 2;

interface KeyInProps {
  session: SessionDetail;
  list: KeyedList;
  counted: readonly Schemas['AttendanceRow'][];
}

/** So many are fetched at once, and found without a network; of more, those are asked for whose name is typed. */
const mostFetched = 1_000;
const typingMs = 200;

function useCandidates({ id, invited }: SessionDetail, typed: string): Candidate[] {
  const isSmall = invited <= mostFetched;
  const [settled] = useDebouncedValue(typed.trim(), typingMs);
  const pages = useInvited(id, isSmall ? '' : settled, isSmall || settled.length >= shortest);
  const { rows } = useWhole(isSmall ? pages : { ...pages, more: undefined });
  return useMemo(() => candidatesOf(rows), [rows]);
}

/** Those who match, then the typed name itself for whoever is on no list. */
function optionsFor(candidates: readonly Candidate[], typed: string): Who[] {
  const found = matching(candidates, typed);
  return typed.trim().length < shortest ? found : [...found, { fullName: typed.trim() }];
}

function useKeying({ session, list, counted }: KeyInProps, method: Method) {
  const { t } = useI18n();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const [said, setSaid] = useState('');
  const options = optionsFor(useCandidates(session, typed), typed);
  const type = (text: string) => {
    setTyped(text);
    setAt(0);
  };
  const choose = (who: Who | undefined) => {
    if (!who) return;
    if (isHere(who, list.keyed, counted)) setSaid(t('train.keyIn.already', { name: who.fullName }));
    else {
      list.add(keyedOf(who, method, momentOf(session, Date.now())));
      setSaid(t('train.keyIn.added', { name: who.fullName, n: list.keyed.length + 1 }));
    }
    type('');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, options.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') choose(options[at]);
    else if (event.key === 'Escape' && typed) {
      type('');
      event.stopPropagation();
    } else return;
    event.preventDefault();
  };
  return { typed, type, at, options, choose, onKeyDown, said };
}

function Option({ who, typed }: { who: Who; typed: string }) {
  const { t } = useI18n();
  if (!('personId' in who))
    return (
      <span>
        <Icon name="user-plus" size={15} /> {t('train.keyIn.walkIn', { name: who.fullName })}
      </span>
    );
  return (
    <>
      <b>
        <Marked text={who.fullName} query={typed} />
      </b>
      {who.team && <span className="caption">{who.team.name}</span>}
    </>
  );
}

function Finder({ keying }: { keying: ReturnType<typeof useKeying> }) {
  const { t } = useI18n();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const { typed, options, at } = keying;
  return (
    <div className="finder">
      <TextField
        ref={input}
        role="combobox"
        autoComplete="off"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-activedescendant={options[at] ? `${listId}-${at}` : undefined}
        label={t('train.keyIn.name')}
        description={t('train.keyIn.hint')}
        leftSection={<Icon name="search" size={16} />}
        value={typed}
        onChange={keying.type}
        onKeyDown={keying.onKeyDown}
      />
      <ul id={listId} role="listbox" aria-label={t('train.keyIn.name')} hidden={options.length === 0}>
        {options.map((who, index) => (
          <li
            key={'personId' in who ? who.personId : 'walk-in'}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => {
              keying.choose(who);
              input.current?.focus();
            }}
          >
            <Option who={who} typed={typed} />
          </li>
        ))}
      </ul>
      <p className="caption" role="status">
        {keying.said}
      </p>
    </div>
  );
}

function KeyedRow({ one, list }: { one: Keyed; list: KeyedList }) {
  const { t, has } = useI18n();
  const code = list.refused.get(one.clientId);
  return (
    <li>
      <span>
        <b>{one.fullName}</b>{' '}
        <span className="caption">
          {[one.team, t(`train.method.${one.method}` as MessageId)].filter(Boolean).join(' · ')}
        </span>
        {code && <span className="field-error">{has(code) ? t(code) : t('problem.other', { code })}</span>}
      </span>
      <button
        type="button"
        className="icon-button"
        aria-label={t('train.keyIn.remove', { name: one.fullName })}
        onClick={() => list.remove(one.clientId)}
      >
        <Icon name="x" size={16} />
      </button>
    </li>
  );
}

export function KeyIn(props: KeyInProps) {
  const { session, list } = props;
  const { t } = useI18n();
  const over = Date.parse(session.endsAt) < Date.now();
  const [method, setMethod] = useState<Method>(over ? 'paper' : 'by_name');
  const keying = useKeying(props, method);
  const { keyed, busy } = list;
  const sources = (['by_name', 'paper'] as const).map((value) => ({
    value,
    label: t(`train.keyIn.source.${value}`),
  }));
  return (
    <section className="form key-in">
      <h3>{t('train.keyIn.title')}</h3>
      <SegmentedControl
        size="xs"
        aria-label={t('train.keyIn.source')}
        data={sources}
        value={method}
        onChange={(value) => setMethod(value as Method)}
      />
      <Finder keying={keying} />
      {keyed.length > 0 && (
        <>
          <ul className="keyed">
            {keyed.map((one) => (
              <KeyedRow key={one.clientId} one={one} list={list} />
            ))}
          </ul>
          <p className="caption">{t('train.keyIn.kept', { n: keyed.length })}</p>
          <div className="session-acts">
            <Button loading={busy} onClick={list.send}>
              {t('train.keyIn.send', { n: keyed.length })}
            </Button>
          </div>
        </>
      )}
    </section>
  );
}
