import type { ActKind } from '#contracts/access/log-kinds';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What somebody did without changing anything. Rows are added, never changed: the database refuses. */
@Entity('access_acts')
export class AccessAct {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('timestamptz')
  at!: Date;

  @Column('text')
  kind!: ActKind;

  @Column('text')
  what!: string;

  @Column('uuid')
  personId!: string;

  /** Whose log it stands in: the unit that it is about. */
  @Column('uuid', { nullable: true })
  unitId!: string | null;

  /** Of the post by which it was done. */
  @Column('uuid', { nullable: true })
  byUnitId!: string | null;

  /** How many people it was about. */
  @Column('int', { nullable: true })
  people!: number | null;

  @Column('text', { nullable: true })
  purpose!: string | null;

  @Column('uuid', { nullable: true })
  sessionId!: string | null;

  @Column('uuid', { nullable: true })
  commandId!: string | null;

  /** The console's screen on which it was asked for, as the console says. */
  @Column('text', { nullable: true })
  screen!: string | null;

  /** Of what was refused: verb and path. */
  @Column('text', { nullable: true })
  route!: string | null;

  /** Of a list that was taken away: the code that its file carries. */
  @Column('text', { nullable: true })
  trace!: string | null;
}
