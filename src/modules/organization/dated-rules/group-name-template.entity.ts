import { Column, Entity, PrimaryColumn } from 'typeorm';

/** How a team's group is called, by place and date. */
@Entity('group_name_templates')
export class GroupNameTemplate {
  @PrimaryColumn('uuid')
  id!: string;

  /** Null: it holds everywhere. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  @Column('text')
  template!: string;

  @Column('int')
  nameMax!: number;

  @Column('uuid', { nullable: true })
  directiveId!: string | null;

  /** PostgreSQL range text, half-open. */
  @Column('daterange')
  validity!: string;
}
