import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Skill } from '#contracts/membership/skill-kinds';

/** As it is shown: what, and whether the person said it. */
export interface SkillsView {
  list: Skill[];
  own: boolean;
}

/** What a person can help their teams with. */
@Entity('member_skills')
export class MemberSkills {
  @PrimaryColumn('uuid')
  personId!: string;

  /** Empty where the person took it back: nobody writes another one. */
  @Column('text', { array: true })
  skills!: Skill[];

  /** Said by the person, which stands above what others wrote. */
  @Column('boolean')
  bySelf!: boolean;

  @Column('timestamptz')
  saidAt!: Date;
}
