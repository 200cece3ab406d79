/** To whom a report goes and what became of each mail, in the order in which one reads it. Pure. */
import type { Schemas } from '../../../api/client.ts';
import type { MessageId } from '../../../i18n/i18n.tsx';
import { type OfficeMail, officeOf } from './office-mails.ts';

export type Route = Schemas['ReportRoute'];

export interface Station {
  name: string;
  /** How it gets the report; null where only mails of earlier days are told. */
  way: MessageId | null;
  /** Where its mail goes today. */
  address: string | null;
  isOffice: boolean;
  /** No way leads there but by hand. */
  isCut: boolean;
  /** The newest first. */
  mails: OfficeMail[];
}

type Fact = Pick<Station, 'name' | 'way' | 'address' | 'isCut'>;

function receiverOf({ canMail, receiver }: Route): Fact | null {
  if (!receiver) return null;
  const { unit, address } = receiver;
  const isMailed = canMail && address !== null;
  return { name: unit.fullName, way: isMailed ? 'rep.way.hereMail' : 'rep.way.here', address, isCut: false };
}

function officeFact(canMail: boolean, { name, isPerson, address }: Route['offices'][number]): Fact {
  if (canMail && address !== null) return { name, way: 'rep.way.mail', address, isCut: false };
  if (isPerson) return { name, way: 'rep.way.paper', address: null, isCut: false };
  return { name, way: canMail ? 'rep.way.none' : 'rep.way.noMail', address: null, isCut: true };
}

const keyOf = ({ occasion, unit, recipient }: OfficeMail): string => `${occasion} ${unit.id} ${recipient ?? ''}`;

/** Whom the report goes to as it stands today; then those that got mails before, or the answer to it. */
export function stationsOf(route: Route, mails: readonly OfficeMail[]): Station[] {
  const groups = new Map<string, OfficeMail[]>();
  for (const mail of mails) groups.set(keyOf(mail), [...(groups.get(keyOf(mail)) ?? []), mail]);
  const take = (is: (mail: OfficeMail) => boolean): OfficeMail[] => {
    const found = [...groups].find(([, [mail]]) => mail && is(mail));
    if (!found) return [];
    groups.delete(found[0]);
    return [...found[1]].sort((a, b) => b.version - a.version || b.round - a.round);
  };
  const first = receiverOf(route);
  const receiver = first && {
    ...first,
    isOffice: false,
    mails: take(({ occasion, unit }) => occasion === 'submitted' && unit.id === route.receiver?.unit.id),
  };
  const offices = route.offices.map((office) => ({
    ...officeFact(route.canMail, office),
    isOffice: true,
    mails: take(({ recipient }) => recipient === office.name),
  }));
  const others = [...groups.values()].map(([mail]) => mail).filter((mail) => mail !== undefined);
  const before = others.map((mail) => ({
    name: officeOf(mail),
    way: null,
    address: null,
    isOffice: false,
    isCut: false,
    mails: take((other) => keyOf(other) === keyOf(mail)),
  }));
  return [...(receiver ? [receiver] : []), ...offices, ...before];
}
