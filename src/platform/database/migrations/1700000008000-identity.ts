import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose account it is, after contact points or posts have changed: what proves nothing any more, and what still hears of it. */
export class Identity1700000008000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`${contacts}${doubts}${sessions}${requests(`, 'officer', 'changed'`)}`);
    await runner.query(
      `${accountsDoor(oldRoute('a.doubted_at'))}${contactsDoor(newEmail)}${addressesDoor(oldPhone, newPhone)}`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`${accountsDoor('false')}${contactsDoor(oldEmail)}${addressesDoor(newPhone, oldPhone)}`);
    await runner.query(`
      delete from link_requests where reason in ('officer', 'changed');
      ${requests('')}
      update sessions set slides_seconds = 7776000 where slides_seconds is null and expires_at > last_seen_at + interval '1 day';
      update linked_accounts set suspended_at = doubted_at where suspended_at is null and ended_at is null and doubted_at is not null;
      alter table linked_accounts drop column doubted_at;
      alter table emails drop column replaced_at;
      alter table phones drop column replaced_at, drop column unproven_since;
    `);
  }
}

const contacts = `
  -- Another took its place then: it proves nothing any more, and hears for three days more, so that the news of the change
  -- reaches its owner.
  alter table phones add column replaced_at timestamptz;
  alter table emails add column replaced_at timestamptz;
  -- It took the place of another number then, or came beside one, by somebody else's hand, and nobody has proved it since.
  alter table phones add column unproven_since timestamptz;
`;

const doubts = `
  -- What it was proven by does not count any more: it signs nobody in until it is proven anew, and hears for three days more.
  alter table linked_accounts add column doubted_at timestamptz;
`;

/** How long a session lives is asked at each use; only a device that its owner called private keeps a term of its own. */
const sessions = `
  update sessions set slides_seconds = null where slides_seconds is not null and slides_seconds <> 2592000;
`;

const requests = (more: string): string => `
  alter table link_requests drop constraint link_requests_reason_check;
  alter table link_requests add constraint link_requests_reason_check
    check (reason in ('nobody', 'several', 'rejected', 'number_reused'${more}));
`;

const oldRoute = (since: string): string => `${since} > at - interval '3 days'`;

const accountsDoor = (doubted: string): string => `
  create or replace function linked_accounts_at(at timestamptz)
    returns table (person_id uuid, space text, external_id text, linked_at timestamptz)
    language sql stable parallel safe as $$
      select a.person_id, a.space, a.external_id, a.linked_at
        from linked_accounts a join account_scopes s on s.space = a.space and s.scope = a.scope
       where a.ended_at is null and a.suspended_at is null${doubted === 'false' ? '' : ` and (a.doubted_at is null or ${doubted})`}
    $$;
`;

const oldEmail = `
             coalesce((select e.address from emails e where e.person_id = p.id and e.is_primary and e.state <> 'bounced'),
                      (select e.address from emails e where e.person_id = p.id and e.state <> 'bounced' order by e.added_at limit 1), p.login_email),`;
const newEmail = `
             coalesce((select e.address from emails e where e.person_id = p.id and e.state <> 'bounced' and ${oldRoute('e.replaced_at')} order by e.replaced_at limit 1),
                      (select e.address from emails e where e.person_id = p.id and e.is_primary and e.state <> 'bounced'),
                      (select e.address from emails e where e.person_id = p.id and e.state <> 'bounced' order by e.added_at limit 1), p.login_email),`;
const contactsDoor = (email: string): string => `
  create or replace function contactable_at(at timestamptz)
    returns table (person_id uuid, language text, email text, has_session boolean)
    language sql stable parallel safe as $$
      select p.id, p.language,${email}
             exists (select 1 from sessions s where s.person_id = p.id and s.ended_at is null and s.expires_at > at)
        from people p where p.anonymised_at is null
    $$;
`;

const oldPhone = `select 'phone:' || substr(f.e164, 2), 2 from phones f where f.person_id = p.id and f.is_primary and f.state = 'ok' and f.e164 like '+84%')`;
const newPhone = `(select 'phone:' || substr(f.e164, 2), 2 from phones f where f.person_id = p.id and f.state = 'ok' and f.e164 like '+84%' and (f.is_primary or ${oldRoute('f.replaced_at')}) order by f.is_primary, f.replaced_at limit 1))`;
/** One select of a long function changes; the others stay as they stand at that time. */
const addressesDoor = (from: string, to: string): string => `
  do $do$
  declare
    known text := pg_get_functiondef('addresses_at(timestamptz)'::regprocedure);
    changed text := replace(known, $from$${from}$from$, $to$${to}$to$);
  begin
    if changed = known then raise exception 'addresses_at is not what this migration knows'; end if;
    execute changed;
  end
  $do$;
`;
