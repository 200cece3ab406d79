import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A person's e-mail address is chosen by one look at their addresses, where four sub-queries looked one after the other. */
export class MembershipOneAddress1795800871000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      contactable(`
             coalesce((select e.address from emails e where e.person_id = p.id and e.state <> 'bounced'
                        order by case when e.replaced_at > at - interval '3 days' then e.replaced_at end nulls last,
                                 not e.is_primary, e.added_at limit 1),
                      p.login_email)`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      contactable(`
             coalesce((select e.address from emails e where e.person_id = p.id and e.state <> 'bounced'
                          and e.replaced_at > at - interval '3 days' order by e.replaced_at limit 1),
                      (select e.address from emails e where e.person_id = p.id and e.is_primary and e.state <> 'bounced'),
                      (select e.address from emails e where e.person_id = p.id and e.state <> 'bounced' order by e.added_at limit 1),
                      p.login_email)`),
    );
  }
}

/** Who can be told something: an address that was replaced hears for three days more. */
const contactable = (email: string): string => `
  create or replace function contactable_at(at timestamptz)
    returns table (person_id uuid, language text, email text, has_session boolean)
    language sql stable parallel safe as $$
      select p.id, p.language,${email},
             exists (select 1 from sessions s where s.person_id = p.id and s.ended_at is null and s.expires_at > at)
        from people p where p.anonymised_at is null
    $$;`;
