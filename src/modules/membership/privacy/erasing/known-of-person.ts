import { Injectable } from '@nestjs/common';
import { rowsOf, sql, type Tx } from '#platform/database';
import { printPhone } from '../../people/people/phones.ts';
import type { Erased } from './person-erasures.ts';

interface Row {
  names: string[];
  phones: string[];
  written: string[];
  emails: string[];
  accounts: string[];
  teamIds: string[];
  unitIds: string[];
}

/** By what a person is known here, and where: asked before anything of it goes. */
@Injectable()
export class KnownOfPerson {
  async of(tx: Tx, ids: readonly string[], at: Date): Promise<Erased> {
    const [row] = await rowsOf<Row>(
      tx,
      sql`select array(select full_name from people where id = any(${ids}::uuid[])) as names,
         array(select e164 from phones where person_id = any(${ids}::uuid[])
           union select phone_e164 from linked_accounts where person_id = any(${ids}::uuid[]) and phone_e164 is not null) as phones,
         array(select raw from phones where person_id = any(${ids}::uuid[])) as written,
         array(select address from emails where person_id = any(${ids}::uuid[])
           union select login_email from people where id = any(${ids}::uuid[]) and login_email is not null) as emails,
         array(select external_id from linked_accounts where person_id = any(${ids}::uuid[])) as accounts,
         array(select distinct team_id from person_places where person_id = any(${ids}::uuid[]) and team_id is not null) as "teamIds",
         array(select distinct coalesce((select c.ancestor_id from unit_closure c where c.descendant_id = pp.unit_id
             and c.ancestor_kind = 'commune' limit 1), pp.unit_id)
           from person_places pp where pp.person_id = any(${ids}::uuid[])) as "unitIds"`,
    );
    const { names = [], phones = [], written = [], emails = [], accounts = [], teamIds = [], unitIds = [] } = row ?? {};
    const around = await rowsOf<{ id: string }>(
      tx,
      sql`select distinct pp.person_id as id from unnest(${unitIds}::uuid[]) as u(id)
          join unit_closure c on c.ancestor_id = u.id join person_places pp on pp.unit_id = c.descendant_id
        union select pp.person_id from unnest(${unitIds}::uuid[]) as u(id)
          join unit_closure c on c.descendant_id = u.id and c.depth > 0
          join person_places pp on pp.unit_id = c.ancestor_id and pp.team_id is null`,
    );
    const digits = phones.map((e164) => e164.replace(/^\+/, ''));
    return {
      ids,
      words: wordsOf(names, phones, written, emails),
      addresses: [
        ...accounts,
        ...emails,
        ...accounts.map((account) => `user:${account}`),
        ...digits.map((each) => `phone:${each}`),
      ],
      teamIds,
      unitIds,
      aroundIds: around.map(({ id }) => id),
      at,
    };
  }
}

/** The longest first, so that none stays as the rest of another. A name of one word is a word like others, and stays in prose. */
export function wordsOf(
  names: readonly string[],
  phones: readonly string[],
  written: readonly string[],
  emails: readonly string[],
): string[] {
  const national = phones.map((e164) => printPhone(e164));
  const forms = [
    ...phones,
    ...phones.map((e164) => e164.replace(/^\+/, '')),
    ...national,
    ...national.map((text) => text.replace(/\D/g, '')),
    ...written.filter((text) => /\d{6}/.test(text.replace(/[\s.-]/g, ''))),
  ];
  const all = [...names.filter((name) => name.trim().includes(' ')), ...emails, ...forms];
  return [...new Set(all)].filter(Boolean).sort((a, b) => b.length - a.length);
}
