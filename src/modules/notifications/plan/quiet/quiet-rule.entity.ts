import { Column, Entity, PrimaryColumn } from 'typeorm';

/** When members of a unit's teams are left alone, for days: harvest, or the days of Tết. */
@Entity('quiet_rules')
export class QuietRule {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid')
  unitId!: string;

  /** Only what is urgent goes out, at any hour. */
  @Column('boolean')
  wholeDays!: boolean;

  /** 'HH:MM', local time. */
  @Column('text')
  quietFrom!: string;

  @Column('text')
  quietTo!: string;

  @Column('uuid')
  directiveId!: string;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
