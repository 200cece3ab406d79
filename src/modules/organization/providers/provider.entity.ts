import type { ProviderKind } from '#contracts/enums';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A company that trains teams, and settles with them what is its own: signal, shops on marketplaces. */
@Entity('providers')
export class Provider {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: ProviderKind;

  @Column('text', { nullable: true })
  contact!: string | null;
}

/** A unit in which, with all below it, a provider trains. */
@Entity('provider_coverage')
export class ProviderCoverage {
  @PrimaryColumn('uuid')
  providerId!: string;

  @PrimaryColumn('uuid')
  unitId!: string;

  /** PostgreSQL range text, half-open. */
  @PrimaryColumn('daterange')
  validity!: string;
}
