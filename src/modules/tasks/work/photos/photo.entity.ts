import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Announced by an entry or a difficulty, stored when the bytes arrive. */
@Entity('photos')
export class Photo {
  @PrimaryColumn('uuid')
  id!: string;

  /** Of an entry, or of a difficulty. */
  @Column('uuid', { nullable: true })
  entryId!: string | null;

  @Column('uuid', { nullable: true })
  difficultyId!: string | null;

  @Column('int')
  position!: number;

  /** SHA-256, hex: names the file. Null until the bytes are there. */
  @Column('text', { nullable: true })
  contentHash!: string | null;

  @Column('int', { nullable: true })
  width!: number | null;

  @Column('int', { nullable: true })
  height!: number | null;

  @Column('int', { nullable: true })
  bytes!: number | null;

  @Column('uuid')
  takenBy!: string;

  @Column('timestamptz')
  announcedAt!: Date;

  @Column('timestamptz', { nullable: true })
  storedAt!: Date | null;

  /** Its time was over: the bytes are gone, and none are to come. */
  @Column('timestamptz', { nullable: true })
  erasedAt!: Date | null;
}
