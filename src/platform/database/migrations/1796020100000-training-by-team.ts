import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A team's month asks who of it was trained, and a session all its certificates, also the revoked: both read the country. */
export class TrainingByTeam1796020100000 implements MigrationInterface {
  transaction = false as const;

  async up(runner: QueryRunner): Promise<void> {
    // It waits for old transactions, and nobody waits for it.
    await runner.query('set lock_timeout = 0');
    await runner.query('drop index concurrently if exists check_ins_team');
    await runner.query('create index concurrently check_ins_team on check_ins (team_id)');
    await runner.query('drop index concurrently if exists certificates_session');
    await runner.query('create index concurrently certificates_session on certificates (session_id)');
    await runner.query('reset lock_timeout');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index check_ins_team, certificates_session');
  }
}
